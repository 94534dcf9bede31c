"""P5: a family's question to the whole product behind its webhook, against a bare aiogram echo.

All in the same run. 40 people wait for their answer each; a time runs from posting an update to the answer's
call. Processor time per update is shown too: on a shared machine it is steadier than the rate.
Options: `--runs=3 --seconds=5`.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.options import option
from bench.street.walking import Street, Walk, bot, settings, street
from bench.table import Figure, show
from bot.demo.seed import EPOCH
from bot.demo.snapshot import fresh_school
from handlers.diary.callbacks import DiaryCb, Look

FOLDER = Path("var/bench")
FAMILIES = 200
WARM = 2.0
Deeds = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Series:
    """The walks of one bot with one kind of deed."""

    name: str
    walks: list[Walk] = field(default_factory=list)

    def figures(self, bare: "Series | None", reach: str) -> list[Figure]:
        """The rate, the times and the processor's work; the ratios to `bare` of the same run."""
        shown = [
            Figure(self.name, "updates/s", tuple(walk.per_second for walk in self.walks)),
            Figure("  p50", "ms", tuple(walk.percentile(0.5) for walk in self.walks)),
            Figure("  p99", "ms", tuple(walk.percentile(0.99) for walk in self.walks)),
            Figure("  processor", "ms/update", tuple(walk.cpu for walk in self.walks)),
        ]
        if bare is not None:
            both = list(zip(self.walks, bare.walks, strict=True))
            rates = tuple(one.per_second / other.per_second for one, other in both)
            late = tuple(one.percentile(0.99) / other.percentile(0.99) for one, other in both)
            work = tuple(other.cpu / one.cpu for one, other in both)
            shown += [
                Figure(f"  rate of {bare.name}", "×", rates, reach),
                Figure(f"  p99 of {bare.name}", "×", late, "reach ≤ 1.5"),
                Figure("  by processor", "×", work),
            ]
        return shown


async def measure() -> None:
    runs, seconds = int(option("runs", "3")), float(option("seconds", "5"))
    echo = [{"chat": 900_000 + one, "text": "что у Ани сегодня?"} for one in range(FAMILIES)]
    bare, frozen = Series("bare echo"), Series("bare echo, frozen")
    text, press = Series("/today, whole product"), Series("a day by button, whole product")
    async with street() as outside:
        for _ in range(runs):
            for series, words in ((bare, ()), (frozen, ("frozen",))):
                async with bot("bench.street.echo", *words, API_URL=outside.api_url) as one:
                    series.walks.append(await outside.walk(one, echo, seconds=seconds, warm=WARM))
            await _product(outside, seconds, text, press)
    figures = [
        figure
        for series, against in ((bare, None), (frozen, None), (text, bare), (press, bare))
        for figure in series.figures(against, "reach ≥ 0.60")
    ]
    show("P5: inbound", figures)


async def _product(outside: Street, seconds: float, text: Series, press: Series) -> None:
    database, _ = await fresh_school(FOLDER, "inbound.sqlite")
    families = guardians(database)
    day = DiaryCb(student=0, look=Look.DAY, at=EPOCH.date().toordinal()).pack()
    # Everybody has used the bot before: at the first time it also lists its commands.
    known = [{"chat": one, "text": "/today"} for one in families]
    deeds = [{"chat": one, "data": day} for one in families]
    async with bot(
        "bench.street.product", **settings(outside.api_url, f"sqlite+aiosqlite:///{database}")
    ) as one:
        await outside.walk(one, known, seconds=0.5, warm=WARM)
        text.walks.append(await outside.walk(one, known, seconds=seconds, warm=WARM))
        press.walks.append(await outside.walk(one, deeds, seconds=seconds, warm=WARM))


def guardians(database: Path) -> list[int]:
    """The accounts of some families, children of every class among them."""
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT DISTINCT CAST(a.platform_id AS INTEGER) FROM accounts a"
            " JOIN bindings b ON b.account_id = a.id WHERE b.kind = 'guardian' ORDER BY a.id"
        ).fetchall()
    step = max(1, len(rows) // FAMILIES)
    return [row[0] for row in rows[::step]][:FAMILIES]
