"""The information letter for parents: a template or own words, with the figures of each child."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.messages.monthly import Figures, figures_of
from journal.messages.sending import checked
from journal.model.access import Awaited
from journal.model.people import Person, Unit
from journal.model.span import Span
from journal.policy import Permission
from journal.ports import Work

OWN_WORDS = "papers_letter"
PATIENCE = timedelta(days=1)
# What the figures are of in the holidays.
DAYS = timedelta(days=29)


class Template(StrEnum):
    RESULTS = "r"
    ABSENCES = "a"
    MEETING = "m"
    # What the class teacher wrote.
    OWN = "o"


@dataclass(frozen=True, slots=True)
class Addressed:
    """What identifies a letter: of which class, about whom (0: everybody), in which words."""

    unit_id: int
    student_id: int
    template: Template
    # The own words.
    text: str = ""


@dataclass(frozen=True, slots=True)
class InformationLetter:
    """The letter as it would be printed: a page for each of the `families`."""

    what: Addressed
    unit: Unit
    span: Span
    teacher: Person | None
    families: tuple[Figures, ...]


async def students(ctx: Ctx, unit_id: int) -> tuple[Unit, list[Person]]:
    """About whom a letter may be."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.PRINT_FOR_FAMILY)
        return unit, await work.people.members(unit.id, work.today)


async def letter(
    ctx: Ctx, unit_id: int, student_id: int, template: Template, asked: Awaited | None
) -> InformationLetter:
    """The letter to look at; what is typed next becomes its words."""
    what = addressed(unit_id, student_id, template, asked)
    async with ctx.writing() as work:
        found = await letter_of(work, what)
        await _keep(work, what)
        return found


async def to_print(ctx: Ctx, what: Addressed) -> InformationLetter:
    """The letter that somebody asked for, with the figures of today."""
    async with ctx.reading() as work:
        return await letter_of(work, what)


async def reword(ctx: Ctx, asked: Awaited, text: str) -> InformationLetter:
    """Put own words in place of the template's. Raises as `checked`."""
    said = checked(text, ())
    what = Addressed(asked.number("unit"), asked.number("student"), Template.OWN, said)
    async with ctx.writing() as work:
        found = await letter_of(work, what)
        await _keep(work, what)
        return found


def addressed(unit_id: int, student_id: int, template: Template, asked: Awaited | None) -> Addressed:
    """The letter a button means. Raises `StaleError("paper_words_gone")` where its words are not kept."""
    if template is not Template.OWN:
        return Addressed(unit_id, student_id, template)
    kept = asked.payload if asked is not None and asked.kind == OWN_WORDS else {}
    text = kept.get("text")
    if kept.get("unit") != unit_id or not isinstance(text, str) or not text:
        raise StaleError("paper_words_gone")
    return Addressed(unit_id, student_id, template, text)


async def letter_of(work: Work, what: Addressed) -> InformationLetter:
    """The letter with the figures of today, for whoever may print for these families."""
    unit = await gate.unit(work, what.unit_id, Permission.PRINT_FOR_FAMILY)
    running = await work.periods.running(unit.year_id, unit.grade, work.today)
    span = Span(running.starts_on if running is not None else work.today - DAYS, work.today)
    families = await figures_of(work, unit, span)
    if what.student_id:
        families = [one for one in families if one.student.id == what.student_id]
        if not families:
            raise NotFoundError(kind="student")
    teacher = await work.messages.class_teacher(unit.id, work.today)
    return InformationLetter(what, unit, span, teacher, tuple(families))


async def _keep(work: Work, what: Addressed) -> None:
    kept = {"unit": what.unit_id, "student": what.student_id, "text": what.text}
    await work.inputs.expect(OWN_WORDS, kept, patience=PATIENCE)
    await work.commit()
