"""Counts of a run as a table on the screen and as JSON in `bench/results`."""

import json
from collections.abc import Mapping

from bench.table import RESULTS


def broken(said: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, int]:
    """The counts that must be nothing and are not."""
    return {name: counts[name] for name, words in said.items() if words.startswith("!") and counts[name]}


def tally(title: str, said: Mapping[str, str], counts: Mapping[str, int]) -> None:
    """Print the counts in their words; one whose words begin with «!» must be nothing, and says so."""
    print(f"\n{title}")
    for name, words in said.items():
        must = "" if not words.startswith("!") else "  as it must be" if not counts[name] else "  MUST BE 0"
        print(f"  {words.removeprefix('! '):<64} {counts[name]:8}{must}")
    RESULTS.mkdir(exist_ok=True)
    name = title.partition(":")[0].strip().lower().replace(" ", "-")
    (RESULTS / f"{name}.json").write_text(json.dumps(dict(counts), indent=1), "utf-8")
