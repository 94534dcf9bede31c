"""Paper: the week's papers for class teachers, requests to print for the office, their end for who asked."""

from collections.abc import Mapping, Sequence
from datetime import date

from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.papers import AskedPrint, PrintoutNews
from journal.model.people import Role
from journal.model.subscriptions import Listener
from journal.papers.requests import requests_of
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.events import Waiting
from storage.papers import PaperQueries
from storage.people import PeopleQueries


async def expand_printouts(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teachers of these classes."""
    units = {event.payload["unit_id"] for event in events}
    heads = await listeners.holders(round_.db, Role.CLASS_TEACHER, round_.today, units)
    phones = await listeners.staff(round_.db, {person for group in heads.values() for person in group})
    return [
        for_staff(
            round_,
            event,
            Kind.PRINTOUTS_DUE,
            account,
            {"unit": event.payload["unit_id"], "monday": event.payload["monday"]},
        )
        for event in events
        for person in heads.get(event.payload["unit_id"], ())
        for account in phones.get(person, ())
    ]


async def expand_asked(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Whoever prints for the school."""
    accounts = (await on_duty(round_, [])).administrators
    return [
        for_staff(round_, event, Kind.PRINT_ASKED, account, {"request": event.payload["request_id"]})
        for event in events
        for account in accounts
        if account != event.account_id
    ]


async def expand_settled(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Who asked."""
    numbers = {event.payload["request_id"] for event in events}
    askers = {one.id: one.asked_by.id for one in await PaperQueries(round_.db).requests_by_ids(numbers)}
    phones = await listeners.staff(round_.db, set(askers.values()))
    return [
        for_staff(round_, event, Kind.PRINT_SETTLED, account, {"request": event.payload["request_id"]})
        for event in events
        for account in phones.get(askers.get(event.payload["request_id"], 0), ())
    ]


class PrintoutTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, PrintoutNews]:
        keys = {(push.payload["unit"], date.fromisoformat(push.payload["monday"])) for push in pushes}
        units = {one.id: one for one in await PeopleQueries(round_.db).units({unit for unit, _ in keys})}
        open_ = await PaperQueries(round_.db).open_sheets(keys)
        return {
            push.id: PrintoutNews(units[unit], monday, count)
            for push in pushes
            for unit, monday in [(push.payload["unit"], date.fromisoformat(push.payload["monday"]))]
            if unit in units and (count := open_.get((unit, monday), 0))
        }

    def say(
        self, push: Push, facts: PrintoutNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return None if told is not None else Saying(News(push.kind, facts), told={"count": facts.count})


class RequestTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, AskedPrint]:
        found = await requests_of(round_.work(), {push.payload["request"] for push in pushes})
        return {push.id: one for push in pushes if (one := found.get(push.payload["request"])) is not None}

    def say(
        self, push: Push, facts: AskedPrint, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return None if told is not None else Saying(News(push.kind, facts), told={"asked": True})
