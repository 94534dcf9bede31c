"""What is said next about a child's day, given what was said before."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.attendance import AbsenceNote, NoteStatus, Presence
from journal.model.news import AttendanceDay, AttendanceForm, LessonPresence
from journal.model.people import Child
from notifications.attendance.words import Reader, Word, next_word

DAY = date(2026, 10, 14)
MORNING = datetime(2026, 10, 14, 5, 30, tzinfo=UTC)
ANYA = Child(201, "Аня", "Иванова", 11, "7Б")
OLGA, IGOR = Reader(301), Reader(302)
SIGNS = {"+": Presence.PRESENT, "-": Presence.ABSENT, "l": Presence.LATE, "?": None, "o": Presence.ABSENT}


def day(signs: str, *notes: AbsenceNote) -> AttendanceDay:
    """`-+?`: absent at lesson 1, present at 2, nothing told of 3; `o` is absent by the school's own order."""
    lessons = tuple(
        LessonPresence(slot, slot, "Алгебра", MORNING + timedelta(hours=slot), SIGNS[sign], sign == "o")
        for slot, sign in enumerate(signs, 1)
    )
    return AttendanceDay(ANYA, DAY, lessons, notes)


def note(status: NoteStatus = NoteStatus.SENT, account: int = 301, **more: Any) -> AbsenceNote:
    return AbsenceNote(1, 201, DAY, DAY, "ill", status, account, MORNING, **more)


def story(*days: AttendanceDay, reader: Reader = OLGA) -> list[Word | None]:
    """The words that follow from seeing these states of one day one after another."""
    told: dict[str, Any] = {}
    words = []
    for seen in days:
        word = next_word(seen, told, reader)
        told = word.told if word else told
        words.append(word)
    return words


def last(*days: AttendanceDay, reader: Reader = OLGA) -> Word | None:
    return story(*days, reader=reader)[-1]


def test_a_child_who_is_there_is_no_news() -> None:
    assert last(day("+++")) is None


def test_an_absence_is_a_new_message_that_later_lessons_edit() -> None:
    first, second = story(day("-??"), day("--?"))
    assert first
    assert first.news.form is AttendanceForm.ABSENT
    assert first.living
    assert not first.edits
    assert second
    assert second.edits
    assert [lesson.slot for lesson in second.news.absent] == [1, 2]


def test_the_same_state_is_told_once() -> None:
    assert last(day("-??"), day("-??")) is None


def test_an_arrival_is_a_new_message_beside_the_living_one() -> None:
    word = last(day("-??"), day("-+?"))
    assert word
    assert word.news.form is AttendanceForm.ARRIVED
    assert not word.edits
    assert not word.living
    assert word.news.arrived
    assert word.news.arrived.slot == 2
    assert word.news.known


def test_a_late_arrival_is_an_arrival() -> None:
    word = last(day("-??"), day("-l?"))
    assert word
    assert word.news.form is AttendanceForm.ARRIVED


def test_absence_and_arrival_that_become_known_together_are_one_message() -> None:
    word = last(day("-+?"))
    assert word
    assert word.news.form is AttendanceForm.ARRIVED
    assert word.living
    assert not word.news.known


def test_a_child_who_was_there_and_is_not_any_more_always_sounds() -> None:
    word = last(day("+-?"))
    assert word
    assert word.news.form is AttendanceForm.VANISHED
    assert word.loud
    assert word.living
    assert word.news.seen
    assert word.news.seen.slot == 1


def test_vanishing_after_an_arrival_sounds_again_and_so_does_the_next_arrival() -> None:
    *_, vanished, back = story(day("-???"), day("-+??"), day("-+-?"), day("-+-+"))
    assert vanished
    assert vanished.news.form is AttendanceForm.VANISHED
    assert vanished.loud
    assert back
    assert back.news.form is AttendanceForm.ARRIVED
    assert back.news.arrived
    assert back.news.arrived.slot == 4


def test_an_absence_after_an_all_clear_sounds_again() -> None:
    word = last(day("--?"), day("-+?"), day("--?"))
    assert word
    assert word.news.form is AttendanceForm.ABSENT
    assert word.replaces
    assert word.loud
    assert slots(word.news.absent) == {1, 2}


def test_a_register_put_right_becomes_an_apology_in_place() -> None:
    word = last(day("-??"), day("+??"))
    assert word
    assert word.news.form is AttendanceForm.CORRECTED
    assert word.edits
    assert not word.news.late


