"""The bot's balance is used up: told once a day to whoever keeps the bot running."""

from collections.abc import Mapping, Sequence
from datetime import date

from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from journal.model.trouble import StarsNews
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.telling import Listeners, Saying
from notifications.watch.telling import keepers
from storage import outbox
from storage.events import Waiting
from storage.notices import NoticeQueries


async def expand_stars(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Whoever keeps the bot running; what is still being queued goes for nothing too."""
    await NoticeQueries(round_.db).go_free()
    await outbox.go_free(round_.db)
    accounts = await keepers(round_)
    return [
        for_staff(
            round_,
            event,
            Kind.STARS_LACKING,
            account,
            {"day": event.payload["day"]},
            thread=f"stars:{event.payload['day']}",
        )
        for event in events
        for account in accounts
    ]


class StarsTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, StarsNews]:
        return {push.id: StarsNews(date.fromisoformat(push.payload["day"])) for push in pushes}

    def say(
        self, push: Push, facts: StarsNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return None if told is not None else Saying(News(Kind.STARS_LACKING, facts), told={"asked": True})
