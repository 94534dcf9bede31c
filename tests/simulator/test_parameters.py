"""The hand-written table of parameters: complete, true to the documentation, and enforced."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.botapi import METHODS
from simulator.parameters import PARAMETERS
from tests.simulator.conftest import Api


@pytest.fixture(scope="module")
def documented() -> dict[str, Any]:
    """The documentation's facts: method → parameter → [required, types]."""
    places = [parent / "shared" / "data" / "botapi" / "botapi.json" for parent in Path(__file__).parents]
    for place in places:
        if place.exists():
            return dict(json.loads(place.read_text(encoding="utf-8"))["methods"])
    pytest.skip(
        "../shared/data/botapi/botapi.json is absent: the table was not compared with the documentation"
    )


def test_every_method_of_the_table_exists() -> None:
    assert set(METHODS) == set(PARAMETERS)


@pytest.mark.parametrize("method", PARAMETERS)
def test_the_table_says_what_the_documentation_says(documented: dict[str, Any], method: str) -> None:
    table = {
        name: [int(parameter.required), list(parameter.types)]
        for name, parameter in PARAMETERS[method].items()
    }
    assert table == documented[method]


@pytest.mark.parametrize("method", PARAMETERS)
async def test_a_misspelt_parameter_is_refused(api: Api, method: str) -> None:
    assert await api.refusal(method, tpyo=1) == (400, f'Bad Request: method {method} has no parameter "tpyo"')


@pytest.mark.parametrize(
    ("method", "name"),
    [
        (method, name)
        for method, table in PARAMETERS.items()
        for name, parameter in table.items()
        if not parameter.supported
    ],
)
async def test_a_parameter_without_effect_here_is_refused(api: Api, method: str, name: str) -> None:
    refusal = await api.refusal(method, **{name: "1"})
    assert refusal == (400, f'Bad Request: the simulator does not support the parameter "{name}" of {method}')


@pytest.mark.parametrize(
    ("method", "name"),
    [
        (method, name)
        for method, table in PARAMETERS.items()
        for name, parameter in table.items()
        if parameter.required
    ],
)
async def test_a_missing_parameter_is_refused(api: Api, method: str, name: str) -> None:
    given = {
        other: "1"
        for other, parameter in PARAMETERS[method].items()
        if parameter.required and other != name and parameter.types[0] in ("String", "Integer", "InputFile")
    }
    status, description = await api.refusal(method, **given)
    assert status == 400
    assert description.startswith("Bad Request: ")


async def test_a_required_parameter_without_words_of_its_own_is_named(api: Api) -> None:
    refusal = await api.refusal("copyMessage", chat_id=1001, message_id=1)
    assert refusal == (400, 'Bad Request: parameter "from_chat_id" is required')


@pytest.mark.parametrize(
    ("method", "params", "fault"),
    [
        ("getUpdates", {"offset": "soon"}, 'field "offset" must be of type Number'),
        ("getUpdates", {"limit": True}, 'field "limit" must be of type Number'),
        ("getUpdates", {"offset": "9" * 5000}, 'field "offset" must be of type Number'),
        (
            "deleteWebhook",
            {"drop_pending_updates": "maybe"},
            'field "drop_pending_updates" must be of type Boolean',
        ),
        (
            "getUpdates",
            {"allowed_updates": "message"},
            'field "allowed_updates" must be of type Array of String',
        ),
        (
            "getUpdates",
            {"allowed_updates": {"a": 1}},
            'field "allowed_updates" must be of type Array of String',
        ),
        ("sendMessage", {"chat_id": 1, "text": 5}, 'field "text" must be of type String'),
    ],
)
async def test_a_value_of_a_wrong_type_is_refused(
    api: Api, method: str, params: dict[str, Any], fault: str
) -> None:
    assert await api.refusal(method, **params) == (400, f"Bad Request: {fault}")


async def test_query_form_multipart_and_json_mean_the_same(api: Api) -> None:
    url = f"{api.base}/bot4242:SECRET/setMyCommands"
    commands = json.dumps([{"command": "today", "description": "Сегодня"}])
    async with api.session.get(url, params={"commands": commands}) as response:
        assert response.status == 200
    async with api.session.post(url, data={"commands": commands, "language_code": "ru"}) as response:
        assert response.status == 200
    status, _ = await api.form("setMyCommands", commands=commands, language_code="en")
    assert status == 200
    shown = [{"command": "today", "description": "Сегодня"}]
    for language in ("", "ru", "en"):
        assert await api.result("getMyCommands", language_code=language) == shown
    await api.result("deleteMyCommands")
    assert await api.result("getMyCommands") == []
