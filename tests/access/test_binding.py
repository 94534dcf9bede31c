"""From a slip to a child: rules of binding on both engines."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.access import binding
from journal.access import codes as codes_of_text
from journal.access.binding import AskDate, Bound, Offer, Refused, UnclearDate, Waiting, WrongDate
from journal.access.issue import Issued, issue_guardian_code, issue_student_code
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.errors import RefusedError
from journal.model.access import BindingKind
from journal.model.people import Capacity
from storage.tables.access import access_events, attempts, bindings, codes, consents
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.access.conftest import ON_PAPER, awaited
from tests.support.newcomers import BORIS_BORN, NINA, STRANGERS
from tests.support.school import CtxOf, student_id
from tests.support.statements import count, heard

Phone = Callable[..., Ctx]
DATE = BORIS_BORN.strftime("%d.%m.%Y")


async def reach_date(ctx: Ctx, text: str) -> tuple[int, datetime]:
    """Present the code and accept the consent; returns what the awaited date's answer will carry."""
    assert isinstance(await binding.present(ctx, text), Offer)
    _, payload = await awaited(ctx.store, ctx.actor.account_id) or ("", {})
    assert isinstance(await binding.accept(ctx, payload["code"]), AskDate)
    kind, payload = await awaited(ctx.store, ctx.actor.account_id) or ("", {})
    assert kind == binding.BIRTH_DATE
    return payload["code"], datetime.fromisoformat(payload["accepted"])


