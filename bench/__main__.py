"""`make bench`: every benchmark, or those named on the command line."""

import asyncio
import sys
from importlib import import_module

BENCHES = ("start", "imports", "guessing", "forecast")


def main() -> None:
    for name in sys.argv[1:] or BENCHES:
        asyncio.run(import_module(f"bench.{name}").measure())


main()
