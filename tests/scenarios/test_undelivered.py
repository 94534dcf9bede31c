"""What did not arrive: the administrator sees it without its content, sends it once more, or puts it away."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from journal.model.news import Kind
from journal.model.outbox import Lane
from simulator.errors import Refusal
from storage.tables.access import accounts
from storage.tables.control import audit
from storage.tables.outbox import events, outbox
from storage.unit_of_work import SqlStore
from tests.support.letters import HEAD, choose
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, PLATFORM_IDS, person_id

REFUSED = Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
TOO_LONG = Refusal(400, "Bad Request: message is too long")


def refuse(stage: Stage, name: str, refusal: Refusal) -> None:
    stage.simulator.faults.add(
        "sendMessage", kind="refused", refusal=refusal, chat_id=PLATFORM_IDS[name], times=1
    )


async def deeds(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        return list(await db.scalars(select(audit.c.action).where(audit.c.object_kind == "letter")))


async def push(
    stage: Stage, name: str, number: int, lane: Lane, due: datetime, goes: datetime, **more: object
) -> None:
    """A message in the queue, meant to go at `due`, going at `goes`."""
    row = {
        "account_id": person_id(name),
        "kind": Kind.MARKS,
        "payload": {},
        "lane": int(lane),
        "dedup_key": f"queued:{number}",
        "due_at": due,
        "not_before": goes,
        "expires_at": goes + timedelta(days=1),
        "state": "waiting",
        "created_at": due,
        **more,
    }
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(outbox, **row)
        await db.connection.commit()


async def lost_letter(stage: Stage, olga: Persona, admin: Persona, words: str, refusal: Refusal) -> None:
    """Olga writes to the class teacher, the messenger refuses it, and the administrator is at the list."""
    await choose(olga, HEAD)
    refuse(stage, "maria", refusal)
    await olga.say(words)
    await olga.sees("Отправлено: Белова М. И.")
    for _ in range(20):
        await admin.say("/state")
        if "Не доставлено: 1." in (await admin.sees("Как работает бот")).text:
            return
    raise AssertionError("the letter is not among what did not arrive")


@pytest.mark.requirement("R-102")
async def test_a_message_that_was_refused_is_seen_without_its_words_and_sent_once_more(
    stage: Stage, olga: Persona, maria: Persona, admin: Persona
) -> None:
    await lost_letter(stage, olga, admin, "О поездке в музей", REFUSED)
    await admin.press("Не доставлено: 1")
    await admin.press("Не принято мессенджером: 1", await admin.sees("Содержание сообщений здесь не видно"))
    listed = await admin.sees("1. 14.10, 10:05, переписка, классный руководитель: Белова М. И.")
    assert "музей" not in listed.text
    await admin.press("№ 1")
    opened = await admin.sees("BUTTON_DATA_INVALID")
    assert "музей" not in opened.text
    again = admin.data("lostd:a")
    assert "ещё раз" in await admin.press("Отправить ещё раз")
    await admin.sees("Таких больше нет.")
    await maria.sees("О поездке в музей", within=10)
    # The old button is harmless: it went already.
    assert "уже отправлено ещё раз" in await admin.press_data(opened, again)
    await maria.sees_nothing("О поездке")
    assert await deeds(stage.house.store) == ["letter.again"]


async def test_what_needs_no_telling_is_put_away_and_the_home_screen_is_quiet_again(
    stage: Stage, olga: Persona, admin: Persona, maria: Persona
) -> None:
    await lost_letter(stage, olga, admin, "Спасибо вам!", TOO_LONG)
    await admin.say("/menu")
    home = await admin.sees("Не доставлено: 1.")
    await admin.press("Как работает бот · 1", home)
    await admin.press("Не доставлено: 1", await admin.sees("Отправлено сегодня"))
    await admin.press("Слишком длинное: 1", await admin.sees(with_button("Слишком длинное: 1")))
    listed = await admin.sees("Сообщение длиннее")
    # One letter is dealt with where it is opened; «all» is offered for several.
    assert not any("Убрать" in button.text for row in listed.buttons for button in row)
    await admin.press("№ 1", listed)
    await admin.press("Убрать", await admin.sees("Сообщение длиннее"))
    await admin.sees("Таких больше нет.")
    await admin.say("/state")
    state = await admin.sees("Доставлено не всё: убрано из списка за две недели — 1.")
    assert not any("недоставленное" in button.text for row in state.buttons for button in row)
    await admin.say("/menu")
    assert "Не доставлено" not in (await admin.sees(with_button("Как работает бот"))).text
    await maria.sees_nothing("Спасибо")
    assert await deeds(stage.house.store) == ["letter.put_away"]


async def test_an_event_that_told_nobody_is_tried_again_by_the_administrator_alone(
    stage: Stage, admin: Persona, pavel: Persona, olga: Persona
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        number = await db.insert(
            events,
            kind="absence_note_sent",
            payload={"note_id": 1},
            at=stage.clock.now() - timedelta(hours=1),
            hold_until=LONG_AGO,
            subject="note:1",
            state="failed",
            tries=6,
            error="KeyError",
        )
        await db.connection.commit()
    await admin.say("/state")
    await admin.press("Не доставлено: 1", await admin.sees("Как работает бот"))
    await admin.press("Не разослано: 1", await admin.sees(with_button("Не разослано: 1")))
    listed = await admin.sees("событие журнала")
    # Neither a deputy head nor a family has anything here, whatever they send.
    for outsider in (pavel, olga):
        await outsider.say("/menu")
        shown = await outsider.sees(with_button(""))
        await outsider.press_data(shown, f"lostd:a:e:{number}")
        await outsider.press_data(shown, "lostx:p:u")
    assert await deeds(stage.house.store) == []
    await admin.press("№ 1", listed)
    await admin.press("Отправить ещё раз", await admin.sees("событие журнала"))
    await admin.sees("Таких больше нет.")
    assert await deeds(stage.house.store) == ["letter.again"]


async def test_nothing_is_said_to_have_arrived_while_an_alert_waits_for_who_cannot_be_reached(
    stage: Stage, admin: Persona
) -> None:
    now = stage.clock.now()
    await push(stage, "olga", 1, Lane.URGENT, now, now + timedelta(days=1))
    await push(stage, "tatyana", 2, Lane.NORMAL, now + timedelta(hours=2), now + timedelta(hours=2))
    await admin.say("/state")
    early = await admin.sees("Срочные: ждут своего часа 1")
    assert "Всё отправленное доставлено." in early.text
    async with stage.house.store.connection(writing=True) as db:
        await db.run(accounts.update().where(accounts.c.id == person_id("olga")).values(unreachable_at=now))
        await db.connection.commit()
    await admin.say("/state")
    shown = await admin.sees("Доставлено не всё: людям, с которыми нет связи, — 1.")
    assert "Срочные: ждут тех, с кем нет связи, 1, новая попытка: 15.10, 10:05" in shown.text
    assert "Обычные: ждут своего часа 1 (тихие часы, сводки, повторы), ближайшее: 12:05" in shown.text
    assert "доставлено." not in shown.text
    assert not any("недоставленное" in button.text for row in shown.buttons for button in row)


async def test_several_letters_of_one_kind_are_put_away_at_once(stage: Stage, admin: Persona) -> None:
    now = stage.clock.now()
    for number in (1, 2):
        lost = {"state": "dead", "settled_at": now, "error": "Bad Request: message is too long"}
        await push(stage, "olga", number, Lane.NORMAL, now, now, **lost)
    await admin.say("/state")
    await admin.press("Не доставлено: 2", await admin.sees("Как работает бот"))
    await admin.press("Слишком длинное: 2", await admin.sees(with_button("Слишком длинное: 2")))
    await admin.press("Убрать все", await admin.sees("Сообщение длиннее"))
    await admin.sees("Недоставленных сообщений в списке нет.")
    await admin.say("/state")
    await admin.sees("Доставлено не всё: убрано из списка за две недели — 2.")
