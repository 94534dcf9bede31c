"""What the sender says of notices: to their readers, and in the author's living counter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.model.news import Kind, News, NoticeNews
from journal.model.notices import Counter, CounterNews, Notice, NoticeStatus
from journal.model.outbox import Push, Told
from journal.model.people import Child, Person
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.house import Round
from notifications.notices.expansion import wanted
from notifications.telling import Listeners, Saying
from storage.news import notices
from storage.news.lessons import persons
from storage.notices import NoticeQueries


@dataclass(frozen=True, slots=True)
class _Facts:
    notice: Notice
    author: Person
    children: tuple[Child, ...]
    signed: bool


class NoticeTeller:
    """Implements `notifications.telling.Teller` for readers."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, _Facts]:
        ids = {push.payload["notice"] for push in pushes}
        found = await NoticeQueries(round_.db).by_ids(ids)
        authors = await persons(round_.db, {notice.author_id for notice in found.values()})
        signed = await notices.signatures(round_.db, ids, {push.account_id for push in pushes})
        return {
            push.id: _Facts(
                notice,
                authors[notice.author_id],
                _children(push, listeners),
                (notice.id, push.account_id) in signed,
            )
            for push in pushes
            if (notice := found.get(push.payload["notice"])) is not None
        }

    def say(self, push: Push, facts: _Facts, told: Told | None, listener: Listener | None) -> Saying | None:
        withdrawn = facts.notice.status is NoticeStatus.WITHDRAWN
        reminder = bool(push.payload.get("reminder"))
        news = NoticeNews(facts.notice, facts.author, facts.children, facts.signed, reminder)
        now = {"withdrawn": withdrawn}
        if told is None:
            fresh = not withdrawn
            edits = False
        elif reminder:
            fresh = not withdrawn and not facts.signed
            edits = False
        else:
            fresh = dict(told.told) != now
            edits = True
        if not fresh or (listener is not None and not wanted(listener, facts.notice)):
            return None
        quiet = listener is not None and listener.mode(Topic.NOTICES) in (Mode.OFF, Mode.SILENT)
        return Saying(News(Kind.NOTICE, news), told=now, edits=edits, quiet=quiet)


def _children(push: Push, listeners: Listeners) -> tuple[Child, ...]:
    """The reader's children the notice is for, as far as the account is still bound to them."""
    bound = (listeners.get((push.account_id, student)) for student in push.payload.get("students", ()))
    return tuple(listener.child for listener in bound if listener is not None)


class CounterTeller:
    """Implements `notifications.telling.Teller` for the author's living counter."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, tuple[Notice, Counter]]:
        found = await NoticeQueries(round_.db).by_ids({push.payload["notice"] for push in pushes})
        queries = NoticeQueries(round_.db)
        counters = {key: await queries.counter(notice, round_.now) for key, notice in found.items()}
        return {
            push.id: (found[push.payload["notice"]], counters[push.payload["notice"]])
            for push in pushes
            if push.payload["notice"] in found
        }

    def say(
        self, push: Push, facts: tuple[Notice, Counter], told: Told | None, listener: Listener | None
    ) -> Saying | None:
        notice, counter = facts
        now = {
            "sent": counter.sent,
            "signed": counter.signed,
            "total": counter.total,
            "unreached": counter.unreached,
            "left": counter.left > 0,
            "withdrawn": notice.status is NoticeStatus.WITHDRAWN,
        }
        if told is not None and dict(told.told) == now:
            return None
        news = News(Kind.NOTICE_COUNTER, CounterNews(notice, counter))
        if notice.overruled:
            # The author is to notice that somebody else withdrew it, and why.
            return Saying(news, told=now, replaces=told is not None)
        return Saying(news, told=now, edits=True, quiet=True, message_id=notice.counter_message_id)
