"""Which entries of the journal contradict each other. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from journal.absences.rules import Said, reason_of
from journal.model.attendance import AbsenceNote, Reason
from journal.model.integrity import Contradiction, Facts, Flaw, Free, MarkAt, Taken
from journal.model.marks import DEBT


def contradictions(facts: Facts) -> list[Contradiction]:
    """Everything in the facts that cannot all be true, each once."""
    days = _days(facts.registers)
    found = [
        *despite_notes(facts.notes, days),
        *disputed(facts.notes, days),
        *two_lessons(days),
        *flickers(days),
        *marks_while_absent(facts.marks, facts.registers),
        *on_days_off(facts.free),
    ]
    return list({each.key: each for each in reversed(found)}.values())[::-1]


def despite_notes(notes: Iterable[AbsenceNote], days: Sequence[Sequence[Taken]]) -> Iterator[Contradiction]:
    """Students who stand as present at lessons of which an accepted note says that they will be away.

    One finding for a note and a day, whatever the number of lessons: it is one question. Whoever came in the
    end after all, and stayed, contradicts nobody.
    """
    for note in notes:
        if reason_of(note) in (None, Reason.WILL_BE_LATE):
            continue
        for day in days:
            covered = [
                one for one in day if note.covers(one.date, one.slot) and note.student_id in one.expected
            ]
            seen = [one for one in covered if one.there(note.student_id)]
            if seen and not _came_later(covered, note.student_id):
                yield _finding(Flaw.DESPITE_NOTE, seen, note.student_id, note.id, f"{note.id}:{seen[0].date}")


def disputed(notes: Iterable[AbsenceNote], days: Sequence[Sequence[Taken]]) -> Iterator[Contradiction]:
    """Absences that the class teacher agreed to be errors, and that stand all the same."""
    for note in notes:
        if note.reason != Said.MISTAKE:
            continue
        for day in days:
            standing = [one for one in day if note.covers(one.date, one.slot) and one.away(note.student_id)]
            if standing:
                yield _finding(
                    Flaw.DISPUTED, standing, note.student_id, note.id, f"{note.id}:{standing[0].date}"
                )


def two_lessons(days: Sequence[Sequence[Taken]]) -> Iterator[Contradiction]:
    """Students who stand as present at two lessons that run at the same time."""
    for day in days:
        attended: dict[int, list[Taken]] = defaultdict(list)
        for one in day:
            for student in one.expected:
                if one.there(student):
                    attended[student].append(one)
        for student, own in sorted(attended.items()):
            for one, other in pairwise(own):
                if other.starts_at < one.ends_at:
                    key = f"{student}:{one.lesson_id}:{other.lesson_id}"
                    yield _finding(Flaw.TWO_LESSONS, (one, other), student, None, key)


def flickers(days: Sequence[Sequence[Taken]]) -> Iterator[Contradiction]:
    """Students who were there, then not, then there again on one day, and nobody knows why."""
    for day in days:
        for student in sorted({student for one in day for student in one.statuses}):
            own = [one for one in day if student in one.expected]
            for run in _gaps(own, student):
                if not any(student in one.explained for one in run):
                    yield _finding(Flaw.FLICKER, run, student, None, f"{student}:{run[0].lesson_id}")


def marks_while_absent(marks: Iterable[MarkAt], registers: Iterable[Taken]) -> Iterator[Contradiction]:
    """Marks of lessons at which the student was absent; a debt is no mark, and later work has its own day.

    One question about a student and a lesson, however many marks.
    """
    taken = {one.lesson_id: one for one in registers}
    for mark in marks:
        register = taken.get(mark.lesson_id)
        if register is not None and register.away(mark.student_id) and mark.value != DEBT and not mark.later:
            key = mark_key(mark.lesson_id, mark.student_id)
            yield _finding(Flaw.MARK_WHILE_ABSENT, (register,), mark.student_id, mark.mark_id, key)


def mark_key(lesson_id: int, student_id: int) -> str:
    """What a mark of an absent student is known by."""
    return f"{lesson_id}:{student_id}"


def on_days_off(free: Iterable[Free]) -> Iterator[Contradiction]:
    """Lessons where the calendar has none."""
    for lesson in free:
        key = f"{Flaw.DAY_OFF}:{lesson.lesson_id}"
        yield Contradiction(key, Flaw.DAY_OFF, lesson.class_id, lesson.date, (lesson.lesson_id,))


def _days(registers: Iterable[Taken]) -> list[list[Taken]]:
    """The registers day by day, in the order of the lessons."""
    ordered = sorted(registers, key=attrgetter("date", "starts_at", "slot", "lesson_id"))
    days: dict[object, list[Taken]] = defaultdict(list)
    for one in ordered:
        days[one.date].append(one)
    return list(days.values())


def _gaps(own: Sequence[Taken], student: int) -> list[list[Taken]]:
    """Each row of lessons the student was away from, having been there before it and after it."""
    runs: list[list[Taken]] = []
    for one in own:
        if not runs or runs[-1][-1].away(student) is not one.away(student):
            runs.append([])
        runs[-1].append(one)
    return [run for run in runs[1:-1] if run[0].away(student)]


def _came_later(covered: Sequence[Taken], student: int) -> bool:
    """First away, then there to the end: the child came after all, and both entries are true."""
    runs = [there for there, _ in groupby(covered, lambda one: one.there(student))]
    return runs == [False, True]


def _finding(
    flaw: Flaw, registers: Sequence[Taken], student: int, object_id: int | None, key: str
) -> Contradiction:
    first = registers[0]
    lessons = tuple(one.lesson_id for one in registers)
    return Contradiction(f"{flaw}:{key}", flaw, first.class_id, first.date, lessons, student, object_id)
