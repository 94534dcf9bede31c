"""A saved register → whoever may have to hear of somebody in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journal.model.attendance import Presence
from journal.model.outbox import NewPush, Told
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.attendance.queueing import APOLOGY, INSTEAD, attendance_push, thread_of
from notifications.attendance.reaching import Alarm, stand_ins
from notifications.audience import hears
from notifications.families import families_of
from notifications.house import Round
from storage import outbox, threads
from storage.events import Waiting
from storage.news import registers

_TOPICS = {Presence.ABSENT: Topic.ABSENCES, Presence.LATE: Topic.LATENESS}


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
    pushes: list[NewPush] = []
    alarms: list[Alarm] = []
    for event in events:
        register = taken.get(event.payload["lesson_id"])
        if register is None:
            continue
        alarms += [
            Alarm(event, student, register.day)
            for student, presence in register.exceptions.items()
            if presence is Presence.ABSENT
        ]
        for listener in families.of(register.expected):
            mode = _mode(listener, event, register, spoken, told)
            if mode is not None:
                push = attendance_push(round_, event, listener, register.day, mode)
                pushes += [push, *_apology(push, listener, register, spoken)]
    return pushes + await stand_ins(round_, families, alarms)


def _apology(
    push: NewPush, listener: Listener, register: registers.Taken, spoken: set[tuple[int, str]]
) -> Iterator[NewPush]:
    """A message of its own, in case that the family is told that the child is not at this lesson.

    The alarm may be on its way at this very moment: whether there is anything to put right is seen later.
    """
    present = register.exceptions.get(listener.child.student_id) is not Presence.ABSENT
    if present and (push.account_id, push.thread or "") in spoken:
        yield replace(
            push,
            payload={**push.payload, APOLOGY: register.slot},
            thread=f"{push.thread}:{APOLOGY}",
            dedup_key=f"{push.dedup_key}:{APOLOGY}",
        )


def _mode(
    listener: Listener,
    event: Waiting,
    register: registers.Taken,
    spoken: set[tuple[int, str]],
    told: Mapping[tuple[int, str], Told],
) -> Mode | None:
    student = listener.child.student_id
    before = told.get((listener.account_id, thread_of(student, register.day)))
    if before is not None and before.told.get(INSTEAD):
        # Whoever was alarmed in somebody's stead hears how it goes on.
        return Mode.AT_ONCE
    topic = _TOPICS.get(register.exceptions.get(student, Presence.PRESENT))
    if (listener.account_id, thread_of(student, register.day)) in spoken:
        topic = Topic.ABSENCES
    if topic is None or not hears(listener, topic, event.at, event.account_id):
        return None
    return listener.mode(topic)
