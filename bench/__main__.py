"""`make bench`: every benchmark, or those named on the command line; a bench reads its own options itself."""

import asyncio
import sys
from importlib import import_module

BENCHES = (
    "start",
    "imports",
    "guessing",
    "forecast",
    "words",
    "pictures",
    "diary",
    "weekly",
    "growth",
    "schoolday",
    "million",
    "notice",
    "inbound",
    "delivery",
    "peers",
    "taps",
    "faults",
    "processes",
    "channels",
    "move",
)


def main() -> None:
    named = [name for name in sys.argv[1:] if name in BENCHES]
    for name in named or BENCHES:
        asyncio.run(import_module(f"bench.{name}").measure())


main()
