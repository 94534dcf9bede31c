"""From results to printed pages: every figure in the words of the family's own screens."""

from collections.abc import Sequence
from itertools import groupby

from handlers.diary.screens.parts import happening_cells, presence, task_text, work_name
from handlers.papers.letters import text_for
from journal.context import Ctx
from journal.model.attendance import Absence
from journal.model.debts import Debt, DebtKind
from journal.model.diary import Missed
from journal.model.lessons import Homework
from journal.model.papers import ChildResults, SubjectResults
from journal.papers.letter import InformationLetter
from journal.papers.weekly import Pages
from locales.texts import Texts
from locales.words import inside
from reports import papers as forms
from reports.papers import LetterPage, WeekPage


async def week(ctx: Ctx, found: Pages, t: Texts) -> bytes:
    """A PDF of the week, a page for each child."""
    return await forms.week_pages(
        ctx.school.name,
        t("Results of the week, {days}", days=t.days(found.span.first, found.span.last)),
        ctx.today,
        found.teacher.short if found.teacher else "",
        [page(one, ctx, t) for one in found.children],
        t,
    )


async def letter(ctx: Ctx, found: InformationLetter, t: Texts) -> bytes:
    """A PDF of the letter, a page for each family."""
    return await forms.letters(
        ctx.school.name,
        ctx.today,
        found.teacher.short if found.teacher else "",
        [
            LetterPage(f"{one.student.listed}, {found.unit.name}", text_for(found, one, t))
            for one in found.families
        ],
        t,
    )


def missed(found: Missed, t: Texts) -> str:
    """`Пропущено уроков: 5, без уважительной причины: 1. Опозданий: 2.`"""
    said = t(
        "Lessons missed: {count}, without a valid reason: {missing}.",
        count=found.lessons,
        missing=found.lessons - found.excused,
    )
    late = t("Late: {count}.", count=found.late)
    return f"{said} {late}" if found.late else said


def page(one: ChildResults, ctx: Ctx, t: Texts) -> WeekPage:
    """The page of one child."""
    child = one.child
    return WeekPage(
        f"{child.last_name} {child.first_name}, {child.unit_name}",
        [_subject(item, t) for item in one.subjects if item.marks],
        [_absence(item, t) for item in one.absences],
        missed(one.missed, t) if one.missed.lessons else "",
        [(_until(debt, t), _owed(debt, ctx, t)) for debt in one.debts],
        [(t.dated(it.date), it.subject, work_name(it.kind, ctx.regulation, t)) for it in one.works],
        _tasks(one.homework, t),
        [(t.day(notice.sent_on), notice.text) for notice in one.notices],
        [happening_cells(item, t) for item in one.events],
    )


def _tasks(found: Sequence[Homework], t: Texts) -> list[tuple[str, list[tuple[str, str]]]]:
    """Day by day; `found` stands in order."""
    return [
        (t.dated(day), [(task.subject, task_text(task, t)) for task in of_day])
        for day, of_day in groupby(found, lambda task: task.due)
    ]


def _subject(one: SubjectResults, t: Texts) -> tuple[str, str, str]:
    return one.subject, "  ".join(one.marks), t.average(one.average) if one.average is not None else "–"


def _absence(one: Absence, t: Texts) -> tuple[str, str, str]:
    return t.dated(one.date), f"{one.slot}. {one.subject}", presence(one, t)


def _until(debt: Debt, t: Texts) -> str:
    return t.day(debt.until) if debt.until is not None else "–"


def _owed(debt: Debt, ctx: Ctx, t: Texts) -> str:
    """`Алгебра, контрольная работа 07.10: можно пересдать`."""
    what = {
        DebtKind.RETAKE: t("may be retaken"),
        DebtKind.UNSUBMITTED: t("not handed in"),
        DebtKind.MISSED: t("missed, to be written"),
    }[debt.kind]
    work = debt.work
    name = work.title or inside(work_name(work.kind, ctx.regulation, t))
    said = t("{subject}, {work} {day}", subject=work.subject, work=name, day=t.short_day(work.date))
    return f"{said}: {what}"
