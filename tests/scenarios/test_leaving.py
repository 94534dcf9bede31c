"""Nothing is sent that was not meant: another screen ends the waiting for a typed answer."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.dispatcher import shared_dispatcher
from bot.middlewares.leaving import takers
from storage.tables.access import accounts, input_states
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import PLATFORM_IDS

KINDS = sorted(takers(shared_dispatcher()))


async def await_answer(stage: Stage, name: str, kind: str) -> None:
    async with stage.house.store.connection(writing=True) as db:
        number = await db.scalar(
            select(accounts.c.id).where(accounts.c.platform_id == str(PLATFORM_IDS[name]))
        )
        await db.run(
            insert(input_states).values(
                account_id=number, kind=kind, payload={}, expires_at=stage.clock.now() + timedelta(hours=1)
            )
        )
        await db.connection.commit()


async def awaited_kinds(stage: Stage) -> list[str]:
    async with stage.house.store.connection() as db:
        return [row.kind for row in await db.all(select(input_states.c.kind))]


# Nobody presses all of them in a breath: that would be held back.
PARTS = tuple(KINDS[start::4] for start in range(4))


def test_the_kinds_of_awaited_answers_are_known() -> None:
    assert {"message_letter", "message_answer", "notice_text", "homework", "marks"} <= set(KINDS)


@pytest.mark.parametrize("kinds", PARTS, ids=lambda kinds: kinds[0])
async def test_home_and_a_command_end_the_waiting_for_every_kind_of_answer(
    anna: Persona, stage: Stage, kinds: list[str]
) -> None:
    await anna.say("/menu")
    page = await anna.sees(with_button("Сообщения"))
    for kind in kinds:
        await await_answer(stage, "anna", kind)
        await anna.press_data(page, "home")
        assert await awaited_kinds(stage) == [], kind
        await await_answer(stage, "anna", kind)
        await anna.say("/menu")
        page = await anna.sees(with_button("Сообщения"))
        assert await awaited_kinds(stage) == [], kind


@pytest.mark.requirement("R-086")
async def test_a_text_typed_after_going_home_is_not_sent_to_the_teacher(
    olga: Persona, maria: Persona, stage: Stage
) -> None:
    await olga.say("напиши классной")
    await olga.sees("Аня → Белова М. И.")
    await olga.press("Главная")
    await olga.sees(with_button("Написать"))
    assert await awaited_kinds(stage) == []
    await olga.say("Олечка, купи молока")
    seen = await olga.sees()
    assert "Отправлено" not in seen.text
    await maria.sees_nothing("молока")
