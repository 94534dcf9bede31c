"""A family writes to the school, the school answers; every message goes through one door."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.messages import door, to_family
from journal.messages.parties import Addressee, Addressees, Asked, Sent
from journal.messages.sending import Words, checked, send, told_from
from journal.messages.source import source_of, whose
from journal.messages.stopping import not_stopped
from journal.messages.to_family import TO_FAMILY
from journal.model.access import Awaited
from journal.model.lessons import Attachment
from journal.model.messages import (
    MOST_FILES,
    About,
    Context,
    Office,
    Side,
)
from journal.model.people import Child, Person
from journal.ports import Work

# The questions of the typed answers.
LETTER, ANSWER = "message_letter", "message_answer"
PATIENCE = timedelta(hours=3)


async def addressees(ctx: Ctx, student_id: int) -> Addressees:
    """The child's teachers and class teacher; the administration can always be written to."""
    async with ctx.reading() as work:
        child = await own_child(work, student_id)
        head = await work.messages.class_teacher(child.unit_id, work.today) if child.unit_id else None
        teachers = await work.messages.teachers(student_id, work.today)
        stopped = await work.messages.stopped_with(gate.author(work))
        return Addressees(child, head, tuple(one for one in teachers if one.person != head), stopped)


async def ask_letter(ctx: Ctx, student_id: int, to: Addressee, *, preview: bool = False) -> Asked:
    """Wait for the text of a message to them; the class teacher need not be named.

    With `preview`, where nobody tapped on whom it goes to, whatever is typed is shown before it goes.
    """
    async with ctx.writing() as work:
        child = await own_child(work, student_id)
        if to == Addressee(Office.CLASS_TEACHER):
            to = await whose(work, child, ())
        return await _asked(work, child, to, None, preview=preview)


async def ask_about(ctx: Ctx, student_id: int, about: About, of: int) -> Asked:
    """Wait for the text of a message about a mark, a lesson or a homework, to whoever teaches it."""
    async with ctx.writing() as work:
        child = await own_child(work, student_id)
        context, persons = await source_of(work, child, about, of)
        return await _asked(work, child, await whose(work, child, persons), context)


async def write(
    ctx: Ctx, asked: Awaited, text: str, files: Sequence[Attachment] = (), album: str | None = None
) -> Sent:
    """Send what was typed to whom it was asked for; it continues the thread of the two, or begins one."""
    to = Addressee(Office(str(asked.payload["office"])), asked.number("staff") or None)
    said = checked(text, files)
    async with ctx.writing() as work:
        child = await own_child(work, asked.number("student"))
        sent = await _write(work, child, to, Words(said, files, _context(asked), album))
        await work.commit()
        return sent


async def _write(work: Work, child: Child, to: Addressee, words: Words) -> Sent:
    staff = await _staff(work, child, to)
    family = gate.author(work)
    await work.serialise("correspondence", family)
    await not_stopped(work, family, {to.staff_id})
    standing = await work.messages.standing(child.student_id, family, to.office, to.staff_id)
    number = (
        standing.id
        if standing is not None
        else await work.messages.begin(child.student_id, family, to.office, to.staff_id, work.now)
    )
    taken = await send(work, number, to, words, Side.FAMILY)
    return Sent(
        await door.standing(work, number), child, Side.FAMILY, staff, taken.letter, told_at=taken.told_at
    )


async def ask_answer(ctx: Ctx, conversation_id: int) -> Asked:
    """Wait for the text of a further message in a thread, from either side; who answers has read it."""
    async with ctx.writing() as work:
        asked = await _asked_in(work, conversation_id)
        for newest in await work.messages.letters(conversation_id, None, 1):
            await work.messages.read(conversation_id, gate.author(work), newest.id)
        await work.inputs.expect(ANSWER, {"conversation": conversation_id}, patience=PATIENCE)
        await work.commit()
        return asked


async def answer(
    ctx: Ctx, conversation_id: int, text: str, files: Sequence[Attachment] = (), album: str | None = None
) -> Sent:
    """Write a further message in a thread, from either side."""
    said = checked(text, files)
    async with ctx.writing() as work:
        sent = await _answer(work, conversation_id, Words(said, files, album=album))
        await work.commit()
        return sent


