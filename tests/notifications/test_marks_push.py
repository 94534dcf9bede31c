"""Marks: as each family chose, in cards and lists, corrected in place."""

from datetime import time, timedelta

import pytest
from sqlalchemy import update

from journal.clock import FrozenClock
from journal.events import HomeworkSaved, MarksSaved
from journal.model.news import HomeworkNews, MarksNews
from notifications.courier import Parcel
from notifications.reopening import reopen
from notifications.service import Notifier
from storage.tables.access import accounts
from storage.tables.lessons import homework
from storage.tables.marks import marks
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, told_to
from tests.notifications.writing import change, choose, give_mark, happen, set_homework, set_work
from tests.support.school import SCHOOL, TODAY, bell, person_id, student_id

OLGA, IGOR, TATYANA, EGOR = (person_id(name) for name in ("olga", "igor", "tatyana", "egor"))
ANYA = student_id("anya")


def values(parcel: Parcel) -> list[list[str]]:
    return [
        [mark.value for mark in news.facts.marks] for news in parcel.news if isinstance(news.facts, MarksNews)
    ]


@pytest.mark.requirement("R-094")
async def test_marks_come_in_one_card_when_the_childs_lessons_end(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    for value in ("5", "4"):
        work = await set_work(store, clock.now())
        await give_mark(store, work, "anya", value, clock.now())
        await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    assert post.parcels == []
    # The third lesson of 7Б on a Wednesday is the last.
    clock.move(SCHOOL.moment(TODAY, bell(3)[1]) - timedelta(seconds=1))
    await notifier.catch_up()
    assert post.parcels == []
    clock.move(timedelta(seconds=1))
    await notifier.catch_up()
    assert sorted(parcel.recipient.account_id for parcel in post.parcels) == [OLGA, IGOR]
    assert values(post.of(OLGA)[0]) == [["5"], ["4"]]


async def test_marks_entered_after_the_lessons_come_at_once(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=5))
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "5", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    assert [values(parcel) for parcel in post.of(OLGA)] == [[["5"]]]


@pytest.mark.requirement("R-102")
async def test_what_is_entered_at_night_waits_for_the_morning_in_one_list(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=12))
    for value in ("5", "4", "3", "2"):
        work = await set_work(store, clock.now())
        await give_mark(store, work, "anya", value, clock.now())
        await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    assert post.parcels == []
    clock.move(timedelta(hours=9))
    await notifier.catch_up()
    assert [values(parcel) for parcel in post.of(OLGA)] == [[["5"], ["4"], ["3"], ["2"]]]


async def test_each_account_hears_as_it_chose(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await choose(store, "olga", "anya", "marks", "at_once", clock.now())
    await choose(store, "igor", "anya", "marks", "off", clock.now())
    await choose(store, "tatyana", "egor", "marks", "silent", clock.now())
    await choose(store, "egor", "egor", "marks", "digest", clock.now())
    work = await set_work(store, clock.now())
    for child in ("anya", "egor"):
        await give_mark(store, work, child, "4", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA, student_id("egor")]))
    await notifier.catch_up()
    assert {(parcel.recipient.account_id, parcel.silent) for parcel in post.take()} == {
        (OLGA, False),
        (TATYANA, True),
    }
    clock.move(timedelta(hours=9))
    await notifier.catch_up()
    assert [parcel.recipient.account_id for parcel in post.parcels] == [EGOR]


