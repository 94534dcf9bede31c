"""Presets choose for every topic, and only what may be chosen for it."""

import pytest

from journal.model.people import Child
from journal.model.subscriptions import (
    CHOICES,
    GUARDIAN_TOPICS,
    PRESETS,
    STUDENT_TOPICS,
    Mode,
    Preset,
    Subscription,
    Topic,
)

ANYA = Child(201, "Аня", "Иванова", 11, "7Б")


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_chooses_an_allowed_mode_for_every_topic(preset: Preset) -> None:
    assert PRESETS[preset].keys() == set(Topic)
    assert all(mode in CHOICES[topic] for topic, mode in PRESETS[preset].items())


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("topics", [GUARDIAN_TOPICS, STUDENT_TOPICS])
def test_what_a_preset_chose_is_known_as_that_preset(preset: Preset, topics: tuple[Topic, ...]) -> None:
    assert Subscription(ANYA, PRESETS[preset], topics).preset is preset


def test_a_choice_of_ones_own_is_no_preset() -> None:
    assert Subscription(ANYA, {Topic.MARKS: Mode.SILENT}).preset is None


@pytest.mark.parametrize("preset", Preset)
def test_no_preset_makes_an_absence_wait(preset: Preset) -> None:
    assert PRESETS[preset][Topic.ABSENCES] is Mode.AT_ONCE
