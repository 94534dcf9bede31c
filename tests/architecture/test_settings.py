"""Settings: every one described, every mistake told in one line."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import Misconfigured, Settings, load
from tests.architecture.sources import ROOT

DESCRIBED = re.compile(r"^# ([A-Z_]+)=(.*)$", re.MULTILINE)


def test_every_setting_is_described_with_its_default_and_none_else() -> None:
    described = dict(DESCRIBED.findall((ROOT / ".env.example").read_text(encoding="utf-8")))
    assert set(described) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if field.default is not None:
            assert described[name.upper()] == str(field.default)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"database_url": "mysql://x/y"}, "DATABASE_URL must begin with"),
        ({"database_url": "postgresql://x/y"}, "not with postgresql"),
        ({"database_url": "nonsense"}, "DATABASE_URL is not a URL"),
        ({"bot_token": "1:a"}, "SECRET is missing"),
        ({"webhook_url": "https://a"}, "WEBHOOK_SECRET is missing"),
        ({"webhook_url": "http://a", "webhook_secret": "s" * 16}, "must begin with https"),
        ({"webhook_url": "https://a", "webhook_secret": ""}, "WEBHOOK_SECRET must be 16 to 256"),
        ({"webhook_url": "https://a", "webhook_secret": "s" * 15}, "WEBHOOK_SECRET must be 16 to 256"),
        ({"webhook_url": "https://a", "webhook_secret": "s" * 257}, "WEBHOOK_SECRET must be 16 to 256"),
        ({"webhook_url": "https://a", "webhook_secret": "sixteen letters!"}, "letters, digits, _ and -"),
        ({"webhook_url": "https://a", "webhook_secret": "s" * 16 + "\n"}, "letters, digits, _ and -"),
        ({"log_level": "loud"}, "LOG_LEVEL"),
        ({"webhook_port": "99999"}, "WEBHOOK_PORT"),
        ({"rate_burst": 0}, "RATE_BURST"),
        ({"roles": "web,cook"}, "ROLES must be some of web, sender, scheduler"),
        ({"roles": "web"}, "ROLES: an SQLite file is served by one process"),
    ],
)
def test_a_misconfiguration_is_one_clear_line(given: dict[str, object], said: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        load(_env_file=None, **given)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_secret_that_the_command_draws_opens_the_door() -> None:
    drawn = CliRunner().invoke(app, ["secret"]).output.strip()
    assert load(_env_file=None, webhook_url="https://a", webhook_secret=drawn).posted_with == drawn


def test_what_the_environment_leaves_blank_is_not_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "")
    assert load(_env_file=None) == Settings.model_construct()
    monkeypatch.setenv("WEBHOOK_URL", "https://school.example/updates")
    (tmp_path / ".env").write_text("WEBHOOK_SECRET=\n", "utf-8")
    for file in (None, tmp_path / ".env"):
        with pytest.raises(Misconfigured, match="WEBHOOK_SECRET is missing"):
            load(_env_file=file)


def test_a_secret_never_shows_when_settings_are_printed() -> None:
    settings = load(_env_file=None, bot_token="1:secret-token", secret="pepper-and-salt-and-more")
    assert "secret-token" not in repr(settings)
    assert "pepper-and" not in repr(settings)
