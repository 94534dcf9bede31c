"""The author's side after sending: figures, who has not, the nudge, the withdrawal."""

from dataclasses import replace

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, StaleError
from journal.events import NoticeNudged, NoticeWithdrawn
from journal.model.notices import Notice, NoticeStatus
from journal.notices.preview import Preview, own, show
from journal.policy import Permission
from journal.ports import Work

SHOWN = 10
LONGEST_REASON = 300
REASON = "notice_withdraw"


async def sent(ctx: Ctx) -> list[Notice]:
    """The actor's own notices, newest first."""
    async with ctx.reading() as work:
        gate.scope(work, Permission.PUBLISH_NOTICE)
        return await work.notices.of_author(work.actor.person_id or 0, SHOWN)


async def follow(ctx: Ctx, notice_id: int) -> Preview:
    """The author's view of a sent notice: figures, and who has not signed yet."""
    async with ctx.reading() as work:
        return await show(work, await own(work, notice_id), listed=True)


async def nudge(ctx: Ctx, notice_id: int) -> Preview:
    """Remind those who have not signed off yet, at most once a day (`done` says whether they will be)."""
    async with ctx.writing() as work:
        notice = await own(work, notice_id)
        if notice.status is not NoticeStatus.SENT or not notice.sign_off:
            return await show(work, notice, done=False)
        await work.serialise("notice", notice_id)
        event = NoticeNudged(notice_id, work.today.isoformat())
        if await work.notices.told(event.subject):
            return await show(work, notice, done=False)
        work.record(event)
        shown = await show(work, notice)
        await work.commit()
        return shown


async def ask_reason(ctx: Ctx, notice_id: int, message_id: int | None) -> Notice:
    """Wait for the reason of a withdrawal."""
    async with ctx.writing() as work:
        notice = await _withdrawable(work, notice_id)
        await work.inputs.expect(REASON, {"notice": notice_id}, message_id=message_id)
        await work.commit()
        return notice


async def withdraw(ctx: Ctx, notice_id: int, reason: str) -> Notice:
    """Withdraw a notice; it stays in the audit log (S0 §1.11). The author may, and so may the deputy head."""
    if not reason.strip():
        raise InvalidError("reason_missing")
    if len(reason) > LONGEST_REASON:
        raise InvalidError("notice_too_long", limit=LONGEST_REASON, length=len(reason))
    async with ctx.writing() as work:
        notice = await _withdrawable(work, notice_id)
        await work.notices.withdraw(notice_id, work.actor.person_id or 0, work.now, reason)
        await work.inputs.done()
        work.record(NoticeWithdrawn(notice_id))
        work.audit("notice.withdraw", "notice", notice_id, before={"text": notice.text}, reason=reason)
        await work.commit()
        return replace(notice, status=NoticeStatus.WITHDRAWN)


async def _withdrawable(work: Work, notice_id: int) -> Notice:
    await work.serialise("notice", notice_id)
    notice = await work.notices.notice(notice_id)
    if notice is None or notice.author_id != work.actor.person_id:
        gate.school(work, Permission.WITHDRAW_NOTICE)
    if notice is None:
        raise NotFoundError(kind="notice")
    if notice.status is not NoticeStatus.SENT:
        raise StaleError("notice_moved_on")
    return notice
