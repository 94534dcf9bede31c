"""P6: a tap in a register through the whole product behind its webhook, against a bare echo of a press.

A tap writes the draft durably, edits the screen and answers the press. Its rate is held against a bare
aiogram bot that edits and answers too; its times are those of 20 taps a second, also on a disk whose every
fsync takes 10 ms more: a shim over fsync and fdatasync, preloaded into the product alone and built with `cc`
(without a compiler these figures are left out). Options: `--runs=3 --seconds=5`.
"""

import asyncio
import shutil
import sqlite3
import subprocess
from datetime import UTC
from pathlib import Path
from typing import Any

from bench.inbound import FOLDER, WARM, Series, option
from bench.street.walking import Street, Walk, bot, settings, street
from bench.table import Figure, show
from bot.demo.seed import EPOCH
from bot.demo.snapshot import fresh_school
from bot.guards import AT_ONCE
from handlers.attendance.callbacks import TapCb
from journal.model.attendance import Presence

SHIM = Path(__file__).parent / "street" / "slow_disk.c"
RATE = 20.0
STUDENTS = 6
# Drawn with the newest picture there can be: no tap gives way to an older one.
SEEN = 999_999


async def measure() -> None:
    runs, seconds = int(option("runs", "3")), float(option("seconds", "5"))
    bare, tap = Series("bare echo of a press"), Series("a tap, whole product")
    even: list[Walk] = []
    slow: list[Walk] = []
    library = shim()
    async with street() as outside:
        for _ in range(runs):
            database, _ = await fresh_school(FOLDER, "taps.sqlite")
            deeds = taps(database)
            async with bot("bench.street.echo", API_URL=outside.api_url) as one:
                bare.walks.append(await outside.walk(one, deeds, seconds=seconds, warm=WARM))
            await _product(outside, database, deeds, seconds, {}, tap, even)
            if library is not None:
                database, _ = await fresh_school(FOLDER, "taps.sqlite")
                await _product(outside, database, deeds, seconds, {"LD_PRELOAD": str(library)}, None, slow)
    times = [("20 taps/s", even), ("20 taps/s, fsync + 10 ms", slow)]
    figures = [*bare.figures(None, ""), *tap.figures(bare, "reach ≥ 0.35")]
    for name, walks in times:
        figures += _times(name, walks) if walks else []
    show("P6: taps", figures)


async def _product(
    outside: Street,
    database: Path,
    deeds: list[dict[str, Any]],
    seconds: float,
    disk: dict[str, str],
    fast: Series | None,
    even: list[Walk],
) -> None:
    environment = settings(outside.api_url, f"sqlite+aiosqlite:///{database}") | disk
    async with bot("bench.street.product", **environment) as one:
        if fast is not None:
            fast.walks.append(await outside.walk(one, deeds, seconds=seconds, warm=WARM))
            # The next walk begins with the same presses: let none of them be taken for one made twice.
            await asyncio.sleep(2 * AT_ONCE)
        even.append(await outside.walk(one, deeds, seconds=seconds, warm=WARM, rate=RATE))


def _times(name: str, walks: list[Walk]) -> list[Figure]:
    return [
        Figure(f"{name}: screen p50", "ms", tuple(walk.percentile(0.5) for walk in walks)),
        Figure("  screen p99", "ms", tuple(walk.percentile(0.99) for walk in walks), "reach ≤ 60"),
        Figure("  press answered p99", "ms", tuple(walk.answer for walk in walks)),
    ]


def taps(database: Path) -> list[dict[str, Any]]:
    """Taps of every teacher in the lesson of that moment: some students away, then there again."""
    now = EPOCH.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT CAST(a.platform_id AS INTEGER), l.id, e.student_id FROM lessons l"
            " JOIN bindings b ON b.person_id = l.teacher_id AND b.kind = 'staff'"
            " JOIN accounts a ON a.id = b.account_id"
            " JOIN enrolments e ON e.unit_id = l.unit_id AND e.until IS NULL"
            " WHERE l.starts_at <= ? AND l.ends_at > ? AND l.substitute_id IS NULL ORDER BY l.id, e.id",
            (now, now),
        ).fetchall()
    chosen: dict[tuple[int, int], list[int]] = {}
    for teacher, lesson, student in rows:
        chosen.setdefault((teacher, lesson), []).append(student)
    return [
        {"chat": teacher, "data": TapCb(lesson=lesson, student=student, status=status, seen=SEEN).pack()}
        for status in (Presence.ABSENT, Presence.PRESENT)
        for place in range(STUDENTS)
        for (teacher, lesson), students in chosen.items()
        for student in students[place : place + 1]
    ]


def shim() -> Path | None:
    """The library that slows a disk down; None where no compiler is."""
    compiler = shutil.which("cc")
    if compiler is None:
        print("no C compiler: the figures of a slow disk are left out")
        return None
    made = (FOLDER / "slow_disk.so").resolve()
    made.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, SHIM, "-ldl"], check=True)
    return made