def test_absent_put_right_to_late_says_so() -> None:
    word = last(day("-??"), day("l??"))
    assert word
    assert word.news.form is AttendanceForm.CORRECTED
    assert [lesson.slot for lesson in word.news.late] == [1]


def test_after_an_apology_a_real_absence_is_a_new_message() -> None:
    word = last(day("-??"), day("+??"), day("+-?"))
    assert word
    assert word.news.form is AttendanceForm.VANISHED
    assert not word.edits


def test_one_of_two_absences_put_right_edits_the_message() -> None:
    word = last(day("--?"), day("?-?"), day("+-?"))
    assert word
    assert word.edits
    assert [lesson.slot for lesson in word.news.absent] == [2]


def test_a_correction_that_still_waits_its_hold_changes_nothing() -> None:
    assert last(day("-??"), day("???")) is None


def test_an_absence_entered_late_for_an_earlier_lesson_joins_the_message() -> None:
    word = last(day("?-+"), day("--+"))
    assert word
    assert word.edits
    assert [lesson.slot for lesson in word.news.absent] == [1, 2]


def test_who_gave_the_reason_is_not_told_of_it_the_other_parent_is_quietly() -> None:
    assert last(day("-??", note())) is None
    word = last(day("-??", note()), reader=IGOR)
    assert word
    assert word.quiet
    assert word.news.note


def test_a_declined_reason_is_no_reason() -> None:
    word = last(day("-??", note(NoteStatus.DECLINED)))
    assert word
    assert not word.quiet


def test_a_note_for_the_first_lesson_does_not_cover_the_third() -> None:
    covered = note(from_slot=1, to_slot=1)
    word = last(day("-??", covered), day("-?-", covered))
    assert word
    assert word.living
    assert not word.quiet


def test_a_reason_given_by_one_parent_edits_the_message_of_the_other() -> None:
    word = last(day("-??"), day("-??", note()), reader=IGOR)
    assert word
    assert word.edits
    assert word.news.note
    assert word.news.note.status is NoteStatus.SENT


def test_a_decision_edits_the_message_again() -> None:
    word = last(day("-??"), day("-??", note()), day("-??", note(NoteStatus.ACCEPTED)))
    assert word
    assert word.edits
    assert word.news.note
    assert word.news.note.status is NoteStatus.ACCEPTED


def test_a_child_sent_away_by_the_school_raises_no_alarm() -> None:
    assert last(day("oo?")) is None


def test_coming_back_from_an_olympiad_is_no_arrival() -> None:
    assert last(day("oo+")) is None


@pytest.mark.parametrize(("lateness", "told"), [(False, False), (True, True)])
def test_lateness_is_told_to_those_who_asked_for_it(lateness: bool, told: bool) -> None:
    word = last(day("l??"), reader=Reader(301, lateness=lateness))
    assert (word is not None) is told


def mentioned(word: Word) -> set[int]:
    """The lessons that its text says the child is not at."""
    news = word.news
    silent = news.form in (AttendanceForm.CORRECTED, AttendanceForm.LATE)
    return set() if silent or (news.form is AttendanceForm.ARRIVED and news.known) else slots(news.absent)


def slots(lessons: Iterable[LessonPresence]) -> set[int]:
    return {lesson.slot for lesson in lessons}


@given(st.lists(st.text("+-l?", min_size=3, max_size=3), min_size=1, max_size=6))
def test_whatever_is_entered_when_a_family_can_read_of_each_absence(days: list[str]) -> None:
    chat: list[set[int]] = []
    living, told = -1, dict[str, Any]()
    for signs in days:
        word = next_word(day(signs), told, OLGA)
        if word is not None:
            told = word.told
            if word.edits:
                chat[living] = mentioned(word)
            else:
                if word.replaces:
                    chat[living] = set()
                chat.append(mentioned(word))
                living = len(chat) - 1 if word.living else living
        missed = {slot for slot, sign in enumerate(signs, 1) if sign == "-"}
        assert missed <= set().union(*chat)


def test_lateness_is_told_once() -> None:
    reader = Reader(301, lateness=True)
    assert last(day("l??"), day("l+?"), reader=reader) is None


def test_whoever_wants_no_absences_hears_of_none() -> None:
    assert last(day("--+"), reader=Reader(301, absences=False)) is None
