"""What a period mark rests on: average, number and kinds of marks, earlier results, the suggestion. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from journal.diary.averages import average, rounded
from journal.model.marks import Mark, ResultKind
from journal.model.periods import Assessment
from journal.model.results import Figures, Grounds
from journal.regulation import Regulation
from journal.regulation.values import WorkForm


def figures(marks: Iterable[Mark], regulation: Regulation) -> Figures:
    """The weighted mean, and how many marks count, by kind and form of work (R-054).

    A debt and «not assessed» are no marks.
    """
    counted = [mark for mark in marks if counts(mark.value, regulation)]
    kinds = Counter(mark.kind for mark in counted)
    forms: Counter[WorkForm] = Counter()
    for kind, count in kinds.items():
        if (known := regulation.marks.work_types.get(kind)) is not None:
            forms[known.form] += count
    return Figures(average(counted), len(counted), tuple(kinds.most_common()), dict(forms))


def counts(value: str, regulation: Regulation) -> bool:
    """Whether the value is a mark: a number, a pass or a fail."""
    return value.isdecimal() or value in (regulation.marks.pass_sign, regulation.marks.fail_sign)


def grounds(
    assessment: Assessment,
    earlier: Mapping[str, str],
    known: Sequence[Assessment],
    marks: Sequence[Mark],
    regulation: Regulation,
) -> Grounds:
    """What the mark of one student rests on.

    `earlier` holds the student's results in the subject by the codes of the assessments `known`; `marks` are
    those of the assessment's days.
    """
    found = figures(marks, regulation)
    if assessment.kind is ResultKind.PERIOD:
        said = [mark.value for mark in marks if counts(mark.value, regulation)]
        return Grounds(found, _suggested(found.average, said, regulation), found.average)
    parts = tuple((one, earlier[one.code]) for one in known if one.code in earlier and one != assessment)
    if assessment.kind is ResultKind.EXAM:
        return Grounds(found, None, None, parts)
    rests_on = (
        [value for code, value in earlier.items() if code.startswith(f"{ResultKind.PERIOD}:")]
        if assessment.kind is ResultKind.YEAR
        else [earlier[kind] for kind in (ResultKind.YEAR, ResultKind.EXAM) if kind in earlier]
    )
    basis = _mean(rests_on)
    return Grounds(found, _suggested(basis, rests_on, regulation), basis, parts)


def _suggested(basis: Decimal | None, said: Sequence[str], regulation: Regulation) -> str | None:
    """The mark that the mean points to, halves going up; of passes and fails what most of them are."""
    rules = regulation.marks
    if basis is not None:
        return str(min(max(rounded(basis), rules.scale[0]), rules.scale[-1]))
    passed, failed = said.count(rules.pass_sign), said.count(rules.fail_sign)
    if not passed and not failed:
        return None
    return rules.pass_sign if passed > failed else rules.fail_sign


def _mean(values: Sequence[str]) -> Decimal | None:
    numbers = [Decimal(value) for value in values if value.isdecimal()]
    return sum(numbers, Decimal(0)) / len(numbers) if numbers else None


def held_forms(marks: Iterable[Mark], regulation: Regulation) -> frozenset[WorkForm]:
    """The forms of work that anybody of the page was marked for."""
    types = regulation.marks.work_types
    return frozenset(types[mark.kind].form for mark in marks if mark.kind in types)
