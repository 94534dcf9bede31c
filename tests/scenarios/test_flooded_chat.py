"""A parent floods the own chat until the messenger refuses it: the school hears its news all the same."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select

from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import person_id

HOLD = timedelta(minutes=5)


async def _refused(store: SqlStore, account_id: int) -> None:
    """Wait until a push to the account was refused."""
    refused = select(func.count()).where(outbox.c.account_id == account_id, outbox.c.error == "limited")
    async with asyncio.timeout(5):
        while True:
            async with store.connection() as db:
                if await db.scalar(refused):
                    return
            await asyncio.sleep(0.05)


async def test_a_refused_chat_holds_up_nobody_else(
    stage: Stage, store: SqlStore, anna: Persona, olga: Persona, tatyana: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")
    limits = stage.simulator.limits
    limits.enabled, limits.chat_burst, limits.chat_retry_after = True, 1, 600
    for _ in range(3):
        await olga.say("/help")
    await olga.sees()
    stage.clock.move(HOLD)
    await _refused(store, person_id("olga"))
    await anna.press("Исправить")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет")
