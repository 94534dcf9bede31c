"""Notices: each account once, the author's counter alive, withdrawn in place."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from journal import notices
from journal.clock import FrozenClock
from journal.model.news import Kind, NoticeNews
from journal.model.notices import Audience, CounterNews, Listeners, NoticeStatus
from notifications import expander
from notifications.courier import Parcel
from notifications.notices import expansion
from notifications.reopening import reopen
from notifications.service import Notifier
from storage import outbox as outbox_queue
from storage.tables.outbox import events, outbox
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, notifier_of, told_to
from tests.notifications.writing import choose
from tests.support.school import CtxOf, person_id

OLGA, IGOR, TATYANA, EGOR, MARIA, PAVEL = (
    person_id(name) for name in ("olga", "igor", "tatyana", "egor", "maria", "pavel")
)
COUNTER = 77
WHOLE_SCHOOL = Audience(frozenset({Listeners.GUARDIANS}))


async def send(ctx_of: CtxOf, who: str, text: str = "Собрание в пятницу", *, sign_off: bool = True) -> int:
    """A notice to the guardians of the author's class, or of the whole school where there is none."""
    ctx = ctx_of(who)
    notice = (await notices.draft(ctx, text)).notice
    meant = notice.audience if notice.audience.listeners else WHOLE_SCHOOL
    shown = await notices.shape(ctx, notice.id, notice.revision, audience=meant, sign_off=sign_off)
    await notices.send(ctx, notice.id, shown.notice.revision, COUNTER)
    return notice.id


def notices_of(parcels: list[Parcel]) -> list[NoticeNews]:
    return [news.facts for parcel in parcels for news in parcel.news if isinstance(news.facts, NoticeNews)]


def counters_of(parcels: list[Parcel]) -> list[CounterNews]:
    return [news.facts for parcel in parcels for news in parcel.news if isinstance(news.facts, CounterNews)]


