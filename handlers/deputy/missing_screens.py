"""Screens of pages without a plan: the list by teacher, and the cards about them."""

from collections.abc import Iterable
from datetime import date

from handlers.deputy.callbacks import PROGRAMME, MissingPlansCb, RemindPlansCb
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, Style, bold, italic, screen
from journal.context import Ctx
from journal.model.programme import PageProgramme
from journal.plans.missing import MissingPlans, PlanGap
from locales.texts import Texts
from locales.words import inside

TEACHERS = 20


def missing(found: MissingPlans, number: int, ctx: Ctx, t: Texts, said: str | None = None) -> Screen:
    """Who has not loaded what; one tap reminds them all. `said` is what a tap just did."""
    part = page_of(found.gaps, number, TEACHERS)
    programme = found.programme
    clause = ctx.regulation.clause("periods.lesson_plan_due")
    return screen(
        bold(t("Without a lesson plan: {year}", year=programme.year.name)),
        italic(by_clause(until(programme.due, t, overdue=programme.due < ctx.today), clause, t)),
        counted(len(programme.without), len(found.gaps), t)
        if programme.without
        else t("Every subject of every class has its plan."),
        *(f"• {_gap(gap, t)}" for gap in part.shown),
        *(t("• nobody teaches it: {page}", page=named([one])) for one in found.orphans if part.is_last),
        italic(said) if said else None,
        rows=(
            _remind(found, t),
            part.turns(lambda page: MissingPlansCb(page=page).pack(), t),
            (Button(t("Programme fulfilment"), PROGRAMME), back(t)),
        ),
    )


def until(due: date, t: Texts, *, overdue: bool) -> str:
    """Until when plans are loaded, or that the day is over."""
    day = t.day(due)
    return (
        t("Plans were to be loaded by {day}.", day=day)
        if overdue
        else t("Plans are loaded by {day}.", day=day)
    )


def counted(pages: int, teachers: int, t: Texts) -> str:
    return t("Without a plan: {pages}, teachers who load them: {teachers}.", pages=pages, teachers=teachers)


def named(pages: Iterable[PageProgramme]) -> str:
    """`алгебра 7А, 7Б; геометрия 8В`: the classes of each subject."""
    units: dict[str, list[str]] = {}
    for one in pages:
        units.setdefault(one.page.subject, []).append(one.page.unit_name)
    return "; ".join(f"{inside(subject)} {', '.join(names)}" for subject, names in units.items())


def _gap(gap: PlanGap, t: Texts) -> str:
    said = f"{gap.teacher.short}: {named(gap.pages)}"
    return t("{gap} (reminded today)", gap=said) if gap.reminded else said


def _remind(found: MissingPlans, t: Texts) -> Row:
    if not found.managed or not found.gaps:
        return ()
    label = (
        t("Remind the teachers ({count})", count=found.to_remind) if found.to_remind else t("Reminded today")
    )
    return (Button(label, RemindPlansCb().pack(), style=Style.MAIN),)
