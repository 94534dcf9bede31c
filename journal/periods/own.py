"""The pages of a teacher by assessment: what is set, what is left, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, PageProgress, ResultPage, Shelf
from journal.periods.page import state_of
from journal.periods.stages import assessments, current, gives_results, judge
from journal.policy import Permission
from journal.ports import Work

# Days around the end of a period in which its last day for marks lies.
NEAR = 14


async def shelf(
    ctx: Ctx, kind: ResultKind | None = None, period_id: int = 0
) -> tuple[Shelf | None, list[Assessment]]:
    """The actor's pages of an assessment, and every assessment there is; by default the one at hand.

    None where the actor teaches nothing that is assessed. Raises as the gate does.
    """
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.ENTER_RESULTS)
        return await gathered(work, reach.teacher_id, kind, period_id)


async def gathered(
    work: Work, teacher_id: int | None, kind: ResultKind | None = None, period_id: int = 0
) -> tuple[Shelf | None, list[Assessment]]:
    """The pages of a teacher, or of the whole school, in a constant number of statements."""
    year = await work.periods.year(work.today)
    if year is None:
        return None, []
    pages = [
        page for page in await work.periods.pages(year, teacher_id) if gives_results(page, work.regulation)
    ]
    of_page = await _assessed(work, year, pages)
    known = _together(of_page)
    wanted = next(
        (one for one in known if one.kind is kind and (one.period_id or 0) == period_id),
        current(known, work.now, work.school.zone),
    )
    if wanted is None:
        return None, known
    concerned = [page for page in pages if any(one.code == wanted.code for one in of_page[page.grade])]
    return await _shelf(work, wanted, concerned), known


async def all_assessments(work: Work) -> list[Assessment]:
    """What the school's running year is assessed for, in order of time."""
    year = await work.periods.year(work.today)
    if year is None:
        return []
    return _together(await _assessed(work, year, await work.periods.pages(year)))


async def every_shelf(work: Work) -> list[Shelf]:
    """Every assessment whose time is near, with the pages of the whole school."""
    first, known = await gathered(work, None)
    if first is None:
        return []
    around = [one for one in known if _near(work, one)]
    found = [await gathered(work, None, one.kind, one.period_id or 0) for one in around]
    return [shelf for shelf, _ in found if shelf is not None]


def _near(work: Work, one: Assessment) -> bool:
    """The last day may be within a week of today."""
    last = one.ordered_on or one.ends_on
    return abs((min(last, one.ends_on) - work.today).days) <= NEAR or abs((last - work.today).days) <= NEAR


async def _assessed(work: Work, year: int, pages: Sequence[ResultPage]) -> dict[int, tuple[Assessment, ...]]:
    """What each grade of these pages is assessed for."""
    known = await work.periods.of_year(year)
    orders = await work.periods.orders(year)
    return {
        grade: assessments([one for one, grades in known if grade in grades], orders, grade, work.regulation)
        for grade in {page.grade for page in pages}
    }


def _together(of_grade: dict[int, tuple[Assessment, ...]]) -> list[Assessment]:
    """Every assessment once, in order of time; the year's kinds last."""
    found: dict[str, Assessment] = {}
    for grade in sorted(of_grade):
        for one in of_grade[grade]:
            found.setdefault(one.code, one)
    order = list(ResultKind)
    return sorted(found.values(), key=lambda one: (order.index(one.kind), one.ends_on, one.code))


async def _shelf(work: Work, one: Assessment, pages: Sequence[ResultPage]) -> Shelf:
    day = min(work.today, one.ends_on)
    counts = await work.periods.counts(pages, one, day)
    closed = await work.periods.closures(one.year_id, one)
    teachers = await work.periods.teachers(one.year_id)
    progress = []
    for page in pages:
        key = (page.unit_id, page.subject_id)
        given, students = counts.get(key, (0, 0))
        # An exam is taken in few subjects: a page is concerned once it has a mark.
        if students and (one.kind is not ResultKind.EXAM or given):
            progress.append(
                PageProgress(page, given, students, state_of(closed.get(key)), tuple(teachers.get(key, ())))
            )
    verdict = judge(one, work.regulation, work.now, work.school.zone)
    return Shelf(one, verdict, tuple(progress))