async def send_phrase(ctx: Ctx, conversation_id: int, phrase_id: int, customary: str) -> Sent:
    """Send an answer kept at hand; the phrase 0 is the `customary` one."""
    async with ctx.writing() as work:
        said = customary
        if phrase_id:
            own = {one.id: one.text for one in await work.messages.phrases(gate.author(work))}
            if phrase_id not in own:
                raise NotFoundError(kind="phrase")
            said = own[phrase_id]
        sent = await _answer(work, conversation_id, Words(said))
        await work.commit()
        return sent


async def add_pictures(ctx: Ctx, asked: Awaited, files: Sequence[Attachment]) -> None:
    """Put the further pictures of an album to the message that its first one began."""
    checked("", files)
    async with ctx.writing() as work:
        conversation = asked.number("conversation")
        await door.write(work, conversation)
        known = await work.messages.files(conversation, asked.number("message"))
        if len(known) + len(files) > MOST_FILES:
            raise InvalidError("too_many_files", most=MOST_FILES)
        await work.messages.attach(asked.number("message"), files, work.now)
        await work.commit()


async def _answer(work: Work, conversation_id: int, words: Words) -> Sent:
    found, child, side = await door.write(work, conversation_id)
    to = door.addressee_of(found)
    taken = await send(work, conversation_id, to, words, side)
    staff = await work.people.person(found.staff_id) if found.staff_id else None
    family = await work.people.person(found.family_id) if side is Side.SCHOOL else None
    thread = await door.standing(work, conversation_id)
    return Sent(thread, child, side, staff, taken.letter, family, taken.told_at)


async def asked_of(work: Work, kind: str, question: Awaited) -> Asked:
    """What is waited for, read back from the question of a letter or an answer, as it stands now."""
    if kind == ANSWER:
        return await _asked_in(work, question.number("conversation"))
    if kind == TO_FAMILY:
        return await to_family.asked_of(work, question)
    child = await own_child(work, question.number("student"))
    to = Addressee(Office(str(question.payload["office"])), question.number("staff") or None)
    return await _to(work, child, to, _context(question))


def question_of(asked: Asked) -> dict[str, Any]:
    """The question of a letter, to be kept with what is typed."""
    return {
        "student": asked.child.student_id,
        "office": str(asked.addressee.office),
        "staff": asked.addressee.staff_id or 0,
        "context": asked.context.as_json() if asked.context is not None else None,
    }


async def _asked(
    work: Work, child: Child, to: Addressee, context: Context | None, *, preview: bool = False
) -> Asked:
    found = await _to(work, child, to, context)
    await work.inputs.expect(LETTER, {**question_of(found), "preview": preview}, patience=PATIENCE)
    await work.commit()
    return found


async def _to(work: Work, child: Child, to: Addressee, context: Context | None) -> Asked:
    staff = await _staff(work, child, to)
    await not_stopped(work, gate.author(work), {to.staff_id})
    return Asked(child, to, staff, told_at=await told_from(work, to), context=context)


async def _asked_in(work: Work, conversation_id: int) -> Asked:
    found, child, side = await door.write(work, conversation_id)
    to = door.addressee_of(found)
    staff = await work.people.person(found.staff_id) if found.staff_id else None
    if side is Side.SCHOOL:
        return Asked(child, to, staff, await work.people.person(found.family_id))
    return Asked(child, to, staff, told_at=await told_from(work, to))


async def own_child(work: Work, student_id: int) -> Child:
    """The child, for its family: a colleague does not begin a thread as a family."""
    if student_id not in work.actor.diary_ids:
        gate.refuse(work, door.MAY, "student", student_id)
    return await gate.student(work, student_id, door.MAY)


async def _staff(work: Work, child: Child, to: Addressee) -> Person | None:
    """Whoever is written to. Raises `NotFoundError` for a stranger to the child."""
    if to.office is Office.ADMINISTRATION:
        if to.staff_id is not None:
            raise NotFoundError(kind="addressee")
        return None
    known: list[Person | None]
    if to.office is Office.CLASS_TEACHER:
        known = [await work.messages.class_teacher(child.unit_id or 0, work.today)]
    else:
        known = [one.person for one in await work.messages.teachers(child.student_id, work.today)]
    found = next((one for one in known if one is not None and one.id == to.staff_id), None)
    if found is None:
        raise NotFoundError(kind="addressee")
    return found


def _context(asked: Awaited) -> Context | None:
    kept = asked.payload.get("context")
    return Context.of_json(kept) if isinstance(kept, dict) else None
