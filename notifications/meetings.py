"""Meetings: their guardians are invited at once, reminded on the day; the class teacher's counter moves."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from journal.events import MeetingReminderDue
from journal.meetings import begins, gathering
from journal.model.class_events import ClassEvent
from journal.model.meetings import MeetingCounterNews, MeetingNews, Reply
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.span import Span
from journal.model.subscriptions import Listener
from notifications import class_events
from notifications.addressing import for_family, for_staff
from notifications.duty import head_phones
from notifications.families import Families, families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.children import members
from storage.class_events import ClassEventQueries
from storage.events import Waiting
from storage.meetings import MeetingQueries
from storage.people import PeopleQueries


async def expand_changes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Guardians are invited to what is a meeting; all else, and all others, hear of an event of the class."""
    found = await _standing(round_, events, cancelled=True)
    families, classes = await _families(round_, found.values())
    invited = [
        push
        for event in events
        if (one := found.get(event.payload["event_id"])) is not None
        for push in _invitations(round_, event, one, families.of(classes[one.unit_id or 0]))
    ]
    return invited + await class_events.expand_events(round_, events)


def _invitations(
    round_: Round,
    event: Waiting,
    meeting: ClassEvent,
    heard: Iterable[Listener],
    *,
    reminder: bool = False,
    silent: bool = False,
) -> list[NewPush]:
    """The meeting, for each of the listeners who is asked, whatever they subscribed to."""
    return [
        for_family(
            round_,
            event,
            Kind.MEETING,
            listener,
            {
                "event": meeting.id,
                "student": listener.child.student_id,
                "reminder": reminder,
                "silent": silent,
            },
            thread=f"meeting:{meeting.id}:{listener.child.student_id}",
            expires_at=begins(meeting, round_.school),
        )
        for listener in heard
        if class_events.is_asked(listener, meeting) and listener.account_id != event.account_id
    ]


async def due_on_the_day(round_: Round) -> list[MeetingReminderDue]:
    """A reminder for each meeting of today that has not begun."""
    found = await MeetingQueries(round_.db).on(Span(round_.today, round_.today))
    return [
        MeetingReminderDue(one.id, round_.today.isoformat())
        for one in found
        if begins(one, round_.school) > round_.now
    ]


async def expand_reminders(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Adults of the class; whoever declined, or (of the silent alone) answered, is left in peace."""
    found = await _standing(round_, events)
    families, classes = await _families(round_, found.values())
    return [
        push
        for event in events
        if (one := found.get(event.payload["event_id"])) is not None
        for push in _invitations(
            round_,
            event,
            one,
            families.of(classes[one.unit_id or 0]),
            reminder=True,
            silent=event.payload["silent"],
        )
    ]


async def expand_answers(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teacher's counter."""
    found = await _standing(round_, events)
    phones = await head_phones(round_, {one.unit_id for one in found.values() if one.unit_id})
    return [
        for_staff(
            round_,
            event,
            Kind.MEETING_COUNTER,
            account,
            {"event": one.id},
            thread=f"meeting_counter:{one.id}",
            expires_at=begins(one, round_.school),
        )
        for event in events
        if (one := found.get(event.payload["event_id"])) is not None
        for account in phones.get(one.unit_id or 0, ())
    ]


class MeetingTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, MeetingNews]:
        ids = {push.payload["event"] for push in pushes}
        found = await ClassEventQueries(round_.db).by_ids(ids)
        said = await MeetingQueries(round_.db).answered(ids, {push.account_id for push in pushes})
        return {
            push.id: MeetingNews(event, listener.child, said.get((event.id, push.account_id)))
            for push in pushes
            if (event := found.get(push.payload["event"])) is not None
            and (listener := listeners.get((push.account_id, push.student_id or 0))) is not None
            and event.unit_id == listener.child.unit_id
        }

    def say(
        self, push: Push, facts: MeetingNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = class_events.state(facts.event)
        if push.payload["reminder"]:
            # Who means to come is reminded on the day alone; who declined, not at all.
            settled = facts.coming is not None if push.payload["silent"] else facts.coming is False
            if settled or facts.event.cancelled:
                return None
            news = replace(facts, reminder=True)
        elif dict(told.told) == now if told is not None else facts.event.cancelled:
            return None
        else:
            news = replace(facts, corrected=told is not None)
        return Saying(News(Kind.MEETING, news), told=now, replaces=told is not None)


class CounterTeller:
    """Implements `notifications.telling.Teller` for the class teacher's living counter."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, MeetingCounterNews]:
        found = await ClassEventQueries(round_.db).by_ids({push.payload["event"] for push in pushes})
        units = await PeopleQueries(round_.db).units({one.unit_id for one in found.values() if one.unit_id})
        named = {unit.id: unit for unit in units}
        counted = {
            one.id: MeetingCounterNews(await gathering(round_.work(), named[one.unit_id], one))
            for one in found.values()
            if one.unit_id in named and not one.cancelled
        }
        return {
            push.id: counted[push.payload["event"]] for push in pushes if push.payload["event"] in counted
        }

    def say(
        self, push: Push, facts: MeetingCounterNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {reply.value: facts.meeting.count(reply) for reply in Reply} | class_events.state(
            facts.meeting.event
        )
        if told is not None and dict(told.told) == now:
            return None
        return Saying(News(Kind.MEETING_COUNTER, facts), told=now, edits=True, quiet=True)


async def _families(
    round_: Round, found: Iterable[ClassEvent]
) -> tuple[Families, Mapping[int, Collection[int]]]:
    """Everybody who listens in the classes of these meetings, and the students of each class."""
    classes = await members(round_.db, {one.unit_id for one in found if one.unit_id}, round_.today)
    return await families_of(round_, {student for group in classes.values() for student in group}), classes


async def _standing(
    round_: Round, events: Sequence[Waiting], *, cancelled: bool = False
) -> dict[int, ClassEvent]:
    """The meetings of these events that have not begun; the cancelled ones only where asked for."""
    found = await ClassEventQueries(round_.db).by_ids({event.payload["event_id"] for event in events})
    return {
        key: one
        for key, one in found.items()
        if one.invited and (cancelled or not one.cancelled) and begins(one, round_.school) > round_.now
    }
