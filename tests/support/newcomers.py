"""Boris's mother Nina, whom the register knows and no account, and strangers with phones."""

from datetime import date

import pytest

from storage.tables.access import accounts
from storage.tables.people import guardianships, people
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, student_id

NINA = 390
BORIS_BORN = date(2013, 1, 12)
STRANGERS = (901, 902, 903)


@pytest.fixture
async def nina(store: SqlStore) -> int:
    """Nina and the strangers; returns her id."""
    async with store.connection(writing=True) as db:
        await db.insert(
            people,
            id=NINA,
            last_name="Ёлкина",
            first_name="Нина",
            middle_name="Петровна",
            search_name="елкина нина петровна",
            created_at=LONG_AGO,
        )
        await db.insert(guardianships, guardian_id=NINA, student_id=student_id("boris"), capacity="parent")
        for number in STRANGERS:
            await db.insert(
                accounts,
                id=number,
                platform="telegram",
                platform_id=str(7000 + number),
                locale="ru",
                created_at=LONG_AGO,
            )
        await db.connection.commit()
    return NINA
