"""Personas against the simulator over HTTP, the whole bot running."""
