"""Candidates, scores, explanations; listed names spotted in a text."""

from screening.matching.comparison import DEFAULT_THRESHOLD, Comparison, compare_names
from screening.matching.screener import Screener

__all__ = ["DEFAULT_THRESHOLD", "Comparison", "Screener", "compare_names"]
