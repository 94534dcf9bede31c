"""Period marks told: one living message for a family, reminders before the last day, the list after it."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from journal.clock import FrozenClock
from journal.events import ResultsSaved
from journal.model.news import Kind
from journal.model.results import ResultsDueNews, ResultsNews
from notifications.service import Notifier
from storage.tables.marks import results
from storage.tables.school import calendar_days, periods
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import add, change, choose, happen
from tests.support.school import LONG_AGO, SCHOOL, TODAY, person_id, student_id, subject_id, unit_id

OLGA, IGOR, ANNA, NIKOLAI, PAVEL = (person_id(name) for name in ("olga", "igor", "anna", "nikolai", "pavel"))
ANYA, CLASS = student_id("anya"), unit_id("7Б")


async def set_mark(store: SqlStore, subject: str, value: str) -> None:
    await add(
        store,
        results,
        student_id=ANYA,
        subject_id=subject_id(subject),
        unit_id=CLASS,
        year_id=1,
        period_id=1,
        kind="period",
        value=value,
        author_id=ANNA,
        entered_at=LONG_AGO,
    )


async def tell(store: SqlStore, clock: FrozenClock, subject: str, saved: int, *corrected: int) -> None:
    event = ResultsSaved(CLASS, subject_id(subject), 1, "period:1", [ANYA], saved, list(corrected))
    await happen(store, clock.now(), event)


def told(post: Post, who: int) -> list[list[tuple[str, str, str | None]]]:
    return [
        [(mark.subject, mark.value, mark.before) for mark in news.facts.marks]
        for parcel in post.of(who)
        for news in parcel.news
        if isinstance(news.facts, ResultsNews)
    ]


def due(post: Post, who: int, kind: Kind) -> list[ResultsDueNews]:
    return [
        news.facts
        for parcel in post.of(who)
        for news in parcel.news
        if news.kind is kind and isinstance(news.facts, ResultsDueNews)
    ]


@pytest.mark.requirement("R-030")
async def test_a_family_has_one_living_message_of_a_childs_period(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=5))
    await choose(store, "olga", "anya", "marks", "at_once", clock.now())
    await set_mark(store, "algebra", "4")
    await tell(store, clock, "algebra", 1)
    await notifier.catch_up()
    assert told(post, OLGA) == [[("Алгебра", "4", None)]]
    # Another subject comes as a new message with everything so far; the earlier one goes.
    clock.move(timedelta(hours=1))
    await set_mark(store, "russian", "5")
    await tell(store, clock, "russian", 1)
    await notifier.catch_up()
    assert told(post, OLGA)[1:] == [[("Алгебра", "4", None), ("Русский язык", "5", None)]]
    assert post.of(OLGA)[1].outdated
    # A correction is put where the mark stood, and rings nowhere.
    await change(store, update(results).where(results.c.value == "4").values(value="5"))
    await tell(store, clock, "algebra", 2, ANYA)
    await notifier.catch_up()
    assert told(post, OLGA)[2:] == [[("Алгебра", "5", "4"), ("Русский язык", "5", None)]]
    assert post.of(OLGA)[2].edits is not None
    (news,) = post.of(OLGA)[2].news
    assert isinstance(news.facts, ResultsNews)
    assert not news.facts.whole


async def test_the_last_subject_says_that_these_are_all(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=5))
    for subject in ("algebra", "russian", "geography"):
        await set_mark(store, subject, "5")
    await tell(store, clock, "geography", 1)
    await notifier.catch_up()
    (news,) = post.of(OLGA)[0].news
    assert isinstance(news.facts, ResultsNews)
    assert news.facts.whole


async def test_what_was_taken_back_before_it_was_told_is_told_to_nobody(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=5))
    await tell(store, clock, "algebra", 1)
    await notifier.catch_up()
    assert post.parcels == []


async def until(
    clock: FrozenClock, notifier: Notifier, day: date, at: time, *, ticks: timedelta = timedelta(minutes=30)
) -> None:
    """Live on, tick by tick."""
    last = SCHOOL.moment(day, at)
    while clock.now() < last:
        clock.move(ticks)
        await notifier.scheduler.tick()
        await notifier.catch_up()


@pytest.mark.requirement("R-064")
async def test_a_teacher_is_reminded_before_the_last_day_after_the_lessons_of_a_school_day(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    # Wednesday is the 14th; the last day is Friday the 16th, so one day before is Thursday.
    await change(store, update(periods).where(periods.c.id == 1).values(marks_due_on=date(2026, 10, 16)))
    await notifier.scheduler.tick()
    await until(clock, notifier, TODAY, time(20))
    assert due(post, ANNA, Kind.RESULTS_DUE) == []
    clock.move(timedelta(hours=13))
    await until(clock, notifier, date(2026, 10, 15), time(12))
    assert due(post, ANNA, Kind.RESULTS_DUE) == []
    await until(clock, notifier, date(2026, 10, 15), time(20))
    (news,) = due(post, ANNA, Kind.RESULTS_DUE)
    assert [(item.page.unit_name, item.left) for item in news.pages] == [("7А", 2), ("7Б", 6)]
    assert not news.overdue
    # Николай has no lesson on Thursday, and is reminded all the same.
    assert len(due(post, NIKOLAI, Kind.RESULTS_DUE)) == 1
    assert due(post, PAVEL, Kind.RESULTS_OVERDUE) == []


async def test_nobody_is_reminded_on_a_day_off(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await change(
        store,
        update(periods).where(periods.c.id == 1).values(marks_due_on=date(2026, 10, 16)),
        # The calendar says so; that lessons still stand there is a mistake of its own.
        calendar_days.insert().values(
            starts_on=date(2026, 10, 15), ends_on=date(2026, 10, 15), kind="off", name="Карантин"
        ),
    )
    await notifier.scheduler.tick()
    clock.move(timedelta(hours=23))
    await until(clock, notifier, date(2026, 10, 15), time(20))
    assert due(post, ANNA, Kind.RESULTS_DUE) == []


@pytest.mark.requirement("R-064")
async def test_the_deputy_head_hears_what_was_not_set_in_time(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await change(store, update(periods).where(periods.c.id == 1).values(marks_due_on=date(2026, 10, 13)))
    await notifier.scheduler.tick()
    await until(clock, notifier, TODAY, time(19))
    (news,) = due(post, PAVEL, Kind.RESULTS_OVERDUE)
    assert news.overdue
    assert {item.page.unit_name for item in news.pages} == {"3А", "7А", "7Б"}
