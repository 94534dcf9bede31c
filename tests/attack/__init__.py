"""Forged buttons, nonsense, broken updates and bad luck against the whole running bot."""
