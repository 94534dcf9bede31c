"""Changes of people's data: to the class teacher for a decision, the decision to whoever asked."""

from collections.abc import Mapping, Sequence

from journal.model.news import Kind, News, ProfileNews
from journal.model.outbox import NewPush, Push, Told
from journal.model.profile import ChangeStatus
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.events import Waiting
from storage.news.profiles import changed


async def expand_asked(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A wish: the class teacher of the child."""
    found = await _changes(round_, events)
    duty = await on_duty(round_, [item.child for item in found.values()])
    return [
        for_staff(round_, event, Kind.PROFILE_CHANGE_ASKED, account, event.payload)
        for event in events
        if (item := found.get(event.payload["change_id"])) is not None
        for account in duty.for_child(item.child)
        if account != event.account_id
    ]


async def expand_decided(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The decision: the account that asked."""
    found = await _changes(round_, events)
    return [
        for_staff(round_, event, Kind.PROFILE_CHANGE_DECIDED, item.change.account_id, event.payload)
        for event in events
        if (item := found.get(event.payload["change_id"])) is not None
    ]


async def _changes(round_: Round, events: Sequence[Waiting]) -> dict[int, ProfileNews]:
    return await changed(round_.db, {event.payload["change_id"] for event in events}, round_.today)


class ProfileTeller:
    """Speaks of such changes; what was decided or taken back meanwhile is asked of nobody."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ProfileNews]:
        found = await changed(round_.db, {push.payload["change_id"] for push in pushes}, round_.today)
        return {push.id: item for push in pushes if (item := found.get(push.payload["change_id"]))}

    def say(
        self, push: Push, facts: ProfileNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        waits = facts.change.status is ChangeStatus.ASKED
        if waits is not (push.kind is Kind.PROFILE_CHANGE_ASKED):
            return None
        return Saying(News(push.kind, facts))
