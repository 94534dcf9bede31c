"""The deputy head's morning."""
