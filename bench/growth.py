"""P7: what a family reads in a school of 1,000 that keeps 25 years, against its first year.

Every screen of the diary, the two schools in turn; the child is in the last grade, so that in the old school
nine years of its own lie behind it. `--years=26` (the last one is seven weeks old), `--runs=3 --turns=15`.
"""

import sqlite3
import statistics
import time
from pathlib import Path

from sqlalchemy import select

from bench.great import NOW, GreatHouse, Shape, great_school, house_of
from bench.great.filling import DAYS, GRADES, LAST, PER_YEAR, SLOTS, guardian_of, student_of, unit_of
from bench.options import option
from bench.table import Figure, show
from journal import diary
from journal.context import Ctx, Origin
from storage.actors import identify
from storage.tables.marks import marks
from tests.storage.diary_pages import Page, Subject, pages

LETTERS = 4
GRADE = 11
# A lesson of the second week.
WEEK = DAYS * SLOTS
CHILD = student_of(LAST - GRADES + 1, 0)
# What P7 names: a day, a week, the marks of a subject, the year.
NAMED = ("a day", "a week, timetable", "marks of a subject", "results")


async def measure() -> None:
    years, runs, turns = int(option("years", "26")), int(option("runs", "3")), int(option("turns", "15"))
    young, old = await great_school(Shape(LETTERS)), await great_school(Shape(LETTERS, years))
    houses = [house_of(young), house_of(old)]
    try:
        screens = [await _screens(house) for house in houses]
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in screens[0]}
        for _ in range(runs):
            for name in found:
                first, second = await _in_turn(screens[0][name], screens[1][name], turns)
                found[name].append((first, second))
    finally:
        for house in houses:
            await house.store.engine.dispose()
    figures = []
    for name, times in found.items():
        ratios = tuple(second / first for first, second in times)
        figures.append(Figure(f"{name}: first year", "ms", tuple(first for first, _ in times)))
        figures.append(Figure(f"  after {years} years", "ms", tuple(second for _, second in times)))
        figures.append(Figure("  grows", "×", ratios, "reach ≤ 1.2" if name in NAMED else ""))
    show(f"P7: growth ({_marks(old):,} marks)", figures)


async def _in_turn(first: Page, second: Page, turns: int) -> tuple[float, float]:
    """Medians of both in milliseconds, one after the other, so that a busy machine is busy for both; warm."""
    await first(), await second()
    times: list[tuple[float, float]] = [(await _once(first), await _once(second)) for _ in range(turns)]
    return statistics.median(one for one, _ in times), statistics.median(other for _, other in times)


async def _once(page: Page) -> float:
    began = time.perf_counter()
    await page()
    return (time.perf_counter() - began) * 1000


async def _screens(house: GreatHouse) -> dict[str, Page]:
    async with house.store.connection() as db:
        found = await identify(db, "telegram", str(guardian_of(CHILD)), NOW.date(), NOW)
    if found is None:
        raise LookupError("the school has no such guardian")
    ctx = Ctx(
        found.actor, house.store, house.clock, house.school, house.regulation, Origin("bench"), b"bench"
    )
    unit = unit_of(LAST, GRADE, 0, LETTERS)
    # Once, for looking notes that it was looked.
    await diary.marks(ctx, CHILD)
    newest = select(marks).where(marks.c.student_id == CHILD).order_by(marks.c.id.desc()).limit(1)
    async with house.store.connection() as db:
        mark = await db.first(newest)
    if mark is None:
        raise LookupError("the child has no mark")
    return pages(ctx, Subject(CHILD, mark.subject_id, unit * PER_YEAR + WEEK, mark.id))


def _marks(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT count(*) FROM marks").fetchone()[0])
