"""Sending, the one step that cannot be taken back."""

from dataclasses import replace

from journal.context import Ctx
from journal.errors import RefusedError
from journal.events import NoticeSent
from journal.model.notices import NoticeStatus
from journal.notices.preview import Preview, is_draft, may_address, own, show, store


async def send(ctx: Ctx, notice_id: int, revision: int, message_id: int | None) -> Preview:
    """Send the notice, once. It commits at once whatever the audience's size; people are told afterwards.

    `message_id` is the author's message in which the living counter stands. A press that comes twice, or
    from an older preview, sends nothing (`done` is False) and shows how the notice stands.
    """
    async with ctx.writing() as work:
        await work.serialise("notice", notice_id)
        notice = await own(work, notice_id)
        if not is_draft(notice, revision):
            return await show(work, notice, done=False)
        if not notice.audience.listeners:
            raise RefusedError("notice_for_nobody")
        # The draft may be old: what counts is whom the author may write to now.
        await may_address(work, notice.audience)
        sent = replace(notice, status=NoticeStatus.SENT, sent_at=work.now, counter_message_id=message_id)
        await store(work, sent)
        await work.inputs.done()
        work.record(NoticeSent(notice_id))
        work.audit("notice.send", "notice", notice_id, after={"units": list(notice.audience.units)})
        await work.commit()
        return await show(work, replace(sent, revision=revision + 1))
