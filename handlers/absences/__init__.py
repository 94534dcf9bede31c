"""Reasons of absence: families give them, class teachers decide."""
