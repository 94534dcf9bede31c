"""Families' notes: to the class teacher at once, the decision to the family, a missing child to everybody."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from journal.model.attendance import NoteStatus
from journal.model.news import Kind, MissingNews, News, NoteNews
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family, for_staff
from notifications.attendance.expansion import attendance_push, thread_of
from notifications.duty import Duty, on_duty
from notifications.families import Families, families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import outbox
from storage.events import Waiting
from storage.news.absences import Noted, noted

# How far back a note still changes the message of a day.
BACK = 14
_DECIDED = (NoteStatus.ACCEPTED, NoteStatus.DECLINED)


async def expand_notes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note sent or changed: the class teacher decides, the other adults of the child see it in place."""
    found = await _noted(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    pushes = await _living_messages(round_, events, found)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                _to_staff(round_, event, Kind.NOTE_SENT, account, item)
                for account in duty.for_child(item.child)
                if account != event.account_id
            ]
    return pushes + await _searchers(round_, events, found, duty)


async def _searchers(
    round_: Round, events: Sequence[Waiting], found: Mapping[int, Noted], duty: Duty
) -> list[NewPush]:
    """Those who were told that the child is missing, when the family now says something else."""
    names = {f"{Kind.CHILD_MISSING}:{number}" for number in found}
    spoken = await outbox.spoken(round_.db, duty.accounts, names)
    return [
        _to_staff(round_, event, Kind.CHILD_MISSING, account, item)
        for event in events
        if (item := found.get(event.payload["note_id"])) is not None
        for account in duty.accounts
        if (account, f"{Kind.CHILD_MISSING}:{item.note.id}") in spoken
    ]


async def expand_decisions(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note decided: whoever sent it hears, the messages about those days and the colleagues' change."""
    found = await _noted(round_, events)
    families = await families_of(round_, {item.note.student_id for item in found.values()})
    pushes = await expand_notes(round_, events)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                for_family(
                    round_,
                    event,
                    Kind.NOTE_DECIDED,
                    listener,
                    {"note": item.note.id},
                    thread=f"decision:{item.note.id}",
                )
                for listener in families.of([item.note.student_id])
                if listener.account_id == item.note.account_id
            ]
    return pushes


async def expand_missing(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A child nobody can find, or found again: class teacher and deputy heads at once."""
    found = await _noted(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    pushes = await _living_messages(round_, events, found)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                _to_staff(round_, event, Kind.CHILD_MISSING, account, item)
                for account in dict.fromkeys([*duty.for_child(item.child), *duty.heads])
                if account != event.account_id
            ]
    return pushes


async def _noted(round_: Round, events: Sequence[Waiting]) -> dict[int, Noted]:
    return await noted(round_.db, {event.payload["note_id"] for event in events}, round_.today)


def _to_staff(round_: Round, event: Waiting, kind: Kind, account_id: int, item: Noted) -> NewPush:
    thread = f"{kind}:{item.note.id}"
    return for_staff(round_, event, kind, account_id, {"note": item.note.id}, thread=thread)


async def _living_messages(
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


class _NoteFacts:
    """Loads the note of each push."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, Noted]:
        found = await noted(round_.db, {push.payload["note"] for push in pushes}, round_.today)
        return {push.id: found[push.payload["note"]] for push in pushes if push.payload["note"] in found}


class NoteTeller(_NoteFacts):
    """The class teacher's message: a note to decide, and in the same place what became of it."""

    def say(self, push: Push, facts: Noted, told: Told | None, listener: Listener | None) -> Saying | None:
        note = facts.note
        now = {"status": note.status, "reason": note.reason, "until": note.ends_on.isoformat()}
        if told is not None and dict(told.told) == now:
            return None
        open_ = note.status in (NoteStatus.SENT, NoteStatus.DISPUTED)
        if told is None and not open_:
            return None
        news = News(Kind.NOTE_SENT, NoteNews(note, facts.child, facts.author))
        # A word that changed is heard; one that a colleague has decided meanwhile is not.
        return Saying(news, told=now, edits=not open_)


class DecisionTeller(_NoteFacts):
    """The family's message: the class teacher accepted (silently), or declined with a word."""

    def say(self, push: Push, facts: Noted, told: Told | None, listener: Listener | None) -> Saying | None:
        note = facts.note
        now = {"status": note.status, "comment": note.decision_comment}
        if note.status not in _DECIDED or (told is not None and dict(told.told) == now):
            return None
        news = News(Kind.NOTE_DECIDED, NoteNews(note, facts.child, facts.author))
        return Saying(news, told=now, quiet=note.status is NoteStatus.ACCEPTED)


class MissingTeller(_NoteFacts):
    """«Не знаю, где ребёнок» to those who search; a new message again when the child is found."""

    def say(self, push: Push, facts: Noted, told: Told | None, listener: Listener | None) -> Saying | None:
        missing = facts.note.status is NoteStatus.MISSING
        now = {"missing": missing}
        if (told is None and not missing) or (told is not None and dict(told.told) == now):
            return None
        facts_ = MissingNews(facts.note, facts.child, facts.author, found=not missing)
        return Saying(News(Kind.CHILD_MISSING, facts_), told=now, loud=missing)
