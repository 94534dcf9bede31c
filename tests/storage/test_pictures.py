"""What pictures need of the database: facts in few statements, and the ids the messenger gave."""

from datetime import timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncEngine

from journal import diary
from journal.clock import FrozenClock
from journal.model.attendance import Reason
from storage.housekeeping import PICTURES_KEPT, clean_up
from storage.pictures import PictureIds
from storage.unit_of_work import SqlStore
from tests.storage.test_diary import ANYA
from tests.support.given import give_mark, miss
from tests.support.school import TODAY, CtxOf
from tests.support.statements import heard


async def test_an_id_is_kept_from_one_start_to_the_next_until_a_newer_one_comes(
    store: SqlStore, clock: FrozenClock
) -> None:
    await PictureIds(store, clock).keep("week", "AgAC-1")
    again = PictureIds(store, clock)
    assert (await again.find("week"), await again.find("strip")) == ("AgAC-1", None)
    await again.keep("week", "AgAC-2")
    assert await again.find("week") == "AgAC-2"


async def test_ids_of_old_pictures_are_forgotten(store: SqlStore, clock: FrozenClock) -> None:
    ids = PictureIds(store, clock)
    await ids.keep("old", "AgAC-1")
    clock.move(PICTURES_KEPT)
    await ids.keep("new", "AgAC-2")
    clock.move(timedelta(seconds=1))
    async with store.connection(writing=True) as db:
        await clean_up(db, clock.now())
        await db.connection.commit()
    assert (await ids.find("old"), await ids.find("new")) == (None, "AgAC-2")


async def test_the_days_of_a_period_say_how_many_lessons_and_registers_they_have(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await miss(store, 1, Reason.ILL)
    found = await diary.attendance_days(ctx_of("olga"), ANYA)
    today = next(day for day in found.days if day.date == TODAY)
    assert (today.lessons, today.registers) == (3, 1)
    assert [one.reason for one in found.book.absences] == [Reason.ILL]
    assert all(day.registers == 0 for day in found.days if day.date > TODAY)


async def test_a_week_card_has_the_averages_of_its_period(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "5")
    await give_mark(store, "4")
    card = await diary.week_card(ctx_of("olga"), ANYA)
    assert [(one.subject, one.average) for one in card.marks.subjects] == [("Русский язык", Decimal("4.5"))]
    assert TODAY in card.days.span


async def test_pictures_take_the_same_number_of_statements_whatever_there_is_to_show(
    ctx_of: CtxOf, store: SqlStore, engine: AsyncEngine
) -> None:
    async def run() -> tuple[int, int]:
        with heard(engine) as week:
            await diary.week_card(ctx_of("olga"), ANYA)
        with heard(engine) as days:
            await diary.attendance_days(ctx_of("olga"), ANYA)
        return len(week), len(days)

    await give_mark(store, "5")
    few = await run()
    for value in ("4", "3", "2", "5"):
        await give_mark(store, value)
    for slot in (1, 2, 3):
        await miss(store, slot)
    assert await run() == few
