"""Logs hold ids and places, never people's words."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from aiogram import Router
from aiogram.types import Message
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot import logs
from bot.settings import Settings
from simulator import Simulator
from storage.tables.people import people
from storage.unit_of_work import SqlStore
from tests.bot.conftest import RunsWith
from tests.support.persona import Persona
from tests.support.school import LONG_AGO, PLATFORM_IDS

Lines = Callable[[], list[dict[str, str]]]


@pytest.fixture
def own_logs() -> Iterator[None]:
    """Whatever a test makes of the logs is undone after it."""
    root = logging.getLogger()
    before, level, ours = root.handlers, root.level, structlog.get_config()
    yield
    root.handlers, root.level = before, level
    structlog.configure(**ours)


@pytest.fixture
def lines(own_logs: None, settings_of: Callable[..., Settings]) -> Lines:
    """What was logged as JSON, read back."""
    logs.configure(settings_of("http://127.0.0.1:1", log_format="json"))
    stream = io.StringIO()
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_exception_is_told_by_type_and_place_without_its_words(lines: Lines) -> None:
    try:
        raise ValueError("Иванова Аня, 5 марта")
    except ValueError as error:
        structlog.get_logger("x").error("failed", exc_info=error)
        logging.getLogger("library").exception("failed there")
    for line in lines():
        assert "Иванова" not in json.dumps(line, ensure_ascii=False)
        assert "builtins.ValueError at tests/bot/test_logs.py" in line["exception"]


async def test_a_failed_statement_does_not_carry_its_parameters_into_the_log(
    lines: Lines, store: SqlStore
) -> None:
    row = {"id": 101, "last_name": "Тайная", "first_name": "Имя", "search_name": "", "created_at": LONG_AGO}
    async with store.connection(writing=True) as db:
        with pytest.raises(IntegrityError) as raised:
            await db.run(insert(people).values(row))
    assert "Тайная" not in str(raised.value).split("DETAIL")[0]
    structlog.get_logger("x").error("failed", exc_info=raised.value)
    assert "Тайная" not in json.dumps(lines(), ensure_ascii=False)


async def test_a_bot_that_another_program_runs_prints_no_variables(
    own_logs: None, runs_with: RunsWith, simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.reset_defaults()
    router = Router()

    @router.message()
    async def stumbles(message: Message) -> None:
        words = message.text
        raise ValueError(words)

    olga = Persona("olga", simulator.person(PLATFORM_IDS["olga"]))
    async with runs_with(router):
        await olga.say("Тайное слово")
        await olga.sees()
    printed = "".join(capsys.readouterr())
    assert "builtins.ValueError at" in printed
    assert "Тайное" not in printed
