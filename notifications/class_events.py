"""Events of a class, told to its families with the evening's news; what is near comes at once."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from journal.model.access import BindingKind
from journal.model.class_events import ClassEvent, ClassEventNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_family
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.children import members
from storage.class_events import ClassEventQueries
from storage.events import Waiting

# Who reads of tomorrow's excursion in the evening has no money for it in the morning.
NEAR = timedelta(days=1)
_MIDNIGHT = time()


async def expand_events(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Families and students of the class, but who is asked to a meeting; of what is over nobody hears."""
    found = await ClassEventQueries(round_.db).by_ids({event.payload["event_id"] for event in events})
    ahead = {one.id: one for one in found.values() if one.unit_id and one.day >= round_.today}
    classes = await members(round_.db, {one.unit_id for one in ahead.values() if one.unit_id}, round_.today)
    families = await families_of(round_, {student for group in classes.values() for student in group})
    return [
        for_family(
            round_,
            event,
            Kind.CLASS_EVENT,
            listener,
            {"event": one.id, "student": listener.child.student_id},
            mode=_mode(listener, one, round_.today),
            thread=f"class_event:{one.id}:{listener.child.student_id}",
            expires_at=round_.school.moment(one.day + NEAR, _MIDNIGHT),
        )
        for event in events
        if (one := ahead.get(event.payload["event_id"])) is not None
        for listener in families.hearing(event, Topic.NOTICES, classes[one.unit_id or 0])
        if not is_asked(listener, one)
    ]


def is_asked(listener: Listener, event: ClassEvent) -> bool:
    """Whether this listener is asked whether they come; a student is only told of the event."""
    return event.invited and listener.kind is BindingKind.GUARDIAN


def _mode(listener: Listener, event: ClassEvent, today: date) -> Mode:
    return listener.mode(Topic.NOTICES) if event.day <= today + NEAR else Mode.DIGEST


class ClassEventTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ClassEventNews]:
        found = await ClassEventQueries(round_.db).by_ids({push.payload["event"] for push in pushes})
        return {
            push.id: ClassEventNews(event, listener.child)
            for push in pushes
            if (event := found.get(push.payload["event"])) is not None
            and (listener := listeners.get((push.account_id, push.student_id or 0))) is not None
            and (event.unit_id in (None, listener.child.unit_id))
        }

    def say(
        self, push: Push, facts: ClassEventNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = state(facts.event)
        # Of an event that was cancelled before anybody heard of it there is nothing to tell.
        if dict(told.told) == now if told is not None else facts.event.cancelled:
            return None
        news = News(Kind.CLASS_EVENT, ClassEventNews(facts.event, facts.child, corrected=told is not None))
        return Saying(news, told=now, replaces=told is not None)


def state(event: ClassEvent) -> dict[str, Any]:
    """What was told of an event, to be told apart from what holds later."""
    return {
        "day": event.day.isoformat(),
        "starts": event.starts.isoformat("minutes") if event.starts else None,
        "title": event.title,
        "place": event.place,
        "cancelled": event.cancelled,
    }
