"""Notices: drafted, previewed, sent once, signed off, counted, withdrawn."""

from dataclasses import dataclass, replace
from datetime import timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.events import NoticeNudged, NoticeSent, NoticeSigned, NoticeWithdrawn
from journal.model.lessons import Attachment
from journal.model.notices import Addressee, Audience, Counter, Listeners, Notice, NoticeStatus
from journal.policy import Permission
from journal.ports import Work

LONGEST = 3000
# Signatures of one breath move the author's counter once.
COUNTER_PAUSE = timedelta(seconds=5)
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """A notice as it stands, with the figures of its audience."""

    notice: Notice
    counter: Counter
    addressees: tuple[Addressee, ...] = ()


async def draft(ctx: Ctx, text: str, attachments: tuple[Attachment, ...] = ()) -> Preview:
    """Keep a notice as a draft for the widest audience the author may write to.

    A class teacher's is the guardians of the own class, a deputy head's those of the whole school.
    """
    _check(text, attachments)
    async with ctx.writing() as work:
        scope = gate.scope(work, Permission.PUBLISH_NOTICE)
        if not scope.everything and not scope.class_ids:
            gate.refuse(work, Permission.PUBLISH_NOTICE, "scope", None)
        units = () if scope.everything else scope.class_ids[:1]
        audience = Audience(frozenset({Listeners.GUARDIANS}), units)
        author = work.actor.person_id or 0
        number = await work.notices.add(author, work.actor.account_id, text.strip(), audience, work.now)
        for attachment in attachments:
            await work.notices.attach(number, attachment, work.now)
        shown = await _preview(work, await _own(work, number))
        await work.commit()
        return shown


async def shape(
    ctx: Ctx, notice_id: int, revision: int, *, audience: Audience | None = None, sign_off: bool | None = None
) -> Preview:
    """Change a draft's audience, or whether it asks for a signature. A stale revision raises `StaleError`."""
    async with ctx.writing() as work:
        notice = await _draft(work, notice_id, revision)
        changed = replace(
            notice,
            audience=audience or notice.audience,
            sign_off=notice.sign_off if sign_off is None else sign_off,
        )
        await _may_address(work, changed.audience)
        await _store(work, changed)
        shown = await _preview(work, replace(changed, revision=revision + 1))
        await work.commit()
        return shown


async def send(ctx: Ctx, notice_id: int, revision: int, message_id: int | None) -> Preview:
    """Send the notice, once. It commits at once whatever the audience's size; people are told afterwards.

    `message_id` is the author's message in which the living counter stands.
    """
    async with ctx.writing() as work:
        await work.serialise("notice", notice_id)
        notice = await _draft(work, notice_id, revision)
        await _may_address(work, notice.audience)
        sent = replace(notice, status=NoticeStatus.SENT, sent_at=work.now, counter_message_id=message_id)
        await _store(work, sent)
        work.record(NoticeSent(notice_id))
        work.audit("notice.send", "notice", notice_id, after={"units": list(notice.audience.units)})
        shown = await _preview(work, replace(sent, revision=revision + 1))
        await work.commit()
        return shown


async def sign(ctx: Ctx, notice_id: int) -> Notice:
    """Sign the notice off for the actor's children it is for (or for the staff member). Twice is once."""
    async with ctx.writing() as work:
        notice = await _readable(work, notice_id)
        students = await work.notices.concerned(notice, work.actor.diary_ids)
        fresh = await work.notices.sign(
            notice.id, work.actor.account_id, work.actor.person_id or 0, students, work.now
        )
        if fresh:
            work.record(NoticeSigned(notice_id), hold_until=work.now + COUNTER_PAUSE)
            await work.commit()
        return notice


async def read(ctx: Ctx, notice_id: int) -> Notice:
    """One notice, for somebody it was sent to."""
    async with ctx.reading() as work:
        return await _readable(work, notice_id)


