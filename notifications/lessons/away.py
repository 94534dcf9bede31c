"""A teacher is away: told to the deputy heads with the lessons that wait for a decision."""

from collections.abc import Mapping, Sequence

from journal import covering
from journal.model.covering import AwayLessons
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.covering import CoveringQueries
from storage.events import Waiting


async def expand_away(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads, at any hour: the first lesson may be early."""
    heads = (await on_duty(round_, [])).heads
    return [
        for_staff(round_, event, Kind.TEACHER_AWAY, account, {"change": event.payload["change_id"]})
        for event in events
        for account in heads
        if account != event.account_id
    ]


class AwayTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, AwayLessons]:
        queries = CoveringQueries(round_.db)
        away = {one.id: one for one in await queries.away(round_.today)}
        if not away:
            return {}
        found = await queries.lessons_of(
            {one.teacher.id for one in away.values()},
            min(one.first for one in away.values()),
            max(one.last for one in away.values()),
        )
        return {
            push.id: AwayLessons(one, covering.awaiting(found, one, round_.now))
            for push in pushes
            if (one := away.get(push.payload["change"])) is not None
        }

    def say(
        self, push: Push, facts: AwayLessons, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.TEACHER_AWAY, facts))
