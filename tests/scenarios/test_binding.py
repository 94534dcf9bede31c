"""Families find their way in: slip, consent, birth date, done."""

import pytest

from journal.access.issue import Issued, issue_guardian_code
from journal.context import Ctx, Origin
from journal.model.people import Capacity
from journal.regulation import Regulation, preset
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import SCHOOL, SECRET, actor_of, student_id


def school_ctx(stage: Stage, name: str) -> Ctx:
    house = stage.house
    return Ctx(actor_of(name), house.store, stage.clock, SCHOOL, house.regulation, Origin("test"), SECRET)


async def slip_for_igor(stage: Stage) -> Issued:
    """A second phone for Anya's father: the class teacher made him a new slip."""
    return await issue_guardian_code(school_ctx(stage, "maria"), student_id("anya"), 302, Capacity.PARENT)


@pytest.fixture
def by_tap(stage: Stage) -> Regulation:
    """A school where a tap is consent enough."""
    stage.house.regulation = preset("s1")
    return stage.house.regulation


@pytest.mark.requirement("R-014", "R-018")
async def test_a_slip_opens_the_diary_in_three_taps_and_a_date(
    stage: Stage, by_tap: Regulation, stranger: Persona
) -> None:
    slip = await slip_for_igor(stage)
    # The first tap is the messenger's own START.
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("никогда не просим")
    await stranger.press("Продолжить")
    shown = await stranger.sees("152-ФЗ")
    assert "Telegram" in shown.text
    assert "Аня" not in shown.text
    await stranger.press("Согласен(на)")
    await stranger.sees("дату рождения ребёнка")
    await stranger.say("5 марта 2013")
    await stranger.sees("Готово: Аня, 7Б")
    assert (stranger.taps, stranger.typed) == (2, 2)
    await stranger.press("Хорошо")
    await stranger.sees("Школа № 5")
