"""Marks: painted, typed, saved for a work, corrected."""
