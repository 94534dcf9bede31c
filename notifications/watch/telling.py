"""Outages, and what did not arrive, to administrators and technicians."""

from collections.abc import Mapping, Sequence

from journal.delivery.letters import undelivered
from journal.delivery.rules import KEPT
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Role
from journal.model.subscriptions import Listener
from journal.model.trouble import LettersNews, Outage, OutageNews
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.delivery import DeliveryQueries
from storage.delivery.outages import by_ids, delayed
from storage.events import Waiting

OVER = "over"


async def expand_outages(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """An outage that began, and one that is over: whoever keeps the bot running."""
    accounts = await keepers(round_)
    return [
        for_staff(
            round_,
            event,
            Kind.OUTAGE,
            account,
            {"outage": event.payload["outage_id"], OVER: event.payload[OVER]},
            thread=f"outage:{event.payload['outage_id']}",
        )
        for event in events
        for account in accounts
    ]


async def expand_letters(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """What did not arrive, all of it in one message."""
    accounts = await keepers(round_)
    return [
        for_staff(round_, event, Kind.LETTERS_LOST, account, {})
        for event in events[-1:]
        for account in accounts
    ]


async def keepers(round_: Round) -> list[int]:
    """The accounts of administrators and technicians."""
    persons: set[int] = set()
    for role in (Role.ADMINISTRATOR, Role.TECHNICIAN):
        held = await listeners.holders(round_.db, role, round_.today)
        persons |= {person for group in held.values() for person in group}
    phones = await listeners.staff(round_.db, persons)
    return sorted({account for group in phones.values() for account in group})


class OutageTeller:
    """Implements `notifications.telling.Teller`: that it goes on while it does, that it is over once."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, OutageNews]:
        found = await by_ids(round_.db, {push.payload["outage"] for push in pushes})
        news = {number: await _news(round_, outage) for number, outage in found.items()}
        return {
            push.id: news[push.payload["outage"]]
            for push in pushes
            if push.payload["outage"] in news
            and push.payload[OVER] == (found[push.payload["outage"]].ended_at is not None)
        }

    def say(
        self, push: Push, facts: OutageNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.OUTAGE, facts), told={OVER: push.payload[OVER]})


async def _news(round_: Round, outage: Outage) -> OutageNews:
    if outage.ended_at is None:
        return OutageNews(outage)
    return OutageNews(outage, *await delayed(round_.db, outage.began_at, outage.ended_at))


class LettersTeller:
    """Implements `notifications.telling.Teller`: what lies there when it is told."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, LettersNews]:
        found = await DeliveryQueries(round_.db).setbacks(round_.now - KEPT)
        if not undelivered(found):
            return {}
        return {push.id: LettersNews(tuple(sorted(found.items()))) for push in pushes}

    def say(
        self, push: Push, facts: LettersNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.LETTERS_LOST, facts))
