"""Wrong requests by plain HTTP are refused with Telegram's status and words."""

from typing import Any

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import Api
from tests.simulator.stage import KEYBOARD, Stage, set_stage

OLGA = {"chat_id": 1001}
HELLO = {**OLGA, "text": "привет"}


@pytest.fixture
async def stage(sim: Simulator, api: Api, olga: Person) -> Stage:
    return await set_stage(sim, api, olga)


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(**more: Any) -> dict[str, Any]:
    return {**HELLO, "reply_markup": inline([{"text": "Да", **more}])}


def html(text: str) -> dict[str, Any]:
    return {**OLGA, "text": text, "parse_mode": "HTML"}


def entity(**more: Any) -> dict[str, Any]:
    return {**HELLO, "entities": [{"type": "bold", "offset": 0, "length": 1, **more}]}


def rich(*blocks: Any, **more: Any) -> dict[str, Any]:
    return {**OLGA, "rich_message": {"blocks": list(blocks), **more}}


def cell(**more: Any) -> dict[str, Any]:
    return rich({"type": "table", "cells": [[{"align": "left", "valign": "top", **more}]]})


def commands(*pairs: tuple[Any, Any]) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": text} for name, text in pairs]}


def reaction(*emoji: str) -> dict[str, Any]:
    return {**OLGA, "message_id": "text", "reaction": [{"type": "emoji", "emoji": each} for each in emoji]}


def edit(what: str, **more: Any) -> dict[str, Any]:
    return {**OLGA, "message_id": what, **more}


NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)
CANT_PARSE = "Bad Request: can't parse entities: "
CANT_PARSE_BLOCK = "Bad Request: can't parse InputRichBlock: "
BUTTON = "Bad Request: can't parse inline keyboard button: "

