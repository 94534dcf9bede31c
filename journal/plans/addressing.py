"""Whose plan a file is: its rows by the pages they name, or the pages it may be for. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journal.errors import InvalidError
from journal.imports.names import class_key, fold
from journal.imports.problems import Code, Problem, Severity
from journal.model.periods import ResultPage
from journal.plans.wanted import Line, Reading, Wanted

Addressed = tuple[ResultPage, list[Wanted]]


def all_of(reading: Reading) -> list[Wanted]:
    return [line.wanted for line in reading.lines]


def for_page(reading: Reading, page: ResultPage) -> list[Wanted]:
    """The rows for a page that was chosen by hand: those that name it, or all where only one is named.

    Raises `InvalidError("plan_of_others")` where the file names several pages, and not this one.
    """
    if len({_named(line) for line in reading.lines}) <= 1:
        return all_of(reading)
    rows = [line.wanted for line in reading.lines if _means(line, page)]
    if not rows:
        raise InvalidError("plan_of_others")
    return rows


def fitting(reading: Reading, own: Sequence[ResultPage], file: str = "") -> list[ResultPage]:
    """The own pages that contradict nothing the file says; all of them where none fits.

    Of several, those whose subject the file's name has in it. Raises `InvalidError("no_own_pages")` where
    there is no page at all.
    """
    if not own:
        raise InvalidError("no_own_pages")
    found = [page for page in own if all(_means(line, page) for line in reading.lines)] or list(own)
    return [page for page in found if fold(page.subject) in fold(file)] or found


def named(reading: Reading, own: Sequence[ResultPage]) -> tuple[list[Addressed], Reading]:
    """Every own page that the file names with its rows; rows of other pages become problems.

    Raises `InvalidError("plan_of_others")` where it names none of the own ones.
    """
    found: dict[int, Addressed] = {}
    strange: dict[tuple[str | None, ...], list[Line]] = {}
    for line in reading.lines:
        place = _place(line, own)
        if place is None:
            strange.setdefault(_named(line), []).append(line)
        else:
            found.setdefault(place, (own[place], []))[1].append(line.wanted)
    if not found:
        raise InvalidError("plan_of_others")
    problems = (*reading.problems, *map(_not_own, strange.values()))
    return list(found.values()), replace(reading, problems=problems)


def _place(line: Line, own: Sequence[ResultPage]) -> int | None:
    """The page a line names; the class itself before a subgroup of it."""
    places = [place for place, page in enumerate(own) if _means(line, page)]
    return min(places, key=lambda place: (own[place].unit_id != own[place].class_id, place), default=None)


def _means(line: Line, page: ResultPage) -> bool:
    """Whether what the line says of subject, class and subgroup is true of the page."""
    subject = line.subject is None or fold(line.subject) == fold(page.subject)
    unit = line.unit is None or class_key(page.unit_name).startswith(class_key(line.unit))
    part = line.part is None or fold(line.part) in fold(page.unit_name)
    return subject and unit and part


def _named(line: Line) -> tuple[str | None, ...]:
    return line.subject, line.unit, line.part


def _not_own(lines: Sequence[Line]) -> Problem:
    first = lines[0]
    said = ", ".join(_said(first))
    return Problem(first.place, Code.PAGE_NOT_OWN, Severity.ERROR, {"page": said, "rows": len(lines)})


def _said(line: Line) -> Iterable[str]:
    return (said for said in (line.unit, line.part, line.subject) if said)
