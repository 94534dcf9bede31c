"""Reply markup: inline and reply keyboards checked field by field, as Telegram does and a little stricter."""

from typing import Any

from simulator.errors import Error
from simulator.fields import an_object, only, string
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
    "inline_keyboard": ("InlineKeyboardMarkup", {"inline_keyboard", "force_reply"}),
    "keyboard": (
        "ReplyKeyboardMarkup",
        {
            "keyboard",
            "is_persistent",
            "resize_keyboard",
            "one_time_keyboard",
            "input_field_placeholder",
            "selective",
            "force_reply",
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
    only(name, markup, fields)
    if inline_only and key != "inline_keyboard":
        raise Error.INLINE_EXPECTED()
    if key == "inline_keyboard":
        rows = [[checked_button(button) for button in row] for row in _rows(name, key, markup[key])]
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


def checked_button(raw: Any) -> Markup:
    """An inline button with exactly one action, as it will be kept."""
    fault = Error.INLINE_BUTTON
    button = an_object(raw, fault, "InlineKeyboardButton must be an Object")
    only("InlineKeyboardButton", button, _INLINE_FIELDS)
    _check_style(button, fault)
    if not string(button, "text", fault).strip():
        raise Error.BUTTON_TEXT_EMPTY()
    actions = [name for name in _ACTIONS | _UNSUPPORTED_ACTIONS if button.get(name) not in (None, "")]
    if not actions:
        raise fault(why="Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise fault(why=f"exactly one action expected, found {', '.join(sorted(actions))}")
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


def _key(raw: Any) -> Markup:
    fault = Error.KEYBOARD_BUTTON
    given = {"text": raw} if isinstance(raw, str) else raw
    button = an_object(given, fault, "KeyboardButton must be a String or an Object")
    only("KeyboardButton", button, _KEY_FIELDS)
    _check_style(button, fault)
    if not string(button, "text", fault).strip():
        raise Error.KEYBOARD_TEXT_EMPTY()
    return _without_nothing(button)


def _check_style(button: Markup, fault: Error) -> None:
    if string(button, "style", fault, default="primary") not in STYLES:
        raise fault(why="invalid button style specified")


def _without_nothing(button: Markup) -> Markup:
    return {name: value for name, value in button.items() if value is not None}
