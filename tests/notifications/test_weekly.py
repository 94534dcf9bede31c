"""The week of a child: what it sums up, when it comes, and that a thousand children cost no more queries."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.model.debts import DebtKind
from journal.model.people import Child
from journal.model.week import WeekNews
from notifications.service import Notifier
from storage.debts import DebtQueries
from storage.news.weeks import Window, weeks
from storage.tables.access import accounts
from storage.tables.attendance import attendance
from storage.tables.notices import class_events
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import add, change, choose, give_mark, set_homework, set_work
from tests.support.school import SCHOOL, TODAY, lesson_id, person_id, student_id, unit_id

OLGA, IGOR, TATYANA = (person_id(name) for name in ("olga", "igor", "tatyana"))
ANYA = student_id("anya")
FRIDAY = SCHOOL.moment(date(2026, 10, 16), time(18))


async def _fill_week(store: SqlStore, clock: FrozenClock) -> None:
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "5", clock.now())
    heavy = await set_work(store, clock.now())
    await give_mark(store, heavy, "anya", "4", clock.now())
    owed = await set_work(store, clock.now())
    await give_mark(store, owed, "anya", "•", clock.now())
    sign = await set_work(store, clock.now())
    await give_mark(store, sign, "anya", "зач", clock.now())
    for slot, status, reason in ((1, "absent", "ill"), (2, "absent", None), (3, "late", None)):
        await add(
            store,
            attendance,
            lesson_id=lesson_id("7Б", TODAY, slot),
            student_id=ANYA,
            date=TODAY,
            slot=slot,
            status=status,
            reason=reason,
            entered_by=person_id("anna"),
            entered_at=clock.now(),
        )
    await set_homework(store, clock.now())
    for days, title in ((6, "Собрание"), (13, "Музей")):
        await add(
            store,
            class_events,
            unit_id=unit_id("7Б"),
            date=TODAY + timedelta(days=days),
            title=title,
            author_id=person_id("maria"),
            created_at=clock.now(),
        )


@pytest.mark.requirement("R-097")
async def test_the_summary_comes_on_friday_evening_with_the_whole_week(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await _fill_week(store, clock)
    await notifier.scheduler.tick()
    clock.move(FRIDAY - timedelta(minutes=1))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    post.take()
    clock.move(timedelta(minutes=1))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    told = [news.facts for parcel in post.of(IGOR) for news in parcel.news]
    (week,) = [facts for facts in told if isinstance(facts, WeekNews)]
    (russian,) = week.subjects
    assert (russian.marks, russian.average) == (("5", "4", "•", "зач"), Decimal("4.50"))
    assert (week.missed, week.missed_valid, week.unexplained, week.late) == (2, 1, 1, 1)
    assert [(one.day, one.subject, one.reason) for one in week.absences] == [
        (TODAY, "Русский язык", "ill"),
        (TODAY, "Алгебра", None),
    ]
    # What is owed is what the screen of debts shows.
    (debt,) = week.debts
    assert (debt.kind, debt.work.subject, debt.until) == (DebtKind.UNSUBMITTED, "Русский язык", None)
    assert (week.first, week.last) == (date(2026, 10, 12), date(2026, 10, 16))
    # The meeting of the coming week, not the one after.
    assert [one.title for one in week.happenings] == ["Собрание"]


async def test_a_family_of_two_children_gets_both_weeks(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await notifier.scheduler.tick()
    clock.move(FRIDAY)
    await notifier.scheduler.tick()
    await notifier.catch_up()
    weeks_told = [
        news.facts.child.first_name
        for parcel in post.of(OLGA)
        for news in parcel.news
        if isinstance(news.facts, WeekNews)
    ]
    assert sorted(weeks_told) == ["Аня", "Петя"]


async def test_each_account_may_choose_its_day_or_none(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await change(store, update(accounts).where(accounts.c.id == IGOR).values(weekly_day=4))
    await choose(store, "tatyana", "egor", "weekly", "off", clock.now())
    await notifier.scheduler.tick()
    told: dict[int, int] = {}
    for day in range(8):
        clock.move(timedelta(days=1))
        await notifier.scheduler.tick()
        await notifier.catch_up()
        for parcel in post.take():
            for news in parcel.news:
                if isinstance(news.facts, WeekNews):
                    told[parcel.recipient.account_id] = clock.now().astimezone(SCHOOL.zone).weekday()
        assert day < 8
    assert TATYANA not in told
    # The morning after: this test looks once a day, at five past ten.
    assert (told[IGOR], told[OLGA]) == (4, 5)


async def test_a_week_without_lessons_is_not_summed_up(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await notifier.scheduler.tick()
    clock.move(FRIDAY + timedelta(days=21))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    assert [news for parcel in post.parcels for news in parcel.news if isinstance(news.facts, WeekNews)] == []


async def test_any_number_of_children_costs_the_same_statements(store: SqlStore, engine: AsyncEngine) -> None:
    counted: list[int] = []
    window = Window(TODAY - timedelta(days=6), TODAY, (2, 3, 4, 5))
    for students in ([ANYA], [student_id(name) for name in ("anya", "boris", "vera", "egor", "lev", "zoya")]):
        statements: list[str] = []

        def note(*args: object, seen: list[str] = statements) -> None:
            seen.append(str(args[2]))

        event.listen(engine.sync_engine, "before_cursor_execute", note)
        async with store.connection() as db:
            children = {student: Child(student, "А", "Б", 11, "7Б") for student in students}
            await weeks(db, children, window)
            await DebtQueries(db).open_works(children, TODAY, ["control"])
        event.remove(engine.sync_engine, "before_cursor_execute", note)
        counted.append(len(statements))
    # Eleven, and one that begins a transaction.
    assert counted[0] == counted[1] <= 12
