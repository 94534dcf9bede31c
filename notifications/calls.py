"""An adult asks to be called: the class teacher hears of it once a day, with the number."""

from collections.abc import Mapping, Sequence

from journal.model.control import CallNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.children import children
from storage.control import ControlQueries
from storage.events import Waiting
from storage.news.lessons import persons


async def expand_calls(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The child's class teacher; the administrator where there is none."""
    found = await children(round_.db, {event.payload["student_id"] for event in events}, round_.today)
    duty = await on_duty(round_, list(found.values()))
    return [
        for_staff(
            round_,
            event,
            Kind.CALL_ASKED,
            account,
            {"student": child.student_id, "person": event.payload["person_id"]},
            thread=f"call:{child.student_id}:{event.payload['person_id']}:{event.payload['day']}",
        )
        for event in events
        if (child := found.get(event.payload["student_id"])) is not None
        for account in duty.for_child(child)
        if account != event.account_id
    ]


class CallTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, CallNews]:
        students = {push.payload["student"] for push in pushes}
        found = await children(round_.db, students, round_.today)
        adults = await persons(round_.db, {push.payload["person"] for push in pushes})
        known = await ControlQueries(round_.db).adults_of(students)
        numbers = {adult.id: number for group in known.values() for adult, number in group if number}
        return {
            push.id: CallNews(child, adult, numbers.get(adult.id))
            for push in pushes
            if (child := found.get(push.payload["student"])) is not None
            and (adult := adults.get(push.payload["person"])) is not None
        }

    def say(self, push: Push, facts: CallNews, told: Told | None, listener: Listener | None) -> Saying | None:
        return None if told is not None else Saying(News(Kind.CALL_ASKED, facts), told={"asked": True})
