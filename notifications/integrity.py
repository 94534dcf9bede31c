"""A memory that was tampered with, to the administrators; entries that do not add up, to their teachers."""

from collections.abc import Mapping, Sequence

from journal.model.audit import Fault, FaultKind, MemoryNews
from journal.model.integrity import AskedNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.events import Waiting
from storage.integrity import IntegrityQueries
from storage.news.lessons import persons


async def expand_broken(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Every administrator."""
    duty = await on_duty(round_, [])
    return [
        for_staff(round_, event, Kind.MEMORY_BROKEN, account, {"faults": event.payload["faults"]})
        for event in events
        for account in duty.administrators
    ]


async def expand_asked(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Those who keep the lessons in question, but who asks."""
    numbers = {event.payload["finding_id"] for event in events}
    found = await IntegrityQueries(round_.db).findings(numbers)
    keepers = {keeper for one in found.values() for lesson in one.lessons for keeper in lesson.keepers}
    accounts = await listeners.staff(round_.db, keepers)
    pushes = []
    for event in events:
        if (one := found.get(event.payload["finding_id"])) is None:
            continue
        payload = {"finding": one.id, "person": event.payload["person_id"]}
        asked = {keeper for lesson in one.lessons for keeper in lesson.keepers} - {payload["person"]}
        pushes += [
            for_staff(round_, event, Kind.CONTRADICTION_ASKED, account, payload)
            for keeper in sorted(asked)
            for account in accounts.get(keeper, ())
        ]
    return pushes


class MemoryTeller:
    """Implements `notifications.telling.Teller`: what was found stays true, whoever mends it."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, MemoryNews]:
        return {
            push.id: MemoryNews(
                tuple(Fault(chain, number, FaultKind(kind)) for chain, number, kind in push.payload["faults"])
            )
            for push in pushes
        }

    def say(
        self, push: Push, facts: MemoryNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.MEMORY_BROKEN, facts), loud=True)


class AskedTeller:
    """Implements `notifications.telling.Teller`; what was mended meanwhile is not told."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, AskedNews]:
        found = await IntegrityQueries(round_.db).findings({push.payload["finding"] for push in pushes})
        authors = await persons(round_.db, {push.payload["person"] for push in pushes})
        return {
            push.id: AskedNews(one, authors[push.payload["person"]])
            for push in pushes
            if (one := found.get(push.payload["finding"])) is not None
            and one.waits
            and push.payload["person"] in authors
        }

    def say(
        self, push: Push, facts: AskedNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.CONTRADICTION_ASKED, facts))
