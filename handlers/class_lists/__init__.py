"""The lists of classes."""
