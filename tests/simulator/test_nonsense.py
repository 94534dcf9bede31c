"""Whatever a bot sends, the simulator answers with a result or a refusal, never with an accident."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator import Person, Simulator
from simulator.parameters import PARAMETERS
from tests.simulator.conftest import Api

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
JSON = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.sampled_from(["type", "text"]), SCALARS)
SUPPORTED = {
    method: [name for name, each in table.items() if each.supported] for method, table in PARAMETERS.items()
}
HARMLESS = sorted(set(PARAMETERS) - {"getUpdates", "setWebhook", "logOut"})
FIXTURES_ARE_SHARED = [HealthCheck.function_scoped_fixture]

HELLO = {"chat_id": 1001, "text": "привет"}
RIGHT: list[tuple[str, dict[str, Any]]] = [
    (
        "sendMessage",
        {
            **HELLO,
            "entities": [{"type": "text_link", "offset": 0, "length": 2, "url": "https://ya.ru"}],
            "reply_parameters": {"message_id": 1, "chat_id": 1001},
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {
                "inline_keyboard": [
                    [
                        {"text": "а", "callback_data": "a", "style": "danger"},
                        {"text": "б", "url": "ya.ru"},
                        {"text": "в", "copy_text": {"text": "в"}},
                    ]
                ]
            },
        },
    ),
    ("sendMessage", {**HELLO, "reply_markup": {"keyboard": [["а", {"text": "б"}]], "resize_keyboard": True}}),
    (
        "sendRichMessage",
        {
            "chat_id": 1001,
            "rich_message": {
                "blocks": [
                    {"type": "heading", "text": ["а", {"type": "bold", "text": "б"}], "size": 2},
                    {"type": "blockquote", "blocks": [{"type": "divider"}], "credit": "в"},
                    {"type": "list", "items": [{"blocks": [], "type": "1", "value": 2}]},
                    {"type": "table", "cells": [[{"text": "г", "align": "left", "valign": "top"}]]},
                    {"type": "buttons", "buttons": [{"text": "д", "callback_data": "d"}]},
                ]
            },
        },
    ),
    ("sendMediaGroup", {"chat_id": 1001, "media": [{"type": "photo", "media": "x", "caption": "а"}]}),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": "б"}], "scope": {"type": "chat", "chat_id": 1001}},
    ),
    (
        "setMessageReaction",
        {"chat_id": 1001, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]},
    ),
    ("setChatMenuButton", {"chat_id": 1001, "menu_button": {"type": "commands"}}),
]


def spoilt(data: st.DataObject, value: Any) -> Any:
    """The value with one spot of it, at any depth, replaced by nonsense or by a spoilt part."""
    if isinstance(value, dict | list) and value and data.draw(st.integers(0, 5)):
        if isinstance(value, dict):
            key = data.draw(st.sampled_from(sorted(value)))
            return {**value, key: spoilt(data, value[key])}
        place = data.draw(st.integers(0, len(value) - 1))
        return [*value[:place], spoilt(data, value[place]), *value[place + 1 :]]
    return data.draw(JSON)


@pytest.mark.parametrize("method", HARMLESS)
@settings(max_examples=10, deadline=None, suppress_health_check=FIXTURES_ARE_SHARED)
@given(data=st.data())
async def test_random_parameters_are_answered(
    sim: Simulator, api: Api, olga: Person, method: str, data: st.DataObject
) -> None:
    params = {name: data.draw(JSON) for name in SUPPORTED[method]}
    status, answer = await api(method, **params)
    assert status != 500, answer


@pytest.mark.parametrize(("method", "params"), RIGHT)
@settings(max_examples=60, deadline=None, suppress_health_check=FIXTURES_ARE_SHARED)
@given(data=st.data())
async def test_a_right_request_spoilt_somewhere_is_answered(
    sim: Simulator, api: Api, olga: Person, method: str, params: dict[str, Any], data: st.DataObject
) -> None:
    sim.limits.enabled = False
    name = data.draw(st.sampled_from(sorted(params)))
    status, answer = await api(method, **{**params, name: spoilt(data, params[name])})
    assert status != 500, answer
