"""Options of a bench on the command line."""

import sys


def option(name: str, default: str) -> str:
    """A `--name=value` of the command line."""
    return next((word.partition("=")[2] for word in sys.argv if word.startswith(f"--{name}=")), default)
