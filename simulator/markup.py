"""Reply markup: inline and reply keyboards checked field by field, as Telegram does and a little stricter."""

from typing import Any

from simulator.errors import Error
from simulator.html import checked_url

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA_BYTES = 64
MAX_COPY_TEXT = 256
STYLES = {"danger", "success", "primary"}

_ACTIONS = {"callback_data", "url", "copy_text"}
_UNSUPPORTED_ACTIONS = {
    "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "callback_game", "pay", "disabled",
}  # fmt: skip
_INLINE_FIELDS = {"text", "style", "icon_custom_emoji_id"} | _ACTIONS | _UNSUPPORTED_ACTIONS
_KEY_FIELDS = {"text", "style", "icon_custom_emoji_id", "request_contact", "request_location"}
_MARKUPS = {
    "inline_keyboard": ("InlineKeyboardMarkup", {"inline_keyboard"}),
    "keyboard": (
        "ReplyKeyboardMarkup",
        {
            "keyboard",
            "is_persistent",
            "resize_keyboard",
            "one_time_keyboard",
            "input_field_placeholder",
            "selective",
        },
    ),
    "remove_keyboard": ("ReplyKeyboardRemove", {"remove_keyboard", "selective"}),
    "force_reply": ("ForceReply", {"force_reply", "input_field_placeholder", "selective"}),
}

Markup = dict[str, Any]


def checked_markup(markup: Any, *, inline_only: bool = False) -> Markup | None:
    """The markup as it will be kept, None for an absent or empty one. `inline_only`: for edits."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise Error.MARKUP_NOT_OBJECT()
    if not markup:
        return None
    key = next((key for key in _MARKUPS if key in markup), None)
    if key is None:
        raise Error.UNKNOWN_FIELD(object="reply_markup", name=next(iter(markup)))
    name, fields = _MARKUPS[key]
    _known(name, markup, fields)
    if inline_only and key != "inline_keyboard":
        raise Error.INLINE_EXPECTED()
    if key == "inline_keyboard":
        rows = [[_inline_button(button) for button in row] for row in _rows(name, key, markup[key])]
        return {key: rows} if any(rows) else None
    if key == "keyboard":
        rows = [[_key(button) for button in row] for row in _rows(name, key, markup[key])]
        return {**markup, key: rows} if any(rows) else None
    return markup


def _rows(name: str, field: str, rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Error.MARKUP_ROWS(field=field, markup=name)
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_IN_ROW for row in rows):
        raise Error.MARKUP_TOO_LONG()
    return [row for row in rows if row]


def _inline_button(button: Any) -> Markup:
    if not isinstance(button, dict):
        raise Error.INLINE_BUTTON(why="InlineKeyboardButton must be an Object")
    _known("InlineKeyboardButton", button, _INLINE_FIELDS)
    why = _text_or_style_fault(button)
    if why:
        raise Error.INLINE_BUTTON(why=why)
    if not button["text"].strip():
        raise Error.BUTTON_TEXT_EMPTY()
    actions = [
        name for name in (_ACTIONS | _UNSUPPORTED_ACTIONS) & button.keys() if button[name] not in (None, "")
    ]
    if not actions:
        raise Error.INLINE_BUTTON(why="Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise Error.INLINE_BUTTON(why=f"exactly one action expected, found {', '.join(sorted(actions))}")
    return {**_without_nothing(button), **_checked_action(actions[0], button[actions[0]])}


def _checked_action(action: str, value: Any) -> Markup:
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= MAX_DATA_BYTES:
            raise Error.BUTTON_DATA()
        return {action: value}
    if action == "url":
        url = value if str(value).startswith("tg://") else checked_url(str(value))
        if url is None:
            raise Error.BUTTON_URL(url=value)
        return {action: url}
    if action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPY_TEXT:
            raise Error.BUTTON_COPY_TEXT()
        return {action: {"text": text}}
    raise Error.UNSUPPORTED_PARAMETER(name=action, method="InlineKeyboardButton")


def _key(button: Any) -> Markup:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise Error.KEYBOARD_BUTTON(why="KeyboardButton must be a String or an Object")
    _known("KeyboardButton", button, _KEY_FIELDS)
    why = _text_or_style_fault(button)
    if why:
        raise Error.KEYBOARD_BUTTON(why=why)
    if not button["text"].strip():
        raise Error.KEYBOARD_TEXT_EMPTY()
    return _without_nothing(button)


def _text_or_style_fault(button: Markup) -> str:
    if "text" not in button:
        return 'Can\'t find field "text"'
    if not isinstance(button["text"], str):
        return 'Field "text" must be of type String'
    if button.get("style") is not None and button["style"] not in STYLES:
        return "invalid button style specified"
    return ""


def _without_nothing(button: Markup) -> Markup:
    return {name: value for name, value in button.items() if value is not None}


def _known(name: str, given: Markup, fields: set[str]) -> None:
    for field in given.keys() - fields:
        if given[field] is not None:
            raise Error.UNKNOWN_FIELD(object=name, name=field)
