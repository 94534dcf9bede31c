"""Sending, the one step that cannot be taken back."""

from dataclasses import replace

from journal import gate
from journal.context import Ctx
from journal.errors import RefusedError
from journal.events import NoticeSent
from journal.model.notices import NoticeStatus
from journal.notices import paying
from journal.notices.preview import Preview, is_draft, may_address, own, show, store
from journal.policy import Permission


async def send(
    ctx: Ctx, notice_id: int, revision: int, message_id: int | None, *, paid: bool = False
) -> Preview:
    """Send the notice, once. It commits at once whatever the audience's size; people are told afterwards.

    `message_id` is the author's message in which the living counter stands. A press that comes twice, or
    from an older preview, sends nothing (`done` is False) and shows how the notice stands. `paid`: it goes at
    once for the bot's stars; raises `RefusedError("not_permitted")` where that was not offered.
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
        offer = await paying.offer(work, notice) if paid else None
        if paid and (offer is None or offer.stars is None):
            gate.refuse(work, Permission.PUBLISH_NOTICE, "paid_broadcast", notice_id)
        sent = replace(
            notice, status=NoticeStatus.SENT, sent_at=work.now, counter_message_id=message_id, paid=paid
        )
        await store(work, sent)
        await work.inputs.done()
        work.record(NoticeSent(notice_id))
        fare = {"paid": True, "messages": offer.messages, "stars": str(offer.stars)} if offer else {}
        work.audit("notice.send", "notice", notice_id, after={"units": list(notice.audience.units), **fare})
        await work.commit()
        return await show(work, replace(sent, revision=revision + 1))
