"""The teacher's day and lesson pages on the screen."""
