"""Readers of what is screened: articles and candidate mentions, party tables."""
