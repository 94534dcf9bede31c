"""An alert that one adult cannot get: another of the family hears at once, and else the class teacher."""

from datetime import timedelta

import pytest

from journal.clock import FrozenClock
from journal.model.attendance import Presence
from journal.model.control import UnreachedNews
from journal.model.news import AttendanceForm, Kind
from notifications.courier import Delivered, Failed, Moved, Outcome, Parcel, Unreachable
from notifications.service import Notifier
from storage.outbox import reached
from storage.tables.access import accounts
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, queue_letters, states
from tests.notifications.test_absence_push import HOLD, news_of, take_register
from tests.notifications.writing import change, choose
from tests.support.school import CtxOf, person_id

OLGA, IGOR, TATYANA, MARIA = (person_id(name) for name in ("olga", "igor", "tatyana", "maria"))


def refuses(*blocked: int) -> object:
    def answer(parcel: Parcel) -> Outcome:
        return Unreachable("blocked") if parcel.recipient.account_id in blocked else Delivered(parcel.push_id)

    return answer


async def told(notifier: Notifier) -> None:
    """What was to be told is told, and what follows from its answers."""
    await notifier.catch_up()
    await notifier.catch_up()


@pytest.mark.requirement("R-094")
@pytest.mark.parametrize("known", [False, True], ids=["found out now", "known before"])
async def test_the_other_adult_hears_though_they_took_no_absences_and_hears_how_it_goes_on(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post, known: bool
) -> None:
    await choose(store, "igor", "anya", "absences", "off", clock.now())
    if known:
        away = {"unreachable_at": clock.now(), "unreachable_reason": "blocked"}
        await change(store, accounts.update().where(accounts.c.id == OLGA).values(away))
    post.answer = refuses(OLGA)  # type: ignore[assignment]
    await take_register(ctx_of, "maria", 1, {"anya": Presence.ABSENT})
    clock.move(HOLD)
    await told(notifier)
    (alarm,) = post.of(IGOR)
    assert news_of(alarm).instead
    assert not alarm.silent
    assert post.of(MARIA) == []
    post.take()
    await take_register(ctx_of, "anna", 2, {"anya": Presence.LATE})
    clock.move(HOLD)
    await told(notifier)
    assert news_of(post.of(IGOR)[0]).form is AttendanceForm.ARRIVED


async def test_where_both_hear_at_once_nobody_gets_a_second_message(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    post.answer = refuses(OLGA)  # type: ignore[assignment]
    await take_register(ctx_of, "maria", 1, {"anya": Presence.ABSENT})
    clock.move(HOLD)
    await told(notifier)
    (alarm,) = post.of(IGOR)
    assert not news_of(alarm).instead
    assert post.of(MARIA) == []


async def test_where_nobody_of_the_family_is_reached_the_class_teacher_hears_once_with_the_numbers(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    post.answer = refuses(TATYANA)  # type: ignore[assignment]
    for teacher, slot in (("maria", 1), ("anna", 2)):
        await take_register(ctx_of, teacher, slot, {"egor": Presence.ABSENT})
        clock.move(HOLD)
        await told(notifier)
    (call,) = post.of(MARIA)
    (news,) = call.news
    assert news.kind is Kind.FAMILY_UNREACHED
    assert isinstance(news.facts, UnreachedNews)
    assert [adult.first_name for adult, _ in news.facts.adults] == ["Татьяна"]
    assert len(post.of(TATYANA)) == 1


async def test_a_family_told_of_one_lesson_and_out_of_reach_at_the_next_is_called_by_the_class_teacher(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await told(notifier)
    post.answer = refuses(TATYANA)  # type: ignore[assignment]
    await take_register(ctx_of, "anna", 2, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await told(notifier)
    assert [call.news[0].kind for call in post.of(MARIA)] == [Kind.FAMILY_UNREACHED]


async def test_whoever_comes_back_before_the_teacher_is_told_spares_the_call(
    office: Office, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    post.answer = refuses(TATYANA)  # type: ignore[assignment]
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.catch_up()
    post.answer = None
    async with office.store.connection(writing=True) as db:
        await reached(db, [TATYANA])
        await db.connection.commit()
    # The family's message, queued first, goes before the one to the class teacher.
    await notifier.sender.drain()
    await notifier.catch_up()
    assert post.of(MARIA) == []
    assert len(post.of(TATYANA)) == 2


async def test_a_chat_that_moved_is_written_to_at_its_new_address(
    office: Office, notifier: Notifier, post: Post, clock: FrozenClock
) -> None:
    post.answer = lambda parcel: Delivered(1) if parcel.recipient.platform_id == "777" else Moved("777")
    await queue_letters(office, [OLGA])
    await notifier.sender.drain()
    clock.move(timedelta(seconds=1))
    await notifier.sender.drain()
    assert [parcel.recipient.platform_id for parcel in post.of(OLGA)] == ["1301", "777"]
    assert await states(office.store) == {"sent": 1}


async def test_a_chat_that_moved_after_many_failures_is_written_to_at_its_new_address(
    office: Office, notifier: Notifier, post: Post, clock: FrozenClock
) -> None:
    answers: list[Outcome] = [*[Failed("timeout")] * 4, Moved("777"), Failed("timeout"), Delivered(1)]
    post.answer = lambda _: answers.pop(0)
    await queue_letters(office, [OLGA])
    for _ in range(7):
        await notifier.sender.drain()
        clock.move(timedelta(minutes=16))
    assert [parcel.recipient.platform_id for parcel in post.of(OLGA)][-3:] == ["1301", "777", "777"]
    assert await states(office.store) == {"sent": 1}


async def test_a_chat_that_only_ever_moves_is_given_up(
    office: Office, notifier: Notifier, post: Post, clock: FrozenClock
) -> None:
    post.answer = lambda parcel: Moved(f"{parcel.recipient.platform_id}7")
    await queue_letters(office, [OLGA])
    for _ in range(5):
        await notifier.sender.drain()
        clock.move(timedelta(seconds=1))
    assert len(post.parcels) == 2
    assert await states(office.store) == {"dead": 1}


async def test_a_chat_that_became_another_accounts_is_out_of_reach_and_tried_no_more_that_day(
    office: Office, notifier: Notifier, post: Post
) -> None:
    post.answer = lambda _: Moved(str(1302))
    await queue_letters(office, [OLGA])
    await notifier.sender.drain()
    await notifier.sender.drain()
    assert len(post.parcels) == 1
    assert await states(office.store) == {"waiting": 1}
