"""Entries that contradict each other: found, mended with one tap, or set aside with a word."""
