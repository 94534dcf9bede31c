"""Marks on the screen: painted, typed, corrected."""