# «text», «photo», ... as a message_id stand for the stage's messages
REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    # chats
    ("sendMessage", {"text": "a"}, 400, "Bad Request: chat_id is empty"),
    ("sendMessage", {"text": "a", "chat_id": 777}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"text": "a", "chat_id": "@nobody"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"text": "a", "chat_id": "9" * 30}, 400, "Bad Request: chat not found"),
    (
        "sendMessage",
        {"text": "a", "chat_id": 1002},
        403,
        "Forbidden: bot can't initiate conversation with a user",
    ),
    ("sendMessage", {"text": "a", "chat_id": 1003}, 403, "Forbidden: bot was blocked by the user"),
    ("sendChatAction", {"chat_id": 1003, "action": "typing"}, 403, "Forbidden: bot was blocked by the user"),
    ("getChat", {"chat_id": 777}, 400, "Bad Request: chat not found"),
    ("getChatMember", {**OLGA, "user_id": 5}, 400, "Bad Request: user not found"),
    ("leaveChat", OLGA, 400, "Bad Request: can't leave private chats"),
    # text
    ("sendMessage", OLGA, 400, "Bad Request: message text is empty"),
    ("sendMessage", {**OLGA, "text": " \n "}, 400, "Bad Request: message text is empty"),
    ("sendMessage", html("<b></b>"), 400, "Bad Request: message text is empty"),
    ("sendMessage", {**OLGA, "text": "а" * 4097}, 400, "Bad Request: message is too long"),
    ("sendMessage", {**OLGA, "text": "😀" * 2049}, 400, "Bad Request: message is too long"),
    ("sendMessage", {**OLGA, "text": "a" * 32769}, 400, "Bad Request: text is too long"),
    ("editMessageText", edit("text", text="а" * 4097), 400, "Bad Request: MESSAGE_TOO_LONG"),
    ("sendMessage", {**HELLO, "parse_mode": "XML"}, 400, "Bad Request: unsupported parse_mode"),
    (
        "sendMessage",
        {**HELLO, "parse_mode": "MarkdownV2"},
        400,
        'Bad Request: the simulator does not support the parameter "parse_mode=MarkdownV2" of a message',
    ),
    # entities by hand (those of HTML have their own file)
    ("sendMessage", html("<br>"), 400, CANT_PARSE + 'Unsupported start tag "br" at byte offset 0'),
    (
        "sendMessage",
        entity(offset="1"),
        400,
        'Bad Request: can\'t parse MessageEntity: Field "offset" must be of type Number',
    ),
    (
        "sendMessage",
        entity(type="shiny"),
        400,
        "Bad Request: can't parse MessageEntity: Unsupported type specified",
    ),
    (
        "sendMessage",
        {**HELLO, "entities": [{"offset": 0, "length": 1}]},
        400,
        "Bad Request: can't parse MessageEntity: Type is not specified",
    ),
    (
        "sendMessage",
        {**HELLO, "entities": [{"type": "bold", "length": 1}]},
        400,
        "Bad Request: can't parse MessageEntity: Can't find field \"offset\"",
    ),
    (
        "sendMessage",
        {**HELLO, "entities": [1]},
        400,
        "Bad Request: can't parse MessageEntity: expected an Object",
    ),
    (
        "sendMessage",
        entity(offset=7),
        400,
        CANT_PARSE + "Entity begins after the end of the text at UTF-16 offset 7",
    ),
    (
        "sendMessage",
        entity(offset=5, length=2),
        400,
        CANT_PARSE + "Entity beginning at UTF-16 offset 5 ends after the end of the text at UTF-16 offset 7",
    ),
    ("sendMessage", entity(colour="red"), 400, 'Bad Request: MessageEntity has no field "colour"'),
    # captions and albums
    (
        "sendPhoto",
        {**OLGA, "photo": "photo", "caption": "а" * 1025},
        400,
        "Bad Request: message caption is too long",
    ),
    ("editMessageCaption", edit("photo", caption="а" * 1025), 400, "Bad Request: MEDIA_CAPTION_TOO_LONG"),
    ("sendMediaGroup", {**OLGA, "media": []}, 400, "Bad Request: there are no messages to send"),
    (
        "sendMediaGroup",
        {**OLGA, "media": [{"type": "photo", "media": "photo"}] * 11},
        400,
        "Bad Request: too many messages to send as an album",
    ),
    (
        "sendMediaGroup",
        {**OLGA, "media": [5]},
        400,
        "Bad Request: can't parse InputMedia: expected an Object",
    ),
    (
        "sendMediaGroup",
        {**OLGA, "media": [{"type": "photo"}]},
        400,
        "Bad Request: can't parse InputMedia: media not found",
    ),
    (
        "sendMediaGroup",
        {**OLGA, "media": [{"type": "dance", "media": "x"}]},
        400,
        'Bad Request: can\'t parse InputMedia: type "dance" is unsupported',
    ),
    (
        "sendMediaGroup",
        {**OLGA, "media": [{"type": "photo", "media": "photo", "titel": "x"}]},
        400,
        'Bad Request: InputMedia has no field "titel"',
    ),
    # messages
    ("editMessageText", {**OLGA, "text": "a"}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", {"text": "a"}, 400, "Bad Request: message identifier is not specified"),
    ("editMessageText", {"message_id": 1, "text": "a"}, 400, "Bad Request: chat_id is empty"),
    (
        "editMessageText",
        {**OLGA, "message_id": 999, "text": "a"},
        400,
        "Bad Request: message to edit not found",
    ),
    ("editMessageText", edit("hers", text="a"), 400, "Bad Request: message can't be edited"),
    ("editMessageText", edit("keyboard", text="a"), 400, "Bad Request: message can't be edited"),
    ("editMessageText", edit("forward", text="a"), 400, "Bad Request: message can't be edited"),
    ("editMessageText", edit("photo", text="a"), 400, "Bad Request: there is no text in the message to edit"),
    ("editMessageText", edit("text"), 400, "Bad Request: message text is empty"),
    ("editMessageText", edit("text", text="старое"), 400, NOT_MODIFIED),
    ("editMessageText", edit("buttons", text="кнопки", reply_markup=KEYBOARD), 400, NOT_MODIFIED),
    ("editMessageReplyMarkup", edit("buttons", reply_markup=KEYBOARD), 400, NOT_MODIFIED),
    ("editMessageReplyMarkup", edit("text"), 400, NOT_MODIFIED),
    (
        "editMessageReplyMarkup",
        edit("text", reply_markup={"remove_keyboard": True}),
        400,
        "Bad Request: inline keyboard expected",
    ),
    (
        "editMessageCaption",
        edit("text", caption="a"),
        400,
        "Bad Request: there is no caption in the message to edit",
    ),
    ("editMessageCaption", edit("photo", caption="вид"), 400, NOT_MODIFIED),
    (
        "editMessageMedia",
        edit("photo", media={"type": "photo", "media": "photo", "caption": "вид"}),
        400,
        NOT_MODIFIED,
    ),
    ("deleteMessage", OLGA, 400, "Bad Request: message identifier is not specified"),
    ("deleteMessage", {**OLGA, "message_id": 999}, 400, "Bad Request: message to delete not found"),
    ("deleteMessages", OLGA, 400, "Bad Request: message identifiers are not specified"),
    (
        "deleteMessages",
        {**OLGA, "message_ids": []},
        400,
        "Bad Request: message identifiers are not specified",
    ),
    (
        "deleteMessages",
        {**OLGA, "message_ids": ["a"]},
        400,
        "Bad Request: message identifier must be a Number",
    ),
    (
        "deleteMessages",
        {**OLGA, "message_ids": [1] * 101},
        400,
        "Bad Request: too many message identifiers specified",
    ),
    (
        "copyMessage",
        {**OLGA, "from_chat_id": 1001, "message_id": 999},
        400,
        "Bad Request: message to copy not found",
    ),
    (
        "forwardMessage",
        {**OLGA, "from_chat_id": 1001, "message_id": 999},
        400,
        "Bad Request: message to forward not found",
    ),
    (
        "forwardMessage",
        {**edit("protected"), "from_chat_id": 1001},
        400,
        "Bad Request: message has protected content and can't be forwarded",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_parameters": {"message_id": 999}},
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_parameters": {"mesage_id": 1}},
        400,
        'Bad Request: ReplyParameters has no field "mesage_id"',
    ),
    (
        "sendMessage",
        {**HELLO, "link_preview_options": {"disabled": True}},
        400,
        'Bad Request: LinkPreviewOptions has no field "disabled"',
    ),
    ("sendChatAction", {**OLGA, "action": "sleeping"}, 400, "Bad Request: wrong parameter action in request"),
    ("sendChatAction", OLGA, 400, "Bad Request: wrong parameter action in request"),
    ("pinChatMessage", {**OLGA, "message_id": 999}, 400, "Bad Request: message to pin not found"),
    ("unpinChatMessage", OLGA, 400, "Bad Request: message to unpin not found"),
    ("setMessageReaction", {**OLGA, "message_id": 999}, 400, "Bad Request: message to react not found"),
    ("setMessageReaction", reaction("🧮"), 400, "Bad Request: REACTION_INVALID"),
    ("setMessageReaction", reaction("👍", "👎"), 400, "Bad Request: REACTIONS_TOO_MANY"),
    (
        "setMessageReaction",
        edit("text", reaction=[{"type": "paid"}]),
        400,
        "Bad Request: can't parse ReactionType: invalid reaction type specified",
    ),
    (
        "setMessageReaction",
        edit("text", reaction=[{"type": "emoji"}]),
        400,
        "Bad Request: can't parse ReactionType: Can't find field \"emoji\"",
    ),
    (
        "setMessageReaction",
        edit("text", reaction=["👍"]),
        400,
        "Bad Request: can't parse ReactionType: expected an Object",
    ),
    # buttons
    ("sendMessage", button(callback_data="я" * 33), 400, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", button(callback_data=5), 400, "Bad Request: BUTTON_DATA_INVALID"),
    (
        "sendMessage",
        button(callback_data=""),
        400,
        BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    ("sendMessage", button(), 400, BUTTON + "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", button(callback_data="a", style="green"), 400, BUTTON + "invalid button style specified"),
    (
        "sendMessage",
        button(callback_data="a", url="https://a.ru"),
        400,
        BUTTON + "exactly one action expected, found callback_data, url",
    ),
    (
        "sendMessage",
        button(callback_date="a"),
        400,
        'Bad Request: InlineKeyboardButton has no field "callback_date"',
    ),
    (
        "sendMessage",
        button(url="localhost"),
        400,
        "Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ),
    ("sendMessage", button(copy_text={"text": "a" * 257}), 400, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
    (
        "sendMessage",
        button(pay=True),
        400,
        'Bad Request: the simulator does not support the parameter "pay" of InlineKeyboardButton',
    ),
    (
        "sendMessage",
        button(text=" ", callback_data="a"),
        400,
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    ("sendMessage", button(text=5, callback_data="a"), 400, BUTTON + 'Field "text" must be of type String'),
    (
        "sendMessage",
        {**HELLO, "reply_markup": inline([{"callback_data": "a"}])},
        400,
        BUTTON + 'Can\'t find field "text"',
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": inline(["a"])},
        400,
        BUTTON + "InlineKeyboardButton must be an Object",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": inline(*[[{"text": "a", "callback_data": "a"}]] * 101)},
        400,
        "Bad Request: reply markup is too long",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": inline([{"text": "a", "callback_data": "a"}] * 9)},
        400,
        "Bad Request: reply markup is too long",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": {"inline_keyboard": [{"text": "a"}]}},
        400,
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": "{"},
        400,
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    ("sendMessage", {**HELLO, "reply_markup": [1]}, 400, "Bad Request: object expected as reply markup"),
    (
        "sendMessage",
        {**HELLO, "reply_markup": {"buttons": []}},
        400,
        'Bad Request: reply_markup has no field "buttons"',
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": {"keyboard": [[" "]]}},
        400,
        "Bad Request: keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {**HELLO, "reply_markup": {"keyboard": [[5]]}},
        400,
        "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
    ),
    # callbacks
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1", "text": "а" * 201},
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    ),
    # files
    ("sendPhoto", OLGA, 400, "Bad Request: there is no photo in the request"),
    ("sendDocument", OLGA, 400, "Bad Request: there is no document in the request"),
    ("sendVoice", {**OLGA, "voice": "attach://lost"}, 400, "Bad Request: there is no voice in the request"),
    (
        "sendPhoto",
        {**OLGA, "photo": "x"},
        400,
        "Bad Request: wrong remote file identifier specified: Wrong string length",
    ),
    (
        "sendPhoto",
        {**OLGA, "photo": "AgACAgIAAxkBAAIB" * 2},
        400,
        "Bad Request: wrong remote file identifier specified: can't unserialize it",
    ),
    (
        "sendDocument",
        {**OLGA, "document": "photo"},
        400,
        "Bad Request: can't use file of type Photo as Document",
    ),
    (
        "sendPhoto",
        {**OLGA, "photo": "https://a.ru/x.png"},
        400,
        'Bad Request: the simulator does not support the parameter "photo by URL" of files',
    ),
    ("getFile", {}, 400, "Bad Request: invalid file_id"),
    ("getFile", {"file_id": "nonsense"}, 400, "Bad Request: invalid file_id"),
    (
        "getFile",
        {"file_id": "AgACAgIAAxkBAAIB"},
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    ),
    # the bot's card
    ("setMyCommands", {"commands": [5]}, 400, "Bad Request: can't parse BotCommand: expected an Object"),
    (
        "setMyCommands",
        {"commands": [{"command": "a"}]},
        400,
        "Bad Request: can't parse BotCommand: Can't find field \"description\"",
    ),
    ("setMyCommands", commands(("Start", "a")), 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", commands(("/", "a")), 400, "Bad Request: command must be non-empty"),
    ("setMyCommands", commands(("a" * 33, "a")), 400, "Bad Request: command length must not exceed 32"),
    ("setMyCommands", commands(("a", " ")), 400, "Bad Request: command description must be non-empty"),
    (
        "setMyCommands",
        commands(("a", "a" * 257)),
        400,
        "Bad Request: command description length must not exceed 256",
    ),
    ("setMyCommands", commands(*[("a", "a")] * 101), 400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    (
        "setMyCommands",
        {**commands(), "scope": {"type": "moon"}},
        400,
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        "setMyCommands",
        {**commands(), "scope": {"type": "chat"}},
        400,
        "Bad Request: can't parse BotCommandScope: Empty chat_id specified",
    ),
    ("setMyDescription", {"description": "а" * 513}, 400, "Bad Request: BOT_DESCRIPTION_TOO_LONG"),
    ("setMyShortDescription", {"short_description": "а" * 121}, 400, "Bad Request: BOT_DESCRIPTION_TOO_LONG"),
    (
        "setChatMenuButton",
        {"menu_button": {"type": "web_app"}},
        400,
        "Bad Request: can't parse menu button: MenuButton has unsupported type",
    ),
    ("setChatMenuButton", {"chat_id": 777}, 400, "Bad Request: chat not found"),
    # rich messages
    ("sendRichMessage", rich(), 400, "Bad Request: rich message must be non-empty"),
    ("sendRichMessage", rich(5), 400, "Bad Request: can't parse InputRichBlock: expected an Object"),
    (
        "sendRichMessage",
        rich({"type": "song"}),
        400,
        'Bad Request: can\'t parse InputRichBlock: type "song" is unsupported',
    ),
    (
        "sendRichMessage",
        rich({"type": "paragraph"}),
        400,
        "Bad Request: can't parse InputRichBlock: Can't find field \"text\"",
    ),
    (
        "sendRichMessage",
        rich({"type": "divider", "width": 3}),
        400,
        'Bad Request: InputRichBlock divider has no field "width"',
    ),
    (
        "sendRichMessage",
        rich({"type": "heading", "text": "a", "size": 7}),
        400,
        "Bad Request: invalid section heading size specified",
    ),
    ("sendRichMessage", rich({"type": "list", "items": []}), 400, "Bad Request: list must be non-empty"),
    (
        "sendRichMessage",
        rich({"type": "list", "items": [{"blocks": [], "type": "z"}]}),
        400,
        "Bad Request: invalid list item type specified",
    ),
    ("sendRichMessage", cell(colspan=-1), 400, "Bad Request: invalid table cell colspan specified"),
    ("sendRichMessage", cell(color="red"), 400, 'Bad Request: RichBlockTableCell has no field "color"'),
    (
        "sendRichMessage",
        cell(align="middle"),
        400,
        CANT_PARSE_BLOCK + 'Field "align" of a table cell must be one of left, center, right',
    ),
    (
        "sendRichMessage",
        rich({"type": "paragraph", "text": {"type": "neon", "text": "a"}}),
        400,
        'Bad Request: can\'t parse InputRichBlock: rich text of type "neon" is unsupported',
    ),
    (
        "sendRichMessage",
        {**OLGA, "rich_message": {"html": "<table>"}},
        400,
        'Bad Request: the simulator does not support the parameter "html" of InputRichMessage',
    ),
]


@pytest.mark.parametrize(("method", "params", "status", "description"), REFUSED)
async def test_a_wrong_request_is_refused_in_telegrams_words(
    api: Api, stage: Stage, method: str, params: dict[str, Any], status: int, description: str
) -> None:
    assert await api.refusal(method, **placed(params, stage)) == (status, description)


def placed(value: Any, stage: Stage, key: str = "") -> Any:
    """The parameters with the stage's ids in place of names."""
    if isinstance(value, dict):
        return {name: placed(each, stage, name) for name, each in value.items()}
    if isinstance(value, list):
        return [placed(each, stage) for each in value]
    if key == "message_id":
        return stage.ids.get(value, value)
    return stage.photo if value == "photo" and key in ("photo", "document", "media") else value


async def test_an_old_message_can_not_be_deleted(sim: Simulator, api: Api, stage: Stage) -> None:
    sim.clock.advance(48 * 3600 + 1)
    refusal = await api.refusal("deleteMessage", chat_id=1001, message_id=stage.ids["text"])
    assert refusal == (400, "Bad Request: message can't be deleted for everyone")


async def test_a_press_is_answered_once(api: Api, stage: Stage, olga: Person) -> None:
    query = await olga.press_data(stage.ids["buttons"], "yes")
    await api.result("answerCallbackQuery", callback_query_id=query)
    assert (await api.refusal("answerCallbackQuery", callback_query_id=query))[1].endswith(
        "query ID is invalid"
    )


async def test_a_press_is_answered_within_150_seconds(
    sim: Simulator, api: Api, stage: Stage, olga: Person
) -> None:
    in_time = await olga.press_data(stage.ids["buttons"], "yes")
    sim.clock.advance(149)
    await api.result("answerCallbackQuery", callback_query_id=in_time)
    late = await olga.press_data(stage.ids["buttons"], "yes")
    sim.clock.advance(151)
    assert (await api.refusal("answerCallbackQuery", callback_query_id=late))[0] == 400


async def test_a_document_does_not_mix_with_photos_in_an_album(api: Api, stage: Stage, olga: Person) -> None:
    _, answer = await api.form("sendDocument", chat_id=1001, document=("a.txt", b"a", "text/plain"))
    document = answer["result"]["document"]["file_id"]
    media = [{"type": "photo", "media": stage.photo}, {"type": "document", "media": document}]
    refusal = await api.refusal("sendMediaGroup", chat_id=1001, media=media)
    assert refusal == (400, "Bad Request: document can't be mixed with other media types")
    album = await api.result("sendMediaGroup", chat_id=1001, media=media[:1] * 2)
    where = {"chat_id": 1001, "message_id": album[0]["message_id"]}
    refusal = await api.refusal("editMessageMedia", **where, media=media[1])
    assert refusal == (400, "Bad Request: message content type can't be used in an album")


async def test_a_wrong_token_is_unauthorised(api: Api) -> None:
    assert await api.refusal("getMe", _token="4242:OTHER") == (401, "Unauthorized")
    assert await api.refusal("getMe", _token="4242") == (404, "Not Found")


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert await api.refusal("sendMesage", chat_id=1) == (404, "Not Found: method not found")


async def test_methods_are_known_in_any_case(api: Api) -> None:
    assert (await api.result("GETME"))["id"] == 4242


@pytest.mark.parametrize("body", [b"{", b"[1]", b'{"a":' * 3000, b"\xff"])
async def test_a_broken_body_is_refused(api: Api, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    url = f"{api.base}/bot4242:SECRET/getMe"
    async with api.session.post(url, data=body, headers=headers) as response:
        assert (response.status, (await response.json())["description"]) == (
            400,
            "Bad Request: can't parse the request body",
        )


async def test_half_a_surrogate_pair_is_refused(api: Api, olga: Person) -> None:
    why = (400, "Bad Request: strings must be encoded in UTF-8")
    assert await api.refusal("sendMessage", chat_id=1001, text="\ud83d") == why
    status, answer = await api.form("sendMessage", chat_id=1001, text="а", reply_markup='{"x": "\\ud83d"}')
    assert (status, answer["description"]) == why


async def test_nothing_is_done_after_log_out(api: Api) -> None:
    await api.result("logOut")
    assert await api.refusal("getMe") == (400, "Logged out")
