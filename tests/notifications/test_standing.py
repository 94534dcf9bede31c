"""Whoever has nothing more to do with a thing hears no more of it, and re-reads nothing of it."""

from datetime import timedelta

import pytest
from sqlalchemy import Executable, select, update

from journal.clock import FrozenClock
from journal.events import AbsenceNoteSent, EntryReminderDue, PhoneAdded
from journal.model.people import Role
from notifications.reopening import reopen
from notifications.service import Notifier
from storage.tables.access import bindings
from storage.tables.attendance import absence_notes
from storage.tables.outbox import outbox
from storage.tables.people import role_assignments
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, open_accounts, states
from tests.notifications.test_access_told import bind
from tests.notifications.test_notices_told import send
from tests.notifications.writing import add, change, happen
from tests.support.school import LONG_AGO, TODAY, CtxOf, person_id, student_id, unit_id

MARIA, OLGA = person_id("maria"), person_id("olga")

DISMISSED = update(bindings).where(bindings.c.account_id == MARIA).values(ended_at=LONG_AGO)
NO_MORE_ROLES = update(role_assignments).where(role_assignments.c.person_id == MARIA).values(until=TODAY)
ANOTHER_CLASS = (
    update(role_assignments)
    .where(role_assignments.c.person_id == MARIA, role_assignments.c.role == Role.CLASS_TEACHER)
    .values(unit_id=unit_id("7А"))
)


async def send_note(store: SqlStore, clock: FrozenClock) -> None:
    """Olga's note about Anya, which Maria, the class teacher, is to decide."""
    note = await add(
        store,
        absence_notes,
        student_id=student_id("anya"),
        account_id=OLGA,
        starts_on=TODAY,
        ends_on=TODAY,
        reason="ill",
        status="sent",
        created_at=clock.now(),
    )
    await happen(store, clock.now(), AbsenceNoteSent(note), by="olga")


async def push_of(store: SqlStore, account_id: int) -> int:
    async with store.connection() as db:
        return int(await db.scalar(select(outbox.c.id).where(outbox.c.account_id == account_id)))


@pytest.mark.parametrize("ended", [DISMISSED, NO_MORE_ROLES, ANOTHER_CLASS])
async def test_a_note_is_not_told_to_whoever_no_longer_teaches_the_class(
    ended: Executable, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await send_note(store, clock)
    await notifier.expander.expand_due()
    await change(store, ended)
    await notifier.sender.drain()
    assert post.of(MARIA) == []
    assert await states(store) == {"skipped": 1}


@pytest.mark.parametrize("ended", [DISMISSED, NO_MORE_ROLES, ANOTHER_CLASS])
async def test_an_old_push_is_not_read_again_by_whoever_no_longer_teaches_the_class(
    ended: Executable, store: SqlStore, clock: FrozenClock, notifier: Notifier, office: Office
) -> None:
    await send_note(store, clock)
    await notifier.catch_up()
    push = await push_of(store, MARIA)
    assert await reopen(office, MARIA, push) is not None
    await change(store, ended)
    assert await reopen(office, MARIA, push) is None


@pytest.mark.parametrize("ended", [DISMISSED, NO_MORE_ROLES])
async def test_a_teacher_who_left_is_reminded_of_nothing_and_follows_no_notice(
    ended: Executable,
    store: SqlStore,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
    ctx_of: CtxOf,
    office: Office,
) -> None:
    await send(ctx_of, "maria")
    await happen(store, clock.now(), EntryReminderDue(MARIA, TODAY.isoformat()))
    await notifier.catch_up()
    assert len(post.of(MARIA)) == 1
    clock.move(timedelta(seconds=10))
    await happen(store, clock.now(), EntryReminderDue(MARIA, TODAY.isoformat()))
    await notifier.expander.expand_due()
    await change(store, ended)
    await notifier.sender.drain()
    assert len(post.of(MARIA)) == 1
    assert await reopen(office, MARIA, await push_of(store, MARIA)) is None


async def test_a_phone_that_bears_the_name_no_longer_hears_of_no_other(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    (account,) = await open_accounts(store, 1)
    await happen(store, clock.now(), PhoneAdded(await bind(store, account, "olga", "anya")))
    await notifier.expander.expand_due()
    await change(store, update(bindings).where(bindings.c.account_id == OLGA).values(ended_at=clock.now()))
    await notifier.sender.drain()
    assert post.parcels == []
