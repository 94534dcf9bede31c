"""A family that chose English meets no Russian but names, subjects and what people typed."""

import re

import pytest
from sqlalchemy import update

from storage.tables.access import accounts
from tests.support.scenario import Stage
from tests.support.school import GUARDIANS, SCHOOL, STAFF, STUDENTS, SUBJECTS, UNITS, person_id
from tests.support.walk import labels, walk

COMMANDS = ("/settings", "/consent", "/profile", "/notices", "/absent", "/messages", "/help")
# What changes the language back, ends the access or sends files.
SPARED = ("sel:", "seb:", "ac-leave", "ac-take", "ac-hat", "di", "db", "fo", "home", "hall")
OWN = (
    SCHOOL.name,
    *(part for row in (*STAFF.values(), *STUDENTS.values(), *GUARDIANS.values()) for part in row[1:4]),
    *(subject for _, subject in SUBJECTS.values()),
    *(subject.lower() for _, subject in SUBJECTS.values()),
    *UNITS,
    "Русский",
)
RUSSIAN = re.compile(r"[^\n]*[А-Яа-яЁё]{2,}[^\n]*")


@pytest.mark.parametrize("name", ["olga", "egor"])
async def test_settings_access_absences_notices_and_messages_speak_english(stage: Stage, name: str) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(update(accounts).where(accounts.c.id == person_id(name)).values(locale="en"))
        await db.connection.commit()
    seen = await walk(stage.person(name), COMMANDS, spared=SPARED, most=120)
    assert len(seen) > 15
    said = {line for shown in seen for line in _russian("\n".join([shown.text, *labels(shown)]))}
    assert not said


def _russian(text: str) -> list[str]:
    for own in sorted((part for part in OWN if isinstance(part, str)), key=len, reverse=True):
        text = text.replace(own, "")
    return RUSSIAN.findall(text)
