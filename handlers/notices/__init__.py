"""Notices: written, sent, signed off, followed."""
