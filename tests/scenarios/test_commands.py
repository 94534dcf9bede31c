"""The list of commands in a chat follows its person: what it is here, and the language it speaks."""

import pytest
from sqlalchemy import update

from journal.model.people import Role
from storage.tables.people import role_assignments
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TERM, person_id

FAMILY = {"menu", "today", "week", "marks", "homework", "debts", "notices", "messages", "settings", "help"}
TEACHER = {"menu", "now", "notices", "messages", "settings", "help"}


def listed(stage: Stage, person: Persona) -> dict[str, str]:
    found = stage.simulator.world.profile.commands_for(person.phone.id, "ru")
    return {one["command"]: one["description"] for one in found}


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("olga", FAMILY | {"absent"}, {"now", "morning", "class", "invite", "code"}),
        ("egor", FAMILY, {"absent", "now", "morning", "class", "invite"}),
        ("anna", TEACHER, {"today", "marks", "morning", "class", "invite"}),
        ("maria", TEACHER | {"class", "notice", "access"}, {"today", "morning", "invite"}),
        ("pavel", {"menu", "morning", "journals", "settings", "help"}, {"today", "absent"}),
        ("admin", {"menu", "invite", "import", "settings", "help"}, {"today", "now"}),
        ("stranger", {"menu", "code", "help"}, {"today", "now", "settings"}),
    ],
)
async def test_everybody_is_listed_what_opens_something_for_them(
    stage: Stage, name: str, own: set[str], others: set[str]
) -> None:
    person = stage.person(name)
    await person.say("/menu")
    await person.sees()
    await person.say("/help")
    await person.sees()
    found = listed(stage, person)
    assert own <= found.keys()
    assert not others & found.keys()


async def test_the_list_follows_the_language_at_once(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Язык")
    await tatyana.press("English")
    await tatyana.sees("Language")
    said = listed(stage, tatyana)
    assert said["marks"].startswith("Marks — ")
    assert not any("а" <= letter <= "я" for words in said.values() for letter in words.lower())
    await tatyana.press("Русский")
    await tatyana.sees("Язык")
    assert listed(stage, tatyana)["marks"].startswith("Оценки — ")


async def test_a_role_that_is_given_or_taken_changes_the_list(stage: Stage, anna: Persona) -> None:
    await anna.say("/menu")
    await anna.sees()
    await anna.say("/menu")
    await anna.sees()
    assert "morning" not in listed(stage, anna)
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(role_assignments, person_id=person_id("anna"), role=Role.DEPUTY_HEAD, since=TERM)
        await db.connection.commit()
    await anna.say("/menu")
    await anna.sees()
    await anna.say("/help")
    await anna.sees()
    assert "morning" in listed(stage, anna)
    async with stage.house.store.connection(writing=True) as db:
        taken = role_assignments.c.person_id == person_id("anna")
        await db.run(update(role_assignments).where(taken).values(until=TERM))
        await db.connection.commit()
    await anna.say("/menu")
    await anna.sees()
    await anna.say("/menu")
    await anna.sees()
    assert listed(stage, anna).keys() == {"menu", "code", "help"}


async def test_a_phone_that_leaves_is_listed_the_way_in_again(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/consent")
    await tatyana.sees("доступ и согласия")
    await tatyana.press("Отключить этот телефон")
    await tatyana.sees()
    await tatyana.press("Отключить")
    await tatyana.sees()
    assert listed(stage, tatyana).keys() == {"menu", "code", "help"}
