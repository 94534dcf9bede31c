"""The class teacher's day."""
