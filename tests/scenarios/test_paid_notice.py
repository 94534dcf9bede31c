"""A notice to thousands: how long it takes is said, and whoever may pay chooses to send it at once."""

from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import select

from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock
from journal.model.access import BindingKind
from simulator import SimMessage, Simulator
from simulator.errors import Refusal
from storage.tables.access import accounts, bindings
from storage.tables.control import audit
from storage.tables.notices import notices
from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.scenarios.test_notices import write
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, PLATFORM_IDS, person_id, student_id

MANY = 3_700


async def crowd(store: SqlStore) -> None:
    """So many more phones of one family's, that a notice takes two minutes."""
    numbers = range(50_000, 50_000 + MANY)
    account = {"platform": "telegram", "locale": "ru", "created_at": LONG_AGO}
    link = {
        "kind": BindingKind.GUARDIAN,
        "person_id": person_id("olga"),
        "student_id": student_id("anya"),
        "bound_at": LONG_AGO,
        "news_since": LONG_AGO,
    }
    async with store.connection(writing=True) as db:
        rows = [{"id": number, "platform_id": str(number), **account} for number in numbers]
        await db.run(accounts.insert(), rows)
        await db.run(bindings.insert(), [{"account_id": number, **link} for number in numbers])
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


async def test_where_the_balance_is_used_up_messages_go_for_nothing_and_the_administrator_hears(
    paying: Stage,
) -> None:
    pavel, admin = paying.person("pavel"), paying.person("admin")
    await to_all(pavel)
    paying.simulator.faults.add(
        "sendMessage", kind="refused", refusal=Refusal(400, "Bad Request: BALANCE_TOO_LOW"), times=3
    )
    await pavel.press("Сразу, до 370 ⭐")
    await admin.sees("На балансе бота закончились звёзды.", within=20)
    async with paying.house.store.connection() as db:
        paid = await db.scalars(select(outbox.c.id).where(outbox.c.state == "waiting", outbox.c.paid))
        assert list(paid) == []