async def test_a_notice_to_the_class_goes_to_its_guardians_once_each(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    await send(ctx_of, "maria")
    await notifier.catch_up()
    told = [parcel.recipient.account_id for parcel in post.parcels if notices_of([parcel])]
    assert sorted(told) == [OLGA, IGOR, TATYANA]


async def test_an_account_with_two_children_in_the_audience_gets_one_message(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    await send(ctx_of, "pavel")
    await notifier.catch_up()
    (news,) = notices_of(post.of(OLGA))
    assert sorted(child.first_name for child in news.children) == ["Аня", "Петя"]


async def test_the_counter_in_the_authors_message_follows_deliveries_and_signatures(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    number = await send(ctx_of, "maria")
    await notifier.catch_up()
    post.take()
    clock.move(timedelta(seconds=10))
    await notifier.catch_up()
    (parcel,) = post.of(MARIA)
    assert parcel.edits == COUNTER
    (found,) = counters_of([parcel])
    assert (found.counter.sent, found.counter.signed) == (3, 0)
    post.take()
    await notices.sign(ctx_of("olga"), number)
    clock.move(timedelta(seconds=10))
    await notifier.catch_up()
    (found,) = counters_of(post.of(MARIA))
    assert (found.counter.signed, found.counter.total) == (1, 6)


async def test_those_who_have_not_signed_are_reminded_and_nobody_else(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    number = await send(ctx_of, "maria")
    await notifier.catch_up()
    await notices.sign(ctx_of("olga"), number)
    post.take()
    await notices.nudge(ctx_of("maria"), number)
    await notifier.catch_up()
    reminded = [parcel for parcel in post.parcels if notices_of([parcel])]
    assert OLGA not in {parcel.recipient.account_id for parcel in reminded}
    assert TATYANA in {parcel.recipient.account_id for parcel in reminded}
    assert all(news.reminder for news in notices_of(reminded))


async def test_a_withdrawn_notice_is_withdrawn_in_place(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    number = await send(ctx_of, "maria")
    await notifier.catch_up()
    before = {parcel.recipient.account_id for parcel in post.take() if notices_of([parcel])}
    await notices.withdraw(ctx_of("maria"), number, "ошибка")
    await notifier.catch_up()
    edited = [parcel for parcel in post.parcels if notices_of([parcel])]
    assert {parcel.recipient.account_id for parcel in edited} == before
    assert all(parcel.edits is not None for parcel in edited)
    assert {news.notice.status for news in notices_of(edited)} == {NoticeStatus.WITHDRAWN}


async def test_a_hidden_notice_that_was_withdrawn_opens_to_that(
    ctx_of: CtxOf, notifier: Notifier, office: Office, store: SqlStore
) -> None:
    number = await send(ctx_of, "maria")
    await notifier.catch_up()
    await notices.withdraw(ctx_of("maria"), number, "ошибка")
    await notifier.catch_up()
    opened = await reopen(office, OLGA, (await told_to(store, OLGA))[0])
    assert opened is not None
    assert [news.notice.status for news in notices_of([opened])] == [NoticeStatus.WITHDRAWN]


async def test_a_notice_withdrawn_before_it_left_reaches_nobody(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    number = await send(ctx_of, "maria")
    await notifier.expander.expand_due()
    await notices.withdraw(ctx_of("maria"), number, "ошибка")
    await notifier.catch_up()
    assert notices_of(post.parcels) == []


@pytest.mark.parametrize(("sign_off", "silent"), [(True, [True]), (False, [])])
async def test_whoever_wants_no_notices_still_gets_silently_what_is_to_be_signed(
    sign_off: bool,
    silent: list[bool],
    store: SqlStore,
    ctx_of: CtxOf,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
) -> None:
    await choose(store, "tatyana", "egor", "notices", "off", clock.now())
    await send(ctx_of, "maria", sign_off=sign_off)
    await notifier.catch_up()
    assert [parcel.silent for parcel in post.of(TATYANA)] == silent


async def test_a_notice_to_many_stands_behind_everything_else(
    store: SqlStore, ctx_of: CtxOf, notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notifications.notices.expansion.MANY", 2)
    await send(ctx_of, "maria")
    await notifier.expander.expand_due()
    async with store.connection() as db:
        lanes = await db.scalars(select(outbox.c.lane).where(outbox.c.kind == Kind.NOTICE))
    assert set(lanes) == {2}


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readers are many, and every one of them a share and a step of its own."""
    monkeypatch.setattr(expander, "MOST_NAMED", 1)
    monkeypatch.setattr(expansion, "MANY", 1)
    monkeypatch.setattr(expansion, "SHARE", 1)


@pytest.mark.usefixtures("many")
async def test_a_notice_to_many_is_queued_in_shares_each_account_once_with_all_its_children(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    number = await send(ctx_of, "pavel")
    await notifier.catch_up()
    told = [parcel.recipient.account_id for parcel in post.parcels if notices_of([parcel])]
    assert sorted(told) == [OLGA, IGOR, TATYANA]
    (news,) = notices_of(post.of(OLGA))
    assert sorted(child.first_name for child in news.children) == ["Аня", "Петя"]
    # The author's counter counts what any share sent, and a withdrawal reaches all of them.
    post.take()
    clock.move(timedelta(seconds=10))
    await notices.withdraw(ctx_of("pavel"), number, "ошибка")
    await notifier.catch_up()
    told = [parcel.recipient.account_id for parcel in post.parcels if notices_of([parcel])]
    assert sorted(told) == [OLGA, IGOR, TATYANA]
    assert {one.counter.sent for one in counters_of(post.parcels)} == {3}


@pytest.mark.usefixtures("many")
async def test_shares_that_were_broken_off_go_on_where_they_were(
    ctx_of: CtxOf, store: SqlStore, notifier: Notifier, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(ctx_of, "pavel")
    queue, steps = outbox_queue.queue, 0

    async def breaks(*args: Any) -> None:
        nonlocal steps
        steps += 1
        if steps == 3:
            raise ConnectionResetError("the database is away")
        await queue(*args)

    monkeypatch.setattr(outbox_queue, "queue", breaks)
    with pytest.raises(ConnectionResetError):
        await notifier.expander.expand_due()
    monkeypatch.undo()
    await notifier.catch_up()
    assert sorted(parcel.recipient.account_id for parcel in post.parcels) == [OLGA, IGOR, TATYANA]


@pytest.mark.usefixtures("many")
async def test_whoever_stops_waits_for_no_more_than_the_share_in_hand(
    ctx_of: CtxOf,
    office: Office,
    store: SqlStore,
    notifier: Notifier,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await send(ctx_of, "pavel")
    queue = outbox_queue.queue

    async def stopped_meanwhile(*args: Any) -> None:
        await queue(*args)
        if args[1]:
            notifier.stop()

    monkeypatch.setattr(outbox_queue, "queue", stopped_meanwhile)
    await notifier.expander.expand_due()
    monkeypatch.undo()
    async with store.connection() as db:
        assert len(await db.all(select(events).where(events.c.state == "waiting"))) == 2
    await notifier_of(office, post).catch_up()
    assert sorted(parcel.recipient.account_id for parcel in post.parcels) == [OLGA, IGOR, TATYANA]
