"""The watch: what counts as an outage, and who hears of it, once when it happens and once when it is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from journal.clock import FrozenClock
from journal.model.news import Kind
from journal.model.outbox import Lane
from journal.model.trouble import LettersNews, Outage, OutageKind, OutageNews, Setback
from notifications.courier import Delivered, Rejected, Unpaid
from notifications.service import Notifier
from notifications.watch import rules
from notifications.watch.watch import Watch
from storage.tables.outbox import outbox
from storage.tables.watch import outages, watch
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, open_accounts, queue_letters, states
from tests.support.school import person_id

ADMIN, OLGA = person_id("admin"), person_id("olga")
ROLES = ("scheduler", "sender", "web")
NOW = datetime(2026, 10, 14, 7, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Machine:
    """The machine's own clocks, moved by hand together with the school's."""

    def __init__(self, clock: FrozenClock) -> None:
        self.clock, self.at, self.steady = clock, datetime(2026, 10, 14, tzinfo=UTC), 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.steady

    def pass_(self, time: timedelta) -> None:
        self.clock.move(time)
        self.at += time
        self.steady += time.total_seconds()


@pytest.fixture
def machine(clock: FrozenClock) -> Machine:
    return Machine(clock)


def watch_of(
    office: Office, machine: Machine, roles: tuple[str, ...] = ROLES, failing: timedelta | None = None
) -> Watch:
    return Watch(office, roles, lambda: failing, machine, machine.monotonic)


async def looks(found: Watch, machine: Machine, minutes: int) -> None:
    """The watch looks every minute so long."""
    for _ in range(minutes):
        machine.pass_(MINUTE)
        await found.look()


async def hears(notifier: Notifier, post: Post) -> list[OutageNews]:
    """What the administrator is told of outages now."""
    await notifier.catch_up()
    news = [one for parcel in post.take() if parcel.recipient.account_id == ADMIN for one in parcel.news]
    return [one.facts for one in news if isinstance(one.facts, OutageNews)]


@pytest.mark.requirement("R-138")
async def test_after_a_break_the_administrator_hears_how_long_nobody_answered_and_what_was_late(
    office: Office, machine: Machine, notifier: Notifier, post: Post
) -> None:
    await watch_of(office, machine).look()
    machine.pass_(2 * MINUTE)
    began = machine.clock.now()
    await queue_letters(office, await open_accounts(office.store, 3))
    machine.pass_(10 * MINUTE)
    await watch_of(office, machine).look()
    assert await hears(notifier, post) == []
    machine.pass_(MINUTE)
    (told,) = await hears(notifier, post)
    assert told == OutageNews(
        Outage(OutageKind.DOWN, began - 2 * MINUTE, began + 10 * MINUTE), late=3, waiting=0
    )
    await watch_of(office, machine).look()
    assert await hears(notifier, post) == []


async def test_a_restart_is_no_outage_and_a_clock_that_jumps_under_a_running_bot_is_none(
    office: Office, machine: Machine, store: SqlStore
) -> None:
    first = watch_of(office, machine)
    await first.look()
    machine.pass_(rules.BROKEN)
    second = watch_of(office, machine)
    await second.look()
    machine.at += timedelta(hours=3)
    await second.look()
    async with store.connection() as db:
        assert list(await db.all(select(outages))) == []
        assert len(await db.all(select(watch))) == len(ROLES)


async def test_another_process_of_the_role_keeps_it_alive_and_the_role_alone_that_died_is_told(
    office: Office, machine: Machine, store: SqlStore
) -> None:
    sender, first, second = (watch_of(office, machine, roles) for roles in (("sender",), ("web",), ("web",)))
    for one in (sender, first, second):
        await one.look()
    for _ in range(4):
        machine.pass_(MINUTE)
        await second.look()
    await watch_of(office, machine, ("web",)).look()
    await watch_of(office, machine, ("sender",)).look()
    async with store.connection() as db:
        assert [row.kind for row in await db.all(select(outages))] == [OutageKind.SILENT]


@pytest.mark.requirement("R-138")
async def test_a_messenger_that_fails_is_told_once_it_is_back_with_its_beginning(
    office: Office, machine: Machine, notifier: Notifier, post: Post
) -> None:
    found = watch_of(office, machine, failing=5 * MINUTE)
    await found.look()
    await found.look()
    await looks(found, machine, 6)
    found.failing = lambda: None
    await looks(found, machine, 1)
    machine.pass_(MINUTE)
    (told,) = await hears(notifier, post)
    assert told.outage.kind is OutageKind.MESSENGER
    assert told.outage.ended_at is not None
    assert told.outage.ended_at - told.outage.began_at == 12 * MINUTE


async def test_an_outage_that_another_process_still_sees_is_not_over(
    office: Office, machine: Machine, store: SqlStore
) -> None:
    blind, seeing = watch_of(office, machine), watch_of(office, machine, failing=5 * MINUTE)
    await seeing.look()
    await blind.look()
    async with store.connection() as db:
        assert await db.scalar(select(outages.c.ended_at)) is None
    machine.pass_(MINUTE)
    await blind.look()
    async with store.connection() as db:
        assert await db.scalar(select(outages.c.ended_at)) is not None


async def test_messages_that_do_not_leave_are_told_when_they_leave_again(
    office: Office, machine: Machine, notifier: Notifier, post: Post
) -> None:
    found = watch_of(office, machine)
    await found.look()
    await queue_letters(office, [OLGA])
    await looks(found, machine, 6)
    async with office.store.connection() as db:
        assert await db.scalar(select(outages.c.kind)) == OutageKind.STUCK
    await notifier.catch_up()
    await looks(found, machine, 1)
    machine.pass_(MINUTE)
    kinds = [(told.outage.kind, told.late) for told in await hears(notifier, post)]
    assert (OutageKind.STUCK, 0) in kinds


@pytest.mark.requirement("R-102")
async def test_what_did_not_arrive_is_reported_together_and_not_again_for_hours(
    office: Office, machine: Machine, notifier: Notifier, post: Post
) -> None:
    found = watch_of(office, machine)
    accounts = await open_accounts(office.store, 3)
    post.answer = lambda parcel: (
        Rejected("Bad Request: message is too long")
        if parcel.recipient.account_id in accounts
        else Delivered(parcel.push_id)
    )
    await queue_letters(office, accounts)
    await notifier.catch_up()
    for _ in range(3):
        await found.look()
        await notifier.catch_up()
        machine.pass_(MINUTE)
    told = [one for parcel in post.of(ADMIN) for one in parcel.news if one.kind is Kind.LETTERS_LOST]
    (news,) = told
    assert news.facts == LettersNews(((Setback.TOO_LONG, 3),))


@given(
    gaps=st.dictionaries(st.sampled_from(ROLES), st.timedeltas(timedelta(0), timedelta(days=9))),
    own=st.none() | st.timedeltas(timedelta(0), timedelta(days=9)),
)
def test_a_break_is_one_that_nobody_bridged(gaps: dict[str, timedelta], own: timedelta | None) -> None:
    found = rules.broken(gaps, own)
    if own is not None and own <= rules.BROKEN:
        assert found is None
    elif found is None:
        assert all(gap <= rules.BROKEN for gap in gaps.values())
    else:
        assert found[1] in gaps.values()
        assert found[1] > rules.BROKEN


@pytest.mark.parametrize(
    ("lane", "waits", "sent", "stuck"),
    [
        (Lane.URGENT, 3, None, True),
        (Lane.URGENT, 1, None, False),
        (Lane.URGENT, 30, 1, False),
        (Lane.NORMAL, 4, 30, False),
        (Lane.NORMAL, 6, 30, True),
        (Lane.BULK, 9, 30, False),
        (Lane.BULK, 11, 30, True),
    ],
)
def test_messages_are_stuck_where_they_wait_and_none_leaves(
    lane: Lane, waits: int, sent: int | None, stuck: bool
) -> None:
    oldest = dict.fromkeys(Lane, None) | {lane: NOW - waits * MINUTE}
    last = None if sent is None else NOW - sent * MINUTE
    assert (rules.stuck(oldest, last, NOW) is not None) is stuck


async def test_where_the_balance_is_used_up_all_goes_for_nothing_and_the_administrator_hears_once(
    office: Office, notifier: Notifier, post: Post
) -> None:
    chats = await open_accounts(office.store, 20)
    await queue_letters(office, chats)
    async with office.store.connection(writing=True) as db:
        await db.run(outbox.update().values(paid=True))
        await db.connection.commit()
    post.answer = lambda parcel: Unpaid() if parcel.paid else Delivered(parcel.push_id)
    await notifier.catch_up()
    await notifier.catch_up()
    refused = [parcel for parcel in post.parcels if parcel.paid]
    assert refused
    assert sorted(parcel.recipient.account_id for parcel in post.parcels if not parcel.paid) == [
        ADMIN,
        *chats,
    ]
    assert [one.kind for parcel in post.of(ADMIN) for one in parcel.news] == [Kind.STARS_LACKING]
    assert await states(office.store) == {"sent": 21}


class Away:
    """A database that cannot be reached."""

    def connection(self, *, writing: bool = False, patient: bool = False) -> object:
        raise OSError("no route")


async def test_a_database_that_was_away_is_told_with_its_length_once_it_is_back(
    office: Office, machine: Machine, notifier: Notifier, post: Post
) -> None:
    found = watch_of(office, machine)
    await found.look()
    found.house = replace(office, store=Away())  # type: ignore[arg-type]
    await looks(found, machine, 4)
    found.house = office
    await looks(found, machine, 1)
    machine.pass_(MINUTE)
    (told,) = await hears(notifier, post)
    assert told.outage.kind is OutageKind.DATABASE
    assert told.outage.ended_at is not None
    assert told.outage.ended_at - told.outage.began_at == 4 * MINUTE
