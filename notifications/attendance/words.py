"""What to say next about a child's day, given what was said before. Pure.

One thread a day: later lessons edit the living message, an arrival is a new one, a child who was there and is
not any more always sounds, and a register put right becomes an apology in place.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from journal.model.attendance import AbsenceNote, NoteStatus, Presence
from journal.model.news import AttendanceDay, AttendanceForm, AttendanceNews, LessonPresence

_HERE = (Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY)
# The family has said why, and the school has not said no.
_EXPLAINED = (NoteStatus.SENT, NoteStatus.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom the word is for, and which news of presence that account takes."""

    account_id: int
    absences: bool = True
    lateness: bool = False


# Who explained no absence; the numbers of accounts begin with 1.
_ANYBODY = Reader(0, lateness=True)


@dataclass(frozen=True, slots=True)
class Word:
    news: AttendanceNews
    # What will have been told once this is sent; kept with the thread.
    told: dict[str, Any]
    # Change the living message of the day instead of sending a new one.
    edits: bool = False
    # Come as a new message in the place of the living one.
    replaces: bool = False
    # A new message that later lessons will edit.
    living: bool = False
    # Heard whatever the family chose.
    loud: bool = False
    # Never heard: the family itself explained it.
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class _Day:
    """The day against what was told of it."""

    known: tuple[LessonPresence, ...]
    # Lessons the family is to believe the child missed, held ones as they were told.
    absent: tuple[LessonPresence, ...]
    fresh: tuple[LessonPresence, ...]
    retracted: tuple[LessonPresence, ...]
    # How often by now an alarm that was told turned out to be false.
    false: int
    arrived: LessonPresence | None
    late: tuple[LessonPresence, ...]
    note: AbsenceNote | None

    def before(self, lesson: LessonPresence) -> LessonPresence | None:
        """The closest lesson before it that is known."""
        earlier = [other for other in self.known if other.slot < lesson.slot]
        return earlier[-1] if earlier else None


def next_word(day: AttendanceDay, told: Mapping[str, Any], reader: Reader) -> Word | None:
    """The next message about the day for that reader; None when there is nothing new to say."""
    view = _view(day, told)
    word = None
    if reader.absences:
        word = (
            _arrival(day, view, told)
            or _absence(day, view, told, reader)
            or _correction(day, view)
            or _note(day, view, told)
        )
    return word or (_lateness(day, view, told) if reader.lateness else None)


def apology(day: AttendanceDay) -> AttendanceNews | None:
    """That an alarm was false; None where the child is missed at another lesson of the day."""
    view = _view(day, {})
    return None if view.absent else _corrected(day, view.late)


def apology_read_again(day: AttendanceDay, slot: int) -> AttendanceNews | None:
    """That the alarm about that lesson was false, whatever came after it; None where it is true by now."""
    lesson = next((lesson for lesson in day.lessons if lesson.slot == slot), None)
    if lesson is None or missed(lesson):
        return None
    return _corrected(day, (lesson,) if lesson.presence is Presence.LATE else ())


def false_alarms(day: AttendanceDay, told: Mapping[str, Any]) -> int:
    """How often by now an alarm of the day that was told turned out to be false."""
    return _view(day, told).false


def read_again(day: AttendanceDay, told: Mapping[str, Any]) -> Word:
    """How the day stands, to whoever opens what was told of it: nobody's choice leaves anything out."""
    view = _view(day, told)
    anew = replace(view, fresh=view.absent)
    return (
        _arrival(day, anew, {})
        or _absence(day, anew, {}, _ANYBODY)
        or _lateness(day, anew, {})
        or _word(day, anew, AttendanceForm.CORRECTED)
    )


def _corrected(day: AttendanceDay, late: tuple[LessonPresence, ...]) -> AttendanceNews:
    return AttendanceNews(AttendanceForm.CORRECTED, day.child, day.day, (), late=late, current=day.current)


def _view(day: AttendanceDay, told: Mapping[str, Any]) -> _Day:
    was = set(told.get("absent", ()))
    known = tuple(lesson for lesson in day.lessons if lesson.presence is not None)
    absences = [lesson for lesson in known if missed(lesson)]
    held = [lesson for lesson in day.lessons if lesson.presence is None and lesson.slot in was]
    absent = tuple(sorted([*absences, *held], key=lambda lesson: lesson.slot))
    retracted = tuple(lesson for lesson in known if lesson.slot in was and not missed(lesson))
    false = any(lesson.presence is not Presence.ABSENT for lesson in retracted)
    after = [lesson for lesson in known if absent and lesson.slot > absent[-1].slot and _here(lesson)]
    arrived = after[0] if after else None
    return _Day(
        known=known,
        absent=absent,
        fresh=tuple(lesson for lesson in absences if lesson.slot not in was),
        retracted=retracted,
        false=told.get("false", 0) + false,
        arrived=arrived,
        late=tuple(lesson for lesson in known if lesson.presence is Presence.LATE and lesson is not arrived),
        note=max(
            (
                note
                for note in day.notes
                if not note.withdrawn and any(note.covers(day.day, lesson.slot) for lesson in absent)
            ),
            key=lambda note: note.created_at,
            default=None,
        ),
    )


