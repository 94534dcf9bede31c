"""Requests to the deputy heads: asked with the decision below, the decision told to who asked.

One piece for every area with such a way on: it names its kinds of push and how its requests are found.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from journal.model.control import RequestStatus
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.requests import Request
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners, outbox
from storage.db import Db
from storage.events import Waiting


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of one area: `find` them by id, `thread` names the message of one of them."""

    asked: Kind
    decided: Kind
    thread: str
    find: Callable[[Db, Collection[int]], Awaitable[Mapping[int, Request]]]

    async def expand_asked(self, round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
        """The deputy heads."""
        found = await self.find(round_.db, {event.payload["request_id"] for event in events})
        heads = (await on_duty(round_, [])).heads
        return [
            self._to_head(round_, event, account)
            for event in events
            if event.payload["request_id"] in found
            for account in heads
            if account != event.account_id
        ]

    async def expand_decided(self, round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
        """Who asked hears the decision; the other deputy heads see that nothing is left to decide."""
        found = await self.find(round_.db, {event.payload["request_id"] for event in events})
        heads = (await on_duty(round_, [])).heads
        asked = await outbox.spoken(round_.db, heads, {self._thread(number) for number in found})
        phones = await listeners.staff(round_.db, {item.teacher.id for item in found.values()})
        pushes = []
        for event in events:
            number = event.payload["request_id"]
            if number not in found:
                continue
            pushes += [
                for_staff(round_, event, self.decided, account, {"request": number})
                for account in phones.get(found[number].teacher.id, ())
            ]
            pushes += [
                self._to_head(round_, event, account)
                for account in heads
                if account != event.account_id and (account, self._thread(number)) in asked
            ]
        return pushes

    def _to_head(self, round_: Round, event: Waiting, account_id: int) -> NewPush:
        number = event.payload["request_id"]
        return for_staff(
            round_, event, self.asked, account_id, {"request": number}, thread=self._thread(number)
        )

    def _thread(self, request_id: int) -> str:
        return f"{self.thread}:{request_id}"


@dataclass(frozen=True, slots=True)
class _Loader:
    requests: Requests

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, Request]:
        found = await self.requests.find(round_.db, {push.payload["request"] for push in pushes})
        return {
            push.id: found[push.payload["request"]] for push in pushes if push.payload["request"] in found
        }


class RequestTeller(_Loader):
    """Speaks to deputy heads: asks while the request waits, then says in place what became of it."""

    def say(self, push: Push, facts: Request, told: Told | None, listener: Listener | None) -> Saying | None:
        now = {"status": facts.status}
        if told is None:
            waits = facts.status is RequestStatus.WAITING
            return Saying(News(self.requests.asked, facts), told=now) if waits else None
        if dict(told.told) == now:
            return None
        return Saying(News(self.requests.asked, facts), told=now, edits=True)


class DecisionTeller(_Loader):
    """Speaks to who asked."""

    def say(self, push: Push, facts: Request, told: Told | None, listener: Listener | None) -> Saying | None:
        if facts.status is RequestStatus.WAITING:
            return None
        return Saying(News(self.requests.decided, facts))
