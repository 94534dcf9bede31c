"""Words that the deputy head took out of the diary: their author hears so, and why."""

from collections.abc import Mapping, Sequence

from journal.model.comments import CommentNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners as phones_of
from storage.events import Waiting
from storage.news.comments import withdrawn
from storage.news.lessons import by_ids


async def expand_withdrawn(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The author's phones, but whose who took out the own words."""
    authors = {event.payload["person_id"] for event in events}
    phones = await phones_of.staff(round_.db, authors)
    return [
        for_staff(
            round_,
            event,
            Kind.COMMENT_WITHDRAWN,
            account,
            {"lesson": event.payload["lesson_id"], "person": event.payload["person_id"]},
        )
        for event in events
        for account in phones.get(event.payload["person_id"], ())
    ]


class CommentTeller:
    """Implements `notifications.telling.Teller`; the words and the reason are read from the audit."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, CommentNews]:
        numbers = {push.payload["lesson"] for push in pushes}
        lessons = await by_ids(round_.db, numbers)
        said = await withdrawn(round_.db, numbers)
        return {
            push.id: CommentNews(
                lessons[push.payload["lesson"]],
                *said.get((push.payload["lesson"], push.payload["person"]), (None, None)),
            )
            for push in pushes
            if push.payload["lesson"] in lessons
        }

    def say(
        self, push: Push, facts: CommentNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.COMMENT_WITHDRAWN, facts))
