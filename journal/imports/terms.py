"""Lessons of single terms: from a mask of terms to the days they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from journal.imports.problems import Code, Problem, Severity
from journal.imports.rows import LessonRow, PeriodRow
from journal.imports.staging import SchoolImport


def by_dates(staged: SchoolImport, known: Sequence[PeriodRow], from_day: date) -> SchoolImport:
    """The import with every lesson's `term_mask` turned into `since` and `until`.

    A mask of n terms means the n periods of one kind, the file's own or the school's. What is over by
    `from_day` is left out. Where no kind has so many, the lesson holds all the year, and that is reported.
    """
    lessons = staged.of(LessonRow)
    if all(row.term_mask == "1" for row in lessons):
        return staged
    periods = [*staged.of(PeriodRow), *known]
    dated: list[LessonRow] = []
    unknown: dict[int, Problem] = {}
    for row in lessons:
        if row.term_mask == "1":
            dated.append(row)
        elif terms := _terms(periods, len(row.term_mask)):
            dated.extend(_spans(row, terms, from_day))
        else:
            count = len(row.term_mask)
            unknown.setdefault(
                count, Problem(row.place, Code.TERMS_UNKNOWN, Severity.WARNING, {"count": count})
            )
            dated.append(replace(row, term_mask="1"))
    return replace(
        staged,
        rows={**staged.rows, LessonRow.kind: tuple(dated)},
        problems=(*staged.problems, *unknown.values()),
    )


def _terms(periods: Sequence[PeriodRow], count: int) -> list[PeriodRow]:
    """The periods of the kind of which there are so many, in order; none where no kind has."""
    kinds: dict[str, dict[int, PeriodRow]] = {}
    for each in periods:
        kinds.setdefault(each.period_kind, {}).setdefault(each.number, each)
    for found in kinds.values():
        if len(found) == count:
            return sorted(found.values(), key=lambda each: each.starts_on)
    return []


def _spans(row: LessonRow, terms: Sequence[PeriodRow], from_day: date) -> Iterator[LessonRow]:
    """One row for each run of terms that is not over."""
    for held, run in groupby(enumerate(terms), key=lambda item: row.term_mask[item[0]] == "1"):
        span = list(run)
        (first, start), (last, end) = span[0], span[-1]
        since = start.starts_on if first > 0 and start.starts_on > from_day else None
        until = end.ends_on + timedelta(days=1) if last < len(terms) - 1 else None
        if held and (until is None or until > from_day):
            key = row.key if since is None else f"{row.key}|{since:%Y-%m-%d}"
            yield replace(row, key=key, term_mask="1", since=since, until=until)
