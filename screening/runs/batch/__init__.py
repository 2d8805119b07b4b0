"""Scheduled batches: a job in a file, run again and again, that remembers what it found."""
