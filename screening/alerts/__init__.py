"""Strength and priority of what was found."""
