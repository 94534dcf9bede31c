"""Nothing can happen that nobody would be told of, and nothing be told that no screen shows."""

import pytest

from handlers.areas import modules
from journal import events
from journal.model.news import Kind
from journal.model.outbox import Grouping
from journal.model.subscriptions import CHOICES, Topic
from notifications.areas import EXPANSIONS, TELLERS
from notifications.kinds import RULES

PUSHES = {kind for module in modules("pushes") for kind in module.PUSHES}
LINES = {kind for module in modules("pushes") for kind in getattr(module, "LINES", {})}


@pytest.mark.parametrize("event", events.Event.__subclasses__(), ids=lambda event: event.kind)
def test_every_event_has_an_audience(event: type[events.Event]) -> None:
    assert event.kind in EXPANSIONS


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_push_has_its_rule_its_teller_and_its_screen(kind: Kind) -> None:
    assert kind in RULES
    assert kind in TELLERS
    assert kind in PUSHES


@pytest.mark.parametrize("kind", [kind for kind in Kind if RULES[kind].grouping is not Grouping.ALONE])
def test_every_kind_that_may_be_joined_has_its_line(kind: Kind) -> None:
    assert kind in LINES


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_may_be_turned_off(topic: Topic) -> None:
    assert "off" in CHOICES[topic]
