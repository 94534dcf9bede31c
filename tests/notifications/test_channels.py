"""News goes on the way its guardian wants, and on another where that fails: once, and never lost."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import FrozenClock
from journal.delivery import letters
from journal.model.channels import Channel, Destination, Use
from journal.model.delivery import Source
from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush, Push
from journal.model.trouble import Setback
from journal.regulation import from_toml
from notifications.courier import Failed, Outcome, Parcel, Rejected, Unreachable
from notifications.house import round_of
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.routing import queue, routed
from notifications.sender import Sender
from notifications.service import Notifier
from storage import outbox
from storage.channels import ChannelQueries
from storage.listeners import families
from storage.tables.channels import destinations
from tests.notifications.post import Office, PassingTimer, Post, states
from tests.support.school import LONG_AGO, TODAY, CtxOf, person_id, student_id

OLGA, ANYA = person_id("olga"), student_id("anya")


def refuses(outcome: Outcome) -> Callable[[Parcel], Outcome]:
    return lambda _: outcome


@dataclass
class Ways:
    """A school whose news goes by the messenger and by mail."""

    office: Office
    messenger: Post
    mail: Post
    notifier: Notifier

    async def olga_wants(self, use: Use, channel: Channel = Channel.EMAIL) -> None:
        async with self.office.store.connection(writing=True) as db:
            await db.insert(
                destinations,
                account_id=OLGA,
                channel=channel,
                address="olga@example.org",
                use=use,
                confirmed_at=LONG_AGO,
            )
            await db.connection.commit()

    async def told(self) -> tuple[int, int]:
        """How many parcels came by the messenger and by mail since last asked."""
        await self.notifier.catch_up()
        return len(self.messenger.take()), len(self.mail.take())


@pytest.fixture
def ways(office: Office, post: Post) -> Ways:
    mail = Post(PassingTimer())
    paced = Pace(rate=5.0, spacing=0.0, timer=mail.timer)
    notifier = Notifier(office, post, Pace(timer=post.timer), {Channel.EMAIL: (mail, paced)})
    return Ways(office, post, mail, notifier)


async def queue_news(office: Office, name: str, *, lane: Lane = Lane.NORMAL) -> None:
    """One push about Аня to Ольга, by a kind that nothing but the sending can stop."""
    now = office.clock.now()
    async with office.store.connection(writing=True) as db:
        round_ = round_of(office, db)
        probe_at = next(one.probe_at for one in await families(db, [ANYA], TODAY) if one.account_id == OLGA)
        push = NewPush(
            account_id=OLGA,
            kind=Kind.PHONE_ADDED,
            payload={"binding": 1},
            lane=lane,
            dedup_key=name,
            due_at=now,
            expires_at=now + timedelta(days=3),
            student_id=ANYA,
            not_before=None if probe_at is None else max(now, probe_at),
        )
        await queue(round_, [push])
        await db.connection.commit()


async def test_a_guardian_who_chose_nothing_hears_by_the_messenger_alone(ways: Ways) -> None:
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 0)


@pytest.mark.requirement("R-096")
@pytest.mark.parametrize(
    ("use", "told"), [(Use.RESERVE, (1, 0)), (Use.BESIDE, (1, 1)), (Use.INSTEAD, (0, 1))]
)
async def test_news_goes_on_the_ways_that_the_guardian_chose(
    ways: Ways, use: Use, told: tuple[int, int]
) -> None:
    await ways.olga_wants(use)
    await queue_news(ways.office, "one")
    assert await ways.told() == told
    assert await ways.told() == (0, 0)


@pytest.mark.requirement("R-096", "R-102")
async def test_what_a_blocked_messenger_does_not_bring_comes_by_mail_at_once_and_once(
    ways: Ways, clock: FrozenClock
) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Unreachable("bot was blocked by the user"))
    await queue_news(ways.office, "one")
    await queue_news(ways.office, "two")
    assert await ways.told() == (1, 2)
    await queue_news(ways.office, "three")
    assert await ways.told() == (0, 1)
    # Once a day the messenger is tried again, and what it refuses is mailed all the same.
    clock.move(timedelta(hours=25))
    await queue_news(ways.office, "four")
    assert await ways.told() == (1, 1)
    assert await states(ways.office.store) == {"sent": 4}


async def test_who_is_back_in_the_messenger_hears_there_again(ways: Ways) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Unreachable("blocked"))
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 1)
    ways.messenger.answer = None
    async with ways.office.store.connection(writing=True) as db:
        await outbox.reached(db, [OLGA])
        await db.connection.commit()
    await queue_news(ways.office, "two")
    assert await ways.told() == (1, 0)


async def test_mail_that_is_refused_comes_by_the_messenger(ways: Ways) -> None:
    await ways.olga_wants(Use.INSTEAD)
    ways.mail.answer = refuses(Unreachable("550 no such user"))
    await queue_news(ways.office, "one")
    assert sum(await ways.told() + await ways.told()) == 2
    await queue_news(ways.office, "two")
    assert await ways.told() == (1, 0)
    assert await states(ways.office.store) == {"sent": 2}


async def test_a_letter_that_may_not_say_the_news_does_not_come_in_their_place(ways: Ways) -> None:
    await ways.olga_wants(Use.INSTEAD)
    ways.office.regulation = from_toml('[delivery.messenger_content]\nemail = "minimal"')
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 1)


async def test_a_message_the_messenger_refuses_for_good_is_mailed(ways: Ways) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Rejected("Bad Request"))
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 1)
    assert await states(ways.office.store) == {"sent": 1}


@pytest.mark.parametrize(
    ("use", "mailed", "tries"),
    [
        (Use.RESERVE, Rejected("554"), (1, 1)),
        (Use.INSTEAD, Rejected("554"), (1, 1)),
        # Mail may take it some day, but what the messenger refused goes there no more.
        (Use.RESERVE, Failed("421"), (1, 8)),
    ],
)
async def test_what_a_way_refused_never_comes_there_again(
    ways: Ways, clock: FrozenClock, use: Use, mailed: Outcome, tries: tuple[int, int]
) -> None:
    await ways.olga_wants(use)
    ways.messenger.answer = refuses(Rejected("Bad Request"))
    ways.mail.answer = refuses(mailed)
    await queue_news(ways.office, "one")
    for _ in range(8):
        await ways.notifier.catch_up()
        clock.move(timedelta(minutes=16))
    assert (len(ways.messenger.parcels), len(ways.mail.parcels)) == tries
    assert await states(ways.office.store) == {"dead" if mailed == Rejected("554") else "waiting": 1}


async def test_a_push_that_all_ways_refused_is_shown_with_its_reason_and_goes_all_ways_again(
    ways: Ways, ctx_of: CtxOf
) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Rejected("Bad Request"))
    ways.mail.answer = refuses(Rejected("554 no"))
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 1)
    admin = ctx_of("admin")
    (lost,) = (await letters.listed(admin, Setback.REFUSED, 0)).letters
    assert lost.said == "554 no"
    await letters.send_again(admin, Source.PUSH, lost.id)
    assert [await ways.told(), await ways.told(), await ways.told()] == [(0, 1), (1, 0), (0, 0)]
    assert await states(ways.office.store) == {"dead": 1}


async def test_what_waits_for_mail_is_not_lost_with_the_address_though_the_messenger_refused_it(
    ways: Ways,
) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Rejected("Bad Request"))
    ways.mail.answer = refuses(Failed("421"))
    await queue_news(ways.office, "one")
    assert await ways.told() == (1, 1)
    async with ways.office.store.connection(writing=True) as db:
        await ChannelQueries(db).drop(OLGA, Channel.EMAIL)
        await db.connection.commit()
    assert await ways.told() == (1, 0)
    assert await states(ways.office.store) == {"dead": 1}


async def test_what_two_ways_refused_comes_by_the_third(ways: Ways) -> None:
    message = Post(PassingTimer())
    paced = Pace(rate=5.0, spacing=0.0, timer=message.timer)
    ways.notifier = Notifier(
        ways.office,
        ways.messenger,
        Pace(timer=ways.messenger.timer),
        {Channel.EMAIL: (ways.mail, paced), Channel.SMS: (message, paced)},
    )
    for channel in (Channel.EMAIL, Channel.SMS):
        await ways.olga_wants(Use.RESERVE, channel)
    for refusing in (ways.messenger, message):
        refusing.answer = refuses(Rejected("no"))
    await queue_news(ways.office, "alarm", lane=Lane.URGENT)
    assert [await ways.told(), await ways.told()] == [(1, 0), (0, 1)]
    assert len(message.parcels) == 1
    assert await states(ways.office.store) == {"sent": 1}


async def test_urgent_news_does_not_wait_for_a_messenger_that_is_down(ways: Ways, clock: FrozenClock) -> None:
    await ways.olga_wants(Use.RESERVE)
    ways.messenger.answer = refuses(Failed("timeout"))
    await queue_news(ways.office, "alarm", lane=Lane.URGENT)
    await queue_news(ways.office, "news")
    for _ in range(3):
        await ways.notifier.catch_up()
        clock.move(timedelta(seconds=20))
    await ways.notifier.catch_up()
    alarm = ways.messenger.parcels[0].push_id
    assert [parcel.push_id for parcel in ways.mail.parcels] == [alarm]


async def test_a_channel_that_is_no_longer_served_gives_everything_back(ways: Ways, office: Office) -> None:
    await ways.olga_wants(Use.INSTEAD)
    ways.mail.answer = refuses(Failed("421"))
    await queue_news(office, "one")
    assert await ways.told() == (0, 1)
    alone = Notifier(office, ways.messenger, Pace(timer=ways.messenger.timer))
    office.clock.move(timedelta(minutes=1))  # type: ignore[attr-defined]
    await alone.catch_up()
    await queue_news(office, "two")
    await alone.catch_up()
    assert len(ways.messenger.take()) == 2
    ways.mail.answer = None
    await ways.notifier.catch_up()
    await queue_news(office, "three")
    assert await ways.told() == (0, 1)


async def test_a_sender_takes_back_no_lease_of_another_channel(ways: Ways) -> None:
    await ways.olga_wants(Use.BESIDE)
    await queue_news(ways.office, "one")
    (mailer,) = ways.notifier.others
    await mailer.ledger.recover(alone=True)
    claimed = await mailer.ledger.claim(Lane.NORMAL, 4, ())
    await ways.notifier.sender.drain()
    assert len(claimed) == 1
    assert await states(ways.office.store) == {"sent": 1, "leased": 1}


class DawdlingLedger(Ledger):
    """Takes its time to say that there is nothing: meanwhile the last receipt may be saved."""

    async def claim(
        self,
        lane: Lane,
        most: int,
        resting: Collection[int],
        *,
        paid: bool = False,
        talking: Collection[str] = (),
    ) -> list[list[Push]]:
        found = await super().claim(lane, most, resting, paid=paid, talking=talking)
        if not found:
            await asyncio.sleep(0.1)
        return found


async def test_a_shift_does_not_go_home_while_a_receipt_makes_way_for_more(ways: Ways) -> None:
    await ways.olga_wants(Use.INSTEAD)
    for name in ("one", "two"):
        await queue_news(ways.office, name)
    paced = Pace(rate=50.0, spacing=0.0)
    mailer = Sender(DawdlingLedger(ways.office, Channel.EMAIL), ways.mail, paced)
    await mailer.drain()
    assert len(ways.mail.parcels) == 2


_DUE = LONG_AGO + timedelta(days=3)
_pushes = st.builds(
    NewPush,
    account_id=st.just(OLGA),
    kind=st.just(Kind.MARKS),
    payload=st.just({}),
    lane=st.sampled_from(Lane),
    dedup_key=st.just("key"),
    due_at=st.just(_DUE),
    expires_at=st.just(_DUE + timedelta(days=1)),
    student_id=st.sampled_from([None, ANYA]),
    thread=st.sampled_from([None, "day"]),
    paid=st.booleans(),
    not_before=st.sampled_from([None, _DUE, _DUE + timedelta(hours=9)]),
)
_kept = st.lists(
    st.builds(
        Destination,
        channel=st.sampled_from([Channel.EMAIL, Channel.SMS]),
        address=st.just("x"),
        use=st.sampled_from(Use),
        unreachable=st.sampled_from([None, "550"]),
    ),
    max_size=2,
    unique_by=lambda one: one.channel,
)


@given(_pushes, _kept)
def test_every_push_goes_at_least_one_way_and_no_way_twice(push: NewPush, kept: list[Destination]) -> None:
    """Each has a key of its own; SMS carries urgent news alone; the first is the push itself."""
    found = list(routed([push], {OLGA: kept}))
    assert found[0].dedup_key == push.dedup_key
    assert found[0].thread == push.thread
    assert len({one.dedup_key for one in found}) == len({one.channel for one in found}) == len(found)
    for one in found:
        assert one.channel is Channel.TELEGRAM or push.student_id is not None
        assert one.channel is not Channel.SMS or push.lane is Lane.URGENT
        assert one.channel is Channel.TELEGRAM or any(
            d.channel is one.channel and not d.unreachable for d in kept
        )
        # What another way brings does not wait for the messenger.
        assert one.channel is Channel.TELEGRAM or (one.not_before is None and not one.paid)
