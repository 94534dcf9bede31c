"""A written refusal of the diary: one adult's, and nothing is sent to that adult any more."""

import pytest
from sqlalchemy import select

from journal.access import issue, overview, refusing
from journal.access.overview import State
from journal.errors import NotFoundError, RefusedError
from journal.model.access import BindingKind
from journal.model.people import Capacity
from storage.listeners import families
from storage.tables.people import students
from storage.unit_of_work import SqlStore
from tests.support.newcomers import NINA
from tests.support.school import TODAY, CtxOf, person_id, student_id, unit_id

ANYA, BORIS = student_id("anya"), student_id("boris")
OLGA, IGOR = person_id("olga"), person_id("igor")


async def heard_by(store: SqlStore, student: int) -> set[int]:
    """The accounts that news of the student may go to."""
    async with store.connection() as db:
        return {listener.account_id for listener in await families(db, [student], TODAY)}


@pytest.mark.requirement("R-021")
async def test_nothing_is_sent_to_whoever_refused_and_the_other_parent_keeps_the_diary(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    assert await heard_by(store, ANYA) == {OLGA, IGOR}
    await refusing.refuse(ctx_of("maria"), ANYA, OLGA)
    assert await heard_by(store, ANYA) == {IGOR}
    found = await overview.guardian_access(ctx_of("maria"), ANYA, OLGA)
    assert (found.state, found.refused_on) == (State.REFUSED, TODAY)


@pytest.mark.requirement("R-021")
async def test_no_code_is_made_for_whoever_refused_until_the_refusal_is_taken_back(
    ctx_of: CtxOf, nina: int
) -> None:
    maria = ctx_of("maria")
    await issue.issue_guardian_code(maria, BORIS, NINA, Capacity.PARENT)
    await refusing.refuse(maria, BORIS, NINA)
    assert (await overview.guardian_access(maria, BORIS, NINA)).code_id is None
    with pytest.raises(RefusedError, match="service_refused"):
        await issue.issue_guardian_code(maria, BORIS, NINA, Capacity.PARENT)
    with pytest.raises(RefusedError, match="all_connected"):
        await issue.issue_class_codes(maria, unit_id("7Б"), BindingKind.GUARDIAN)
    await refusing.resume(maria, BORIS, NINA)
    assert await issue.issue_guardian_code(maria, BORIS, NINA, Capacity.PARENT)


async def test_printing_is_a_mark_on_the_child(ctx_of: CtxOf, store: SqlStore) -> None:
    for wanted in (True, False):
        await refusing.print_results(ctx_of("maria"), ANYA, wanted=wanted)
        assert (await overview.student_access(ctx_of("maria"), ANYA)).printed is wanted
    async with store.connection() as db:
        assert not await db.scalars(select(students.c.person_id).where(students.c.offline.is_(True)))


@pytest.mark.parametrize("name", ["anna", "svetlana", "pavel", "admin", "olga", "igor"])
async def test_only_the_class_teacher_notes_a_refusal(ctx_of: CtxOf, store: SqlStore, name: str) -> None:
    for attempt in (refusing.refuse(ctx_of(name), ANYA, IGOR), refusing.resume(ctx_of(name), ANYA, IGOR)):
        with pytest.raises((NotFoundError, RefusedError)):
            await attempt
    assert await heard_by(store, ANYA) == {OLGA, IGOR}


async def test_a_stranger_to_the_child_cannot_be_refused_for_it(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await refusing.refuse(ctx_of("maria"), ANYA, person_id("tatyana"))
