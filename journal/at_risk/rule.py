"""When a student needs help: failing by marks (G10), or away too much. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from journal.diary.averages import average, numeric
from journal.marks.failing import fails
from journal.model.at_risk import Need, Weak
from journal.model.attendance import Absence, Presence
from journal.model.marks import Mark
from journal.regulation import Regulation

# One mark is no average yet: a single two would alarm a family in the first week.
LEAST = 2


def need(
    marks: Iterable[Mark],
    results: Mapping[int, str],
    absences: Iterable[Absence],
    regulation: Regulation,
    today: date,
) -> Need:
    """What is wrong with one student's marks, period results (by subject) and absences of a period.

    An absence nobody has explained counts as one without reason only when the family was asked about it for
    as many days as the regulation says; those of today do not count at all, their day is not over.
    """
    missed = [one for one in absences if one.status is Presence.ABSENT and one.date < today]
    asked_until = today - timedelta(days=regulation.attendance.nudge_days)
    unexcused = sum(one.date < asked_until if one.reason is None else not one.reason.valid for one in missed)
    return Need(
        weak=tuple(weak(marks, results, regulation)),
        missed=len(missed),
        unexcused=unexcused,
        missed_much=len(missed) >= regulation.attendance.missed_lessons_threshold,
    )


def weak(marks: Iterable[Mark], results: Mapping[int, str], regulation: Regulation) -> list[Weak]:
    """The failing subjects, the lowest first; a period's mark speaks louder than the average."""
    by_subject: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_subject[mark.subject_id].append(mark)
    found = []
    for subject, given in by_subject.items():
        mean, result = average(given), results.get(subject)
        count = sum(numeric(mark) is not None for mark in given)
        low = mean is not None and count >= LEAST and mean < regulation.marks.failing_average
        if fails(result, regulation) if result is not None else low:
            found.append(Weak(subject, given[0].subject, mean, count, result))
    return sorted(found, key=lambda item: (item.average is None, item.average, item.subject))
