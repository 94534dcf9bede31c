"""What a family may say of which days, and what it means for the register. Pure."""

from datetime import date, timedelta
from enum import StrEnum

from journal.errors import InvalidError, RefusedError
from journal.model.attendance import AbsenceNote, NoteStatus, Reason

# A family may announce an absence this far ahead, and explain one this long ago.
AHEAD, BACK = timedelta(days=60), timedelta(days=14)
LONGEST = timedelta(days=60)
# Slots of a school day there can be at all.
SLOTS = range(1, 21)


class Said(StrEnum):
    """What a family can say with one tap."""

    ILL = "ill"
    FAMILY = "family"
    LATE = "will_be_late"
    MISSING = "missing"
    MISTAKE = "mistake"


class Certificate(StrEnum):
    """Whether there is a doctor's certificate; never the certificate itself (health data)."""

    HELD = "held"
    PROMISED = "promised"


# What may be said of a day on which the school has noted no absence: one that is still to come.
FORESEEN = (Said.ILL, Said.FAMILY, Said.LATE)
_STATUSES = {Said.MISSING: NoteStatus.MISSING, Said.MISTAKE: NoteStatus.DISPUTED}
_REASONS = {Said.ILL: Reason.ILL, Said.FAMILY: Reason.FAMILY, Said.LATE: Reason.WILL_BE_LATE}


def answers(*, missed: bool, current: bool) -> tuple[Said, ...]:
    """What a family may say of a day: an alarm only of today, a mistake only where an absence was noted."""
    if not missed:
        return FORESEEN
    return tuple(Said) if current else (Said.ILL, Said.FAMILY, Said.MISTAKE)


def check_word(said: Said, *, missed: bool, current: bool) -> None:
    """Raise unless an alarm or a dispute has an absence it speaks of; reasons may be said of any day."""
    if said in _STATUSES and said not in answers(missed=missed, current=current):
        raise RefusedError("no_absence_today" if said is Said.MISSING else "no_absence_that_day")


def status_of(said: Said) -> NoteStatus:
    """How a note with that word stands before anyone decided."""
    return _STATUSES.get(said, NoteStatus.SENT)


def reason_of(note: AbsenceNote) -> Reason | None:
    """What accepting the note writes beside the absences; None for an alarm or a disputed register."""
    return _REASONS.get(Said(note.reason))


def check_days(first: date, last: date, today: date) -> None:
    """Raise unless the days are in order and within reach."""
    if not first <= last or last - first > LONGEST:
        raise InvalidError("absence_days", longest=LONGEST.days)
    if not today - BACK <= first <= today + AHEAD:
        raise RefusedError("absence_day_out_of_reach", back=BACK.days, ahead=AHEAD.days)


def slots_of(said: Said, slot: int) -> tuple[int | None, int | None]:
    """The first and the last lesson missed, where `slot` was named: a late child comes to that lesson,
    any other leaves before it. 0 names none: the whole day."""
    if slot not in SLOTS:
        return None, None
    return (None, slot - 1) if said is Said.LATE else (slot, None)
