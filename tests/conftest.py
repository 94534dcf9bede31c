"""Fixtures of all tests."""

pytest_plugins = [
    "tests.support.school",
    "tests.support.engines",
    "tests.support.newcomers",
    "tests.support.unrun",
    "tests.support.scenario",
]
