"""The programme in words: which pages are asked for, how far each is, by how many hours it is behind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handlers.deputy.callbacks import ProgrammeCb, View
from handlers.diary.screens.parts import period_title
from journal.model.programme import PageProgramme, Programme
from locales.texts import Texts
from locales.words import inside


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pages a screen or a file is about, and what they are called."""

    head: str
    pages: tuple[PageProgramme, ...]


def choose(found: Programme, asked: ProgrammeCb, t: Texts) -> Chosen:
    """The pages of the subject or class asked for, or all."""
    match asked.view:
        case View.SUBJECT:
            pages = tuple(one for one in found.pages if one.page.subject_id == asked.of)
            return Chosen(pages[0].page.subject if pages else "", pages)
        case View.CLASS:
            pages = tuple(one for one in found.pages if one.page.class_id == asked.of)
            return Chosen(classes(found).get(asked.of, ("", 0))[0], pages)
        case View.DIFFERING:
            return Chosen(t("Hours unlike the curriculum"), found.differing)
    return Chosen(t("Programme fulfilment"), found.pages)


def subjects(found: Programme) -> dict[int, tuple[str, int]]:
    """Every subject with its name and how many of its pages are behind, in the order of names."""
    pages = sorted(found.pages, key=lambda one: one.page.subject)
    return _counted(pages, lambda one: one.page.subject_id, lambda one: one.page.subject)


def classes(found: Programme) -> dict[int, tuple[str, int]]:
    """The same of every class; a subgroup's page is its class's."""
    names = {one.page.class_id: one.page.unit_name for one in found.pages}
    names |= {one.page.unit_id: one.page.unit_name for one in found.pages if one.page.unit_id in names}
    return _counted(found.pages, lambda one: one.page.class_id, lambda one: names[one.page.class_id])


def standing(one: PageProgramme, t: Texts) -> str:
    """`25 из 28 ч, отстаёт на 3 часа`, with what stands behind it."""
    figures = one.fulfilment
    said = [t("{given} of {planned} h", given=figures.given, planned=figures.planned)]
    if figures.behind > 0:
        said.append(t.plural("behind by {count} hour", "behind by {count} hours", figures.behind))
    elif figures.behind < 0:
        said.append(t.plural("ahead by {count} hour", "ahead by {count} hours", -figures.behind))
    why = [
        t("cancelled {count}", count=figures.cancelled) if figures.cancelled else "",
        t("not filled in {count}", count=figures.unfilled) if figures.unfilled else "",
        "" if one.has_plan else t("no plan"),
    ]
    reasons = ", ".join(filter(None, why))
    return f"{', '.join(said)} ({reasons})" if reasons else ", ".join(said)


def teachers(one: PageProgramme) -> str:
    return ", ".join(teacher.short for teacher in one.teachers)


def days(found: Programme, t: Texts) -> str:
    """`1 четверть: 1 сентября – 14 октября`."""
    said = t.days(found.span.first, found.span.last)
    return f"{period_title(found.period, t)}: {said}" if found.period else said


def signed(one: PageProgramme) -> str:
    """`−3` behind, `+1` ahead."""
    hours = -one.fulfilment.behind
    return f"+{hours}" if hours > 0 else f"−{-hours}" if hours < 0 else "0"


def named(one: PageProgramme) -> str:
    return f"{one.page.unit_name}, {inside(one.page.subject)}"


def _counted(
    pages: Iterable[PageProgramme],
    key: Callable[[PageProgramme], int],
    name: Callable[[PageProgramme], str],
) -> dict[int, tuple[str, int]]:
    found: dict[int, tuple[str, int]] = {}
    for one in pages:
        late = found.get(key(one), ("", 0))[1] + (one.fulfilment.behind > 0)
        found[key(one)] = (name(one), late)
    return found
