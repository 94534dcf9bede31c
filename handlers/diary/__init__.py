"""The diary as families and students read it."""
