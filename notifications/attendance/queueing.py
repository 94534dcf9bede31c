"""A push about a child's day: its thread, its lane, its life; what it says is decided when it is sent."""

from datetime import date, datetime, time, timedelta

from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush
from journal.model.subscriptions import Listener, Mode
from notifications.addressing import for_family
from notifications.house import Round
from storage.events import Waiting

# Marks the push that says aloud that an alarm was false, beside the one that puts its message right; it
# names the lesson.
APOLOGY = "apology"
# Marks the push to whoever stands in for an adult out of reach, whatever they chose; kept in what was told.
INSTEAD = "instead"


def thread_of(student_id: int, day: date) -> str:
    """All that is told of one child's presence on one day."""
    return f"attendance:{student_id}:{day.isoformat()}"


def attendance_push(
    round_: Round, event: Waiting, listener: Listener, day: date, mode: Mode = Mode.AT_ONCE
) -> NewPush:
    """A push that tells whatever is new of the child's day when it is sent."""
    today = day == round_.today
    return for_family(
        round_,
        event,
        Kind.ATTENDANCE,
        listener,
        {"student": listener.child.student_id, "date": day.isoformat()},
        mode=mode,
        thread=thread_of(listener.child.student_id, day),
        expires_at=_end_of_next(day, round_),
        # An absence of today cannot wait; one entered afterwards can.
        lane=Lane.URGENT if today else Lane.NORMAL,
        waits_at_night=not today,
    )


def _end_of_next(day: date, round_: Round) -> datetime:
    return round_.school.moment(day + timedelta(days=2), time())
