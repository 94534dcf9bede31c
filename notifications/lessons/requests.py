"""Requests to open a lesson: to the deputy heads with the decision below, the decision to who asked."""

from collections.abc import Collection, Mapping, Sequence

from journal.model.control import RequestStatus
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.requests import EntryRequest
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners, outbox
from storage.control import ControlQueries
from storage.events import Waiting


async def expand_asked(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads."""
    found = await _requests(round_, {event.payload["request_id"] for event in events})
    heads = (await on_duty(round_, [])).heads
    return [
        _to_head(round_, event, account)
        for event in events
        if event.payload["request_id"] in found
        for account in heads
        if account != event.account_id
    ]


async def expand_decided(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Who asked hears the decision; the other deputy heads see that nothing is left to decide."""
    found = await _requests(round_, {event.payload["request_id"] for event in events})
    heads = (await on_duty(round_, [])).heads
    asked = await outbox.spoken(round_.db, heads, {_thread(number) for number in found})
    phones = await listeners.staff(round_.db, {item.teacher.id for item in found.values()})
    pushes = []
    for event in events:
        number = event.payload["request_id"]
        if number not in found:
            continue
        payload = {"request": number}
        pushes += [
            for_staff(round_, event, Kind.ENTRY_DECIDED, account, payload)
            for account in phones.get(found[number].teacher.id, ())
        ]
        pushes += [
            _to_head(round_, event, account)
            for account in heads
            if account != event.account_id and (account, _thread(number)) in asked
        ]
    return pushes


def _to_head(round_: Round, event: Waiting, account_id: int) -> NewPush:
    number = event.payload["request_id"]
    return for_staff(round_, event, Kind.ENTRY_ASKED, account_id, {"request": number}, thread=_thread(number))


def _thread(request_id: int) -> str:
    return f"entry_request:{request_id}"


async def _requests(round_: Round, numbers: Collection[int]) -> dict[int, EntryRequest]:
    return await ControlQueries(round_.db).requests_by_id(numbers)


class _Loader:
    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, EntryRequest]:
        found = await _requests(round_, {push.payload["request"] for push in pushes})
        return {
            push.id: found[push.payload["request"]] for push in pushes if push.payload["request"] in found
        }


class RequestTeller(_Loader):
    """Speaks to deputy heads: asks while the request waits, then says in place what became of it."""

    def say(
        self, push: Push, facts: EntryRequest, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {"status": facts.status}
        if told is None:
            waits = facts.status is RequestStatus.WAITING
            return Saying(News(Kind.ENTRY_ASKED, facts), told=now) if waits else None
        return None if dict(told.told) == now else Saying(News(Kind.ENTRY_ASKED, facts), told=now, edits=True)


class DecisionTeller(_Loader):
    """Speaks to who asked."""

    def say(
        self, push: Push, facts: EntryRequest, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        if facts.status is RequestStatus.WAITING:
            return None
        return Saying(News(Kind.ENTRY_DECIDED, facts))
