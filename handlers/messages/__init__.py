"""Correspondence of families with the school."""