async def received(ctx: Ctx) -> list[tuple[Notice, bool]]:
    """The actor's notices, newest first, each with whether the actor signed it off."""
    async with ctx.reading() as work:
        return await work.notices.of_reader(
            work.actor.account_id, work.actor.diary_ids, staff=work.actor.is_staff, limit=SHOWN
        )


async def sent(ctx: Ctx) -> list[Notice]:
    """The actor's own notices, newest first."""
    async with ctx.reading() as work:
        gate.scope(work, Permission.PUBLISH_NOTICE)
        return await work.notices.of_author(work.actor.person_id or 0, SHOWN)


async def follow(ctx: Ctx, notice_id: int) -> Preview:
    """The author's view of a sent notice: figures, and who has not signed yet."""
    async with ctx.reading() as work:
        return await _preview(work, await _own(work, notice_id), listed=True)


async def nudge(ctx: Ctx, notice_id: int) -> Preview:
    """Remind those who have not signed off yet."""
    async with ctx.writing() as work:
        notice = await _own(work, notice_id)
        if notice.status is not NoticeStatus.SENT or not notice.sign_off:
            raise StaleError("notice_moved_on")
        work.record(NoticeNudged(notice_id, work.today.isoformat()))
        shown = await _preview(work, notice)
        await work.commit()
        return shown


async def withdraw(ctx: Ctx, notice_id: int, reason: str) -> Notice:
    """Withdraw a notice; it stays in the audit log (S0 §1.11). The author may, and so may the deputy head."""
    async with ctx.writing() as work:
        notice = await work.notices.notice(notice_id)
        if notice is None or notice.author_id != work.actor.person_id:
            gate.school(work, Permission.WITHDRAW_NOTICE)
        if notice is None:
            raise NotFoundError(kind="notice")
        if notice.status is not NoticeStatus.SENT:
            raise StaleError("notice_moved_on")
        await work.notices.withdraw(notice_id, work.actor.person_id or 0, work.now, reason)
        work.record(NoticeWithdrawn(notice_id))
        work.audit("notice.withdraw", "notice", notice_id, before={"text": notice.text}, reason=reason)
        await work.commit()
        return replace(notice, status=NoticeStatus.WITHDRAWN)


def _check(text: str, attachments: tuple[Attachment, ...]) -> None:
    if not text.strip() and not attachments:
        raise InvalidError("notice_empty")
    if len(text) > LONGEST:
        raise InvalidError("text_too_long", limit=LONGEST, length=len(text))


async def _own(work: Work, notice_id: int) -> Notice:
    notice = await work.notices.notice(notice_id)
    if notice is None or notice.author_id != work.actor.person_id:
        gate.refuse(work, Permission.PUBLISH_NOTICE, "notice", notice_id)
    return notice


async def _draft(work: Work, notice_id: int, revision: int) -> Notice:
    notice = await _own(work, notice_id)
    if notice.status is not NoticeStatus.DRAFT or notice.revision != revision:
        raise StaleError("notice_moved_on")
    return notice


async def _readable(work: Work, notice_id: int) -> Notice:
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


async def _may_address(work: Work, audience: Audience) -> None:
    """The author may still write to every unit of the audience; present state, not the draft's."""
    if audience.whole_school or Listeners.STAFF in audience.listeners:
        gate.school(work, Permission.PUBLISH_NOTICE)
    for unit in audience.units:
        await gate.unit(work, unit, Permission.PUBLISH_NOTICE)
    if not audience.listeners:
        raise RefusedError("notice_for_nobody")


async def _store(work: Work, notice: Notice) -> None:
    if not await work.notices.change(notice):
        raise StaleError("notice_moved_on")


async def _preview(work: Work, notice: Notice, *, listed: bool = False) -> Preview:
    everybody = await work.notices.addressees(notice)
    counter = Counter(
        sent=await work.notices.sent_count(notice.id),
        signed=sum(item.signed for item in everybody),
        total=len(everybody),
        unconnected=sum(not item.connected for item in everybody),
    )
    return Preview(notice, counter, tuple(everybody) if listed else ())
