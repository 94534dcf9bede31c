"""What puts each kind of push right: an edit, or a new message in its place where it must be heard."""

import inspect
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journal.model.attendance import NoteStatus
from journal.model.control import RequestStatus
from journal.model.lessons import LessonStatus
from journal.model.news import GivenMark, Kind
from journal.model.outbox import Lane, Push, Told
from journal.model.results import ToldResult
from notifications.absences import NoteFacts
from notifications.areas import TELLERS
from tests.notifications.samples import made, sample

# What is told once: there is nothing to put right, or what follows is news of its own.
TOLD_ONCE = {
    Kind.NOTE_DECIDED: "each decision answers another word of the family, and stays to be read",
    Kind.ABSENCE_NUDGE: "a question asked again; the answer changes it under the tap",
    Kind.HOMEWORK_MISSING: "homework that comes later is news by itself",
    Kind.RESULTS_DUE: "sums up a moment; each page in it opens as it stands",
    Kind.RESULTS_OVERDUE: "sums up a moment; the board opens as it stands",
    Kind.PLANS_MISSING: "sums up a moment; the list opens as it stands",
    Kind.PLANS_DUE: "sums up a moment; each page in it opens as it stands",
    Kind.RESULT_DECIDED: "the end of the matter",
    Kind.ENTRY_REMINDER: "sums up a moment; each lesson in it opens as it stands",
    Kind.ENTRY_DECIDED: "the end of the matter",
    Kind.PRINTOUTS_DUE: "sums up a week; the papers open as they stand",
    Kind.MONTH_DUE: "sums up a month; the letters open as they stand",
    Kind.LIST_DUE: "sums up a month; the list opens as it stands",
    Kind.LIST_FLAWED: "opens the mistake as it stands; once mended it is not told",
    Kind.LIST_MENDED: "the end of the matter",
    Kind.PRINT_ASKED: "opens the queue, which shows what is left to print",
    Kind.PRINT_SETTLED: "the end of the matter",
    Kind.CLASS_REVIEW: "sums up a week; the desk opens as it stands",
    Kind.BREACHES: "sums up a week by the class teacher's word; the pages open as they stand",
    Kind.CHILD_NEEDS_HELP: "once a period, by the word of a colleague",
    Kind.TEACHER_AWAY: "opens the lessons as they stand: which of them are provided for",
    Kind.WEEKLY: "sums up a week that is over; what changes in it is told by its own kind",
    Kind.MESSAGE: "people's own words are not rewritten",
    Kind.MESSAGES_REPORTED: "opens the thread, which shows what was decided",
    Kind.COMMENT_WITHDRAWN: "a decision of that moment, with its reason",
    Kind.CONTRADICTION_ASKED: "opens the finding as it stands; once mended it is not told",
    Kind.MEMORY_BROKEN: "a fact of that night, to be looked into",
    Kind.CALL_ASKED: "once a day, by the promise of the button",
    Kind.OUTAGE: "a fact of that moment; its end is told by a message of its own",
    Kind.LETTERS_LOST: "opens what lies there as it stands",
    Kind.STARS_LACKING: "a fact of that day",
    Kind.FAMILY_UNREACHED: "asks for a call at once; the class's day shows how it stands",
    Kind.GUARDIAN_BOUND: "a fact of that moment; what follows is told by its own kind",
    Kind.CODE_LOCKED: "a fact of that moment; a new code makes it past",
    Kind.PHONE_ADDED: "a fact of that moment, with «it was not me» below it",
    Kind.ACCESS_WAITING: "ends with the paper, by whoever was told",
    Kind.ACCESS_OPENED: "a fact of that moment",
    Kind.BINDING_QUESTIONED: "a fact of that moment",
    Kind.BINDING_DISOWNED: "a fact of that moment",
    Kind.FAMILY_DECIDED: "each decision is one of its own, kept with its date",
    Kind.AUTHORITY_ENDING: "each warning has a day of its own",
    Kind.PROFILE_CHANGE_ASKED: "decided in place, by the tap below it",
    Kind.PROFILE_CHANGE_DECIDED: "the end of the matter",
}
# Proved where their facts are made: the story of a day, a counter, a search.
ELSEWHERE = {
    Kind.ATTENDANCE: "tests/notifications/test_attendance_words.py",
    Kind.CHILD_MISSING: "tests/notifications/test_absences_told.py",
    Kind.NOTICE: "tests/notifications/test_notices_told.py",
    Kind.NOTICE_COUNTER: "tests/notifications/test_notices_told.py",
    Kind.MEETING: "tests/scenarios/test_meetings.py",
    Kind.MEETING_COUNTER: "tests/scenarios/test_meetings.py",
}
NOW = datetime(2026, 10, 14, 7, 5, tzinfo=UTC)
EDITED, REPLACED = (True, False), (False, True)


def _marks(**more: Any) -> Any:
    return replace(made_of(Kind.MARKS), **more)


def _asked(status: RequestStatus) -> Any:
    return replace(made_of(Kind.RESULT_ASKED), status=status)


