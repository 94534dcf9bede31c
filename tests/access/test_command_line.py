"""Codes from the command line, on both engines."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import app

Bot = Callable[..., Result]


@pytest.fixture
def bot(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Bot:
    """Runs a command as an operator does, in the little school."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("SECRET", "a secret of the command line")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return lambda *arguments: CliRunner().invoke(app, arguments)


@pytest.mark.requirement("R-002", "R-150")
def test_the_operator_appoints_and_hands_out_a_code(bot: Bot) -> None:
    name, order = "Ветрова Лидия Сергеевна", "7-к от 01.09.2026"
    done = bot("invite", name, "--role", "director", "--order", order)
    assert done.exit_code == 0, done.output
    assert f"{name}: " in done.output


def test_an_operators_mistake_is_one_clear_line(bot: Bot) -> None:
    done = bot("invite", "Никто")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "No colleague is called “Никто”. For somebody new write all three names and the role (--role)."
    ]


@pytest.mark.requirement("R-004")
def test_the_protocol_is_printed_to_a_file(bot: Bot, tmp_path: Path) -> None:
    assert bot("invite", "Орлов Павел").exit_code == 0
    done = bot("protocol", str(tmp_path / "protocol.pdf"))
    assert done.output.endswith("protocol.pdf: codes: 1.\n")
    assert (tmp_path / "protocol.pdf").read_bytes().startswith(b"%PDF")
