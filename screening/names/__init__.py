"""Scripts and transliteration, folding, business vocabulary. Imports nothing above reference.py."""
