"""A saved register → whoever may have to hear of somebody in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from journal.model.attendance import Presence
from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush, Told
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_family
from notifications.audience import hears
from notifications.families import families_of
from notifications.house import Round
from storage import outbox, threads
from storage.events import Waiting
from storage.news import registers

# Marks the push that says aloud that an alarm was false, beside the one that puts its message right.
APOLOGY = "apology"
_TOPICS = {Presence.ABSENT: Topic.ABSENCES, Presence.LATE: Topic.LATENESS}


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


async def expand_registers(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each account and child that is absent or late, or was told something of that day.

    What it says, and whether there is anything to say, is decided when it is sent.
    """
    taken = await registers.taken(round_.db, {event.payload["lesson_id"] for event in events})
    students = {student for register in taken.values() for student in register.expected}
    families = await families_of(round_, students)
    names = {thread_of(student, register.day) for register in taken.values() for student in register.expected}
    spoken = await outbox.spoken(round_.db, families.accounts, names)
    told = await threads.told(round_.db, families.accounts, names)
    pushes = []
    for event in events:
        register = taken.get(event.payload["lesson_id"])
        if register is None:
            continue
        for listener in families.of(register.expected):
            mode = _mode(listener, event, register, spoken)
            if mode is not None:
                push = attendance_push(round_, event, listener, register.day, mode)
                pushes += [push, *_apology(push, listener, register, told)]
    return pushes


def _apology(
    push: NewPush, listener: Listener, register: registers.Taken, told: Mapping[tuple[int, str], Told]
) -> Iterator[NewPush]:
    """A message of its own where the family was told that the child was not at this lesson, and it was."""
    before = told.get((push.account_id, push.thread or ""))
    present = register.exceptions.get(listener.child.student_id) is not Presence.ABSENT
    if before is not None and present and register.slot in before.told.get("absent", ()):
        yield replace(
            push,
            payload={**push.payload, APOLOGY: True},
            thread=None,
            dedup_key=f"{push.dedup_key}:{APOLOGY}",
        )


def _mode(
    listener: Listener, event: Waiting, register: registers.Taken, spoken: set[tuple[int, str]]
) -> Mode | None:
    student = listener.child.student_id
    topic = _TOPICS.get(register.exceptions.get(student, Presence.PRESENT))
    if (listener.account_id, thread_of(student, register.day)) in spoken:
        topic = Topic.ABSENCES
    if topic is None or not hears(listener, topic, event.at, event.account_id):
        return None
    return listener.mode(topic)


def _end_of_next(day: date, round_: Round) -> datetime:
    return round_.school.moment(day + timedelta(days=2), time())
