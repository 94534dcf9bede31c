"""Faults and kills as repeatable programs: `python -m bench faults [PROGRAM] [options]`.

kills --kills 200 --engine sqlite --engine postgresql --seed 1    Q1, Q11
"""

import argparse
import sys

from bench.faults import kills
from bench.faults.databases import empty_database

ENGINES = ("sqlite", "postgresql")


async def measure() -> None:
    """Run the programs named on the command line, else all of them, a little of each."""
    parser = argparse.ArgumentParser(prog="python -m bench faults", description=__doc__)
    parser.add_argument("program", nargs="*", default=["kills"], choices=["kills"])
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(sys.argv[sys.argv.index("faults") + 1 :] if "faults" in sys.argv else [])
    for engine in asked.engine or ENGINES:
        if "kills" in asked.program:
            async with empty_database(engine) as url:
                await kills.measure(url, asked.kills, asked.seed, engine)
