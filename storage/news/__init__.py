"""The facts of pushes, loaded for many of them in a constant number of statements."""
