"""Flows in trade statistics: measured against their baseline, judged and ranked."""