async def kinds(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        return list(await db.scalars(select(access_events.c.kind).order_by(access_events.c.id)))


@pytest.mark.requirement("R-014", "R-019")
async def test_code_consent_and_birth_date_bind_a_guardian(
    slip: Issued, phone: Phone, store: SqlStore
) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    bound = await binding.confirm(phone(), code_id, accepted, DATE)
    assert isinstance(bound, Bound)
    assert (bound.child and bound.child.first_name, bound.child and bound.child.unit_name) == ("Борис", "7Б")
    assert (
        await count(store, bindings, bindings.c.account_id == STRANGERS[0], bindings.c.ended_at.is_(None))
        == 1
    )
    assert await count(store, consents, consents.c.account_id == STRANGERS[0]) == 2
    assert await awaited(store, STRANGERS[0]) is None


@pytest.mark.requirement("R-004")
async def test_every_step_of_a_code_is_logged(slip: Issued, phone: Phone, store: SqlStore) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    await binding.confirm(phone(), code_id, accepted, "01.01.2013")
    await binding.confirm(phone(), code_id, accepted, DATE)
    await binding.present(phone(), slip.text)
    assert await kinds(store) == [
        "issued",
        "accepted",
        "consent_given",
        "date_failed",
        "bound",
        "refused",
    ]


@pytest.mark.requirement("R-006")
async def test_a_code_works_once(slip: Issued, phone: Phone) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    await binding.confirm(phone(), code_id, accepted, DATE)
    assert await binding.present(phone(STRANGERS[1]), slip.text) == Refused()
    assert await binding.confirm(phone(STRANGERS[1]), code_id, accepted, DATE) == Refused()


@pytest.mark.requirement("R-006")
async def test_only_the_hash_of_a_code_is_stored(slip: Issued, store: SqlStore) -> None:
    async with store.connection() as db:
        row = await db.first(select(codes))
        assert row is not None
        assert slip.text not in str(row)
        assert len(row.hash) == 64


async def test_a_code_ends_after_fourteen_days(slip: Issued, phone: Phone, clock: FrozenClock) -> None:
    clock.move(timedelta(days=13, hours=23))
    assert isinstance(await binding.present(phone(), slip.text), Offer)
    clock.move(timedelta(hours=1))
    assert await binding.present(phone(), slip.text) == Refused()


async def test_a_code_that_ends_between_consent_and_date_binds_nobody(
    slip: Issued, phone: Phone, clock: FrozenClock
) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    clock.move(timedelta(days=14))
    assert await binding.confirm(phone(), code_id, accepted, DATE) == Refused()


async def test_a_new_code_replaces_the_one_on_the_lost_slip(
    slip: Issued, phone: Phone, ctx_of: CtxOf, nina: int
) -> None:
    fresh = await issue_guardian_code(ctx_of("maria"), student_id("boris"), nina, Capacity.GUARDIAN)
    assert await binding.present(phone(), slip.text) == Refused()
    assert isinstance(await binding.present(phone(), fresh.text), Offer)


@pytest.mark.requirement("R-141")
async def test_five_wrong_birth_dates_lock_the_code_and_tell_the_class_teacher(
    slip: Issued, phone: Phone, store: SqlStore
) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    answers = [await binding.confirm(phone(), code_id, accepted, f"0{day}.02.2013") for day in range(1, 6)]
    assert answers == [WrongDate(4), WrongDate(3), WrongDate(2), WrongDate(1), Refused()]
    assert await binding.confirm(phone(), code_id, accepted, DATE) == Refused()
    assert await binding.present(phone(STRANGERS[1]), slip.text) == Refused()
    assert await count(store, events, events.c.kind == "code_locked") == 1
    assert await count(store, bindings, bindings.c.account_id == STRANGERS[0]) == 0


async def test_failures_of_several_accounts_at_one_code_add_up(slip: Issued, phone: Phone) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    for number in (*STRANGERS, *STRANGERS[:2]):
        await binding.confirm(phone(number), code_id, accepted, "01.01.2012")
    assert await binding.confirm(phone(), code_id, accepted, DATE) == Refused()


async def test_a_text_that_is_no_date_costs_no_try(slip: Issued, phone: Phone, store: SqlStore) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    assert await binding.confirm(phone(), code_id, accepted, "вчера") == UnclearDate()
    assert await count(store, codes, codes.c.failures > 0) == 0


@pytest.mark.requirement("R-141")
async def test_ten_bad_codes_make_the_account_wait_and_then_even_a_good_one_is_not_looked_at(
    slip: Issued, phone: Phone, clock: FrozenClock, store: SqlStore
) -> None:
    for _ in range(10):
        assert await binding.present(phone(), "AAAAA-AAAAA") == Refused()
    assert await binding.present(phone(), slip.text) == Refused(clock.now() + timedelta(minutes=15))
    assert await count(store, attempts) == 10
    clock.move(timedelta(minutes=15))
    assert isinstance(await binding.present(phone(), slip.text), Offer)


@pytest.mark.requirement("R-006")
async def test_of_two_phones_with_one_slip_at_once_exactly_one_is_bound(
    slip: Issued, phone: Phone, store: SqlStore
) -> None:
    first, second = [phone(number) for number in STRANGERS[:2]]
    code_id, accepted = await reach_date(first, slip.text)
    await reach_date(second, slip.text)
    outcomes = await asyncio.gather(
        *(binding.confirm(ctx, code_id, accepted, DATE) for ctx in (first, second))
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Bound", "Refused"]
    assert await count(store, bindings, bindings.c.code_id == code_id) == 1


@pytest.mark.requirement("R-015")
async def test_a_child_has_several_guardians_and_an_account_several_children(
    ctx_of: CtxOf, phone: Phone, slip: Issued, store: SqlStore
) -> None:
    olga_again = await issue_guardian_code(ctx_of("maria"), student_id("anya"), 301, Capacity.PARENT)
    code_id, accepted = await reach_date(phone(), slip.text)
    assert isinstance(await binding.confirm(phone(), code_id, accepted, DATE), Bound)
    code_id, accepted = await reach_date(phone(), olga_again.text)
    assert isinstance(await binding.confirm(phone(), code_id, accepted, "5 марта 2013"), Bound)
    assert await count(store, bindings, bindings.c.account_id == STRANGERS[0]) == 2
    assert await count(store, bindings, bindings.c.student_id == student_id("anya")) == 3
    assert await count(store, events, events.c.kind == "guardian_bound") == 2
    # Olga's own phone is asked whether it was really she.
    assert await count(store, events, events.c.kind == "phone_added") == 1


async def test_a_slip_used_again_on_the_same_phone_changes_nothing(
    ctx_of: CtxOf, phone: Phone, slip: Issued, nina: int, store: SqlStore
) -> None:
    code_id, accepted = await reach_date(phone(), slip.text)
    await binding.confirm(phone(), code_id, accepted, DATE)
    again = await issue_guardian_code(ctx_of("maria"), student_id("boris"), nina, Capacity.PARENT)
    code_id, accepted = await reach_date(phone(), again.text)
    assert isinstance(await binding.confirm(phone(), code_id, accepted, DATE), Bound)
    assert await count(store, bindings, bindings.c.person_id == NINA) == 1
    assert await count(store, events, events.c.kind == "guardian_bound") == 1


@pytest.mark.requirement("R-019")
async def test_where_consent_must_be_on_paper_nothing_opens_before_the_tick(
    slip: Issued, phone: Phone, store: SqlStore
) -> None:
    ctx = phone(regulation=ON_PAPER)
    code_id, accepted = await reach_date(ctx, slip.text)
    assert await binding.confirm(ctx, code_id, accepted, DATE) == Waiting(BindingKind.GUARDIAN)
    assert await count(store, bindings, bindings.c.person_id == NINA) == 0
    assert await count(store, events, events.c.kind == "access_waiting") == 1


@pytest.mark.requirement("R-024")
async def test_a_student_is_bound_to_the_own_diary_only(
    ctx_of: CtxOf, phone: Phone, nina: int, store: SqlStore
) -> None:
    issued = await issue_student_code(ctx_of("maria"), student_id("anya"))
    code_id, accepted = await reach_date(phone(), issued.text)
    bound = await binding.confirm(phone(), code_id, accepted, "5.3.13")
    assert isinstance(bound, Bound)
    assert bound.kind is BindingKind.STUDENT
    async with store.connection() as db:
        row = await db.first(select(bindings).where(bindings.c.account_id == STRANGERS[0]))
        assert row is not None
        assert (row.kind, row.person_id, row.student_id) == (
            "student",
            student_id("anya"),
            student_id("anya"),
        )


async def test_a_student_waits_until_a_guardian_has_consented(ctx_of: CtxOf, phone: Phone, nina: int) -> None:
    issued = await issue_student_code(ctx_of("maria"), student_id("boris"))
    code_id, accepted = await reach_date(phone(), issued.text)
    assert await binding.confirm(phone(), code_id, accepted, DATE) == Waiting(BindingKind.STUDENT)


@pytest.mark.requirement("R-007")
async def test_a_students_account_takes_no_other_code(ctx_of: CtxOf, slip: Issued) -> None:
    with pytest.raises(RefusedError) as refused:
        await binding.present(ctx_of("egor"), slip.text)
    assert refused.value.code == "code_not_for_students"


async def test_a_parents_account_takes_no_students_code(ctx_of: CtxOf) -> None:
    issued = await issue_student_code(ctx_of("maria"), student_id("anya"))
    with pytest.raises(RefusedError) as refused:
        await binding.present(ctx_of("olga"), issued.text)
    assert refused.value.code == "student_code_elsewhere"


async def test_declining_leaves_the_code_good_and_binds_nothing(
    slip: Issued, phone: Phone, store: SqlStore
) -> None:
    await binding.present(phone(), slip.text)
    _, payload = await awaited(store, STRANGERS[0]) or ("", {})
    await binding.decline(phone(), payload["code"])
    assert await awaited(store, STRANGERS[0]) is None
    assert await count(store, consents, consents.c.account_id == STRANGERS[0]) == 0
    assert isinstance(await binding.present(phone(), slip.text), Offer)


@pytest.mark.requirement("R-141")
async def test_wrong_used_expired_revoked_locked_and_foreign_codes_take_the_same_work(
    ctx_of: CtxOf, phone: Phone, nina: int, clock: FrozenClock, engine: AsyncEngine
) -> None:
    async def fresh() -> Issued:
        return await issue_guardian_code(ctx_of("maria"), student_id("boris"), nina, Capacity.PARENT)

    expired = await fresh()
    clock.move(timedelta(days=15))
    used = await fresh()
    code_id, accepted = await reach_date(phone(), used.text)
    await binding.confirm(phone(), code_id, accepted, DATE)
    locked = await fresh()
    code_id, accepted = await reach_date(phone(), locked.text)
    for day in range(1, 6):
        await binding.confirm(phone(), code_id, accepted, f"0{day}.02.2013")
    revoked = await fresh()
    await fresh()
    texts = {
        "wrong": codes_of_text.new_code(),
        "mistyped": "AAAAA-AAAAB",
        "no code at all": "здравствуйте",
        "used": used.text,
        "expired": expired.text,
        "locked": locked.text,
        "revoked": revoked.text,
    }
    work = {}
    for name, text in texts.items():
        with heard(engine) as run:
            assert await binding.present(phone(STRANGERS[1]), text) == Refused(), name
        work[name] = run
    assert len(set(map(tuple, work.values()))) == 1, work
