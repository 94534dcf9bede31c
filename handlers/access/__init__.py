"""Codes, binding, consent, and who of a class is connected."""
