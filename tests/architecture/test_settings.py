"""Settings: every one described, every mistake told in one line."""

import re

import pytest

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
        ({"webhook_url": "http://a", "webhook_secret": "s"}, "must begin with https"),
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


def test_a_secret_never_shows_when_settings_are_printed() -> None:
    settings = load(_env_file=None, bot_token="1:secret-token", secret="pepper-and-salt-and-more")
    assert "secret-token" not in repr(settings)
    assert "pepper-and" not in repr(settings)
