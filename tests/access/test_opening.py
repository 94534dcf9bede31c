"""The paper, the class list, and what families answer about a new adult."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.access import binding, ending, issue, opening, overview, protocol, rights
from journal.access.binding import Bound, Waiting
from journal.access.consent import ConsentKind
from journal.access.issue import Issued, issue_guardian_code, issue_student_code
from journal.access.overview import State
from journal.access.protocol import CodeState
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.model.access import BindingKind
from journal.model.people import Capacity
from journal.model.school import School
from journal.regulation import Regulation
from notifications.scheduler import Scheduler
from storage import actors
from storage.tables.access import bindings, codes
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.tables.people import enrolments
from storage.unit_of_work import SqlStore
from tests.access.conftest import BY_TAP, ON_PAPER
from tests.access.test_binding import DATE, reach_date
from tests.support.newcomers import NINA, STRANGERS
from tests.support.school import NOW, SCHOOL, CtxOf, student_id, unit_id
from tests.support.statements import count, heard

Phone = Callable[..., Ctx]
BORIS = student_id("boris")


@dataclass
class NightWatch:
    """A house that only keeps the time."""

    store: SqlStore
    clock: FrozenClock
    school: School
    regulation: Regulation


async def redeem(ctx: Ctx, slip: Issued, date: str = DATE) -> object:
    code_id, accepted = await reach_date(ctx, slip.text)
    return await binding.confirm(ctx, code_id, accepted, date)


async def binding_id(store: SqlStore, account_id: int) -> int:
    async with store.connection() as db:
        return await db.scalar(
            select(bindings.c.id).where(bindings.c.account_id == account_id, bindings.c.ended_at.is_(None))
        )


async def waiting_code(store: SqlStore) -> int:
    async with store.connection() as db:
        return await db.scalar(select(codes.c.id).where(codes.c.redeemed_at.is_not(None)))


@pytest.mark.requirement("R-019")
async def test_the_tick_opens_the_diary_once(
    slip: Issued, phone: Phone, ctx_of: CtxOf, store: SqlStore
) -> None:
    await redeem(phone(regulation=ON_PAPER), slip)
    person, child = await opening.receive_paper(ctx_of("maria"), await waiting_code(store))
    assert (person.id, child.student_id) == (NINA, BORIS)
    assert await binding_id(store, STRANGERS[0])
    assert await count(store, events, events.c.kind == "access_opened") == 1
    with pytest.raises(StaleError):
        await opening.receive_paper(ctx_of("maria"), await waiting_code(store))


async def test_only_the_class_teacher_ticks_the_paper(
    slip: Issued, phone: Phone, ctx_of: CtxOf, store: SqlStore
) -> None:
    await redeem(phone(regulation=ON_PAPER), slip)
    for name in ("anna", "svetlana", "pavel", "admin"):
        with pytest.raises(RefusedError):
            await opening.receive_paper(ctx_of(name), await waiting_code(store))
    with pytest.raises(NotFoundError):
        await opening.receive_paper(ctx_of("olga"), await waiting_code(store))


async def test_a_waiting_student_is_let_in_by_the_guardians_consent(
    ctx_of: CtxOf, phone: Phone, slip: Issued, store: SqlStore
) -> None:
    student = await issue_student_code(ctx_of("maria"), BORIS)
    assert await redeem(phone(STRANGERS[1]), student) == Waiting(BindingKind.STUDENT)
    assert isinstance(await redeem(phone(), slip), Bound)
    assert await binding_id(store, STRANGERS[1])
    assert await count(store, events, events.c.kind == "access_opened") == 1


@pytest.mark.requirement("R-023")
async def test_the_class_list_tells_connected_invited_waiting_and_never(
    slip: Issued, phone: Phone, ctx_of: CtxOf
) -> None:
    async def states() -> dict[str, list[State]]:
        _, students = await overview.class_access(ctx_of("maria"), unit_id("7Б"))
        return {
            student.child.first_name: [one.state for one in (*student.guardians, student.student)]
            for student in students
        }

    seen = await states()
    assert seen["Аня"] == [State.CONNECTED, State.CONNECTED, State.NEVER]
    assert seen["Егор"] == [State.CONNECTED, State.CONNECTED]
    assert seen["Борис"] == [State.INVITED, State.NEVER]
    await redeem(phone(regulation=ON_PAPER), slip)
    assert (await states())["Борис"] == [State.WAITING, State.NEVER]


async def test_codes_for_the_class_go_to_whoever_is_not_connected(
    slip: Issued, ctx_of: CtxOf, phone: Phone, nina: int
) -> None:
    _, issued = await issue.issue_class_codes(ctx_of("maria"), unit_id("7Б"), BindingKind.GUARDIAN)
    assert [(one.person.id, one.child and one.child.first_name) for one in issued] == [(nina, "Борис")]
    assert await binding.present(phone(), slip.text) == binding.Refused()
    assert isinstance(await redeem(phone(), issued[0]), Bound)
    with pytest.raises(RefusedError) as refused:
        await issue.issue_class_codes(ctx_of("maria"), unit_id("7Б"), BindingKind.GUARDIAN)
    assert refused.value.code == "all_connected"


@pytest.mark.requirement("R-003")
@pytest.mark.parametrize("name", ["anna", "svetlana", "pavel", "irina"])
async def test_nobody_issues_codes_to_another_class(ctx_of: CtxOf, name: str) -> None:
    for attempt in (
        issue.issue_class_codes(ctx_of(name), unit_id("7Б"), BindingKind.GUARDIAN),
        issue_student_code(ctx_of(name), BORIS),
        issue_guardian_code(ctx_of(name), BORIS, NINA, Capacity.PARENT),
    ):
        with pytest.raises(RefusedError):
            await attempt


@pytest.mark.requirement("R-003")
async def test_the_administrator_issues_family_codes_only_where_the_regulation_says_so(
    ctx_of: CtxOf, nina: int
) -> None:
    with pytest.raises(RefusedError):
        await issue_student_code(ctx_of("admin", BY_TAP), BORIS)
    assert await issue_student_code(ctx_of("admin", ON_PAPER), BORIS)


async def test_a_code_is_for_an_adult_the_register_knows(ctx_of: CtxOf, nina: int) -> None:
    with pytest.raises(NotFoundError):
        await issue_guardian_code(ctx_of("maria"), student_id("anya"), nina, Capacity.PARENT)


@pytest.mark.requirement("R-018")
async def test_a_representative_is_unlinked_when_the_document_ends(
    ctx_of: CtxOf, phone: Phone, nina: int, clock: FrozenClock, store: SqlStore
) -> None:
    last = clock.now().date() + timedelta(days=10)
    with pytest.raises(InvalidError):
        await issue_guardian_code(ctx_of("maria"), BORIS, nina, Capacity.REPRESENTATIVE)
    slip = await issue_guardian_code(ctx_of("maria"), BORIS, nina, Capacity.REPRESENTATIVE, last)
    await redeem(phone(), slip)
    school = NightWatch(store, clock, SCHOOL, BY_TAP)
    scheduler = Scheduler(school)
    await scheduler.tick()
    clock.move(timedelta(days=10))
    await scheduler.tick()
    assert await binding_id(store, STRANGERS[0])
    clock.move(timedelta(days=1))
    await scheduler.tick()
    assert await binding_id(store, STRANGERS[0]) is None
    assert await count(store, audit, audit.c.action == "access.end", audit.c.reason == "document_over") == 1


@pytest.mark.requirement("R-025")
async def test_a_departure_ends_every_binding_and_every_code(
    ctx_of: CtxOf, phone: Phone, slip: Issued, clock: FrozenClock, store: SqlStore
) -> None:
    await redeem(phone(), slip)
    student = await issue_student_code(ctx_of("maria"), BORIS)
    scheduler = Scheduler(NightWatch(store, clock, SCHOOL, BY_TAP))
    await scheduler.tick()
    clock.move(timedelta(days=1))
    await scheduler.tick()
    assert await binding_id(store, STRANGERS[0])
    async with store.connection(writing=True) as db:
        left = clock.now().date() + timedelta(days=1)
        await db.run(enrolments.update().where(enrolments.c.student_id == BORIS).values(until=left))
        await db.connection.commit()
    clock.move(timedelta(days=1))
    await scheduler.tick()
    assert await binding_id(store, STRANGERS[0]) is None
    assert await binding.present(phone(STRANGERS[1]), student.text) == binding.Refused()
    assert await count(store, audit, audit.c.action == "access.end", audit.c.reason == "departed") == 1


@pytest.mark.requirement("R-023")
async def test_access_is_revoked_with_a_reason_in_the_classs_audit(
    ctx_of: CtxOf, phone: Phone, slip: Issued, store: SqlStore
) -> None:
    await redeem(phone(), slip)
    with pytest.raises(InvalidError):
        await ending.revoke(ctx_of("maria"), BORIS, NINA, "  ")
    assert await ending.revoke(ctx_of("maria"), BORIS, NINA, "Решение суда") == 1
    async with store.connection() as db:
        entry = await db.first(select(audit).where(audit.c.action == "access.end"))
    assert entry is not None
    assert (entry.chain, entry.reason, entry.actor_id) == (f"unit:{unit_id('7Б')}", "Решение суда", 102)


async def test_one_guardian_never_unlinks_another(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await ending.revoke(ctx_of("olga"), student_id("anya"), 302, "Мы в разводе")


@pytest.fixture
async def stolen(ctx_of: CtxOf, phone: Phone, nina: int, store: SqlStore) -> int:
    """The binding of a stranger who found Olga's slip and knew Anya's birth date."""
    slip = await issue_guardian_code(ctx_of("maria"), student_id("anya"), 301, Capacity.PARENT)
    assert isinstance(await redeem(phone(), slip, "05.03.2013"), Bound)
    return await binding_id(store, STRANGERS[0])


@pytest.mark.requirement("R-006")
async def test_it_was_not_me_cuts_off_the_other_phone_and_tells_the_school(
    ctx_of: CtxOf, stolen: int, store: SqlStore
) -> None:
    await ending.disown(ctx_of("olga"), stolen)
    assert await binding_id(store, STRANGERS[0]) is None
    assert await count(store, events, events.c.kind == "binding_disowned") == 1


async def test_the_newer_phone_cannot_disown_the_older(
    phone: Phone, ctx_of: CtxOf, stolen: int, clock: FrozenClock, store: SqlStore
) -> None:
    async with store.connection() as db:
        older = await db.scalar(select(bindings.c.id).where(bindings.c.account_id == 301).limit(1))
    with pytest.raises(NotFoundError):
        await ending.disown(phone(), older)
    for other in ("igor", "tatyana", "maria"):
        with pytest.raises((NotFoundError, RefusedError)):
            await ending.disown(ctx_of(other), stolen)


async def test_the_other_parent_may_ask_about_the_new_adult_but_not_unlink(
    ctx_of: CtxOf, stolen: int, store: SqlStore
) -> None:
    await opening.know(ctx_of("igor"), stolen)
    for _ in range(3):
        await opening.question(ctx_of("igor"), stolen)
    assert await count(store, events, events.c.kind == "binding_questioned") == 1
    assert await binding_id(store, STRANGERS[0]) == stolen
    # A stranger may not ask at all, and nobody about themselves.
    for name in ("tatyana", "olga"):
        with pytest.raises(NotFoundError):
            await opening.question(ctx_of(name), stolen)


@pytest.mark.requirement("R-020")
async def test_withdrawing_the_consent_unlinks_this_phone_only(ctx_of: CtxOf, store: SqlStore) -> None:
    await rights.withdraw(ctx_of("olga"), student_id("anya"), ConsentKind.PROCESSING)
    async with store.connection() as db:
        left = await db.all(
            select(bindings.c.account_id, bindings.c.student_id).where(
                bindings.c.ended_at.is_(None), bindings.c.account_id.in_([301, 302])
            )
        )
    assert {(row.account_id, row.student_id) for row in left} == {
        (301, student_id("petya")),
        (302, student_id("anya")),
    }


@pytest.mark.requirement("R-004")
async def test_the_protocol_lists_every_code_with_what_became_of_it(
    ctx_of: CtxOf, phone: Phone, slip: Issued, clock: FrozenClock
) -> None:
    student = await issue_student_code(ctx_of("maria"), BORIS)
    assert student
    await redeem(phone(), slip)
    _, issues = await protocol.class_protocol(ctx_of("maria"), unit_id("7Б"))
    assert [(one.recipient.last_name, one.state, one.issuer and one.issuer.id) for one in issues] == [
        ("Ёлкина", CodeState.USED, 102),
        ("Ёлкин", CodeState.VALID, 102),
    ]
    clock.move(timedelta(days=15))
    _, issues = await protocol.class_protocol(ctx_of("maria"), unit_id("7Б"))
    assert issues[1].state is CodeState.EXPIRED


async def test_a_class_of_any_size_takes_the_same_number_of_statements(
    ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    sizes = []
    for unit in ("7Б", "7А", "1А"):
        regulation = ON_PAPER
        with heard(engine) as run:
            await overview.class_access(ctx_of("admin", regulation), unit_id(unit))
        sizes.append(len(run))
    assert len(set(sizes)) == 1


@pytest.mark.requirement("R-020")
async def test_with_the_last_consent_the_students_own_account_ends_too(
    ctx_of: CtxOf, phone: Phone, slip: Issued, store: SqlStore
) -> None:
    student = await issue_student_code(ctx_of("maria"), BORIS)
    await redeem(phone(), slip)
    await redeem(phone(STRANGERS[1]), student)
    assert await binding_id(store, STRANGERS[1])
    async with store.connection() as db:
        nina = await actors.identify(db, "telegram", str(7000 + STRANGERS[0]), SCHOOL.day(NOW), NOW)
    assert nina is not None
    await rights.withdraw(phone().as_actor(nina.actor), BORIS, ConsentKind.PROCESSING)
    assert await binding_id(store, STRANGERS[0]) is None
    assert await binding_id(store, STRANGERS[1]) is None


async def test_while_another_consent_stands_the_students_own_account_stays(
    ctx_of: CtxOf, phone: Phone, nina: int, store: SqlStore
) -> None:
    await redeem(phone(), await issue_student_code(ctx_of("maria"), student_id("anya")), "05.03.2013")
    await rights.withdraw(ctx_of("olga"), student_id("anya"), ConsentKind.PROCESSING)
    assert await binding_id(store, STRANGERS[0])
