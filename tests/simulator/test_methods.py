"""What the remaining methods do when they are asked rightly."""

from typing import Any

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import Api
from tests.simulator.pictures import PNG
from tests.simulator.stage import KEYBOARD


async def test_get_me_tells_who_the_bot_is(api: Api) -> None:
    me = await api.result("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (4242, True, "dnevnichok_bot")


async def test_a_sent_message_comes_back_whole(api: Api, olga: Person) -> None:
    message = await api.result(
        "sendMessage",
        chat_id="1001",
        text="<b>Да</b> /today",
        parse_mode="HTML",
        protect_content=True,
        reply_parameters={"message_id": 1},
        reply_markup=KEYBOARD,
        link_preview_options={"is_disabled": True},
    )
    assert message.pop("date") > 1_700_000_000
    assert message.pop("reply_to_message")["text"] == "/start"
    assert message == {
        "message_id": 2,
        "from": {"id": 4242, "is_bot": True, "first_name": "Дневничок", "username": "dnevnichok_bot"},
        "chat": {"id": 1001, "type": "private", "first_name": "Ольга", "last_name": "Иванова"},
        "text": "Да /today",
        "entities": [
            {"type": "bold", "offset": 0, "length": 2},
            {"type": "bot_command", "offset": 3, "length": 6},
        ],
        "has_protected_content": True,
        "reply_markup": KEYBOARD,
        "link_preview_options": {"is_disabled": True},
    }


async def test_an_edit_without_buttons_takes_them_away(api: Api, olga: Person) -> None:
    sent = await api.result("sendMessage", chat_id=1001, text="а", reply_markup=KEYBOARD)
    edited = await api.result("editMessageText", chat_id=1001, message_id=sent["message_id"], text="б")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    shown = await api.result(
        "editMessageReplyMarkup", chat_id=1001, message_id=sent["message_id"], reply_markup=KEYBOARD
    )
    assert shown["reply_markup"] == KEYBOARD


async def test_a_reply_to_a_vanished_message_may_be_sent_without_it(api: Api, olga: Person) -> None:
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    message = await api.result("sendMessage", chat_id=1001, text="а", reply_parameters=reply)
    assert "reply_to_message" not in message


async def test_a_copy_forgets_its_author_and_a_forward_names_him(api: Api, olga: Person) -> None:
    _, answer = await api.form("sendPhoto", chat_id=1001, photo=("a.png", PNG, "image/png"), caption="было")
    source = {"chat_id": 1001, "from_chat_id": 1001, "message_id": answer["result"]["message_id"]}
    copy = await api.result("copyMessage", **source, caption="стало")
    assert copy == {"message_id": olga.last.id}
    assert (olga.last.text, olga.last.photo is not None) == ("стало", True)
    forward = await api.result("forwardMessage", chat_id=1001, from_chat_id=1001, message_id=1)
    assert forward["forward_origin"]["sender_user"]["first_name"] == "Ольга"


async def test_messages_are_deleted_one_by_one_and_together(api: Api, olga: Person) -> None:
    ids = [(await api.result("sendMessage", chat_id=1001, text=text))["message_id"] for text in "абв"]
    await api.result("deleteMessage", chat_id=1001, message_id=ids[0])
    await api.result("deleteMessages", chat_id=1001, message_ids=[*ids[1:], 999])
    await api.result("deleteMessage", chat_id=1001, message_id=1)
    assert all(message.deleted for message in olga.messages)


async def test_pins_and_reactions_are_kept(api: Api, olga: Person) -> None:
    mine = {"chat_id": 1001, "message_id": 1}
    await api.result("setMessageReaction", **mine, reaction=[{"type": "emoji", "emoji": "👍"}])
    await api.result("pinChatMessage", **mine)
    message = olga.messages[0]
    assert (message.reaction, message.pinned) == ([{"type": "emoji", "emoji": "👍"}], True)
    assert (await api.result("getChat", chat_id=1001))["pinned_message"]["message_id"] == 1
    await api.result("unpinChatMessage", chat_id=1001)
    await api.result("setMessageReaction", **mine)
    assert (message.reaction, message.pinned) == ([], False)
    assert "pinned_message" not in await api.result("getChat", chat_id=1001)


async def test_a_private_chat_has_two_members(api: Api, olga: Person) -> None:
    for user, status in ((1001, "member"), (4242, "member")):
        assert (await api.result("getChatMember", chat_id=1001, user_id=user))["status"] == status
    olga.block()
    assert (await api.result("getChatMember", chat_id=1001, user_id=4242))["status"] == "kicked"


async def test_a_chat_is_found_by_username_too(sim: Simulator, api: Api) -> None:
    sim.add(Person(5, "Анна", username="AnnaT"))
    assert (await api.result("getChat", chat_id="@annat"))["id"] == 5


async def test_commands_of_the_narrowest_scope_are_shown(sim: Simulator, api: Api, olga: Person) -> None:
    async def set_to(name: str, **scope: Any) -> None:
        commands = [{"command": name, "description": "а"}]
        await api.result("setMyCommands", commands=commands, **scope)

    def shown() -> list[str]:
        return [each["command"] for each in sim.world.profile.commands_for(1001, "ru")]

    assert shown() == []
    await set_to("common")
    assert shown() == ["common"]
    await set_to("private", scope={"type": "all_private_chats"}, language_code="ru")
    assert shown() == ["private"]
    await set_to("hers", scope={"type": "chat", "chat_id": 1001})
    assert shown() == ["hers"]
    await api.result("deleteMyCommands", scope={"type": "chat", "chat_id": 1001})
    assert shown() == ["private"]


async def test_the_bot_keeps_its_card(sim: Simulator, api: Api) -> None:
    await api.result("setMyDescription", description="Дневник", language_code="ru")
    await api.result("setMyShortDescription", short_description="Д")
    await api.result("setChatMenuButton", menu_button={"type": "commands"})
    await api.result("setChatMenuButton", chat_id=1001)
    profile = sim.world.profile
    assert (profile.descriptions, profile.short_descriptions) == ({"ru": "Дневник"}, {"": "Д"})
    assert profile.menu_buttons == {0: {"type": "commands"}, 1001: {"type": "default"}}


TABLE = {
    "type": "table",
    "caption": "Оценки",
    "is_striped": True,
    "cells": [
        [
            {"text": "Урок", "is_header": True, "align": "left", "valign": "top"},
            {"text": {"type": "bold", "text": "5"}, "align": "right", "valign": "top"},
        ]
    ],
}


async def test_a_rich_message_is_kept_shown_and_edited(api: Api, olga: Person) -> None:
    blocks = [
        {"type": "heading", "text": "Неделя", "size": 2},
        {"type": "paragraph", "text": ["с ", {"type": "italic", "text": "понедельника"}]},
        TABLE,
        {
            "type": "list",
            "items": [{"blocks": [{"type": "paragraph", "text": "раз"}], "type": "1", "value": 3}],
        },
        {"type": "details", "summary": "Ещё", "blocks": [{"type": "divider"}]},
        {"type": "buttons", "buttons": [{"text": "Дальше", "callback_data": "next"}]},
    ]
    sent = await api.result("sendRichMessage", chat_id=1001, rich_message={"blocks": blocks, "is_rtl": True})
    assert "text" not in sent
    assert sent["rich_message"]["is_rtl"] is True
    assert sent["rich_message"]["blocks"][2] == TABLE
    message = await olga.sees("с понедельника")
    assert message.text == "Неделя\nс понедельника\nОценки\nУрок | 5\n3. раз\nЕщё"
    await olga.press(message, "Дальше")
    where = {"chat_id": 1001, "message_id": message.id}
    edited = await api.result("editMessageText", **where, rich_message={"blocks": [TABLE]})
    assert edited["rich_message"] == {"blocks": [TABLE]}
    assert (await api.result("editMessageText", **where, text="просто"))["text"] == "просто"
    assert message.rich is None


@pytest.mark.parametrize("style", ["danger", "success", "primary", None])
async def test_buttons_keep_their_style(api: Api, olga: Person, style: str | None) -> None:
    row = [{"text": "а", "callback_data": "a", "style": style}, {"text": "б", "copy_text": {"text": "код"}}]
    await api.result("sendMessage", chat_id=1001, text="а", reply_markup={"inline_keyboard": [row]})
    first, second = olga.last.buttons[0]
    assert (first.style, second.copy) == (style, "код")


async def test_the_limits_of_a_keyboard_themselves_pass(api: Api, olga: Person) -> None:
    row = [{"text": "а", "callback_data": "я" * 32}] * 8
    rows = [row] * 12 + [row[:4]]
    message = await api.result("sendMessage", chat_id=1001, text="а", reply_markup={"inline_keyboard": rows})
    assert sum(map(len, message["reply_markup"]["inline_keyboard"])) == 100
