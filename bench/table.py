"""Figures as a table on the screen and as JSON in `bench/results`."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured, its runs, and what it is held against."""

    name: str
    unit: str
    runs: tuple[float, ...]
    reach: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.runs)


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print the figures with their spread, and keep them."""
    print(f"\n{title}")
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        low, high = min(figure.runs), max(figure.runs)
        print(
            f"  {figure.name:<{width}}  {figure.median:10.2f} {figure.unit:<10} "
            f"({low:.2f} … {high:.2f}, {len(figure.runs)} runs)  {figure.reach}"
        )
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{title.split(':')[0].strip().lower().replace(' ', '-')}.json"
    path.write_text(json.dumps([asdict(figure) for figure in figures], ensure_ascii=False, indent=1), "utf-8")
