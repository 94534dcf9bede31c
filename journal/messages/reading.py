"""Reading threads: the list of one's own, one thread, what is new."""

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.messages import door
from journal.model.access import Hat
from journal.model.lessons import Attachment
from journal.model.messages import Conversation, Letter, Listed, Phrase, Side
from journal.model.people import Child, Person
from journal.policy import scope_of
from journal.ports import Work

# Threads of a list, messages of a page.
MOST_THREADS, PAGE = 60, 8


@dataclass(frozen=True, slots=True)
class Thread:
    """A page of a thread as one of its sides (or who decides of a complaint) reads it."""

    conversation: Conversation
    child: Child
    side: Side
    letters: tuple[Letter, ...]
    persons: dict[int, Person]
    # Whether older messages stand before these, and whether these are the newest.
    older: bool
    newest: bool
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Complaints:
    """What waits for a decision, and what was stopped and may be let go on."""

    reported: tuple[Listed, ...] = ()
    stopped: tuple[Listed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reported or self.stopped)


@dataclass(frozen=True, slots=True)
class Inbox:
    """A colleague's threads; for who answers for the whole school, the complaints too."""

    threads: tuple[Listed, ...]
    complaints: Complaints


async def mine(ctx: Ctx) -> list[Listed]:
    """The family's own threads, the newest first."""
    async with ctx.reading() as work:
        reach = gate.scope(work, door.MAY)
        return await work.messages.of_family(gate.author(work), reach.student_ids, work.today, MOST_THREADS)


async def inbox(ctx: Ctx) -> Inbox:
    """The threads of a colleague, the newest first."""
    async with ctx.reading() as work:
        gate.scope(work, door.MAY)
        whole = door.is_administration(work)
        found = await work.messages.of_staff(
            gate.author(work), work.today, MOST_THREADS, administration=whole
        )
        return Inbox(tuple(found), await _complaints(work) if whole else Complaints())


async def complaints(ctx: Ctx) -> Complaints:
    """What somebody complained of, for who answers for the whole school."""
    async with ctx.reading() as work:
        if not door.is_administration(work):
            gate.refuse(work, door.MAY, "scope", None)
        return await _complaints(work)


async def _complaints(work: Work) -> Complaints:
    reader = gate.author(work)
    return Complaints(
        tuple(await work.messages.reported(reader, work.today, MOST_THREADS)),
        tuple(await work.messages.stopped(reader, work.today, MOST_THREADS)),
    )


async def open_thread(ctx: Ctx, conversation_id: int, before: int | None = None) -> Thread:
    """A page of the thread, the newest or the one `before` a message; what is shown counts as read."""
    async with ctx.writing() as work:
        found, child, side = await door.enter(work, conversation_id)
        letters = await work.messages.letters(conversation_id, before, PAGE + 1)
        shown = letters[-PAGE:]
        if shown and before is None and side is not Side.OVERSEER:
            await work.messages.read(conversation_id, gate.author(work), shown[-1].id)
        if side is Side.OVERSEER:
            work.audit("message.oversee", "conversation", conversation_id)
        ids = {found.family_id, *(letter.author_id for letter in shown)}
        ids |= {found.staff_id} if found.staff_id else set()
        phrases = await work.messages.phrases(gate.author(work)) if side is Side.SCHOOL else []
        persons = await work.people.persons(ids)
        await work.commit()
        return Thread(
            found,
            child,
            side,
            tuple(shown),
            persons,
            older=len(letters) > PAGE,
            newest=before is None,
            phrases=tuple(phrases),
        )


async def note_read(ctx: Ctx, conversation_id: int, letter_id: int) -> None:
    """Whoever read a message in full where it was told of has read it, and all before it."""
    async with ctx.writing() as work:
        _, _, side = await door.enter(work, conversation_id)
        letter = await work.messages.letter(conversation_id, letter_id)
        if letter is None or side is Side.OVERSEER:
            gate.refuse(work, door.MAY, "message", letter_id)
        await work.messages.read(conversation_id, gate.author(work), letter_id)
        await work.commit()


async def files(ctx: Ctx, conversation_id: int, letter_id: int) -> tuple[Attachment, ...]:
    """The files of one message."""
    async with ctx.reading() as work:
        await door.enter(work, conversation_id)
        return await work.messages.files(conversation_id, letter_id)


async def unread(ctx: Ctx) -> int:
    """How many messages are new to the actor under the hat it wears; 0 where it may not correspond."""
    reach = scope_of(door.MAY, ctx.actor, ctx.regulation)
    person = ctx.actor.person_id
    if reach.empty or person is None:
        return 0
    colleague = ctx.actor.hat is Hat.STAFF
    async with ctx.reading() as work:
        return await work.messages.unread(
            person, () if colleague else reach.student_ids, administration=colleague and reach.everything
        )


async def unread_of_children(ctx: Ctx) -> dict[int, int]:
    """How many messages about each child are new to its family; children without any are left out."""
    reach = scope_of(door.MAY, ctx.actor, ctx.regulation)
    if not reach.student_ids or ctx.actor.person_id is None:
        return {}
    async with ctx.reading() as work:
        return await work.messages.unread_of_children(ctx.actor.person_id, reach.student_ids)


async def replied(ctx: Ctx, message_id: int) -> int | None:
    """The thread that the bot's message told of, to which somebody replies; None where it told of none."""
    async with ctx.reading() as work:
        return await work.messages.conversation_of_push(ctx.actor.account_id, message_id)
