"""Frozen dataclasses and enums in the glossary's words."""
