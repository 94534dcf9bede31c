"""Registers on the screen."""
