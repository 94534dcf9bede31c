"""Fixtures of all tests."""

from hypothesis import settings

pytest_plugins = [
    "tests.support.school",
    "tests.support.engines",
    "tests.support.newcomers",
    "tests.support.unrun",
    "tests.support.scenario",
    "tests.support.statements",
]

# Speed is measured in bench/; a busy machine is no fault of the code.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
