"""Folding: one spelling for what differs only in case, accents, width or invisible characters."""
