"""A child nobody can find: class teacher and deputy heads at once, and again when it is over.

One living message for each of those who search; a second message says that it is over, so that it is heard.
Neither rings twice within some minutes, however often the family presses back and forth.
"""

from collections.abc import Sequence
from dataclasses import replace

from journal.model.attendance import NoteStatus
from journal.model.news import Kind, MissingNews, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications import absences
from notifications.absences import NoteFacts, NoteLoader, living_messages, notes_of, to_staff
from notifications.calm import kept, may_ring, same
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Saying
from storage import outbox, threads
from storage.events import Waiting

# What marks the second message, beside the living one.
_OVER = "over"


async def expand_missing(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A child nobody can find: class teacher and deputy heads at once."""
    found = await notes_of(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    pushes = await living_messages(round_, events, found)
    for event in events:
        if (item := found.get(event.payload["note_id"])) is not None:
            pushes += [
                to_staff(round_, event, Kind.CHILD_MISSING, account, item)
                for account in dict.fromkeys([*duty.for_child(item.child), *duty.heads])
                if account != event.account_id
            ]
    return pushes


async def expand_found(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The alarm is over, for whoever was told of it; the family's messages about the day say so too."""
    found = await notes_of(round_, events)
    return await living_messages(round_, events, found) + await _searchers(round_, events)


async def expand_notes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note sent or changed, which may end an alarm."""
    return await absences.expand_notes(round_, events) + await _searchers(round_, events)


async def expand_decisions(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A note decided, or a child found by the school, which ends an alarm."""
    return await absences.expand_decisions(round_, events) + await _searchers(round_, events)


async def _searchers(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Those who search: the alarm is changed in place, and where it had arrived a message says it is over."""
    found = await notes_of(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    names = {f"{Kind.CHILD_MISSING}:{number}" for number in found}
    spoken = await outbox.spoken(round_.db, duty.accounts, names)
    told = await threads.told(round_.db, duty.accounts, names)
    pushes = []
    for event in events:
        if (item := found.get(event.payload["note_id"])) is None:
            continue
        for account in duty.accounts:
            if account == event.account_id and item.note.decided_by is not None:
                continue
            push = to_staff(round_, event, Kind.CHILD_MISSING, account, item)
            if (account, push.thread or "") in spoken:
                pushes.append(push)
            if (account, push.thread or "") in told:
                pushes.append(_over(push))
    return pushes


def _over(push: NewPush) -> NewPush:
    return replace(
        push,
        payload={**push.payload, _OVER: True},
        thread=f"{push.thread}:{_OVER}",
        dedup_key=f"{push.dedup_key}:{_OVER}",
    )


class MissingTeller(NoteLoader):
    """«Не знаю, где ребёнок» to those who search, and that it is over."""

    def say(
        self, push: Push, facts: NoteFacts, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        missing = facts.note.status is NoteStatus.MISSING
        now = {"missing": missing}
        before = told.told if told is not None else {}
        news = News(
            Kind.CHILD_MISSING, MissingNews(facts.note, facts.child, facts.author, missed=facts.missed)
        )
        if _OVER in push.payload:
            if missing or not may_ring(before, facts.now):
                return None
            return Saying(news, told=kept(before, now, facts.now, rings=True))
        if same(before, now) or (told is None and not missing):
            return None
        rings = missing and may_ring(before, facts.now)
        return Saying(
            news,
            told=kept(before, now, facts.now, rings=rings),
            edits=not rings,
            replaces=rings,
            loud=missing and rings,
        )
