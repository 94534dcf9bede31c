"""Screens of the access area: entering, a class's access, colleagues' codes."""
