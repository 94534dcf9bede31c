"""The closing of a period as the deputy head sees it: who has not set what, reminders, pages to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from journal import gate
from journal.context import Ctx
from journal.errors import StaleError
from journal.events import ResultReminderDue
from journal.model.marks import ResultKind
from journal.model.people import Person, by_person
from journal.model.periods import Assessment, PageProgress, Place, Shelf
from journal.model.results import ResultDraft, ResultSheet
from journal.periods.own import gathered
from journal.periods.page import load, located
from journal.policy import Permission, Scope, allows
from journal.ports import Work
from journal.reminding import PEACE, record_fresh


@dataclass(frozen=True, slots=True)
class TeacherPages:
    """What one teacher has not set; `reminded_at` is when the teacher was last reminded of it today."""

    teacher: Person
    pages: tuple[PageProgress, ...]
    reminded_at: datetime | None = None

    @property
    def left(self) -> int:
        return sum(item.left for item in self.pages)


@dataclass(frozen=True, slots=True)
class Board:
    """An assessment of the school, or of the own class: by teacher, and the pages nobody teaches.

    `managed` says that whoever looks may remind, open pages and set the last day.
    """

    shelf: Shelf
    known: tuple[Assessment, ...]
    gaps: tuple[TeacherPages, ...]
    orphans: tuple[PageProgress, ...]
    peace: datetime
    managed: bool

    @property
    def to_remind(self) -> int:
        return sum(gap.reminded_at is None or gap.reminded_at <= self.peace for gap in self.gaps)

    def of(self, person_id: int) -> TeacherPages | None:
        return next((gap for gap in self.gaps if gap.teacher.id == person_id), None)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many teachers are reminded now, and how many were a little while ago."""

    now: int
    before: int


async def board(ctx: Ctx, kind: ResultKind | None = None, period_id: int = 0) -> Board | None:
    """The board of an assessment, by default the one at hand; None where nothing is assessed.

    A class teacher sees the own class. Raises as the gate does.
    """
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.CONTROL_JOURNALS)
        shelf, known = await gathered(work, None, kind, period_id)
        if shelf is None:
            return None
        seen = Shelf(shelf.assessment, shelf.verdict, tuple(one for one in shelf.pages if _sees(reach, one)))
        gaps = await _reminded(work, seen, gaps_of(seen))
        return Board(
            seen,
            tuple(known),
            gaps,
            tuple(item for item in seen.pages if item.left and not item.teachers),
            work.now - PEACE,
            allows(Permission.OPEN_ENTRY, work.actor, (), work.regulation),
        )


async def view(ctx: Ctx, place: Place) -> ResultSheet:
    """A page as it stands, to be looked at: figures and set marks, nobody's draft (R-054)."""
    async with ctx.reading() as work:
        page, assessment = await located(work, place, Permission.VIEW_JOURNAL)
        return await load(work, page, assessment, ResultDraft())


async def remind(ctx: Ctx, kind: ResultKind, period_id: int = 0, person_id: int | None = None) -> Reminded:
    """Remind every teacher with marks to set (or one); nobody twice an hour."""
    async with ctx.writing() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        shelf, _ = await gathered(work, None, kind, period_id)
        if shelf is None:
            raise StaleError()
        await work.serialise("result_reminder", work.today.toordinal())
        asked = [gap.teacher.id for gap in gaps_of(shelf) if person_id in (None, gap.teacher.id)]
        events = [_event(work, shelf, person) for person in asked]
        fresh = await record_fresh(work, events)
        if fresh:
            people = [event.person_id for event in fresh]
            after = {"assessment": shelf.assessment.code, "teachers": people}
            work.audit("results.remind", "year", shelf.assessment.year_id, after=after)
            await work.commit()
        return Reminded(len(fresh), len(events) - len(fresh))


def gaps_of(shelf: Shelf) -> list[TeacherPages]:
    """What is not set, by teacher in the order of names. Pure."""
    left = ((teacher, item) for item in shelf.pages if item.left for teacher in item.teachers)
    return [TeacherPages(teacher, tuple(pages)) for teacher, pages in by_person(left)]


async def _reminded(work: Work, shelf: Shelf, gaps: list[TeacherPages]) -> tuple[TeacherPages, ...]:
    subjects = {gap.teacher.id: _event(work, shelf, gap.teacher.id).subject for gap in gaps}
    told = await work.control.told_at(list(subjects.values()))
    return tuple(TeacherPages(gap.teacher, gap.pages, told.get(subjects[gap.teacher.id])) for gap in gaps)


def _event(work: Work, shelf: Shelf, person_id: int) -> ResultReminderDue:
    return ResultReminderDue(person_id, shelf.assessment.code, work.today.isoformat())


def _sees(reach: Scope, item: PageProgress) -> bool:
    return reach.everything or item.page.class_id in reach.class_ids
