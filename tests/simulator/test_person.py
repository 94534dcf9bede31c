"""A person says, presses and sees; what is not seen fails with the chat printed."""

import asyncio
from typing import Any

import pytest

from simulator import Person, SimMessage, Simulator
from tests.simulator.conftest import Api


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}


async def send(api: Api, text: str, **more: Any) -> dict[str, Any]:
    return dict(await api.result("sendMessage", chat_id=1001, text=text, **more))


async def test_what_comes_later_is_waited_for(api: Api, olga: Person) -> None:
    seeing = asyncio.create_task(olga.sees("завтра"))
    await asyncio.sleep(0.02)
    await send(api, "Домашнее задание на завтра")
    assert (await seeing).text == "Домашнее задание на завтра"


async def test_a_message_is_seen_once_until_it_is_edited(api: Api, olga: Person) -> None:
    sent = await send(api, "Урок")
    await olga.sees("Урок")
    with pytest.raises(AssertionError):
        await olga.sees("Урок", within=0.02)
    await api.result("editMessageText", chat_id=1001, message_id=sent["message_id"], text="Урок окончен")
    message = await olga.sees("Урок")
    assert (message.edited, message.text) == (1, "Урок окончен")


async def test_an_old_screen_does_not_pass_for_a_new_one(api: Api, olga: Person) -> None:
    await send(api, "Неделя")
    await olga.say("/week")
    with pytest.raises(AssertionError):
        await olga.sees("Неделя", within=0.02)


async def test_others_actions_leave_the_news_of_this_person(sim: Simulator, api: Api, olga: Person) -> None:
    await send(api, "Отсутствует на уроке")
    await sim.person(1002).say("/now")
    await olga.sees("Отсутствует")


async def test_a_predicate_may_ask_for_anything(api: Api, olga: Person) -> None:
    await send(api, "а", disable_notification=True, protect_content=True)
    message = await olga.sees(lambda shown: shown.silent and shown.protect)
    assert message is olga.last


async def test_what_is_not_seen_fails_with_the_chat_printed(api: Api, olga: Person) -> None:
    await send(api, "Расписание\nна неделю", reply_markup=keyboard("Назад"))
    with pytest.raises(AssertionError) as failure:
        await olga.sees("Оценки", within=0.02)
    shown = str(failure.value)
    for part in (
        "Ольга does not see «Оценки» within 0.02 s",
        "Ольга Иванова (Родитель)",
        "/start",
        "на неделю",
        "[Назад]",
    ):
        assert part in shown


async def test_nothing_seen_can_be_asked_for(api: Api, olga: Person) -> None:
    await olga.sees_nothing(during=0.02)
    await send(api, "Тайна")
    await olga.sees_nothing("Другое", during=0.02)
    with pytest.raises(AssertionError, match="was not to see"):
        await olga.sees_nothing(during=0.02)


async def test_a_button_is_pressed_by_its_label_or_a_unique_part(api: Api, olga: Person) -> None:
    await send(api, "Перекличка", reply_markup=keyboard("Иванов ✓", "Иванова", "Петров"))
    message = await olga.sees("Перекличка")
    assert message.labels == ["Иванов ✓", "Иванова", "Петров"]
    for label in ("Петр", "Иванова"):
        await olga.press(message, label)
    pressed = [update["callback_query"] for update in await api.result("getUpdates")]
    assert [query["data"] for query in pressed] == ["Петров", "Иванова"]
    assert pressed[0]["message"]["message_id"] == message.id
    for label, fault in (("Иван", "2 buttons with «Иван»"), ("Сидоров", "no button with «Сидоров»")):
        with pytest.raises(AssertionError, match=fault):
            await olga.press(message, label)


async def test_the_answer_to_a_press_is_its_alert(api: Api, olga: Person) -> None:
    query = await olga.press_data(1, "x")
    with pytest.raises(AssertionError, match="was not answered"):
        await olga.alert(within=0.02)
    await api.result("answerCallbackQuery", callback_query_id=query, text="Сохранено")
    assert await olga.alert() == "Сохранено"


async def test_a_link_a_deleted_message_and_a_blocked_bot_are_not_for_use(api: Api, olga: Person) -> None:
    link = {"inline_keyboard": [[{"text": "Сайт", "url": "https://ya.ru"}]]}
    sent = await send(api, "Сайт школы", reply_markup=link)
    message = await olga.sees("Сайт")
    with pytest.raises(AssertionError, match="not for pressing"):
        await olga.press(message, "Сайт")
    await api.result("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    with pytest.raises(AssertionError, match="is deleted"):
        await olga.press(message, "Сайт")
    olga.block()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        await olga.say("а")


async def test_a_reply_keyboard_sends_its_label_as_a_text(api: Api, olga: Person) -> None:
    await send(api, "Меню", reply_markup={"keyboard": [["Сегодня", "Неделя"]], "resize_keyboard": True})
    await olga.press(await olga.sees("Меню"), "Нед")
    (update,) = await api.result("getUpdates")
    assert update["message"]["text"] == "Неделя"
    assert [button.text for button in olga.chat.keyboard[0]] == ["Сегодня", "Неделя"]
    await send(api, "Без меню", reply_markup={"remove_keyboard": True})
    assert olga.chat.keyboard == []


async def test_a_reply_and_a_forward_name_their_source(api: Api, olga: Person) -> None:
    sent = await send(api, "Вопрос")
    await olga.say("Ответ", reply_to=sent["message_id"])
    await olga.forward(await olga_message(olga, "Вопрос"))
    reply, forward = await api.result("getUpdates")
    assert reply["message"]["reply_to_message"]["text"] == "Вопрос"
    assert forward["message"]["forward_origin"]["sender_user"]["is_bot"] is True


async def olga_message(olga: Person, text: str) -> SimMessage:
    return next(message for message in olga.messages if message.text == text)


async def test_pressing_a_vanished_message_reaches_the_bot_without_it(api: Api, olga: Person) -> None:
    await olga.press_data(999, "forged")
    (update,) = await api.result("getUpdates")
    assert update["callback_query"]["message"] == {
        "chat": {"id": 1001, "type": "private", "first_name": "Ольга", "last_name": "Иванова"},
        "message_id": 999,
        "date": 0,
    }


async def test_a_person_without_a_simulator_says_so() -> None:
    with pytest.raises(RuntimeError, match="no phone yet"):
        await Person(1, "Никто").say("а")
