"""The class teacher's Friday, and what the class teacher tells the deputy head of the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journal import control
from journal.model.class_week import BreachNews, ReviewNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Role
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.events import Waiting

# What waits over the weekend is reviewed on Monday at the latest.
LIFE = timedelta(days=3)


async def expand_reviews(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teacher of each class."""
    units = {unit for event in events for unit in event.payload["unit_ids"]}
    heads = await listeners.holders(round_.db, Role.CLASS_TEACHER, round_.today, units)
    phones = await listeners.staff(round_.db, {person for group in heads.values() for person in group})
    return [
        for_staff(
            round_,
            event,
            Kind.CLASS_REVIEW,
            account,
            {"unit": unit, "monday": event.payload["monday"]},
            thread=f"class_review:{unit}",
            expires_at=round_.now + LIFE,
        )
        for event in events
        for unit in event.payload["unit_ids"]
        for person in heads.get(unit, ())
        for account in phones.get(person, ())
    ]


async def expand_breaches(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads."""
    duty = await on_duty(round_, [])
    return [
        for_staff(
            round_,
            event,
            Kind.BREACHES,
            account,
            {name: event.payload[f"{name}_id"] for name in ("unit", "person")}
            | {"monday": event.payload["monday"]},
            thread=f"breaches:{event.payload['unit_id']}:{event.payload['monday']}",
        )
        for event in events
        for account in dict.fromkeys(duty.heads)
        if account != event.account_id
    ]


class ReviewTeller:
    """Implements `notifications.telling.Teller`; each student who needs help is named once in a period."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ReviewNews]:
        work = round_.work()
        keys = {(push.payload["unit"], push.payload["monday"]) for push in pushes}
        found = {key: await control.review_news(work, key[0], date.fromisoformat(key[1])) for key in keys}
        return {
            push.id: news
            for push in pushes
            if (news := found[push.payload["unit"], push.payload["monday"]]) is not None
        }

    def say(
        self, push: Push, facts: ReviewNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        before = told.told if told is not None else {}
        if before.get("monday") == push.payload["monday"]:
            return None
        same = before.get("period") == facts.period_id
        named = set(before.get("named", ())) if same else set()
        fresh = replace(
            facts, need_help=tuple(person for person in facts.need_help if person.id not in named)
        )
        if fresh.calm:
            return None
        now = {
            "monday": push.payload["monday"],
            "period": facts.period_id,
            "named": sorted(named | {person.id for person in facts.need_help}),
        }
        return Saying(News(Kind.CLASS_REVIEW, fresh), told=now)


class BreachTeller:
    """Implements `notifications.telling.Teller`; what was filled meanwhile is no breach any more."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, BreachNews]:
        work, found = round_.work(), {}
        for push in pushes:
            said = push.payload
            monday = date.fromisoformat(said["monday"])
            news = await control.breach_news(work, said["unit"], monday, said["person"])
            if news is not None:
                found[push.id] = news
        return found

    def say(
        self, push: Push, facts: BreachNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.BREACHES, facts), told={"breaches": facts.week.breaches})
