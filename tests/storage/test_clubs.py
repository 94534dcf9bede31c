"""Who takes part in a club, on both engines: the whole class, some of it, or nobody."""

import pytest

from journal import clubs
from journal.context import Ctx
from journal.model.span import Span
from tests.support.school import TODAY, CtxOf, student_id, unit_id

ANYA, BORIS = student_id("anya"), student_id("boris")
CHOIR = "Хор, ежедневно 13:00-14:00"


async def takers(ctx: Ctx) -> set[int]:
    async with ctx.reading() as work:
        found = await work.clubs.of_students([ANYA, BORIS], Span(TODAY, TODAY))
        return {student for student, own in found.items() if own}


@pytest.mark.usefixtures("store")
async def test_a_club_of_nobody_is_not_one_of_the_whole_class(ctx_of: CtxOf) -> None:
    maria = ctx_of("maria")
    made = (await clubs.add(maria, unit_id("7Б"), CHOIR)).club
    assert made.students is None
    assert await takers(maria) == {ANYA, BORIS}
    await clubs.take(maria, made.id, ANYA, goes=True)
    assert await takers(maria) == {ANYA}
    left = await clubs.take(maria, made.id, ANYA, goes=False)
    assert left.club.students == frozenset()
    assert (await clubs.club(maria, made.id)).club.students == frozenset()
    assert await takers(maria) == set()
    await clubs.whole_class(maria, made.id)
    assert (await clubs.club(maria, made.id)).club.students is None
    assert await takers(maria) == {ANYA, BORIS}


@pytest.mark.usefixtures("store")
async def test_whoever_leaves_the_whole_class_leaves_the_others_in_the_club(ctx_of: CtxOf) -> None:
    maria = ctx_of("maria")
    made = (await clubs.add(maria, unit_id("7Б"), CHOIR)).club
    await clubs.take(maria, made.id, ANYA, goes=False)
    assert await takers(maria) == {BORIS}
