"""The own plans, and one plan topic by topic."""

from collections.abc import Sequence
from datetime import date

from handlers.deputy.callbacks import PROGRAMME
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.plans.callbacks import PLANS, AskPlanCb, CopyCb, PlansCb, to_plan
from handlers.screen import Button, Screen, Style, bold, italic, screen
from journal.glimpse import cut
from journal.model.plans import PlanRow, RowState
from journal.model.programme import PageProgramme
from journal.plans.mine import OpenPlan
from locales.texts import Texts
from locales.words import inside

# So many pages, and so many topics, stand on one screen.
PAGES = 10
TOPICS = 25
# As much of a topic as a line of a list holds.
TOPIC = 100


def own_plans(pages: Sequence[PageProgramme], number: int, t: Texts) -> Screen:
    """Every page with what is planned, given and left; where there is no plan, that comes first."""
    listed = sorted(pages, key=lambda one: one.has_plan)
    part = page_of(listed, number, PAGES)
    missing = sum(not one.has_plan for one in pages)
    return screen(
        bold(t("Lesson plans")),
        t("No subject is assigned to you this year yet: ask the deputy head.") if not pages else None,
        t.plural("{count} page has no plan yet.", "{count} pages have no plan yet.", missing)
        if missing
        else None,
        *(_figures(one, t) for one in part.shown),
        "" if pages else None,
        t("Open a plan below, or simply send me a file with topics: XLSX, CSV or text.") if pages else None,
        rows=(
            *((Button(_opener(one), to_plan(one.page.unit_id, one.page.subject_id)),) for one in part.shown),
            part.turns(lambda other: PlansCb(page=other).pack(), t),
            (Button(t("Load a plan"), AskPlanCb().pack(), style=Style.MAIN),) if pages else (),
            (back(t),),
        ),
    )


def plan(found: OpenPlan, number: int, t: Texts) -> Screen:
    """The topics in order: given ones with their days, the next one marked."""
    place = found.rows.index(_raw(found)) if found.next is not None else 0
    part = page_of(found.rows, number - 1 if number else place // TOPICS, TOPICS)
    key = (found.page.unit_id, found.page.subject_id)
    return screen(
        bold(named(found.page.unit_name, found.page.subject, t)),
        _sum(found, t) if found.rows else _none(found, t),
        italic(t("The plan of the whole class: this subgroup has none of its own."))
        if found.follows_class
        else None,
        *([""] if found.rows else ()),
        *(_topic(row, found, t) for row in part.shown),
        rows=(
            part.turns(lambda other: to_plan(*key, other + 1), t),
            _ways(found, t),
            (
                Button(t("Lesson plans"), PLANS)
                if found.is_own
                else Button(t("Programme fulfilment"), PROGRAMME),
                back(t),
            ),
        ),
    )


def named(unit: str, subject: str, t: Texts) -> str:
    """`7Б, алгебра`."""
    return t("{unit}, {subject}", unit=unit, subject=inside(subject))


def topic(row: PlanRow, t: Texts) -> str:
    """`12. Степени (3 ч)`."""
    said = f"{row.number}. {cut(row.topic, TOPIC)}"
    hours = t("{count} h", count=row.hours)
    return said if row.hours == 1 else f"{said} ({hours})"


def _opener(one: PageProgramme) -> str:
    return f"{one.page.unit_name}, {inside(one.page.subject)}"


def _figures(one: PageProgramme, t: Texts) -> str:
    page, figures = _opener(one), one.fulfilment
    if figures.hours is None:
        return t("{page}: no plan", page=page)
    return t(
        "{page}: {given} of {hours} hours given, {left} left",
        page=page,
        given=figures.given,
        hours=figures.hours,
        left=figures.left,
    )


def _none(found: OpenPlan, t: Texts) -> str:
    if not found.is_own:
        return t("There is no plan yet.")
    return t("There is no plan yet. Send a file or type the topics, a line each.")


def _sum(found: OpenPlan, t: Texts) -> str:
    return t(
        "Topics: {topics}, hours: {hours}. Given by the plan: {given}, left: {left}.",
        topics=len(found.rows),
        hours=found.hours,
        given=found.lessons,
        left=found.left,
    )


def _raw(found: OpenPlan) -> PlanRow:
    """The next topic as it stands in the plan: several taken together stand at the first of them."""
    wanted = found.next.id if found.next is not None else 0
    return next(row for row in found.rows if row.id == wanted)


def _topic(row: PlanRow, found: OpenPlan, t: Texts) -> str:
    """`✓ 12. Степени (3 ч) · 02.10–07.10`, an arrow where the page stands."""
    days, said = found.given.get(row.id, ()), topic(row, t)
    if row.state is RowState.SKIPPED:
        return t("{topic} · skipped", topic=said)
    if row.state is RowState.JOINED:
        return t("{topic} · together with the one before", topic=said)
    given = f"{said} · {_days(days, t)}" if days else said
    if found.next is not None and row.id == found.next.id:
        return bold(f"→ {given}")
    return f"✓ {given}" if days else said


def _days(days: Sequence[date], t: Texts) -> str:
    """`01.09`, `01.09, 02.09`, and of more lessons the first and the last."""
    said = [t.short_day(day) for day in days]
    return ", ".join(said) if len(said) < 3 else f"{said[0]}–{said[-1]}"


def _ways(found: OpenPlan, t: Texts) -> tuple[Button, ...]:
    unit, subject = found.page.unit_id, found.page.subject_id
    ways = []
    if found.is_own:
        label = t("Load anew") if found.rows else t("Load a plan")
        ways.append(Button(label, AskPlanCb(unit=unit, subject=subject).pack()))
    if found.rows and not found.follows_class:
        ways.append(Button(t("Copy to another class"), CopyCb(unit=unit, subject=subject).pack()))
    return tuple(ways)
