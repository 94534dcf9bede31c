"""No update is lost, none is handled twice, and none that is broken stands in the way of the others."""

import asyncio
from typing import Any

import pytest
from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy import select, text

from bot.intake import settling
from handlers.reply import Reply
from handlers.screen import Button, screen
from journal.context import Ctx
from journal.errors import RefusedError
from journal.events import RegisterSaved
from simulator import Simulator
from storage.tables.outbox import events, inbox
from storage.unit_of_work import SqlStore
from tests.bot.conftest import RunsWith
from tests.support.persona import Persona
from tests.support.scenario import Stage


async def states(store: SqlStore) -> dict[str, int]:
    """How many updates are in each state."""
    async with store.connection() as db:
        found: dict[str, int] = {}
        for state in await db.scalars(select(inbox.c.state)):
            found[state] = found.get(state, 0) + 1
        return found


async def settled(store: SqlStore, **wanted: int) -> None:
    """Wait until the inbox stands so."""
    for _ in range(150):
        if await states(store) == wanted:
            return
        await asyncio.sleep(0.1)
    assert await states(store) == wanted


def message_of(update_id: int, person: int, text: str, message_id: int) -> dict[str, Any]:
    somebody = {"id": person, "is_bot": False, "first_name": "Ольга", "language_code": "ru"}
    chat = {"id": person, "type": "private", "first_name": "Ольга"}
    content = {"message_id": message_id, "date": 1_790_000_000, "from": somebody, "chat": chat, "text": text}
    return {"update_id": update_id, "message": content}


async def test_what_was_handled_is_settled_though_it_changed_nothing(stage: Stage, olga: Persona) -> None:
    await olga.say("абракадабра")
    await olga.sees()
    await settled(stage.house.store, done=1)


@pytest.mark.parametrize(
    "broken",
    [
        {"message": {"message_id": "many", "text": "x"}},
        {"message": {"date": 10**40}},
        {"callback_query": {}},
        {"message": None, "unheard_of": {"a": 1}},
        {},
    ],
)
async def test_a_malformed_update_is_set_aside_and_the_others_are_handled(
    stage: Stage, olga: Persona, broken: dict[str, Any]
) -> None:
    await stage.simulator.person(1999).inject(broken)
    await olga.say("абракадабра")
    await olga.sees("Вот что можно сделать", within=1.0)
    await settled(stage.house.store, done=1, malformed=1)


async def test_the_reason_kept_of_a_malformed_update_holds_nobodys_words(stage: Stage) -> None:
    await stage.simulator.person(1999).inject({"message": {"message_id": "secret words", "text": "Иванова"}})
    await settled(stage.house.store, malformed=1)
    async with stage.house.store.connection() as db:
        reason = await db.scalar(select(inbox.c.error))
    assert "message_id" in reason
    assert "secret" not in reason


async def test_a_message_sent_again_under_a_new_number_is_handled_once(stage: Stage, olga: Persona) -> None:
    for number in (500_001, 500_002, 500_002):
        await olga.phone.inject(message_of(number, 1301, "абракадабра", message_id=77))
    await olga.sees("Вот что можно сделать")
    await olga.sees_nothing(during=0.3)
    await settled(stage.house.store, done=1)


async def test_a_text_that_no_database_can_keep_is_answered_all_the_same(olga: Persona) -> None:
    await olga.phone.inject(message_of(500_010, 1301, "нуль \x00 и половина \ud83d", message_id=78))
    await olga.sees("Вот что можно сделать")


async def test_updates_left_unsettled_by_a_crash_are_handled_at_the_next_start(
    simulator: Simulator, runs_with: RunsWith, store: SqlStore
) -> None:
    olga = Persona("olga", simulator.person(1301))
    async with store.connection(writing=True) as db:
        await db.insert(
            inbox,
            update_id=400_000,
            chat="1301",
            raw=message_of(400_000, 1301, "ещё до падения", 5),
            received_at=(await _clock(runs_with)),
            state="waiting",
        )
        await db.connection.commit()
    async with runs_with():
        await olga.sees("Вот что можно сделать")
        await settled(store, done=1)


