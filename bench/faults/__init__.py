"""Faults and kills as repeatable programs: `python -m bench faults [PROGRAM …] [options]`.

- `kills --kills 200`: Q1, Q11
- `stops --kills 50`: the same by SIGTERM, which must double nothing
- `calls --seconds 30`: Q2
- `updates --seconds 30`: Q5, Q12
- `races --interleavings 1000`: Q6, on PostgreSQL alone
- `outages --seconds 20`: Q8

Each takes `--engine sqlite` or `--engine postgresql` (else both) and `--seed 1`.
"""

import argparse
import sys

from bench.faults import calls, kills, outages, races, stops, updates
from bench.faults.databases import empty_database

ENGINES = ("sqlite", "postgresql")
# Each with the option that says how long it takes.
PROGRAMS = {
    "kills": (kills.measure, "kills"),
    "stops": (stops.measure, "kills"),
    "calls": (calls.measure, "seconds"),
    "races": (races.measure, "interleavings"),
    "updates": (updates.measure, "seconds"),
}


async def measure() -> None:
    """Run the programs named on the command line, else all of them, a little of each."""
    parser = argparse.ArgumentParser(prog="python -m bench faults", description=__doc__)
    parser.add_argument("program", nargs="*", help=", ".join((*PROGRAMS, "outages")))
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--interleavings", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="of the outages, the one of that name")
    asked = parser.parse_args(sys.argv[sys.argv.index("faults") + 1 :] if "faults" in sys.argv else [])
    for engine in asked.engine or ENGINES:
        for name in asked.program or (*PROGRAMS, "outages"):
            if name == "races" and engine == "sqlite":
                continue
            if name == "outages":
                await _outages(engine, asked)
                continue
            program, size = PROGRAMS[name]
            async with empty_database(engine) as url:
                await program(url, getattr(asked, size), asked.seed, engine)


async def _outages(engine: str, asked: argparse.Namespace) -> None:
    for name in outages.OUTAGES[engine]:
        if asked.only in (None, name):
            async with empty_database(engine) as url:
                await outages.measure(engine, url, name, asked.seconds, asked.seed)