def _results(*values: str) -> Any:
    marks = tuple(ToldResult(number, f"Предмет {number}", value) for number, value in enumerate(values))
    return replace(made_of(Kind.RESULTS), marks=marks)


def _lesson(**more: Any) -> Any:
    facts = made_of(Kind.LESSON_CHANGED)
    return replace(facts, lesson=replace(facts.lesson, **{"status": LessonStatus.PLANNED, **more}))


def _note(status: NoteStatus) -> Any:
    facts = made(NoteFacts)
    return replace(facts, note=replace(facts.note, status=status), now=NOW)


def made_of(kind: Kind) -> Any:
    return sample(kind).facts


def _granted() -> Any:
    return replace(made_of(Kind.ENTRY_ASKED), status=RequestStatus.GRANTED, open_until=NOW)


def _remarks(*said: str) -> Any:
    about = made_of(Kind.REMARKS)
    return replace(about, remarks=tuple(replace(about.remarks[0], said=one) for one in said))


def _substituted(person_id: int | None) -> Any:
    facts = made_of(Kind.SUBSTITUTED)
    return replace(facts, lesson=replace(facts.lesson, substitute_id=person_id))


def _event(**more: Any) -> Any:
    facts = made_of(Kind.CLASS_EVENT)
    return replace(facts, event=replace(facts.event, **{"cancelled": False, **more}))


TASK = made_of(Kind.HOMEWORK)
SOON = _lesson().lesson.starts_at + timedelta(hours=1)

# What was told, what holds now, and how that reaches the phone.
CORRECTIONS = [
    (Kind.MARKS, _marks(marks=(GivenMark("3"),)), _marks(marks=(GivenMark("5"),)), EDITED),
    (Kind.MARKS, _marks(marks=(GivenMark("3"),)), _marks(marks=()), EDITED),
    (Kind.RESULTS, _results("4"), _results("5"), EDITED),
    (Kind.RESULT_ASKED, _asked(RequestStatus.WAITING), _asked(RequestStatus.GRANTED), EDITED),
    (Kind.RESULTS, _results("4"), _results("4", "5"), REPLACED),
    (Kind.HOMEWORK, replace(TASK, no_work=False, withdrawn=False), replace(TASK, no_work=True), EDITED),
    (Kind.HOMEWORK, replace(TASK, no_work=False), replace(TASK, no_work=False, text="№ 7"), EDITED),
    (Kind.ENTRY_ASKED, made_of(Kind.ENTRY_ASKED), _granted(), EDITED),
    (Kind.LESSON_CHANGED, _lesson(room="12"), _lesson(room="14"), EDITED),
    (Kind.LESSON_CHANGED, _lesson(substitute_id=1), _lesson(substitute_id=2), EDITED),
    (Kind.LESSON_CHANGED, _lesson(status=LessonStatus.CANCELLED), _lesson(), REPLACED),
    (Kind.LESSON_CHANGED, _lesson(), _lesson(starts_at=SOON), REPLACED),
    (Kind.NOTE_SENT, _note(NoteStatus.SENT), _note(NoteStatus.ACCEPTED), EDITED),
    (Kind.REMARKS, _remarks("не готов к уроку"), _remarks(), EDITED),
    (Kind.SUBSTITUTED, _substituted(1), _substituted(None), EDITED),
    (Kind.CLASS_EVENT, _event(title="Поездка"), _event(title="Музей"), REPLACED),
    (Kind.CLASS_EVENT, _event(), _event(cancelled=True), REPLACED),
    (Kind.NOTE_SENT, _note(NoteStatus.ACCEPTED), _note(NoteStatus.SENT), REPLACED),
]


def _push(kind: Kind) -> Push:
    return Push(1, 301, kind, {}, Lane.NORMAL, NOW, NOW, NOW + timedelta(days=1), thread="thread")


@pytest.mark.parametrize(("kind", "before", "now", "how"), CORRECTIONS, ids=lambda item: str(item)[:24])
def test_a_correction_reaches_the_message_it_corrects(
    kind: Kind, before: Any, now: Any, how: tuple[bool, bool]
) -> None:
    first = TELLERS[kind].say(_push(kind), before, None, None)
    # A note that was decided by the time it is told of is told of only where it was open before.
    state = first.told if first is not None else {"status": before.note.status}
    corrected = TELLERS[kind].say(_push(kind), now, Told(301, "thread", state or {}, 7), None)
    assert corrected is not None
    assert (corrected.edits, corrected.replaces) == how


def test_every_kind_is_put_right_or_has_a_reason_not_to_be() -> None:
    shown = {kind for kind, *_ in CORRECTIONS}
    assert shown | ELSEWHERE.keys() | TOLD_ONCE.keys() == set(Kind)
    assert not TOLD_ONCE.keys() & (shown | ELSEWHERE.keys())


@pytest.mark.parametrize("kind", TOLD_ONCE)
def test_what_is_told_once_touches_no_earlier_message(kind: Kind) -> None:
    said = inspect.getsource(type(TELLERS[kind]).say)
    assert "Saying(" in said
    assert "edits=" not in said
    assert "replaces=" not in said
