"""Which entries contradict each other, and which only seem to."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.control.integrity.rules import contradictions
from journal.model.attendance import AbsenceNote, NoteStatus, Presence
from journal.model.integrity import Contradiction, Facts, Flaw, Free, MarkAt, Taken
from journal.model.marks import DEBT

DAY = date(2026, 10, 14)
ANYA, BORIS = 201, 202
EVERYBODY = frozenset({ANYA, BORIS})
P, A, L = Presence.PRESENT, Presence.ABSENT, Presence.LATE
NOTE = AbsenceNote(1, ANYA, DAY, DAY, "ill", NoteStatus.ACCEPTED, 301, datetime(2026, 10, 13, tzinfo=UTC))


def lesson(
    slot: int, status: Presence = P, *, explained: bool = False, number: int = 0, day: date = DAY
) -> Taken:
    """Anya's register of that slot, an hour long; Boris is always there."""
    starts = datetime.combine(day, time(8), UTC) + timedelta(hours=slot)
    return Taken(
        number or slot,
        11,
        day,
        slot,
        starts,
        starts + timedelta(minutes=45),
        EVERYBODY,
        {} if status is P else {ANYA: status},
        frozenset({ANYA}) if explained else frozenset(),
    )


def day(*statuses: Presence) -> tuple[Taken, ...]:
    return tuple(lesson(slot, status) for slot, status in enumerate(statuses, 1))


def check(facts: Facts) -> list[tuple[Flaw, tuple[int, ...]]]:
    return [(each.flaw, each.lessons) for each in contradictions(facts)]


@pytest.mark.parametrize(
    ("statuses", "asked"),
    [
        ((P, P, P), (1, 2, 3)),
        ((A, A, A), None),
        ((A, P, P), None),
        ((P, A, A), (1,)),
        ((A, L, P), None),
        ((A, P, A), (2,)),
    ],
)
def test_presence_despite_an_accepted_note_is_asked_about_unless_the_child_came_after_all(
    statuses: tuple[Presence, ...], asked: tuple[int, ...] | None
) -> None:
    found = [lessons for flaw, lessons in check(Facts(day(*statuses), (NOTE,))) if flaw is Flaw.DESPITE_NOTE]
    assert found == ([asked] if asked else [])


@pytest.mark.parametrize(
    "note",
    [
        replace(NOTE, reason="will_be_late"),
        replace(NOTE, reason="mistake"),
        replace(NOTE, student_id=999),
        replace(NOTE, starts_on=DAY + timedelta(days=1), ends_on=DAY + timedelta(days=1)),
        replace(NOTE, from_slot=4),
    ],
)
def test_a_note_that_does_not_say_absent_of_that_lesson_contradicts_nothing(note: AbsenceNote) -> None:
    assert check(Facts(day(P, P, P), (note,))) == []


def test_two_lessons_at_once_are_found_and_those_one_after_another_are_not() -> None:
    same = replace(lesson(1), lesson_id=7)
    assert check(Facts((lesson(1), lesson(2)))) == []
    found = check(Facts((lesson(1), same)))
    assert found == [(Flaw.TWO_LESSONS, (1, 7))] * 2
    # Two parts of a class have different students.
    parts = (replace(lesson(1), expected=frozenset({ANYA})), replace(same, expected=frozenset({BORIS})))
    assert check(Facts(parts)) == []
    assert check(Facts((lesson(1), replace(same, statuses={ANYA: A, BORIS: A})))) == []


@pytest.mark.parametrize(
    ("statuses", "asked"),
    [
        ((P, A, P), [(2,)]),
        ((P, A, A, P), [(2, 3)]),
        ((P, A, P, A, P), [(2,), (4,)]),
        ((A, P, P), []),
        ((P, P, A), []),
        ((A, P, A), []),
        ((L, A, P), [(2,)]),
        ((P, A), []),
    ],
)
def test_a_student_who_vanishes_for_a_while_is_asked_about(
    statuses: tuple[Presence, ...], asked: list[tuple[int, ...]]
) -> None:
    assert check(Facts(day(*statuses))) == [(Flaw.FLICKER, lessons) for lessons in asked]


def test_an_absence_with_a_reason_is_no_riddle() -> None:
    assert check(Facts((lesson(1), lesson(2, A, explained=True), lesson(3)))) == []


def test_days_are_never_taken_for_one() -> None:
    days = [DAY + timedelta(days=number) for number in range(3)]
    one_each = tuple(
        lesson(1, status, number=number, day=each)
        for number, (each, status) in enumerate(zip(days, (P, A, P), strict=True), 1)
    )
    assert check(Facts(one_each)) == []


@pytest.mark.parametrize(
    ("status", "mark", "asked"),
    [
        (A, MarkAt(5, 1, ANYA, "4"), True),
        (P, MarkAt(5, 1, ANYA, "4"), False),
        (L, MarkAt(5, 1, ANYA, "4"), False),
        (A, MarkAt(5, 1, ANYA, DEBT), False),
        (A, MarkAt(5, 1, ANYA, "4", later=True), False),
        (A, MarkAt(5, 9, ANYA, "4"), False),
    ],
)
def test_a_mark_of_somebody_absent_is_asked_about(status: Presence, mark: MarkAt, asked: bool) -> None:
    found = contradictions(Facts(day(status), marks=(mark,)))
    assert [(each.flaw, each.object_id) for each in found] == ([(Flaw.MARK_WHILE_ABSENT, 5)] if asked else [])


def test_a_lesson_on_a_day_off_is_asked_about() -> None:
    assert check(Facts(free=(Free(3, 11, DAY),))) == [(Flaw.DAY_OFF, (3,))]


STATUSES = st.lists(st.sampled_from(list(Presence)), min_size=1, max_size=8)


@given(STATUSES, st.booleans())
def test_whatever_stands_in_a_day_each_question_is_put_once_and_about_its_own_lessons(
    statuses: list[Presence], noted: bool
) -> None:
    facts = Facts(day(*statuses), (NOTE,) if noted else ())
    found = contradictions(facts)
    assert len({each.key for each in found}) == len(found)
    numbers = {one.lesson_id for one in facts.registers}
    assert all(each.lessons and set(each.lessons) <= numbers for each in found)


@given(STATUSES, st.permutations(range(8)))
def test_the_order_in_which_the_registers_are_read_changes_nothing(
    statuses: list[Presence], order: list[int]
) -> None:
    registers = day(*statuses)
    shuffled = tuple(registers[place] for place in order if place < len(registers))
    assert _keys(Facts(shuffled, (NOTE,))) == _keys(Facts(registers, (NOTE,)))


@given(STATUSES)
def test_putting_right_what_was_found_leaves_nothing_to_ask(statuses: list[Presence]) -> None:
    """Each way on that the screens offer ends its question, and none of them raises another."""
    registers = day(*statuses)
    for _ in range(len(registers) + 1):
        found = contradictions(Facts(registers, (NOTE,)))
        if not found:
            return
        registers = tuple(_mended(one, found[0]) for one in registers)
    raise AssertionError(found)


def _mended(one: Taken, found: Contradiction) -> Taken:
    if one.lesson_id not in found.lessons:
        return one
    return replace(one, statuses={ANYA: A} if found.flaw is Flaw.DESPITE_NOTE else {})


def _keys(facts: Facts) -> set[str]:
    return {each.key for each in contradictions(facts)}
