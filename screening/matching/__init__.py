"""Candidates, scores, explanations; listed names spotted in a text."""
