"""What the regulation has against a period mark: few marks, missing works, a gap from the average. Pure."""

from collections.abc import Collection

from journal.model.marks import ResultKind
from journal.model.results import Flaws, Grounds
from journal.periods.grounds import counts as is_mark
from journal.regulation import Regulation
from journal.regulation.values import Enforcement, MarkKind, WorkForm

# An exam and a final mark rest on themselves and on the year's mark, not on a number of marks.
_BY_MARKS = (ResultKind.PERIOD, ResultKind.YEAR)


def values(regulation: Regulation) -> tuple[str, ...]:
    """Every value that may be given, the best mark first."""
    marks = regulation.marks
    numbers = [str(value) for value in sorted(marks.scale, reverse=True)]
    return (
        *(numbers if MarkKind.NUMBER in marks.kinds else ()),
        *((marks.pass_sign, marks.fail_sign) if MarkKind.PASS_FAIL in marks.kinds else ()),
        *((marks.not_assessed_sign,) if MarkKind.NOT_ASSESSED in marks.kinds else ()),
        *((marks.exempt_sign,) if MarkKind.EXEMPT in marks.kinds else ()),
    )


def flaws(
    kind: ResultKind,
    value: str | None,
    grounds: Grounds,
    held: Collection[WorkForm],
    regulation: Regulation,
) -> Flaws:
    """What speaks against the value; None is the value suggested.

    `held` are the forms of work that the page had in those days: nobody lacks a work that was never given.
    """
    rules = regulation.periods
    said = value if value is not None else grounds.suggested
    if said is not None and not is_mark(said, regulation):
        return Flaws()
    few = (
        kind in _BY_MARKS
        and rules.min_marks_enforcement is not Enforcement.OFF
        and grounds.figures.count < rules.min_marks
    )
    missing = tuple(
        form
        for form in WorkForm
        if kind in _BY_MARKS
        and form in rules.required_kinds
        and form in held
        and not grounds.figures.forms.get(form)
    )
    gap = None
    if said is not None and said.isdecimal() and grounds.basis is not None:
        away = abs(int(said) - grounds.basis)
        gap = away if away > regulation.marks.reason_gap else None
    blocked = few and rules.min_marks_enforcement is Enforcement.REFUSE
    return Flaws(few, rules.min_marks if few else 0, blocked, missing, gap)


__all__ = ["flaws", "is_mark", "values"]
