"""One living message per event, whatever the kind: put right in place, anew where it is gone, never both."""

from collections.abc import AsyncIterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from bot.wiring import client
from handlers.courier import TelegramCourier
from handlers.renderer import Renderer
from journal.model.access import Privacy
from journal.model.news import Kind, News
from journal.model.people import Child
from journal.model.profile import ProfileChange
from journal.regulation import Regulation
from notifications.courier import Delivered, Outdated, Parcel, Recipient
from simulator import Person, SimMessage, Simulator
from tests.notifications.samples import sample
from tests.support.school import SCHOOL

OLGA = 1301
TWO_DAYS = 48 * 3600 + 1
HIDDEN = "Новое сообщение из школы."
RARE = ("Клементина", "Заречная")
CHILD = Child(201, "Клементина", "Заречная", 11, "7Б")


@pytest.fixture
def phone(simulator: Simulator) -> Person:
    return simulator.person(OLGA)


@pytest.fixture
async def courier(simulator: Simulator, regulation: Regulation) -> AsyncIterator[TelegramCourier]:
    async with client(simulator.token, simulator.base_url) as bot:
        yield TelegramCourier(Renderer(bot), lambda: (SCHOOL, regulation))


def about(facts: Any) -> Any:
    """The facts, every child in them being the one with the rare name."""
    if isinstance(facts, Child):
        return CHILD
    if isinstance(facts, ProfileChange):
        # A change may be of the child's own data.
        return replace(facts, person=replace(facts.person, first_name=RARE[0], last_name=RARE[1]))
    if isinstance(facts, tuple):
        return tuple(about(part) for part in facts)
    if not is_dataclass(facts) or isinstance(facts, type):
        return facts
    return replace(
        facts, **{part.name: about(getattr(facts, part.name)) for part in fields(facts) if part.init}
    )


def parcel(kind: Kind, **more: Any) -> Parcel:
    chosen = more.pop("recipient", {})
    recipient = Recipient(301, "telegram", str(OLGA), "ru", **chosen)
    news = sample(kind)
    return Parcel(1, recipient, (News(kind, about(news.facts)),), **more)


async def handed(courier: TelegramCourier, told: Parcel) -> int:
    outcome = await courier.deliver(told)
    assert isinstance(outcome, Delivered)
    return outcome.message_id


def words_of(message: SimMessage) -> list[str]:
    return [message.text, *(button.text for row in message.buttons for button in row)]


def standing(phone: Person) -> list[SimMessage]:
    return [message for message in phone.messages if message.from_bot and not message.deleted]


@pytest.mark.parametrize("kind", Kind)
async def test_a_correction_edits_the_message_or_comes_anew_and_never_both(
    kind: Kind, courier: TelegramCourier, simulator: Simulator, phone: Person
) -> None:
    first = await handed(courier, parcel(kind))
    assert await handed(courier, parcel(kind, edits=first)) == first
    assert [message.id for message in standing(phone)] == [first]
    simulator.clock.advance(TWO_DAYS)
    later = await handed(courier, parcel(kind, edits=first))
    assert [message.id for message in standing(phone)] == [later]
    simulator.world.delete(phone.chat.messages[later])
    anew = await handed(courier, parcel(kind, edits=later, silent=True))
    assert [(message.id, message.silent) for message in standing(phone)] == [(anew, True)]


@pytest.mark.parametrize("kind", Kind)
async def test_what_must_be_heard_rings_and_takes_the_place_of_the_old_message(
    kind: Kind, courier: TelegramCourier, phone: Person
) -> None:
    first = await handed(courier, parcel(kind))
    heard = await handed(courier, parcel(kind, outdated=(Outdated(first),)))
    assert [(message.id, message.silent) for message in standing(phone)] == [(heard, False)]


async def test_a_message_too_old_to_go_says_that_it_is_out_of_date(
    courier: TelegramCourier, simulator: Simulator, phone: Person
) -> None:
    first = await handed(courier, parcel(Kind.LESSON_CHANGED))
    simulator.clock.advance(TWO_DAYS)
    await handed(courier, parcel(Kind.LESSON_CHANGED, outdated=(Outdated(first),)))
    old, new = standing(phone)
    assert (old.text, old.buttons) == ("Это сообщение устарело: новое — ниже.", [])
    assert "Клементина" in new.text


async def test_what_else_the_old_message_told_stays_in_it(courier: TelegramCourier, phone: Person) -> None:
    first = await handed(courier, parcel(Kind.LESSON_CHANGED))
    rest = parcel(Kind.HOMEWORK).news
    await handed(courier, parcel(Kind.LESSON_CHANGED, outdated=(Outdated(first, rest),)))
    old, new = standing(phone)
    assert old.id == first
    assert "урок" not in old.text
    assert old.edited == 1
    assert new.edited == 0


async def test_a_messenger_that_fails_at_the_old_message_does_not_ring_twice(
    courier: TelegramCourier, simulator: Simulator, phone: Person
) -> None:
    first = await handed(courier, parcel(Kind.LESSON_CHANGED))
    simulator.faults.add("deleteMessage", kind="429", times=1)
    heard = await handed(courier, parcel(Kind.LESSON_CHANGED, outdated=(Outdated(first),)))
    assert [message.id for message in standing(phone)] == [first, heard]


@pytest.mark.requirement("R-140")
@pytest.mark.parametrize("kind", Kind)
async def test_a_locked_phone_shows_no_more_than_was_chosen(
    kind: Kind, courier: TelegramCourier, phone: Person
) -> None:
    await handed(courier, parcel(kind, recipient={"privacy": Privacy.INITIALS}))
    (initials,) = standing(phone)
    assert not any(name in shown for name in RARE for shown in words_of(initials))
    await handed(courier, parcel(kind, recipient={"privacy": Privacy.NOTHING}))
    hidden = standing(phone)[1:]
    assert [(words_of(message), message.file) for message in hidden] == [([HIDDEN, "Открыть"], None)]


@pytest.mark.parametrize("kind", Kind)
async def test_every_push_and_its_files_may_be_kept_from_forwarding(
    kind: Kind, courier: TelegramCourier, phone: Person
) -> None:
    await handed(courier, parcel(kind, recipient={"protect": True}))
    assert standing(phone)
    assert all(message.protect for message in standing(phone))
