"""A colleague writes to a family first: the class, the student, who of the family, the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import RefusedError
from journal.messages import door
from journal.messages.parties import Addressee, Asked, Sent
from journal.messages.sending import Words, checked, send
from journal.messages.stopping import not_stopped
from journal.model.access import Awaited
from journal.model.lessons import Attachment
from journal.model.messages import Context, Office, Side
from journal.model.people import Child, Person, Unit
from journal.policy.conditions import guardians_write, students_write
from journal.ports import Work

TO_FAMILY = "message_to_family"
PATIENCE = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Pupils:
    """The students of a class whose families the actor may write to."""

    unit: Unit
    students: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Who of a student's family reads the diary here: adults by name, then the student."""

    child: Child
    readers: tuple[Person, ...]
    # Whether the school's rules know correspondence with families at all.
    allowed: bool = True


async def classes(ctx: Ctx) -> list[Unit]:
    """The classes in which the actor may write to families."""
    async with ctx.reading() as work:
        return await work.people.classes(door.colleagues(work))


async def pupils(ctx: Ctx, unit_id: int) -> Pupils:
    """The students of one of these classes; a subgroup's teacher sees the subgroup."""
    async with ctx.reading() as work:
        door.colleagues(work)
        unit = await gate.unit(work, unit_id, door.MAY)
        whole = door.is_administration(work) or work.actor.heads(unit.id)
        teacher = None if whole else gate.author(work)
        return Pupils(unit, tuple(await work.messages.pupils(unit.id, teacher, work.today)))


async def family(ctx: Ctx, student_id: int) -> Family:
    """Who can be written to about the student."""
    async with ctx.reading() as work:
        child = await _student(work, student_id)
        readers = await _readers(work, student_id)
        return Family(child, tuple(readers), guardians_write(work.regulation))


async def ask(ctx: Ctx, student_id: int, person_id: int) -> Asked:
    """Wait for the text of a message to that member of the student's family."""
    async with ctx.writing() as work:
        found = await _asked(work, student_id, person_id)
        payload = {"student": student_id, "person": person_id}
        await work.inputs.expect(TO_FAMILY, payload, patience=PATIENCE)
        await work.commit()
        return found


async def asked_of(work: Work, question: Awaited) -> Asked:
    """What is waited for, read back from the question, as it stands now."""
    return await _asked(work, question.number("student"), question.number("person"))


async def write(
    ctx: Ctx, asked: Awaited, text: str, files: Sequence[Attachment] = (), album: str | None = None
) -> Sent:
    """Send what was typed; it continues the thread of the two, or begins one."""
    said = checked(text, files)
    async with ctx.writing() as work:
        sent = await post(work, await asked_of(work, asked), Words(said, files, album=album))
        await work.commit()
        return sent


async def post(work: Work, to: Asked, words: Words) -> Sent:
    """Store the message to the family, in the one thread of the two."""
    child, office = to.child, to.addressee
    if to.family is None:
        gate.refuse(work, door.MAY, "student", child.student_id)
    family = to.family.id
    await work.serialise("correspondence", family)
    await not_stopped(work, family, {office.staff_id, gate.author(work)})
    found = await work.messages.standing(child.student_id, family, office.office, office.staff_id)
    number = (
        found.id
        if found is not None
        else await work.messages.begin(child.student_id, family, office.office, office.staff_id, work.now)
    )
    taken = await send(work, number, office, words, Side.SCHOOL)
    return Sent(await door.standing(work, number), child, Side.SCHOOL, to.staff, taken.letter, to.family)


async def post_to_adults(
    work: Work, child: Child, readers: Sequence[Person], text: str, context: Context
) -> int:
    """From the class teacher to each of these adults, but whom the school has stopped the letters with.

    How many people it goes to.
    """
    own = gate.author(work)
    office = Addressee(Office.CLASS_TEACHER, own)
    open_to = [person for person in readers if own not in await work.messages.stopped_with(person.id)]
    for person in open_to:
        await post(work, Asked(child, office, None, person), Words(text, context=context))
    return len(open_to)


async def _asked(work: Work, student_id: int, person_id: int) -> Asked:
    child = await _student(work, student_id)
    to = next((one for one in await _readers(work, student_id) if one.id == person_id), None)
    if to is None:
        raise RefusedError("message_unreachable")
    office = await _office(work, child)
    await not_stopped(work, to.id, {office.staff_id, gate.author(work)})
    staff = await work.people.person(office.staff_id) if office.staff_id is not None else None
    return Asked(child, office, staff, to)


async def _office(work: Work, child: Child) -> Addressee:
    """As what the actor writes, and is answered: who neither heads nor teaches writes for the administration.

    Raises as the gate does for a stranger to the child.
    """
    own = gate.author(work)
    if child.unit_id is not None and work.actor.heads(child.unit_id):
        return Addressee(Office.CLASS_TEACHER, own)
    if any(one.person.id == own for one in await work.messages.teachers(child.student_id, work.today)):
        return Addressee(Office.TEACHER, own)
    if not door.is_administration(work):
        gate.refuse(work, door.MAY, "student", child.student_id)
    return Addressee(Office.ADMINISTRATION)


async def _readers(work: Work, student_id: int) -> list[Person]:
    """Who has the diary on a phone and may answer under the school's rules; adults first."""
    found = (await work.messages.readers([student_id], work.today))[student_id]
    found = [one for one in found if one.id != gate.author(work)]
    own = [one for one in found if one.id == student_id] if students_write(work.regulation) else []
    return [*adults_of(work, student_id, found), *own]


def adults_of(work: Work, student_id: int, readers: Sequence[Person]) -> list[Person]:
    """The adults among them who may answer; nobody where the school's rules know no correspondence."""
    if not guardians_write(work.regulation):
        return []
    return [one for one in readers if one.id not in (student_id, work.actor.person_id)]


async def _student(work: Work, student_id: int) -> Child:
    """The student, for a colleague: a family begins its threads in its own way."""
    door.colleagues(work)
    return await gate.student(work, student_id, door.MAY)
