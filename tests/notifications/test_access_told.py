"""Whoever answers for a diary hears who was linked to it."""

import pytest

from journal.clock import FrozenClock
from journal.events import (
    AccessOpened,
    AccessWaiting,
    BindingDisowned,
    BindingQuestioned,
    CodeLocked,
    Event,
    GuardianBound,
    PhoneAdded,
)
from journal.model.access_news import BoundNews
from notifications.service import Notifier
from storage.tables.access import bindings, codes
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post, open_accounts
from tests.notifications.writing import add, happen
from tests.support.school import LONG_AGO, person_id, student_id

OLGA, IGOR, MARIA, ADMIN, ANNA = (person_id(name) for name in ("olga", "igor", "maria", "admin", "anna"))


async def bind(store: SqlStore, account: int, person: str, child: str | None) -> int:
    return await add(
        store,
        bindings,
        account_id=account,
        kind="guardian" if child else "staff",
        person_id=person_id(person),
        student_id=student_id(child) if child else None,
        capacity="parent" if child else None,
        bound_at=LONG_AGO,
        news_since=LONG_AGO,
    )


async def code(store: SqlStore, person: str, child: str | None) -> int:
    return await add(
        store,
        codes,
        hash="x",
        kind="guardian" if child else "staff",
        person_id=person_id(person),
        student_id=student_id(child) if child else None,
        issued_at=LONG_AGO,
        expires_at=LONG_AGO,
    )


def accounts_of(post: Post) -> list[int]:
    return sorted(parcel.recipient.account_id for parcel in post.parcels)


async def test_the_other_parent_and_the_class_teacher_hear_of_a_new_adult(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    (account,) = await open_accounts(store, 1)
    binding = await bind(store, account, "tatyana", "anya")
    await happen(store, clock.now(), GuardianBound(binding))
    await notifier.catch_up()
    assert accounts_of(post) == sorted([OLGA, IGOR, MARIA])
    for parcel in post.parcels:
        (news,) = parcel.news
        assert isinstance(news.facts, BoundNews)
        assert news.facts.for_staff is (parcel.recipient.account_id == MARIA)


async def test_a_persons_other_phones_are_asked_about_a_new_one(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    (account,) = await open_accounts(store, 1)
    binding = await bind(store, account, "olga", "anya")
    await happen(store, clock.now(), PhoneAdded(binding))
    await notifier.catch_up()
    assert accounts_of(post) == [OLGA]


@pytest.mark.requirement("R-006")
@pytest.mark.parametrize(
    ("event", "person", "child", "told"),
    [
        (lambda number: BindingQuestioned(number, OLGA), "tatyana", "anya", [MARIA]),
        # Who was told of the link is told of its end, and the administrator of the leak.
        (BindingDisowned, "tatyana", "anya", [MARIA, ADMIN, OLGA, IGOR]),
        (BindingDisowned, "anna", None, [ADMIN]),
    ],
)
async def test_a_doubtful_link_goes_to_whoever_answers_for_it(
    event: type[Event],
    person: str,
    child: str | None,
    told: list[int],
    store: SqlStore,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
) -> None:
    (account,) = await open_accounts(store, 1)
    binding = await bind(store, account, person, child)
    await happen(store, clock.now(), event(binding))  # type: ignore[call-arg]
    await notifier.catch_up()
    assert accounts_of(post) == told


@pytest.mark.parametrize("event", [CodeLocked, AccessWaiting])
@pytest.mark.parametrize(("person", "child", "told"), [("igor", "anya", MARIA), ("anna", None, ADMIN)])
async def test_a_code_in_trouble_goes_to_whoever_answers_for_it(
    event: type[Event],
    person: str,
    child: str | None,
    told: int,
    store: SqlStore,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
) -> None:
    number = await code(store, person, child)
    await happen(store, clock.now(), event(number))  # type: ignore[call-arg]
    await notifier.catch_up()
    assert accounts_of(post) == [told]


async def test_whoever_waited_for_the_paper_hears_that_the_diary_is_open(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    (account,) = await open_accounts(store, 1)
    binding = await bind(store, account, "tatyana", "anya")
    await happen(store, clock.now(), AccessOpened(binding))
    await notifier.catch_up()
    assert accounts_of(post) == [account]
