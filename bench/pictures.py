"""Pictures of the diary drawn from their facts, and found again without drawing.

Full sheets: six days of seven lessons, 14 subjects, nine weeks; each run shows another child with other days,
Full sheets: six days of seven lessons, 14 subjects, nine weeks; each run shows another child and other days,
loads the typesetter and its font. What a picture costs the processor is told beside the time it took, which a
busy machine lengthens.
"""

import os
import time

from bench.table import Figure, show
from reports.pictures import drawn
from tests.reports.sheets import sheets

RUNS = int(os.environ.get("BENCH_PICTURES", "30"))
MILLI = 1000


async def measure() -> None:
    first, _ = await _timed("week", 10_000)
    figures = [Figure("the first picture after the start", "ms", (first,))]
    for name in sheets():
        runs = [await _timed(name, number) for number in range(RUNS)]
        figures.append(Figure(f"{name}, drawn", "ms", tuple(wall for wall, _ in runs)))
        figures.append(Figure(f"{name}, processor", "ms", tuple(busy for _, busy in runs), "reach ≤ 60"))
    found = [await _timed("strip", RUNS - 1) for _ in range(RUNS)]
    show(
        "Pictures: a full sheet as PNG",
        [*figures, Figure("found again", "ms", tuple(wall for wall, _ in found))],
    )


async def _timed(name: str, number: int) -> tuple[float, float]:
    """How long it took, and how long the processor was busy with it."""
    sheet = sheets(number)[name]
    began, busy = time.perf_counter(), time.process_time()
    await drawn(sheet)
    return (time.perf_counter() - began) * MILLI, (time.process_time() - busy) * MILLI
