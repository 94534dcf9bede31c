"""Texts, dates and plurals in the reader's language."""
