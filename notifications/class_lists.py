"""Lists of classes: their teachers are asked, the office hears of mistakes, they of the end."""

from collections.abc import Mapping, Sequence
from datetime import date

from journal.class_lists import round_of, turn_of
from journal.events import ListDue
from journal.model.class_lists import FlawNews, ListNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Role
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import head_phones
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.class_lists import ClassListQueries
from storage.events import Waiting
from storage.people import PeopleQueries

SATURDAY = 5


async def due_today(round_: Round) -> list[ListDue]:
    """The classes whose list is not confirmed while it is asked for; on weekdays."""
    today = round_.today
    due_on = round_of(today, round_.regulation.periods.lists_due)
    turn = turn_of(today, due_on)
    if turn is None or today.weekday() >= SATURDAY:
        return []
    queries = ClassListQueries(round_.db)
    units = set(await queries.heads(today))
    silent = units - (await queries.confirmations(units, due_on)).keys()
    return [ListDue(unit, due_on.isoformat(), turn) for unit in sorted(silent)]


async def expand_due(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teacher of each class."""
    phones = await head_phones(round_, {event.payload["unit_id"] for event in events})
    return [
        for_staff(
            round_,
            event,
            Kind.LIST_DUE,
            account,
            {"unit": event.payload["unit_id"], "due_on": event.payload["due_on"]},
        )
        for event in events
        for account in phones.get(event.payload["unit_id"], ())
    ]


async def expand_flawed(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The secretaries and administrators."""
    held = [
        await listeners.holders(round_.db, role, round_.today)
        for role in (Role.SECRETARY, Role.ADMINISTRATOR)
    ]
    persons = [person for of_role in held for group in of_role.values() for person in group]
    phones = await listeners.staff(round_.db, set(persons))
    accounts = dict.fromkeys(account for person in persons for account in phones.get(person, ()))
    return [
        for_staff(round_, event, Kind.LIST_FLAWED, account, {"flaw": event.payload["flaw_id"]})
        for event in events
        for account in accounts
        if account != event.account_id
    ]


async def expand_mended(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teacher."""
    found = await ClassListQueries(round_.db).flaws_by_ids({event.payload["flaw_id"] for event in events})
    phones = await head_phones(round_, {one.unit_id for one in found.values()})
    return [
        for_staff(round_, event, Kind.LIST_MENDED, account, {"flaw": one.id})
        for event in events
        if (one := found.get(event.payload["flaw_id"])) is not None
        for account in phones.get(one.unit_id, ())
        if account != event.account_id
    ]


class DueTeller:
    """Implements `notifications.telling.Teller`; who confirmed meanwhile is asked no more."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ListNews]:
        queries = ClassListQueries(round_.db)
        keys = {(push.payload["unit"], date.fromisoformat(push.payload["due_on"])) for push in pushes}
        units = {one.id: one for one in await PeopleQueries(round_.db).units({unit for unit, _ in keys})}
        confirmed = {
            (unit, day)
            for day in {day for _, day in keys}
            for unit in await queries.confirmations(units.keys(), day)
        }
        return {
            push.id: ListNews(units[unit], day, overdue=day < round_.today)
            for push in pushes
            for unit, day in [(push.payload["unit"], date.fromisoformat(push.payload["due_on"]))]
            if unit in units and (unit, day) not in confirmed
        }

    def say(self, push: Push, facts: ListNews, told: Told | None, listener: Listener | None) -> Saying | None:
        return Saying(News(Kind.LIST_DUE, facts))


class FlawTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, FlawNews]:
        found = await ClassListQueries(round_.db).flaws_by_ids({push.payload["flaw"] for push in pushes})
        units = await PeopleQueries(round_.db).units({one.unit_id for one in found.values()})
        named = {one.id: one for one in units}
        return {
            push.id: FlawNews(flaw, named[flaw.unit_id])
            for push in pushes
            if (flaw := found.get(push.payload["flaw"])) is not None
            and flaw.settled is (push.kind is Kind.LIST_MENDED)
        }

    def say(self, push: Push, facts: FlawNews, told: Told | None, listener: Listener | None) -> Saying | None:
        return Saying(News(push.kind, facts))