async def test_an_effect_marks_what_was_handled_before_it_in_its_chat(
    simulator: Simulator, runs_with: RunsWith, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What changed nothing is not written down by itself meanwhile.
    monkeypatch.setattr(settling, "INTERVAL", 60.0)
    router, seen = Router(), list[list[str]]()

    @router.message()
    async def hear(message: Message, ctx: Ctx) -> None:
        if message.text == "сделай":
            async with ctx.writing() as work:
                await work.commit()
            async with store.connection() as db:
                seen.append(list(await db.scalars(select(inbox.c.state))))

    olga = simulator.person(1301)
    async with runs_with(router):
        await olga.say("привет")
        await olga.say("сделай")
        await _until(lambda: bool(seen))
    assert seen == [["done", "done"]]


async def _clock(runs_with: RunsWith) -> Any:
    async with runs_with() as bot:
        return bot.house.clock.now()


async def test_one_chat_is_served_in_order_and_others_meanwhile(
    simulator: Simulator, runs_with: RunsWith
) -> None:
    router, heard = Router(), []
    release = asyncio.Event()

    @router.message()
    async def hear(message: Message) -> None:
        if message.text == "медленно":
            await release.wait()
        heard.append((message.chat.id, message.text))

    olga, igor = simulator.person(1301), simulator.person(1302)
    async with runs_with(router):
        await olga.say("медленно")
        await olga.say("потом")
        await igor.say("сразу")
        await _until(lambda: heard == [(1302, "сразу")])
        release.set()
        await _until(lambda: heard == [(1302, "сразу"), (1301, "медленно"), (1301, "потом")])


async def test_a_failing_handler_is_tried_three_times_then_the_person_is_told(
    simulator: Simulator, runs_with: RunsWith, store: SqlStore
) -> None:
    router, tries = Router(), []

    @router.message()
    async def fail(_: Message) -> None:
        tries.append(1)
        raise KeyError("unexpected")

    olga = Persona("olga", simulator.person(1301))
    async with runs_with(router):
        await olga.say("абракадабра")
        await olga.sees("Сохранить не вышло")
        await settled(store, failed=1)
    assert len(tries) == 3


async def test_what_failed_after_its_commit_is_not_done_again_and_the_button_is_answered(
    simulator: Simulator, runs_with: RunsWith, store: SqlStore
) -> None:
    router = Router()

    @router.message()
    async def ask(_: Message, reply: Reply) -> None:
        await reply.show(screen("Сохранить?", rows=[[Button("Да", "yes")]]))

    @router.callback_query()
    async def fail(_: CallbackQuery, ctx: Ctx) -> None:
        async with ctx.writing() as work:
            work.record(RegisterSaved(1, 1))
            await work.commit()
        raise KeyError("only the screen failed")

    anna = Persona("anna", simulator.person(1101))
    async with runs_with(router):
        await anna.say("абракадабра")
        await anna.sees("Сохранить?")
        assert "Сохранить не вышло" in await anna.press("Да")
        await settled(store, done=2)
    async with store.connection() as db:
        assert len(await db.all(select(events))) == 1


async def test_each_press_is_answered_exactly_once(simulator: Simulator, runs_with: RunsWith) -> None:
    router = Router()

    @router.message()
    async def ask(_: Message, reply: Reply) -> None:
        await reply.show(
            screen("Выберите", rows=[[Button(name, name)] for name in ("words", "none", "refuse")])
        )

    @router.callback_query()
    async def press(query: CallbackQuery, reply: Reply) -> None:
        if query.data == "words":
            reply.alert("Слова")
        if query.data == "refuse":
            raise RefusedError("refused")

    olga = Persona("olga", simulator.person(1301))
    async with runs_with(router):
        await olga.say("абракадабра")
        await olga.sees("Выберите")
        assert [await olga.press(name) for name in ("words", "none", "refuse")] == [
            "Слова",
            "",
            "Правила школы этого не допускают.",
        ]
    answers = [call for call in simulator.journal if call.method == "answerCallbackQuery"]
    assert len(answers) == 3
    assert all(call.ok for call in answers)


async def test_where_the_database_fails_the_person_is_told_and_the_update_is_not_lost(
    stage: Stage, olga: Persona
) -> None:
    store = stage.house.store
    await _alter(store, "ALTER TABLE bindings RENAME TO bindings_away")
    await olga.say("абракадабра")
    await olga.sees("Сохранить не вышло")
    await _alter(store, "ALTER TABLE bindings_away RENAME TO bindings")
    await olga.say("а теперь?")
    await olga.sees("Вот что можно сделать")
    await settled(store, failed=1, done=1)


async def test_who_is_too_fast_is_told_once_and_served_again_later(
    simulator: Simulator, runs_with: RunsWith
) -> None:
    olga = Persona("olga", simulator.person(1301))
    async with runs_with(rate_burst=2, rate_per_second=0.5):
        for number in range(5):
            await olga.phone.say(f"раз {number}")
        await _until(lambda: len([m for m in olga.phone.messages if m.from_bot]) == 3)
        said = [message.text for message in olga.phone.messages if message.from_bot]
        assert len([text for text in said if "Не успеваю" in text]) == 1
        await asyncio.sleep(2.5)
        await olga.say("а теперь?")
        await olga.sees("Вот что можно сделать")


async def test_a_press_that_comes_too_fast_is_answered_too(simulator: Simulator, runs_with: RunsWith) -> None:
    olga = Persona("olga", simulator.person(1301))
    async with runs_with(rate_burst=1, rate_per_second=0.01):
        await olga.say("абракадабра")
        shown = await olga.sees()
        assert "Не успеваю" in await olga.press_data(shown, "home")


async def test_stopping_finishes_what_runs_and_keeps_what_waits(
    simulator: Simulator, runs_with: RunsWith, store: SqlStore
) -> None:
    router, heard = Router(), []
    entered = asyncio.Event()

    @router.message()
    async def hear(message: Message) -> None:
        entered.set()
        await asyncio.sleep(0.3)
        heard.append(message.text)

    async with runs_with(router):
        for text_ in ("первое", "второе"):
            await simulator.person(1301).say(text_)
        await entered.wait()
        await _until(lambda: len(simulator.world.updates) == 0)
    assert heard == ["первое"]
    assert await states(store) == {"done": 1, "waiting": 1}


async def _alter(store: SqlStore, statement: str) -> None:
    async with store.connection(writing=True) as db:
        await db.run(text(statement))
        await db.connection.commit()


async def _until(true: Any) -> None:
    for _ in range(100):
        if true():
            return
        await asyncio.sleep(0.03)
    assert true()


async def test_while_nothing_can_be_written_down_people_are_told_once_and_served_afterwards(
    stage: Stage, olga: Persona
) -> None:
    store = stage.house.store
    await olga.say("абракадабра")
    shown = await olga.sees("Вот что можно сделать")
    await _alter(store, "ALTER TABLE inbox RENAME TO inbox_away")
    assert "Сделаю это сам, как только смогу" in await olga.press_data(shown, "home")
    await olga.say("а так?")
    await olga.sees_nothing(during=0.3)
    await _alter(store, "ALTER TABLE inbox_away RENAME TO inbox")
    await olga.sees("Вот что можно сделать", within=20)
    await settled(store, done=3)
