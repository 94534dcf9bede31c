"""The report of a class: progress and attendance of a period, with what is missing in it (R-101, R-109)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto

from journal import gate
from journal.at_risk.rule import LEAST
from journal.context import Ctx
from journal.diary.averages import rounded
from journal.errors import NotFoundError
from journal.model.diary import Missed
from journal.model.papers import ChildResults
from journal.model.people import Person, Unit
from journal.model.school import Period
from journal.model.span import Span
from journal.papers.results import results_of
from journal.policy import Permission
from journal.ports import Work

FAILED, SATISFACTORY, GOOD, BEST = 2, 3, 4, 5


class Success(StrEnum):
    """How a student does in all subjects together."""

    EXCELLENT = auto()
    GOOD = auto()
    # A single three among fours and fives.
    ONE_THREE = auto()
    SATISFACTORY = auto()
    FAILING = auto()
    # No mark to tell by.
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One student: what the family reads too, the marks of the period by subject, and how it all stands."""

    results: ChildResults
    given: dict[str, str]
    success: Success
    # The lowest mark of all subjects.
    lowest: int | None = None

    @property
    def missed(self) -> Missed:
        return self.results.missed


@dataclass(frozen=True, slots=True)
class ClassReport:
    unit: Unit
    period: Period
    periods: tuple[Period, ...]
    # The days of the period so far.
    span: Span
    subjects: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    teacher: Person | None
    # Students without a mark, by subject: the report cannot tell of them.
    without_marks: dict[str, int]
    # Lessons over without a register.
    without_register: int
    # From which mark on a student without a lower one counts as learning well.
    quality_from: int

    @property
    def counts(self) -> Counter[Success]:
        return Counter(row.success for row in self.rows)

    @property
    def known(self) -> int:
        return sum(row.success is not Success.UNKNOWN for row in self.rows)

    @property
    def pass_rate(self) -> int | None:
        """Per cent of those known who fail in nothing."""
        return _share(self.known - self.counts[Success.FAILING], self.known)

    @property
    def quality(self) -> int | None:
        """Per cent of those known without a mark below `quality_from` (G11)."""
        well = sum(row.lowest is not None and row.lowest >= self.quality_from for row in self.rows)
        return _share(well, self.known)

    @property
    def complete(self) -> bool:
        return not self.without_marks and not self.without_register


async def report(ctx: Ctx, unit_id: int, period_id: int = 0) -> ClassReport:
    """The report of a period that has begun (0: the latest), for whoever reports of the whole class."""
    async with ctx.reading() as work:
        return await report_of(work, unit_id, period_id)


async def report_of(work: Work, unit_id: int, period_id: int) -> ClassReport:
    """The same within a unit of work. Raises `NotFoundError` for a period that is none of the class's."""
    await gate.unit(work, unit_id, Permission.VIEW_CLASS)
    unit = await gate.unit(work, unit_id, Permission.MAKE_REPORTS)
    of_year = await work.periods.of_year(unit.year_id)
    periods = [one for one, grades in of_year if unit.grade in grades and one.starts_on <= work.today]
    chosen = next((one for one in reversed(periods) if period_id in (0, one.id)), None)
    if chosen is None:
        raise NotFoundError(kind="period")
    span = Span(chosen.starts_on, min(chosen.ends_on, work.today))
    members = await work.people.members(unit.id, work.today)
    found = await results_of(work, unit, members, span)
    given = await work.papers.results([one.id for one in members], chosen.id)
    taught = await work.diary.subjects([one.id for one in members], span)
    subjects = tuple(sorted({name for own in taught.values() for name in own.values()}))
    rows = tuple(_row(one, given.get(one.child.student_id, {})) for one in found)
    return ClassReport(
        unit,
        chosen,
        tuple(periods),
        span,
        subjects,
        rows,
        await work.messages.class_teacher(unit.id, work.today),
        _without_marks(rows, taught),
        await work.papers.without_register(unit.id, span, work.now),
        work.regulation.marks.quality_from,
    )


def success(values: Sequence[int]) -> Success:
    """How somebody with these marks of the period does. Pure."""
    if not values:
        return Success.UNKNOWN
    if min(values) <= FAILED:
        return Success.FAILING
    if min(values) == BEST:
        return Success.EXCELLENT
    if min(values) == GOOD:
        return Success.GOOD
    return Success.ONE_THREE if list(values).count(SATISFACTORY) == 1 else Success.SATISFACTORY


def overall(one: ChildResults) -> Decimal | None:
    """The mean of the averages of all subjects."""
    known = [item.average for item in one.subjects if item.average is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def _row(one: ChildResults, given: dict[str, str]) -> ReportRow:
    """Where the mark of the period is not set yet, its average stands for it, as for those who need help."""
    values = {
        it.subject: rounded(it.average)
        for it in one.subjects
        if it.average is not None and sum(map(str.isdecimal, it.marks)) >= LEAST
    }
    values |= {subject: int(value) for subject, value in given.items() if value.isdecimal()}
    return ReportRow(one, given, success(list(values.values())), min(values.values(), default=None))


def _without_marks(rows: Sequence[ReportRow], taught: dict[int, dict[int, str]]) -> dict[str, int]:
    lacking: Counter[str] = Counter()
    for row in rows:
        marked = {item.subject for item in row.results.subjects if item.marks} | row.given.keys()
        lacking.update(set(taught[row.results.child.student_id].values()) - marked)
    # A subject that nobody has a mark in is taught without marks.
    return {name: count for name, count in sorted(lacking.items()) if count < len(rows)}


def _share(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
