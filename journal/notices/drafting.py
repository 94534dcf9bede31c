"""From the first word to the preview: text and files, the audience, the signature."""

from dataclasses import dataclass, replace
from enum import StrEnum

from journal.context import Ctx
from journal.errors import InvalidError, StaleError
from journal.model.lessons import Attachment
from journal.model.notices import Audience, Listeners, NoticeStatus
from journal.model.people import Person
from journal.notices import audience as parts
from journal.notices.audience import Reach
from journal.notices.preview import Preview, is_draft, may_address, own, reach, show, store
from journal.ports import Work

LONGEST = 3000
MOST_FILES = 10
# The questions of the typed answers.
TEXT, MORE = "notice_text", "notice_more"


class Part(StrEnum):
    """A part of an audience that a tap puts in or takes out."""

    GUARDIANS = "g"
    STUDENTS = "s"
    STAFF = "t"
    WHOLE_SCHOOL = "w"
    GRADE = "p"
    UNIT = "u"
    FAMILY = "f"


_LISTENERS = {
    Part.GUARDIANS: Listeners.GUARDIANS,
    Part.STUDENTS: Listeners.STUDENTS,
    Part.STAFF: Listeners.STAFF,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The preview with everything its author may choose from; families where it is for one class."""

    preview: Preview
    reach: Reach
    families: tuple[Person, ...] = ()


async def begin(ctx: Ctx) -> None:
    """Wait for the text (or the forwarded message) of a new notice."""
    async with ctx.writing() as work:
        await reach(work)
        await work.inputs.expect(TEXT)
        await work.commit()


async def draft(
    ctx: Ctx, text: str, attachments: tuple[Attachment, ...] = (), unit_id: int | None = None
) -> Preview:
    """Keep a notice as a draft for the class that is named, else for whom its author most likely means."""
    _check(text, attachments)
    async with ctx.writing() as work:
        meant = parts.usual(await reach(work), work.actor.headed_units, unit_id)
        author = work.actor.person_id or 0
        number = await work.notices.add(author, work.actor.account_id, text.strip(), meant, work.now)
        for attachment in attachments:
            await work.notices.attach(number, attachment, work.now)
        await work.inputs.done()
        shown = await show(work, await own(work, number))
        await work.commit()
        return shown


async def supplement(ctx: Ctx, notice_id: int, text: str, attachments: tuple[Attachment, ...]) -> Preview:
    """Add another file (or lines) to a draft that its author is still looking at."""
    async with ctx.writing() as work:
        notice = await own(work, notice_id)
        if notice.status is not NoticeStatus.DRAFT:
            await work.inputs.done()
            await work.commit()
            return await show(work, notice, done=False)
        whole = "\n".join(part for part in (notice.text, text.strip()) if part)
        files = (*notice.attachments, *attachments)
        _check(whole, files)
        changed = replace(notice, text=whole, attachments=files)
        await store(work, changed)
        for attachment in attachments:
            await work.notices.attach(notice_id, attachment, work.now)
        shown = await show(work, replace(changed, revision=notice.revision + 1))
        await work.commit()
        return shown


async def await_more(ctx: Ctx, notice_id: int, message_id: int | None = None) -> None:
    """Take further files and lines of the author for that draft, whose preview is in that message, if any."""
    async with ctx.writing() as work:
        await own(work, notice_id)
        await work.inputs.expect(MORE, {"notice": notice_id}, message_id=message_id)
        await work.commit()


async def preview(ctx: Ctx, notice_id: int) -> Preview:
    """The draft (or the notice) as it stands."""
    async with ctx.reading() as work:
        return await show(work, await own(work, notice_id))


async def shape(
    ctx: Ctx, notice_id: int, revision: int, *, audience: Audience | None = None, sign_off: bool | None = None
) -> Preview:
    """Change a draft's audience, or whether it asks for a signature; at a stale revision change nothing."""
    async with ctx.writing() as work:
        notice = await own(work, notice_id)
        if not is_draft(notice, revision):
            return await show(work, notice, done=False)
        changed = replace(
            notice,
            audience=audience or notice.audience,
            sign_off=notice.sign_off if sign_off is None else sign_off,
        )
        await may_address(work, changed.audience)
        await store(work, changed)
        shown = await show(work, replace(changed, revision=revision + 1))
        await work.commit()
        return shown


async def choice(ctx: Ctx, notice_id: int) -> Choice:
    """The draft with everything its audience may be made of."""
    async with ctx.reading() as work:
        return await _choice(work, await show(work, await own(work, notice_id)))


async def address(ctx: Ctx, notice_id: int, revision: int, part: Part, of: int, *, chosen: bool) -> Choice:
    """Put a part of the audience in (`chosen`) or take it out; a press on a stale button changes nothing.

    `of` is a grade, a class or a student, as the part says.
    """
    async with ctx.writing() as work:
        notice = await own(work, notice_id)
        if not is_draft(notice, revision):
            return await _choice(work, await show(work, notice, done=False))
        changed = replace(
            notice, audience=_turned(notice.audience, await reach(work), part, of, chosen=chosen)
        )
        await may_address(work, changed.audience)
        await store(work, changed)
        made = await _choice(work, await show(work, replace(changed, revision=revision + 1)))
        await work.commit()
        return made


async def drop(ctx: Ctx, notice_id: int) -> None:
    """Throw a draft away. What is sent already can only be withdrawn."""
    async with ctx.writing() as work:
        notice = await own(work, notice_id)
        if notice.status is not NoticeStatus.DRAFT:
            raise StaleError("notice_moved_on")
        await work.notices.remove(notice_id)
        await work.inputs.done()
        await work.commit()


def _turned(audience: Audience, reached: Reach, part: Part, of: int, *, chosen: bool) -> Audience:
    match part:
        case Part.WHOLE_SCHOOL:
            return parts.whole_school(audience) if chosen else parts.NOBODY
        case Part.GRADE:
            return parts.with_units(audience, reached.grade(of), chosen=chosen)
        case Part.UNIT:
            return parts.with_units(audience, (of,), chosen=chosen)
        case Part.FAMILY:
            return parts.with_family(audience, of, chosen=chosen)
        case Part.GUARDIANS | Part.STUDENTS | Part.STAFF:
            return parts.with_listeners(audience, _LISTENERS[part], chosen=chosen)


async def _choice(work: Work, shown: Preview) -> Choice:
    units = shown.notice.audience.units
    families = await work.people.members(units[0], work.today) if len(units) == 1 else []
    reached = await reach(work)
    if units and units[0] not in reached.ids:
        families = []
    return Choice(shown, reached, tuple(families))


def _check(text: str, attachments: tuple[Attachment, ...]) -> None:
    if not text.strip() and not attachments:
        raise InvalidError("notice_empty")
    if len(text) > LONGEST:
        raise InvalidError("notice_too_long", limit=LONGEST, length=len(text))
    if len(attachments) > MOST_FILES:
        raise InvalidError("too_many_files", most=MOST_FILES)
