"""What the sender says of a child's day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from journal.model.news import AttendanceDay, AttendanceForm, Kind, News
from journal.model.outbox import Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.attendance.queueing import APOLOGY, INSTEAD, thread_of
from notifications.attendance.words import (
    Reader,
    apology,
    apology_read_again,
    false_alarms,
    next_word,
    read_again,
)
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage import threads
from storage.news import attendance


@dataclass(frozen=True, slots=True)
class Facts:
    """A child's day, and to an apology what the day's own thread told of it."""

    day: AttendanceDay
    before: Mapping[str, Any]


class AttendanceTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, Facts]:
        keys = {
            push.id: (push.payload["student"], date.fromisoformat(push.payload["date"])) for push in pushes
        }
        children = children_of(pushes, listeners)
        days = await attendance.days(round_.db, list(children.values()), {day for _, day in keys.values()})
        before = await _told_before(round_, [push for push in pushes if APOLOGY in push.payload])
        return {
            push_id: Facts(replace(days[key], current=key[1] == round_.today), before.get(push_id, {}))
            for push_id, key in keys.items()
            if key in days
        }

    def say(self, push: Push, facts: Facts, told: Told | None, listener: Listener | None) -> Saying | None:
        if listener is None:
            return None
        before = told.told if told else {}
        if APOLOGY in push.payload:
            false = false_alarms(facts.day, facts.before)
            return _apology(facts.day, {"false": false}) if false > before.get("false", 0) else None
        instead = _instead(push, before)
        reader = Reader(
            listener.account_id,
            absences=instead or listener.mode(Topic.ABSENCES).pushes,
            lateness=listener.mode(Topic.LATENESS).pushes,
        )
        word = next_word(facts.day, before, reader)
        if word is None:
            # An alarm of which no receipt was saved may have arrived all the same.
            return _apology(facts.day) if push.attempts and not before.get("absent") else None
        return Saying(
            News(Kind.ATTENDANCE, replace(word.news, instead=instead)),
            told={**word.told, INSTEAD: True} if instead else word.told,
            edits=word.edits,
            replaces=word.replaces,
            living=word.living,
            loud=word.loud,
            quiet=word.quiet,
            topic=Topic.LATENESS if word.news.form is AttendanceForm.LATE else Topic.ABSENCES,
        )


def say_again(push: Push, facts: Facts, told: Told | None, listener: Listener | None) -> Saying | None:
    """What whoever opens the message reads: an apology as it was, else how the day stands by now."""
    if listener is None:
        return None
    slot = push.payload.get(APOLOGY)
    news = None if slot is None else apology_read_again(facts.day, slot)
    if news is not None:
        return Saying(News(Kind.ATTENDANCE, news))
    before = facts.before if told is None or slot is not None else told.told
    word = read_again(facts.day, before)
    instead = _instead(push, before)
    kept = {**before, **word.told}
    return Saying(News(Kind.ATTENDANCE, replace(word.news, instead=instead)), told=kept)


async def _told_before(round_: Round, apologies: Sequence[Push]) -> dict[int, Mapping[str, Any]]:
    """What was told of the days that the apologies are about."""
    if not apologies:
        return {}
    days = {
        push.id: thread_of(push.payload["student"], date.fromisoformat(push.payload["date"]))
        for push in apologies
    }
    told = await threads.told(round_.db, {push.account_id for push in apologies}, set(days.values()))
    return {
        push.id: told[key].told for push in apologies if (key := (push.account_id, days[push.id])) in told
    }


def _instead(push: Push, before: Mapping[str, Any]) -> bool:
    """Whether it comes to somebody who stands in for another adult."""
    return INSTEAD in push.payload or bool(before.get(INSTEAD))


def _apology(day: AttendanceDay, told: Mapping[str, Any] | None = None) -> Saying | None:
    """Heard whatever the family chose: it heard the false alarm, too."""
    news = apology(day)
    if news is None:
        return None
    return Saying(
        News(Kind.ATTENDANCE, news), told=told, living=False, loud=True, echo=True, topic=Topic.ABSENCES
    )
