"""Screens of those who need help."""

from collections.abc import Sequence

from handlers.at_risk.callbacks import ALL, RiskCb, RiskSubjectsCb, TellCb
from handlers.at_risk.words import need
from handlers.attendance.screens import names
from handlers.classroom.callbacks import ClassCb
from handlers.diary.screens.parts import period_title
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.at_risk import Told
from journal.context import Ctx
from journal.model.at_risk import Concern, Concerns
from journal.model.forecast import ClassPages
from journal.model.people import Role, Unit
from journal.policy import Permission, scope_of
from locales.texts import Texts
from locales.words import inside

# Families told one by one on the screen itself; all of them are told by one button.
MOST = 20


def sees_whole(ctx: Ctx, unit_id: int) -> bool:
    """Whether all subjects of the class are in the reader's reach; the gate decides about each thing."""
    reach = scope_of(Permission.ANALYSE, ctx.actor, ctx.regulation)
    return reach.everything or unit_id in reach.class_ids


def classes(units: Sequence[Unit], ctx: Ctx, t: Texts) -> Screen:
    """Which class."""
    buttons = [Button(unit.name, RiskCb(unit=unit.id).pack()) for unit in units]
    asked = t("Who needs help: which class?") if units else t("No class is in your hands this year.")
    return screen(bold(asked), rows=(*grid(buttons, 6), (back(t),)))


def pages(found: ClassPages, ctx: Ctx, t: Texts) -> Screen:
    """Which subject of the class."""
    unit = found.unit
    buttons = [
        Button(page.subject, RiskCb(unit=unit.id, subject=page.subject_id).pack()) for page in found.pages
    ]
    whole = (Button(t("All subjects"), RiskCb(unit=unit.id).pack()),) if sees_whole(ctx, unit.id) else ()
    empty = None if buttons else t("No subject of this class is in the workload yet.")
    return screen(
        bold(t("{unit}: who needs help in which subject?", unit=unit.name)),
        empty,
        rows=(whole, *grid(buttons), (Button(t("Other classes"), ALL), back(t))),
    )


def concerns(found: Concerns, ctx: Ctx, t: Texts) -> Screen:
    """Who, why, and whether the family knows; a tap tells it."""
    labels = names([one.student for one in found.students])
    pairs = list(zip(found.students, labels, strict=True))
    return screen(
        bold(_head(found, t)),
        italic(period_title(found.period, t)) if found.period else None,
        *([_line(one, label, ctx, t) for one, label in pairs] or [_nobody(found, t)]),
        _who_tells(found, ctx, t),
        rows=(*_tell(found, pairs, t), *_ways(found, ctx, t)),
    )


def asking(found: Concerns, asked: TellCb, t: Texts) -> Screen:
    """What the families will read, before anything goes."""
    chosen = [one for one in found.students if asked.student in (0, one.student.id) and one.told_at is None]
    labels = names([one.student for one in chosen])
    again = RiskCb(unit=asked.unit, subject=asked.subject).pack()
    if not chosen:
        return screen(t("These families were told already."), rows=((Button(t("Back"), again), back(t)),))
    return screen(
        bold(t("Tell the families? They hear of it once in a period.")),
        *(f"{label}: {need(one.need, t)}" for one, label in zip(chosen, labels, strict=True)),
        rows=(
            (Button(t("Tell"), asked.model_copy(update={"sure": True}).pack(), style=Style.MAIN),),
            (Button(t("Back"), again), back(t)),
        ),
    )


def told(outcome: Told, t: Texts) -> str:
    """How many families hear of it now."""
    if not outcome.now:
        return t("These families were told already.")
    return t.plural("{count} family is told.", "{count} families are told.", outcome.now)


def _head(found: Concerns, t: Texts) -> str:
    if found.page is None:
        return t("{unit}: who needs help", unit=found.unit.name)
    return t("{unit}, {subject}: who needs help", unit=found.unit.name, subject=inside(found.page.subject))


def _nobody(found: Concerns, t: Texts) -> str:
    if found.period is None:
        return t("No period runs now.")
    return t("Nobody: averages and absences are as they should be.")


def _line(one: Concern, label: str, ctx: Ctx, t: Texts) -> str:
    said = f"{label}: {need(one.need, t)}"
    if one.told_at is None:
        return said
    return t("{line}. The family was told on {day}.", line=said, day=t.short_day(ctx.school.day(one.told_at)))


def _who_tells(found: Concerns, ctx: Ctx, t: Texts) -> str | None:
    """Where the reader may not tell the families: whose word it is by the school's rules."""
    if found.may_tell or not found.students:
        return None
    clause = ctx.regulation.clause("access.failing_alert_by")
    if Role.TEACHER in ctx.regulation.access.failing_alert_by:
        said = t("The subject teacher tells the family. You can write to it yourself.")
    else:
        said = t("The class teacher tells the family.")
    return by_clause(said, clause, t)


def _tell(found: Concerns, pairs: Sequence[tuple[Concern, str]], t: Texts) -> tuple[Row, ...]:
    if not found.may_tell:
        return ()
    page = found.page.subject_id if found.page else 0

    def data(student: int) -> str:
        return TellCb(unit=found.unit.id, subject=page, student=student).pack()

    untold = [(one, label) for one, label in pairs if one.told_at is None]
    rows = grid(Button(f"✉ {label}", data(one.student.id)) for one, label in untold[:MOST])
    if len(untold) > 1:
        everybody = t("Tell all the families ({count})", count=len(untold))
        return (*rows, (Button(everybody, data(0), style=Style.MAIN),))
    return rows


def _ways(found: Concerns, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    unit = found.unit.id
    subjects = Button(t("By subject"), RiskSubjectsCb(unit=unit).pack())
    if ctx.actor.heads(unit):
        return ((subjects, Button(t("The class's day"), ClassCb(unit=unit).pack())), (back(t),))
    return ((subjects, Button(t("Other classes"), ALL)), (back(t),))
