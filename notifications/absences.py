"""Families' notes: to the class teacher at once, the decision to the family."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import Kind, LessonPresence, News, NoteNews
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family, for_staff
from notifications.attendance.queueing import attendance_push, thread_of
from notifications.calm import kept, may_ring, same
from notifications.duty import on_duty
from notifications.families import Families, families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import outbox, threads
from storage.events import Waiting
from storage.news.absences import Noted, missed, noted

# How far back a note still changes the message of a day.
BACK = 14
_OPEN = (NoteStatus.SENT, NoteStatus.DISPUTED)


async def expand_notes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note sent, changed or taken back: the class teacher decides, the child's other adults see it."""
    found = await notes_of(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    pushes = await living_messages(round_, events, found)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                to_staff(round_, event, Kind.NOTE_SENT, account, item)
                for account in duty.for_child(item.child)
                if account != event.account_id
            ]
    return pushes


async def expand_decisions(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note decided: whoever sent it hears, the messages about those days and the colleagues' change.

    Where the family's message about that day comes to say that the reason is accepted, nothing more is said.
    That the school found a child is for every adult of it.
    """
    found = await notes_of(round_, events)
    families = await families_of(round_, {item.note.student_id for item in found.values()})
    pushes = await expand_notes(round_, events)
    shown = await _shown(round_, events, found, families, pushes)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                for_family(
                    round_,
                    event,
                    Kind.NOTE_DECIDED,
                    listener,
                    {"note": item.note.id},
                    thread=_decision_thread(item.note),
                    waits_at_night=not item.note.found,
                )
                for listener in families.of([item.note.student_id])
                if item.note.found or listener.account_id == item.note.account_id
                if (event.id, listener.account_id) not in shown
            ]
    return pushes


async def _shown(
    round_: Round,
    events: Sequence[Waiting],
    found: Mapping[int, Noted],
    families: Families,
    pushes: Sequence[NewPush],
) -> set[tuple[int | None, int]]:
    """By event and account: where the message of the day comes to say that the reason is accepted.

    Only a message that told of an absence the note speaks of can say so: a family that announced it itself
    was told of none, though one was queued. Nor does it where an earlier decision was told of: that message
    must not go on saying what no longer holds.
    """
    accepted = {
        event.id: item.note
        for event in events
        if (item := found.get(event.payload["note_id"])) is not None
        if item.note.status is NoteStatus.ACCEPTED
    }
    own = {_decision_thread(note) for note in accepted.values()}
    decided = await outbox.spoken(round_.db, families.accounts, own)
    days = {push.thread for push in pushes if push.kind is Kind.ATTENDANCE and push.thread}
    told = await threads.told(round_.db, families.accounts, days)
    return {
        (push.event_id, push.account_id)
        for push in pushes
        if push.kind is Kind.ATTENDANCE
        and (note := accepted.get(push.event_id or 0)) is not None
        and (push.account_id, _decision_thread(note)) not in decided
        and _tells(told.get((push.account_id, push.thread or "")), push, note)
    }


def _tells(told: Told | None, push: NewPush, note: AbsenceNote) -> bool:
    """Whether what was told of that day is about a lesson of the note."""
    day = date.fromisoformat(push.payload["date"])
    return told is not None and any(note.covers(day, slot) for slot in told.told.get("absent", ()))


def _decision_thread(note: AbsenceNote) -> str:
    return f"decision:{note.id}"


async def notes_of(round_: Round, events: Sequence[Waiting]) -> dict[int, Noted]:
    """The notes that the events are about, by id."""
    return await noted(round_.db, {event.payload["note_id"] for event in events}, round_.today)


def to_staff(round_: Round, event: Waiting, kind: Kind, account_id: int, item: Noted) -> NewPush:
    """A push about the note in its own thread of that kind."""
    thread = f"{kind}:{item.note.id}"
    return for_staff(round_, event, kind, account_id, {"note": item.note.id}, thread=thread)


async def living_messages(
    round_: Round, events: Sequence[Waiting], found: Mapping[int, Noted]
) -> list[NewPush]:
    """The messages about the note's days that were told: they are to show what was said meanwhile."""
    families = await families_of(round_, {item.note.student_id for item in found.values()})
    days = [round_.today - timedelta(days=back) for back in range(BACK)]
    names = {
        thread_of(item.note.student_id, day)
        for item in found.values()
        for day in days
        if item.note.starts_on <= day <= item.note.ends_on
    }
    spoken = await outbox.spoken(round_.db, families.accounts, names)
    return [
        attendance_push(round_, event, listener, day)
        for event in events
        if (item := found.get(event.payload["note_id"])) is not None
        for day in days
        for listener in _told(families, event, item, spoken, thread_of(item.note.student_id, day))
    ]


def _told(
    families: Families, event: Waiting, item: Noted, spoken: set[tuple[int, str]], thread: str
) -> Iterator[Listener]:
    for listener in families.hearing(event, Topic.ABSENCES, [item.note.student_id]):
        if (listener.account_id, thread) in spoken:
            yield listener


@dataclass(frozen=True, slots=True)
class NoteFacts(Noted):
    """A note at the moment it is told of, with what the child missed."""

    missed: tuple[LessonPresence, ...]
    now: datetime
    # Whether it covers today.
    current: bool

    @property
    def news(self) -> NoteNews:
        return NoteNews(self.note, self.child, self.author, self.missed, self.current)


class NoteLoader:
    """Loads the note of each push."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, NoteFacts]:
        found = await noted(round_.db, {push.payload["note"] for push in pushes}, round_.today)
        lessons = await missed(round_.db, [item.note for item in found.values()], round_.today, round_.now)
        facts = {
            number: NoteFacts(
                item.note,
                item.child,
                item.author,
                lessons[number],
                round_.now,
                item.note.starts_on <= round_.today <= item.note.ends_on,
            )
            for number, item in found.items()
        }
        return {push.id: facts[push.payload["note"]] for push in pushes if push.payload["note"] in facts}


class NoteTeller(NoteLoader):
    """The class teacher's one card of a note: to decide it, and in the same place what became of it.

    Another word of the family changes the card in place while nobody has decided; a note that was decided or
    taken back and is open again comes as a new card in its place, unless the thread has just rung.
    """

    def say(
        self, push: Push, facts: NoteFacts, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        note = facts.note
        now = {
            "status": note.status,
            "reason": note.reason,
            "days": [note.starts_on.isoformat(), note.ends_on.isoformat()],
            "slots": [note.from_slot, note.to_slot],
        }
        before = told.told if told is not None else {}
        open_ = note.status in _OPEN
        if same(before, now) or (told is None and not open_):
            return None
        again = open_ and before.get("status") not in _OPEN
        rings = again and may_ring(before, facts.now)
        return Saying(
            News(Kind.NOTE_SENT, facts.news),
            told=kept(before, now, facts.now, rings=rings),
            edits=not rings,
            replaces=rings,
        )


class DecisionTeller(NoteLoader):
    """The family's message: accepted (silently), declined with a word, or the missing child found."""

    def say(
        self, push: Push, facts: NoteFacts, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        note = facts.note
        now = {"status": note.status, "comment": note.decision_comment}
        decided = note.status in (NoteStatus.ACCEPTED, NoteStatus.DECLINED)
        found = note.found and note.decided_by is not None
        if not (decided or found) or (told is not None and dict(told.told) == now):
            return None
        news = News(Kind.NOTE_DECIDED, facts.news)
        return Saying(news, told=now, quiet=note.status is NoteStatus.ACCEPTED, loud=found)
