"""The reader's side: notices received, read, signed off."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.events import NoticeSigned
from journal.model.notices import Listeners, Notice, NoticeStatus
from journal.model.people import Child, Person
from journal.ports import Work

# Signatures of one breath move the author's counter once.
COUNTER_PAUSE = timedelta(seconds=5)
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Received:
    """A notice as its reader sees it: who wrote it, for which of the reader's children, signed or not."""

    notice: Notice
    author: Person
    children: tuple[Child, ...]
    signed: bool


async def sign(ctx: Ctx, notice_id: int) -> Received:
    """Sign the notice off for the actor's children it is for (or for the staff member). Twice is once."""
    async with ctx.writing() as work:
        notice = await readable(work, notice_id)
        students = await work.notices.concerned(notice, work.actor.diary_ids)
        fresh = await work.notices.sign(
            notice.id, work.actor.account_id, work.actor.person_id or 0, students, work.now
        )
        if fresh:
            work.record(NoticeSigned(notice_id), hold_until=work.now + COUNTER_PAUSE)
        found = await _received(work, notice, students, signed=True)
        await work.commit()
        return found


async def read(ctx: Ctx, notice_id: int) -> Received:
    """One notice, for somebody it was sent to."""
    async with ctx.reading() as work:
        notice = await readable(work, notice_id)
        students = await work.notices.concerned(notice, work.actor.diary_ids)
        signed = await work.notices.signed(notice_id, work.actor.account_id)
        return await _received(work, notice, students, signed=signed)


async def received(ctx: Ctx) -> list[tuple[Notice, bool]]:
    """The actor's notices, newest first, each with whether the actor signed it off."""
    async with ctx.reading() as work:
        return await work.notices.of_reader(
            work.actor.account_id, work.actor.diary_ids, staff=work.actor.is_staff, limit=SHOWN
        )


async def readable(work: Work, notice_id: int) -> Notice:
    """The notice, if it was sent to the actor; nobody else learns that it exists."""
    notice = await work.notices.notice(notice_id)
    for_me = (
        notice is not None
        and notice.status is not NoticeStatus.DRAFT
        and (
            (Listeners.STAFF in notice.audience.listeners and work.actor.is_staff)
            or bool(await work.notices.concerned(notice, work.actor.diary_ids))
        )
    )
    if notice is None or not for_me:
        raise NotFoundError(kind="notice")
    if notice.status is NoticeStatus.WITHDRAWN:
        raise StaleError("notice_withdrawn")
    return notice


async def _received(work: Work, notice: Notice, students: Collection[int], *, signed: bool) -> Received:
    author = await work.people.person(notice.author_id)
    if author is None:
        raise NotFoundError(kind="notice")
    children = tuple(child for child in work.actor.children if child.student_id in students)
    return Received(notice, author, children, signed)
