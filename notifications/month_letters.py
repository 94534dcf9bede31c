"""The letter of the month: as the month ends, class teachers hear that theirs has not gone yet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from journal.events import MonthLetterDue
from journal.messages.monthly import first_of
from journal.model.messages import MonthNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import head_phones
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.children import members
from storage.class_lists import ClassListQueries
from storage.events import Waiting
from storage.messages import MessageQueries
from storage.people import PeopleQueries

# From then on, on the first weekday; the letters of summer are not missed.
DAY, SATURDAY, SUMMER = 25, 5, (6, 7, 8)


async def due_today(round_: Round) -> list[MonthLetterDue]:
    """The classes whose teacher has sent no letter this month."""
    today = round_.today
    if today.day < DAY or today.weekday() >= SATURDAY or today.month in SUMMER:
        return []
    heads = await ClassListQueries(round_.db).heads(today)
    since = datetime.combine(first_of(today), time(), round_.school.zone)
    sent = await MessageQueries(round_.db).months_sent(since)
    return [MonthLetterDue(unit, first_of(today).isoformat()) for unit in sorted(heads) if unit not in sent]


async def expand_due(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The class teacher of each class."""
    phones = await head_phones(round_, {event.payload["unit_id"] for event in events})
    return [
        for_staff(
            round_,
            event,
            Kind.MONTH_DUE,
            account,
            {"unit": event.payload["unit_id"], "month": event.payload["month"]},
        )
        for event in events
        for account in phones.get(event.payload["unit_id"], ())
    ]


class DueTeller:
    """Implements `notifications.telling.Teller`; whoever has sent the letter meanwhile hears nothing."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, MonthNews]:
        queries = MessageQueries(round_.db)
        wanted = {push.payload["unit"] for push in pushes}
        month = first_of(round_.today)
        units = {one.id: one for one in await PeopleQueries(round_.db).units(wanted)}
        students = await members(round_.db, wanted, round_.today)
        drafts = await queries.month_drafts(wanted, month)
        sent = await queries.months_sent(datetime.combine(month, time(), round_.school.zone))
        return {
            push.id: MonthNews(
                units[unit],
                month,
                written=len(drafts[unit].own.keys() & set(students[unit])) if unit in drafts else 0,
                families=len(students[unit]),
            )
            for push in pushes
            for unit in [push.payload["unit"]]
            if unit in units and unit not in sent and date.fromisoformat(push.payload["month"]) == month
        }

    def say(
        self, push: Push, facts: MonthNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.MONTH_DUE, facts))
