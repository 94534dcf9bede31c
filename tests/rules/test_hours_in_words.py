"""The hour that a family's words name."""

from datetime import time

import pytest

from journal.words.arrivals import clock_in


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("забери Петю в 12", time(12)),
        ("отпустите в 12:30, пожалуйста", time(12, 30)),
        ("к врачу к 10", time(10)),
        ("заберу в 2", time(14)),
        ("опоздает на 20 минут", None),
        ("придёт к 3 уроку", None),
        ("он в 7б", None),
        ("в 3 классе", None),
        ("к 15 октября", None),
        ("к 15.10", None),
    ],
)
def test_an_hour_is_told_from_days_lessons_and_classes(text: str, hour: time | None) -> None:
    assert clock_in(text) == hour
