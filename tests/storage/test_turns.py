"""Whose turn it is at the one writer."""

import asyncio
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storage.turns import PASSING, Turns
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id

Comer = tuple[bool, bool]


async def walk(comers: list[Comer]) -> list[int]:
    """Everybody comes while somebody has the turn; some think better of it. The order in which they went."""
    turns, went = Turns(), []

    async def go(number: int, patient: bool) -> None:
        async with turns.turn(patient=patient):
            went.append(number)
            await asyncio.sleep(0)

    async with turns.turn():
        tasks = [asyncio.create_task(go(number, patient)) for number, (patient, _) in enumerate(comers)]
        await asyncio.sleep(0)
        for task, (_, leaves) in zip(tasks, comers, strict=True):
            if leaves:
                task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    async with asyncio.timeout(1), turns.turn(patient=True):
        return went


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_everybody_who_stays_has_a_turn_people_first_and_nobody_patient_is_passed_for_ever(
    comers: list[Comer],
) -> None:
    went = asyncio.run(walk(comers))
    stayed = [number for number, (_, leaves) in enumerate(comers) if not leaves]
    assert sorted(went) == stayed
    for patient in (False, True):
        own = [number for number in went if comers[number][0] is patient]
        assert own == sorted(own)
    kinds = [comers[number][0] for number in went]
    last_person = max((place for place, patient in enumerate(kinds) if not patient), default=-1)
    # As long as people wait, one of the patient goes after every so many of them, and no more.
    for place, patient in enumerate(kinds[: last_person + 1]):
        if patient:
            assert kinds[max(0, place - PASSING) : place] == [False] * min(place, PASSING)
            assert place >= PASSING
    if True in kinds:
        assert kinds.index(True) <= PASSING


async def test_a_turn_given_to_whom_is_cancelled_at_that_moment_goes_on_to_the_next() -> None:
    turns, went = Turns(), []

    async def go(name: str) -> None:
        async with turns.turn():
            went.append(name)

    async with turns.turn():
        first, second = asyncio.create_task(go("first")), asyncio.create_task(go("second"))
        await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    async with asyncio.timeout(1), turns.turn():
        assert went == ["second"]


async def test_a_tap_is_written_before_what_came_earlier_and_can_wait(ctx_of: CtxOf, store: SqlStore) -> None:
    order = []

    async def behind() -> None:
        async with store.connection(writing=True, patient=True):
            order.append("behind")

    async def person() -> None:
        async with replace(ctx_of("anna"), store=store).writing() as work:
            work.audit("register.save", "lesson", lesson_id("7Б", TODAY, 2), unit_id=11)
            await work.commit()
            order.append("person")

    async with store.connection(writing=True):
        tasks = [asyncio.create_task(behind()), asyncio.create_task(person())]
        await asyncio.sleep(0.05)
        # Where writers do not wait for each other, neither waits for this one.
        assert not order or not store.one_writer
    await asyncio.gather(*tasks)
    assert order == ["person", "behind"] or not store.one_writer
