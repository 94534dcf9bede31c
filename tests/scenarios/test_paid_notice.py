"""A notice to thousands: how long it takes is said, and whoever may pay chooses to send it at once."""

from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import select

from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock
from journal.model.access import BindingKind
from simulator import SimMessage, Simulator
from storage.tables.access import accounts, bindings
from storage.tables.control import audit
from storage.tables.notices import notices
from storage.tables.outbox import outbox
from storage.tables.people import enrolments, people, students
from storage.unit_of_work import SqlStore
from tests.scenarios.test_notices import write
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, PLATFORM_IDS, TERM, person_id, unit_id

MANY = 3_700


async def crowd(store: SqlStore) -> None:
    """So many more students with a phone each at home that a notice takes two minutes."""
    numbers = range(50_000, 50_000 + MANY)
    account = {"platform": "telegram", "locale": "ru", "created_at": LONG_AGO}
    link = {"kind": BindingKind.GUARDIAN, "bound_at": LONG_AGO, "news_since": LONG_AGO}
    rows = {
        people: {"last_name": "Новиков", "first_name": "Ян", "search_name": "", "created_at": LONG_AGO},
        students: {},
        enrolments: {"unit_id": unit_id("7А"), "since": TERM},
        accounts: account,
        bindings: {**link, "person_id": person_id("olga")},
    }
    keys = {people: "id", students: "person_id", enrolments: "student_id", accounts: "id"}
    async with store.connection(writing=True) as db:
        for table, same in rows.items():
            own = [
                {"account_id": number, "student_id": number}
                if table is bindings
                else {keys[table]: number, **({"platform_id": str(number)} if table is accounts else {})}
                for number in numbers
            ]
            await db.run(table.insert(), [{**same, **one} for one in own])
        await db.connection.commit()


@pytest.fixture
async def paying(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Stage]:
    """A school whose deputy heads may pay."""
    async with running(settings_of(simulator.base_url, paid_broadcast="deputies"), clock) as bot:
        await crowd(bot.house.store)
        yield Stage(simulator, bot.house, clock)


async def to_all(pavel: Persona) -> SimMessage:
    """A notice to the whole school, at its preview."""
    await write(pavel, "Завтра школа закрыта из-за мороза")
    await pavel.press("Кому")
    await pavel.sees("Нажмите, чтобы добавить")
    await pavel.press("Вся школа")
    await pavel.sees("вся школа")
    await pavel.press("Готово")
    return await pavel.sees("ещё не отправлено")


async def test_whoever_may_pay_sees_both_prices_and_the_choice_is_kept(paying: Stage) -> None:
    pavel = paying.person("pavel")
    shown = await to_all(pavel)
    assert "Бесплатно: около 3 мин (до 10:08)." in shown.text
    assert "3703 сообщения × 0,1 ⭐ = до 370 ⭐ с баланса бота." in shown.text
    await pavel.press("Сразу, до 370 ⭐")
    await pavel.sees("Отправлено")
    await paying.person("olga").sees("мороза", within=10)
    (told,) = [
        call for call in paying.simulator.journal.of("sendMessage") if call.chat_id == PLATFORM_IDS["olga"]
    ]
    assert str(told.params.get("allow_paid_broadcast")).lower() == "true"
    async with paying.house.store.connection() as db:
        assert await db.scalar(select(notices.c.paid))
        kept = await db.scalar(select(audit.c.after).where(audit.c.action == "notice.send"))
    assert kept["paid"] is True
    assert kept["stars"].startswith("370")


async def test_without_the_setting_only_the_time_is_said_and_a_forged_choice_sends_nothing(
    stage: Stage, pavel: Persona
) -> None:
    await crowd(stage.house.store)
    shown = await to_all(pavel)
    assert "Отправка займёт около 3 мин (до 10:08)." in shown.text
    assert "⭐" not in shown.text
    free = next(b.data or "" for row in shown.buttons for b in row if (b.data or "").split(":")[2:3] == ["s"])
    await pavel.press_data(shown, free.replace(":s:", ":y:"))
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(notices.c.status)) == "draft"
        assert list(await db.scalars(select(outbox.c.id))) == []