async def test_a_corrected_mark_edits_the_message_and_names_what_was(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await choose(store, "olga", "anya", "marks", "at_once", clock.now())
    work = await set_work(store, clock.now())
    mark = await give_mark(store, work, "anya", "3", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    await change(store, update(marks).where(marks.c.id == mark).values(value="4"))
    await happen(store, clock.now(), MarksSaved(work, [ANYA], 2))
    await notifier.catch_up()
    first, second = post.of(OLGA)
    assert (first.edits, second.edits) == (None, 1)
    (news,) = second.news
    assert isinstance(news.facts, MarksNews)
    assert (news.facts.before, values(second)) == (("3",), [["4"]])


async def test_a_correction_inside_a_card_rewrites_the_whole_card(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    given = []
    for value in ("5", "3"):
        work = await set_work(store, clock.now())
        given.append((work, await give_mark(store, work, "anya", value, clock.now())))
        await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    clock.move(timedelta(hours=3))
    await notifier.catch_up()
    work, mark = given[1]
    await change(store, update(marks).where(marks.c.id == mark).values(value="4"))
    await happen(store, clock.now(), MarksSaved(work, [ANYA], 2))
    await notifier.catch_up()
    card, corrected = post.of(OLGA)
    assert corrected.edits == 1
    assert values(corrected) == [["5"], ["4"]]
    assert len(card.news) == len(corrected.news) == 2


async def test_a_withdrawn_mark_is_taken_back_in_place(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, office: Office
) -> None:
    await choose(store, "olga", "anya", "marks", "at_once", clock.now())
    work = await set_work(store, clock.now())
    mark = await give_mark(store, work, "anya", "2", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    await notifier.catch_up()
    await change(store, update(marks).where(marks.c.id == mark).values(withdrawn_at=clock.now()))
    await happen(store, clock.now(), MarksSaved(work, [ANYA], 2))
    await notifier.catch_up()
    assert values(post.of(OLGA)[1]) == [[]]
    # Who hid the news opens a message whose mark is no more.
    assert await reopen(office, OLGA, (await told_to(store, OLGA))[0]) is None


async def test_a_mark_withdrawn_before_it_was_told_is_never_told(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "2", clock.now(), withdrawn_at=clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    clock.move(timedelta(hours=5))
    await notifier.catch_up()
    assert post.parcels == []


async def test_the_first_binding_is_silent_about_old_marks(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    from storage.tables.access import bindings

    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "5", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    later = clock.now() + timedelta(minutes=1)
    await change(store, update(bindings).where(bindings.c.account_id == OLGA).values(news_since=later))
    clock.move(timedelta(hours=5))
    await notifier.catch_up()
    assert [parcel.recipient.account_id for parcel in post.parcels] == [IGOR]


async def test_homework_and_marks_share_the_card(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "5", clock.now())
    task = await set_homework(store, clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]), HomeworkSaved(task, 1))
    await notifier.catch_up()
    clock.move(timedelta(hours=3))
    await notifier.catch_up()
    (card,) = post.of(OLGA)
    assert {type(news.facts) for news in card.news} == {MarksNews, HomeworkNews}


async def test_homework_taken_back_is_taken_back_in_the_message(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, office: Office
) -> None:
    task = await set_homework(store, clock.now())
    clock.move(timedelta(hours=5))
    await happen(store, clock.now(), HomeworkSaved(task, 1))
    await notifier.catch_up()
    gone = update(homework).where(homework.c.id == task).values(withdrawn_at=clock.now(), revision=2)
    await change(store, gone)
    await happen(store, clock.now(), HomeworkSaved(task, 2))
    await notifier.catch_up()
    first, second = post.of(OLGA)
    assert second.edits == 1
    (news,) = second.news
    assert isinstance(news.facts, HomeworkNews)
    assert news.facts.withdrawn
    assert first.edits is None
    # Who hid the news reads the same.
    opened = await reopen(office, OLGA, (await told_to(store, OLGA))[0])
    assert opened is not None
    assert [one.facts for one in opened.news] == [news.facts]


async def test_homework_is_not_told_when_its_lesson_has_begun(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    task = await set_homework(store, clock.now())
    await happen(store, clock.now(), HomeworkSaved(task, 1))
    await notifier.expander.expand_due()
    clock.move(timedelta(days=1))
    await notifier.catch_up()
    assert post.parcels == []


@pytest.mark.requirement("R-095")
async def test_the_evening_card_comes_at_the_hour_the_family_chose(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await choose(store, "igor", "anya", "marks", "digest", clock.now())
    await change(store, update(accounts).where(accounts.c.id == IGOR).values(digest_at=time(17)))
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "5", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    clock.move(SCHOOL.moment(TODAY, time(16, 59)))
    await notifier.catch_up()
    assert post.of(IGOR) == []
    clock.move(SCHOOL.moment(TODAY, time(17)))
    await notifier.catch_up()
    assert len(post.of(IGOR)) == 1


async def test_homework_that_the_evening_card_would_tell_too_late_comes_at_once(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await choose(store, "igor", "anya", "homework", "digest", clock.now())
    clock.move(SCHOOL.moment(TODAY, time(20)))
    await happen(store, clock.now(), HomeworkSaved(await set_homework(store, clock.now()), 1))
    await notifier.catch_up()
    assert len(post.of(IGOR)) == 1


async def test_what_follows_a_card_waits_for_the_next_one(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(SCHOOL.moment(TODAY, time(15)))
    for minutes in (0, 30, 60):
        clock.move(SCHOOL.moment(TODAY, time(15)) + timedelta(minutes=minutes))
        work = await set_work(store, clock.now())
        await give_mark(store, work, "anya", "5", clock.now())
        await happen(store, clock.now(), MarksSaved(work, [ANYA]))
        await notifier.catch_up()
    assert [len(parcel.news) for parcel in post.of(IGOR)] == [1]
    clock.move(SCHOOL.moment(TODAY, time(17)))
    await notifier.catch_up()
    assert [len(parcel.news) for parcel in post.of(IGOR)] == [1, 2]
