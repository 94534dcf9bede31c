"""Attackers: forged, stale and random buttons of the access area, by every role; replays."""

import os
import random
from datetime import date
from enum import Enum
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import func, select

from handlers.access import callbacks
from journal.access.issue import issue_guardian_code
from journal.context import Ctx, Origin
from journal.model.people import Capacity
from journal.regulation import preset
from storage.tables.access import bindings
from storage.unit_of_work import SqlStore
from tests.support.scenario import Stage
from tests.support.school import SCHOOL, SECRET, STUDENTS, UNITS, actor_of, student_id

PRESSES = int(os.environ.get("ATTACKS", "20"))
BUTTONS = [
    value
    for value in vars(callbacks).values()
    if isinstance(value, type) and issubclass(value, CallbackData) and value is not CallbackData
]
IDS = [0, -1, 1, 2**63 - 1, *(row[0] for row in STUDENTS.values()), *(row[0] for row in UNITS.values())]
IDS += [101, 102, 106, 301, 302, 303]
EVERYBODY = ("stranger", "olga", "egor", "anna", "maria", "pavel", "admin")


def forged(luck: random.Random) -> str:
    """A button's data with ids of anybody, sometimes mutilated."""
    cls = luck.choice(BUTTONS)
    packed = cls(**{name: _value(info.annotation, luck) for name, info in cls.model_fields.items()}).pack()
    if luck.random() < 0.2:
        place = luck.randrange(len(packed))
        packed = packed[:place] + luck.choice(":0aж-") + packed[place + 1 :]
    return packed.encode()[:64].decode(errors="ignore")


def _value(annotation: Any, luck: random.Random) -> Any:
    if annotation is bool:
        return luck.random() < 0.5
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return luck.choice(list(annotation))
    return luck.choice(IDS)


async def live_bindings(store: SqlStore) -> set[tuple[int, int | None]]:
    async with store.connection() as db:
        rows = await db.all(
            select(bindings.c.account_id, bindings.c.student_id).where(bindings.c.ended_at.is_(None))
        )
    return {(row.account_id, row.student_id) for row in rows}


@pytest.mark.requirement("R-016", "R-141")
@pytest.mark.parametrize("name", EVERYBODY)
async def test_random_buttons_break_nothing_and_open_nothing(
    stage: Stage, store: SqlStore, name: str
) -> None:
    luck, before = random.Random(name), await live_bindings(store)
    person = stage.person(name)
    await person.say("/menu")
    shown = await person.sees()
    for _ in range(PRESSES):
        data = forged(luck)
        answer = await person.press_data(shown, data)
        assert "Сохранить не вышло" not in answer, data
    # Whoever may end access may have done so; nobody may have gained any.
    assert await live_bindings(store) <= before


async def test_an_accepted_consent_pressed_again_binds_once(stage: Stage, nina: int, store: SqlStore) -> None:
    stage.house.regulation = preset("s1")
    house = stage.house
    maria = Ctx(actor_of("maria"), house.store, stage.clock, SCHOOL, house.regulation, Origin("test"), SECRET)
    slip = await issue_guardian_code(maria, student_id("boris"), nina, Capacity.PARENT)
    stranger = stage.person("stranger")
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    consent = await stranger.sees("152-ФЗ")
    await stranger.press("Даю согласие")
    await stranger.sees("дату рождения")
    await stranger.press_data(consent, "ac-yes")
    await stranger.say(date(2013, 1, 12).strftime("%d.%m.%Y"))
    await stranger.sees("Готово: Борис")
    await stranger.press_data(consent, "ac-yes")
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).where(bindings.c.person_id == nina)) == 1
