"""Storage on real engines."""
