"""«Почему это пришло?» stands under every push and leads to the very toggle, or says why there is none."""

import pytest

from handlers.pushes import render
from handlers.screen import Button, Screen
from handlers.settings import reasons
from handlers.settings.callbacks import ModeCb, WhyCb, WhyTopicCb
from handlers.settings.why import is_own, leads_to_reason
from journal.model.access import Privacy
from journal.model.news import AttendanceForm, Kind, News
from journal.model.people import Child
from journal.model.subscriptions import Subscription, Topic
from journal.regulation import Regulation
from locales.texts import Texts
from notifications.courier import Parcel, Recipient
from tests.notifications.samples import sample
from tests.support.school import SCHOOL

ANYA = Subscription(Child(1, "Аня", "Иванова", 11, "7Б"), {})
RU = Texts("ru")


def shown(regulation: Regulation, *news: News) -> Screen:
    recipient = Recipient(301, "telegram", "1301", "ru", Privacy.FULL)
    return render(Parcel(9, recipient, news), SCHOOL, regulation)


def reason_buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row if leads_to_reason(button)]


def answer(button: Button, regulation: Regulation) -> Screen | None:
    """What the press of it shows to Аня's family."""
    data = button.data or ""
    if data.startswith(WhyTopicCb.__prefix__):
        return reasons.by_topic(WhyTopicCb.unpack(data).topic, ANYA, RU)
    return reasons.why(WhyCb.unpack(data).kind, ANYA, regulation, RU)


def toggled(screen: Screen) -> set[Topic]:
    data = [button.data or "" for row in screen.rows for button in row]
    return {ModeCb.unpack(one).topic for one in data if one.startswith(f"{ModeCb.__prefix__}:")}


@pytest.mark.parametrize("kind", [kind for kind in Kind if not is_own(kind)])
def test_every_kind_of_push_says_why_it_came(kind: Kind, regulation: Regulation) -> None:
    (button,) = reason_buttons(shown(regulation, sample(kind)))
    answered = answer(button, regulation)
    assert answered is not None
    assert answered.text
    assert answered.rows


@pytest.mark.parametrize("kind", [Kind.NOTICE_COUNTER, Kind.MEETING_COUNTER])
def test_nobody_is_told_why_the_own_counter_is_there(kind: Kind, regulation: Regulation) -> None:
    assert not reason_buttons(shown(regulation, sample(kind)))


@pytest.mark.requirement("R-095")
@pytest.mark.parametrize(("kind", "topic"), reasons.TOPICS.items())
def test_what_a_family_may_turn_off_leads_to_its_own_toggle(
    kind: Kind, topic: Topic, regulation: Regulation
) -> None:
    (button,) = reason_buttons(shown(regulation, sample(kind)))
    answered = answer(button, regulation)
    assert answered is not None
    assert toggled(answered) == {topic}


@pytest.mark.requirement("R-095")
def test_lateness_leads_to_the_toggle_of_lateness(regulation: Regulation) -> None:
    (button,) = reason_buttons(shown(regulation, sample(Kind.ATTENDANCE, form=AttendanceForm.LATE)))
    answered = answer(button, regulation)
    assert answered is not None
    assert toggled(answered) == {Topic.LATENESS}


def test_every_topic_is_reached_from_some_push() -> None:
    assert set(reasons.TOPICS.values()) | {Topic.LATENESS} == set(Topic)


def test_a_card_of_several_kinds_says_why_for_each(regulation: Regulation) -> None:
    card = shown(regulation, sample(Kind.MARKS), sample(Kind.HOMEWORK))
    assert len(reason_buttons(card)) == 2
