"""How good the forecast is: against repeating the average and the last mark, on held-out data of two kinds.

The demo's generator lives through a whole quarter with seeds that nothing was tuned on; the public marks of
Portuguese pupils (UCI 320, three a year on a scale of 0 to 20) are read where they lie beside the repository.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

from sqlalchemy import select

from bench.table import Figure, show
from bot.demo.history import Given, HistoryMaker
from bot.demo.plans import make_plans
from bot.demo.seed.draft import LONG_AGO, SCHOOL, draft
from bot.demo.seed.institution import QUARTERS
from bot.demo.snapshot import fresh_school
from journal.forecast.rule import USUAL, Doubt, forecast
from storage.engine import open_engine
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore

SCALE, MIDDLE, LEAST = (2, 3, 4, 5), 4.0, 3
HELD_OUT, CUTS = (101, 102, 103), (0.4, 0.6, 0.8)
UCI = Path(__file__).parents[2] / "shared" / "data" / "uci"
UCI_SCALE = tuple(range(21))
# A scale of twenty and three marks a year are another world: its doubt was chosen on the odd rows only.
UCI_DOUBT = Doubt(prior=0.0, spread=1.0, spread_marks=4.0, teacher=0.3, fading=0.15)

Marks = list[tuple[int, Decimal]]


@dataclass(frozen=True, slots=True)
class Case:
    """What was known, and what came of it."""

    marks: Marks
    passed: float
    truth: int


@dataclass(frozen=True, slots=True)
class Scored:
    """One way of forecasting over many cases: `chances` of every case by mark."""

    chances: list[dict[int, float]]
    truths: list[int]

    @property
    def likeliest(self) -> list[int]:
        return [max(one, key=lambda mark: one[mark]) for one in self.chances]

    @property
    def error(self) -> float:
        pairs = zip(self.likeliest, self.truths, strict=True)
        return sum(abs(said - truth) for said, truth in pairs) / len(self.truths)

    @property
    def right(self) -> float:
        pairs = zip(self.likeliest, self.truths, strict=True)
        return sum(said == truth for said, truth in pairs) / len(self.truths)

    @property
    def brier(self) -> float:
        """Mean squared distance of all chances from what came: 0 is perfect, 2 is surely wrong."""
        total = sum(
            sum((chance - (mark == truth)) ** 2 for mark, chance in one.items())
            for one, truth in zip(self.chances, self.truths, strict=True)
        )
        return total / len(self.truths)

    def reliability(self) -> Iterator[tuple[float, float, int]]:
        """For tenths of the chance of the likeliest mark: said, came true, how many."""
        bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for one, said, truth in zip(self.chances, self.likeliest, self.truths, strict=True):
            bins[min(9, int(one[said] * 10))].append((one[said], said == truth))
        for _, found in sorted(bins.items()):
            yield (
                sum(chance for chance, _ in found) / len(found),
                sum(came for _, came in found) / len(found),
                len(found),
            )


async def measure() -> None:
    for cut in CUTS:
        cases = [case for seed in HELD_OUT for case in await _quarter(seed, cut)]
        _report(f"forecast demo {round(cut * 100)}", cases, _ways(SCALE, MIDDLE, USUAL))
    if not UCI.is_dir():
        print(f"\nforecast: the public marks are not at {UCI}, so they were not judged")
        return
    for name in ("mat", "por"):
        _, even = _public(UCI / f"student-{name}.csv")
        _report(f"forecast uci {name}", even, _ways(UCI_SCALE, 10.0, UCI_DOUBT))


def _ways(scale: Sequence[int], middle: float, doubt: Doubt) -> dict[str, Callable[[Case], dict[int, float]]]:
    def sure(mark: int) -> dict[int, float]:
        return {each: float(each == mark) for each in scale}

    def mean(case: Case) -> int:
        total = sum((value * weight for value, weight in case.marks), Decimal(0))
        average = total / sum((weight for _, weight in case.marks), Decimal(0))
        return int(average.quantize(Decimal(1), rounding=ROUND_HALF_UP))

    return {
        "forecast": lambda case: dict(forecast(case.marks, scale, middle, case.passed, doubt).chances),
        "repeat the average": lambda case: sure(mean(case)),
        "repeat the last": lambda case: sure(case.marks[-1][0]),
    }


def _report(title: str, cases: list[Case], ways: dict[str, Callable[[Case], dict[int, float]]]) -> None:
    truths = [case.truth for case in cases]
    scored = {name: Scored([way(case) for case in cases], truths) for name, way in ways.items()}
    rows = [
        Figure(f"{name}, {what}", unit, (value,))
        for name, found in scored.items()
        for what, unit, value in (
            ("mean error", "marks", found.error),
            ("right", "share", found.right),
            ("Brier", "0…2", found.brier),
        )
    ]
    show(f"{title}: {len(cases)} cases", rows)
    for said, came, count in scored["forecast"].reliability():
        print(f"    said {said:.2f}, came true {came:.2f} ({count})")


async def _quarter(seed: int, cut: float) -> list[Case]:
    """Every student and subject of a quarter lived through with that seed, known up to the cut."""
    first, last = QUARTERS[0]
    by_page: dict[tuple[int, int], list[tuple[date, int, Decimal]]] = defaultdict(list)
    for day, student, subject, value, weight in await _lived(seed, last):
        by_page[student, subject].append((day, value, weight))
    known_until = first + timedelta(days=round((last - first).days * cut))
    cases = []
    for found in by_page.values():
        marks = [(value, weight) for day, value, weight in found if day <= known_until]
        if len(marks) >= LEAST:
            cases.append(Case(marks, cut, _rounded((value, weight) for _, value, weight in found)))
    return cases


async def _lived(seed: int, last: date) -> list[tuple[date, int, int, int, Decimal]]:
    """Date, student, subject, value and weight of every mark up to that day, oldest first."""
    path, _ = await fresh_school(Path("var/bench/forecast"))
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    try:
        async with SqlStore(engine).connection() as db:
            rows = await db.all(
                select(lessons).where(lessons.c.date <= last).order_by(lessons.c.starts_at, lessons.c.id)
            )
            given = [
                Given(row.id, row.unit_id, row.subject_id - 1, row.date, row.slot, row.starts_at, row.ends_at)
                for row in rows
            ]
            made = draft(db)
    finally:
        await engine.dispose()
    plans = make_plans(((item.unit_id, item.course) for item in given), made.courses, LONG_AGO, {})
    over = SCHOOL.moment(last + timedelta(days=1), LONG_AGO.time())
    history = HistoryMaker(Random(seed), made.roster, made.courses, plans, over).make(given)
    weights = {work["id"]: Decimal(work["weight"]) for work in history.works}
    return [
        (mark["date"], mark["student_id"], mark["subject_id"], int(mark["value"]), weights[mark["work_id"]])
        for mark in history.marks
    ]


def _rounded(marks: Iterable[tuple[int, Decimal]]) -> int:
    known = list(marks)
    average = sum((value * weight for value, weight in known), Decimal(0)) / sum(w for _, w in known)
    return int(average.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _public(path: Path) -> tuple[list[Case], list[Case]]:
    """The odd rows, to tune on, and the even ones, to judge by.

    The final mark there is no mean of the two before it, so that nothing of it is earned yet.
    """
    with path.open(encoding="utf-8", newline="") as file:
        cases = [
            Case([(int(row["G1"]), Decimal(1)), (int(row["G2"]), Decimal(1))], 0.0, int(row["G3"]))
            for row in csv.DictReader(file, delimiter=";")
        ]
    return cases[0::2], cases[1::2]
