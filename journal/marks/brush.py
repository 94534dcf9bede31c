"""Painting: what a tap with a brush makes of a student's marks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journal.model.marks import DEBT
from journal.model.painting import MarkDraft, Values
from journal.regulation import Regulation
from journal.regulation.values import MarkKind

ERASER = "x"
# Joins two marks in one brush; «н/а» is a single mark, so the stroke itself cannot.
PAIR = "+"
# One work may be marked for several things, but not for a dozen.
MOST = 3


def numbers(regulation: Regulation) -> Values:
    """The number marks, the best first, as brushes stand."""
    if MarkKind.NUMBER not in regulation.marks.kinds:
        return ()
    return tuple(str(value) for value in sorted(regulation.marks.scale, reverse=True))


def words(regulation: Regulation) -> Values:
    """The marks that are no figures: passed, failed, not assessed, and the debt of a work not handed in."""
    rules = regulation.marks
    passed = (rules.pass_sign, rules.fail_sign) if MarkKind.PASS_FAIL in rules.kinds else ()
    absent = (rules.not_assessed_sign,) if MarkKind.NOT_ASSESSED in rules.kinds else ()
    return (*passed, *absent, DEBT)


def palette(regulation: Regulation) -> Values:
    """Every single value that may be given."""
    return (*numbers(regulation), *words(regulation))


def pairs(regulation: Regulation) -> Values:
    """The brushes of two marks for one work: `5+4`, read 5/4, for what was written and how."""
    return tuple(f"{one}{PAIR}{other}" for one in numbers(regulation) for other in numbers(regulation))


def is_brush(brush: str, regulation: Regulation) -> bool:
    return brush == ERASER or brush in palette(regulation) or brush in pairs(regulation)


def stroke(values: Values, brush: str | None) -> Values:
    """The student's values after a tap with the brush; the same brush again takes its mark away."""
    if brush is None:
        return values
    if brush == ERASER:
        return ()
    if PAIR in brush:
        pair = tuple(brush.split(PAIR))
        return () if values == pair else pair
    if brush in values:
        place = len(values) - 1 - values[::-1].index(brush)
        return values[:place] + values[place + 1 :]
    return (*values, brush) if len(values) < MOST else (*values[1:], brush)


def code(values: Values, regulation: Regulation) -> str:
    """The values as a button carries them: their places in the palette."""
    known = palette(regulation)
    return ".".join(str(known.index(value)) for value in values if value in known)


def decode(text: str, regulation: Regulation) -> Values | None:
    """The values of a button; None for what no button of ours says."""
    if not text:
        return ()
    known, places = palette(regulation), text.split(".")
    if len(places) > MOST or not all(place.isdecimal() and len(place) < 4 for place in places):
        return None
    chosen = [int(place) for place in places]
    return tuple(known[place] for place in chosen) if max(chosen) < len(known) else None


def painted(draft: MarkDraft, student_id: int, values: Values, seen: int) -> MarkDraft:
    """The draft after a tap drawn at draft revision `seen`; a re-sent or outrun tap changes nothing."""
    known, at = draft.painted.get(student_id, ((), 0))
    if at > seen or known == values:
        return draft
    revision = draft.revision + 1
    return replace(draft, painted={**draft.painted, student_id: (values, revision)}, revision=revision)


def given(draft: MarkDraft, marks: Iterable[tuple[int, Values]]) -> MarkDraft:
    """The draft with typed marks put beside the painted ones."""
    revision = draft.revision + 1
    touched = {student: (values, revision) for student, values in marks}
    return replace(draft, painted={**draft.painted, **touched}, revision=revision)
