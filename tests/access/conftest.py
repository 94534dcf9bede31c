"""Contexts of strangers' phones, and a slip that was handed out."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from journal.access.issue import Issued, issue_guardian_code
from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.model.access import Actor
from journal.model.people import Capacity
from journal.regulation import Regulation, from_toml
from storage.tables.access import input_states
from storage.unit_of_work import SqlStore
from tests.support.newcomers import STRANGERS
from tests.support.school import SCHOOL, SECRET, CtxOf, student_id

# A school whose consent is a tap, so that binding opens the diary at once.
BY_TAP = from_toml('preset = "s1"')
ON_PAPER = from_toml('preset = "s3"')


@pytest.fixture
def regulation() -> Regulation:
    return BY_TAP


@pytest.fixture
def phone(store: SqlStore, clock: FrozenClock, regulation: Regulation) -> Callable[..., Ctx]:
    """Makes the context of a stranger's account."""

    def make(number: int = STRANGERS[0], regulation: Regulation = regulation) -> Ctx:
        return Ctx(Actor(number, "ru"), store, clock, SCHOOL, regulation, Origin("test"), SECRET)

    return make


@pytest.fixture
async def slip(ctx_of: CtxOf, nina: int) -> Issued:
    """Nina's code for Boris, handed out by his class teacher Maria."""
    return await issue_guardian_code(ctx_of("maria"), student_id("boris"), nina, Capacity.PARENT)


async def awaited(store: SqlStore, account_id: int) -> tuple[str, dict[str, Any]] | None:
    """What the account was asked to type, as its next update would find it."""
    async with store.connection() as db:
        row = await db.first(select(input_states).where(input_states.c.account_id == account_id))
        return (row.kind, row.payload) if row else None