def missed(lesson: LessonPresence) -> bool:
    """Whether the child is absent where it was to be."""
    return lesson.presence is Presence.ABSENT and not lesson.expected_away


def _here(lesson: LessonPresence) -> bool:
    return lesson.presence in _HERE


def _arrival(day: AttendanceDay, view: _Day, told: Mapping[str, Any]) -> Word | None:
    if view.arrived is None or told.get("arrived") == view.arrived.slot:
        return None
    # Where an absence was not told yet, this one message tells both, and is the one to correct later.
    before = bool(told.get("absent"))
    known = before and not view.fresh
    replaces = before and not known
    return _word(day, view, AttendanceForm.ARRIVED, living=not known, replaces=replaces, known=known)


def _absence(day: AttendanceDay, view: _Day, told: Mapping[str, Any], reader: Reader) -> Word | None:
    alarming = [lesson for lesson in view.fresh if not explained(day, lesson)]
    own = [lesson for lesson in view.fresh if explained(day, lesson, reader.account_id)]
    news = [lesson for lesson in view.fresh if lesson not in own]
    if not news:
        return None
    for lesson in alarming:
        seen = view.before(lesson)
        if seen is not None and _here(seen):
            return _word(day, view, AttendanceForm.VANISHED, living=True, loud=True, seen=seen)
    if not told.get("absent"):
        return _word(day, view, AttendanceForm.ABSENT, living=True, quiet=not alarming)
    # Whoever was told that the child is there does not look at an older message for the contrary.
    if any(lesson.slot >= (told.get("arrived") or math.inf) for lesson in alarming):
        return _word(day, view, AttendanceForm.ABSENT, living=True, replaces=True, loud=True)
    return _word(day, view, AttendanceForm.ABSENT, edits=True)


def explained(day: AttendanceDay, lesson: LessonPresence, by: int | None = None) -> bool:
    """Whether anybody, or that account, said why the child is not there."""
    return any(
        note.status in _EXPLAINED and note.covers(day.day, lesson.slot) and by in (None, note.account_id)
        for note in day.notes
    )


def _correction(day: AttendanceDay, view: _Day) -> Word | None:
    if not view.retracted:
        return None
    form = AttendanceForm.ABSENT if view.absent else AttendanceForm.CORRECTED
    return _word(day, view, form, edits=True, late=view.retracted)


def _note(day: AttendanceDay, view: _Day, told: Mapping[str, Any]) -> Word | None:
    if not told.get("absent") or told.get("note") == _note_key(view.note):
        return None
    return _word(day, view, AttendanceForm.ABSENT, edits=True)


def _lateness(day: AttendanceDay, view: _Day, told: Mapping[str, Any]) -> Word | None:
    fresh = tuple(lesson for lesson in view.late if lesson.slot not in told.get("late", ()))
    # A child who arrives in the course of the day is late too; that is an arrival, told as such.
    fresh = tuple(lesson for lesson in fresh if not any(absent.slot < lesson.slot for absent in view.absent))
    return _word(day, view, AttendanceForm.LATE, late=fresh) if fresh else None


def _word(
    day: AttendanceDay,
    view: _Day,
    form: AttendanceForm,
    *,
    late: tuple[LessonPresence, ...] = (),
    seen: LessonPresence | None = None,
    known: bool = False,
    **how: bool,
) -> Word:
    news = AttendanceNews(
        form=form,
        child=day.child,
        day=day.day,
        absent=view.absent,
        arrived=view.arrived,
        late=tuple(lesson for lesson in late if lesson.presence is Presence.LATE),
        seen=seen,
        known=known,
        note=view.note,
        current=day.current,
    )
    told = {
        "absent": [lesson.slot for lesson in view.absent],
        "arrived": view.arrived.slot if view.arrived else None,
        "late": [lesson.slot for lesson in view.late],
        "note": _note_key(view.note),
        "false": view.false,
    }
    return Word(news, told, **how)


def _note_key(note: AbsenceNote | None) -> str | None:
    return None if note is None else f"{note.id}:{note.status}:{note.reason}"
