"""The debts of a child: each with its last day and its teacher, what was put right, what lies ahead."""

from collections.abc import Iterable, Sequence
from datetime import date

from handlers.debts.callbacks import DebtsCb
from handlers.diary.callbacks import Look, MarkCb, to_page
from handlers.diary.screens.parts import teacher_name, work_name
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, bold, grid, italic, screen
from journal.context import Ctx
from journal.model.ahead import PlannedWork
from journal.model.debts import Debt, DebtBook, DebtKind, OwnWork, Retaken
from journal.model.marks import DEBT
from journal.model.people import Child
from journal.regulation import Regulation
from journal.regulation.values import RetakeCounts
from locales.texts import Texts
from locales.words import inside

# What was put right stays on the screen this far back.
SHOWN = 5


def book(found: DebtBook, siblings: Sequence[Child], ctx: Ctx, t: Texts) -> Screen:
    """Everything owed by kind, then what was put right, then the control works of two weeks."""
    child = found.child
    return screen(
        bold(t("{child}: debts", child=child.first_name)),
        *(_owed(found.debts, ctx, t) or [_none(t)]),
        *_put_right(found.retaken, ctx.regulation, t),
        *_ahead(found.ahead, ctx.regulation, t),
        rows=(
            *grid(_openers(found.debts)),
            _links(child, t),
            tuple(Button(one.first_name, DebtsCb(student=one.student_id).pack()) for one in siblings),
            (back(t),),
        ),
    )


def counted(debts: Sequence[Debt], t: Texts) -> str | None:
    """`Долги: 2 (алгебра, физика)`, a line of the first screen."""
    if not debts:
        return None
    names = ", ".join(dict.fromkeys(inside(debt.work.subject) for debt in debts))
    return t("Debts: {count} ({subjects})", count=len(debts), subjects=names)


def _none(t: Texts) -> str:
    return t("No debts. What is to be retaken or handed in will stand here.")


def _owed(debts: Sequence[Debt], ctx: Ctx, t: Texts) -> list[str]:
    heads = {
        DebtKind.RETAKE: t("May be retaken"),
        DebtKind.UNSUBMITTED: t("Not handed in"),
        DebtKind.MISSED: t("Missed tests"),
    }
    lines: list[str] = []
    for kind, head in heads.items():
        if of_kind := [debt for debt in debts if debt.kind is kind]:
            lines += ["", bold(head), *(line for debt in of_kind for line in _debt(debt, ctx, t))]
    return lines


def _debt(debt: Debt, ctx: Ctx, t: Texts) -> list[str]:
    """The work with its mark, then until when and with whom."""
    said = _work(debt.work, ctx.regulation, t)
    if debt.kind is DebtKind.RETAKE and debt.mark is not None:
        said = t("{work}: {mark}", work=said, mark=debt.mark.value)
    return [said, italic(" · ".join(_terms(debt, ctx, t)))]


def _terms(debt: Debt, ctx: Ctx, t: Texts) -> list[str]:
    terms = [_until(debt, ctx.today, t), teacher_name(debt.work.teacher)]
    if debt.next_lesson is not None:
        day = ctx.school.day(debt.next_lesson)
        at = t.clock(debt.next_lesson, ctx.school.zone)
        terms.append(t("next lesson {day}, {time}", day=t.dated(day), time=at))
    return terms


def _until(debt: Debt, today: date, t: Texts) -> str:
    until = debt.until
    if until is None and debt.kind is DebtKind.MISSED:
        return t("the teacher will set the day")
    if until is None:
        return t("agree on a day with the teacher")
    if until < today:
        return t("was due by {day}, ask the teacher", day=t.short_day(until))
    return t("until {day}", day=t.short_day(until))


def _put_right(found: Sequence[Retaken], regulation: Regulation, t: Texts) -> list[str]:
    if not found:
        return []
    lines = [
        t("{work}: {before} → {after}", work=_work(one.work, regulation, t), before=one.before, after=after)
        for one in found[:SHOWN]
        for after in [one.mark.value]
    ]
    return ["", bold(t("Corrected")), *lines, italic(_counts(regulation, t))]


def _counts(regulation: Regulation, t: Texts) -> str:
    """What a retaken mark counts as."""
    return {
        RetakeCounts.REPLACES: t("The new mark counts instead of the old one."),
        RetakeCounts.BOTH: t("Both marks count."),
    }[regulation.marks.retake_counts]


def _ahead(works: Iterable[PlannedWork], regulation: Regulation, t: Texts) -> list[str]:
    lines = [
        t(
            "{day}: {subject}, {work}",
            day=t.dated(item.date),
            subject=inside(item.subject),
            work=inside(work_name(item.kind, regulation, t)),
        )
        for item in works
    ]
    none = t("None is planned in the next two weeks.")
    return ["", bold(t("Tests in the next two weeks")), *(lines or [none])]


def _work(work: OwnWork, regulation: Regulation, t: Texts) -> str:
    name = work.title or inside(work_name(work.kind, regulation, t))
    return t("{subject}, {work} {day}", subject=work.subject, work=name, day=t.short_day(work.date))


def _openers(debts: Iterable[Debt]) -> list[Button]:
    return [
        Button(_opener(debt.work.subject, debt.mark.value), MarkCb(mark=debt.mark.id).pack())
        for debt in debts
        if debt.mark is not None
    ]


def _opener(subject: str, value: str) -> str:
    """`2 · Алгебра`; a debt is no mark to be read."""
    return subject if value == DEBT else f"{value} · {subject}"


def _links(child: Child, t: Texts) -> Row:
    student = child.student_id
    return (
        Button(t("Marks"), to_page(student, Look.MARKS)),
        Button(t("Events"), to_page(student, Look.EVENTS)),
    )
