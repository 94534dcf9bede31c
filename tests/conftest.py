"""Fixtures of all tests."""

from hypothesis import settings

from bot.client import load_client

pytest_plugins = [
    "tests.support.school",
    "tests.support.engines",
    "tests.support.newcomers",
    "tests.support.unrun",
    "tests.support.scenario",
    "tests.support.process",
    "tests.support.statements",
]

# Speed is measured in bench/; a busy machine is no fault of the code.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

# As the bot itself does, before anything else imports the messenger's client.
load_client()
