"""Settings and «Доступ и согласия» ask the database as often for a large family as for an only child."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import subscriptions
from journal.access import profile, rights
from journal.context import Ctx
from journal.model.people import Child
from storage.tables.access import bindings
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, STUDENTS, CtxOf, person_id, student_id, unit_id
from tests.support.statements import heard

ANYA = student_id("anya")
MORE = ("boris", "vera", "gleb", "dina")

READ: dict[str, Callable[[Ctx], Awaitable[object]]] = {
    "settings": subscriptions.read,
    "own access": lambda ctx: rights.own_access(ctx, ANYA),
    "family data": lambda ctx: profile.family_data(ctx, ANYA),
}


@pytest.mark.parametrize("screen", READ)
async def test_a_screen_takes_as_many_statements_for_many_children_as_for_one(
    screen: str, ctx_of: CtxOf, store: SqlStore, engine: AsyncEngine
) -> None:
    olga = person_id("olga")
    async with store.connection(writing=True) as db:
        await db.run(
            delete(bindings).where(
                bindings.c.account_id == olga, bindings.c.student_id == student_id("petya")
            )
        )
        await db.connection.commit()
    with heard(engine) as one:
        await READ[screen](_of(ctx_of, "anya"))
    async with store.connection(writing=True) as db:
        for name in MORE:
            held = {"account_id": olga, "person_id": olga, "student_id": student_id(name)}
            await db.insert(
                bindings, kind="guardian", capacity="parent", bound_at=LONG_AGO, news_since=LONG_AGO, **held
            )
        await db.connection.commit()
    with heard(engine) as many:
        await READ[screen](_of(ctx_of, "anya", *MORE))
    assert len(many) == len(one) > 0


def _of(ctx_of: CtxOf, *names: str) -> Ctx:
    """Olga's request, with these children."""
    ctx = ctx_of("olga")
    children = tuple(
        Child(number, first, last, unit_id(unit), unit)
        for number, last, first, unit, _ in (STUDENTS[name] for name in names)
    )
    return ctx.as_actor(replace(ctx.actor, children=children))
