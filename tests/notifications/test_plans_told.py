"""Plans that are not loaded: the deputy head hears in August, the teachers when reminded, each of the own."""

from datetime import date, datetime, time, timedelta

import pytest

from journal.clock import FrozenClock
from journal.errors import RefusedError
from journal.model.news import Kind
from journal.model.programme import PlansNews
from journal.plans.missing import missing, remind
from notifications.service import Notifier
from storage.tables.people import units
from storage.tables.school import years
from storage.tables.timetable import workload
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import add
from tests.storage.test_programme import load_plan
from tests.support.school import ZONE, CtxOf, person_id, subject_id

ANNA, PAVEL, MARIA = (person_id(name) for name in ("anna", "pavel", "maria"))


@pytest.fixture
async def next_year(store: SqlStore, clock: FrozenClock) -> None:
    """Next year has two classes of Anna's algebra and one of Maria's Russian; it is August."""
    await add(store, years, id=2, name="2027/28", starts_on=date(2027, 9, 1), ends_on=date(2028, 5, 25))
    for number, name, teacher, subject in (
        (81, "8Б", ANNA, "algebra"),
        (82, "8А", ANNA, "algebra"),
        (83, "8В", MARIA, "russian"),
    ):
        await add(store, units, id=number, year_id=2, kind="class", name=name, grade=8)
        page = {"subject_id": subject_id(subject), "unit_id": number}
        await add(store, workload, year_id=2, teacher_id=teacher, hours_week=4, **page)
    clock.move(datetime(2027, 8, 17, 12, tzinfo=ZONE))


def told(post: Post, who: int, kind: Kind) -> list[PlansNews]:
    return [
        news.facts
        for parcel in post.of(who)
        for news in parcel.news
        if news.kind is kind and isinstance(news.facts, PlansNews)
    ]


async def nine(clock: FrozenClock, notifier: Notifier, *days: date) -> None:
    """The school's clock goes over nine in the morning of these days."""
    for day in days:
        clock.move(datetime.combine(day, time(8, 50), ZONE))
        await notifier.scheduler.tick()
        clock.move(timedelta(minutes=20))
        await notifier.scheduler.tick()
        await notifier.catch_up()


@pytest.mark.requirement("R-079")
async def test_the_deputy_head_hears_before_the_day_and_after_it_and_teachers_only_of_their_own(
    next_year: None, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, ctx_of: CtxOf
) -> None:
    await notifier.scheduler.tick()
    await nine(clock, notifier, date(2027, 8, 17))
    assert told(post, PAVEL, Kind.PLANS_MISSING) == []
    await nine(clock, notifier, date(2027, 8, 18))
    (news,) = told(post, PAVEL, Kind.PLANS_MISSING)
    assert (news.year, news.due, news.overdue, len(news.pages)) == ("2027/28", date(2027, 9, 1), False, 3)
    assert told(post, ANNA, Kind.PLANS_DUE) == []
    assert await remind(ctx_of("pavel")) == 2
    assert await remind(ctx_of("pavel")) == 0
    await notifier.catch_up()
    (mine,) = told(post, ANNA, Kind.PLANS_DUE)
    assert [one.page.unit_name for one in mine.pages] == ["8А", "8Б"]
    assert len(told(post, MARIA, Kind.PLANS_DUE)) == 1
    found = await missing(ctx_of("pavel"))
    assert all(gap.reminded for gap in found.gaps)
    assert (found.to_remind, len(found.programme.without)) == (0, 3)


@pytest.mark.requirement("R-079")
async def test_who_has_loaded_hears_nothing_and_what_is_late_is_called_so(
    next_year: None, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, ctx_of: CtxOf
) -> None:
    for unit in (81, 82):
        await load_plan(store, unit, "algebra", ("Дроби", 34, None), year=2)
    assert await remind(ctx_of("pavel")) == 1
    await nine(clock, notifier, date(2027, 9, 2))
    assert told(post, ANNA, Kind.PLANS_DUE) == []
    (news,) = told(post, PAVEL, Kind.PLANS_MISSING)
    assert news.overdue
    assert [one.page.unit_name for one in news.pages] == ["8В"]


async def test_where_every_plan_is_there_nobody_is_told(
    next_year: None, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, ctx_of: CtxOf
) -> None:
    for unit, subject in ((81, "algebra"), (82, "algebra"), (83, "russian")):
        await load_plan(store, unit, subject, ("Начало", 34, None), year=2)
    await nine(clock, notifier, date(2027, 8, 18), date(2027, 8, 29), date(2027, 9, 2))
    assert told(post, PAVEL, Kind.PLANS_MISSING) == []
    assert (await missing(ctx_of("pavel"))).gaps == ()


async def test_only_the_deputy_head_reminds(ctx_of: CtxOf) -> None:
    assert not (await missing(ctx_of("irina"))).managed
    for colleague in ("irina", "maria", "anna"):
        with pytest.raises(RefusedError):
            await remind(ctx_of(colleague))
