"""The class teacher's side: add what goes on after the lessons, say who takes part, end it."""

from dataclasses import dataclass, replace

from journal import gate
from journal.clubs.typed import read
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.model.clubs import Club
from journal.model.people import Person, Unit
from journal.policy import Permission
from journal.ports import Work

# The question of the typed answer.
QUESTION = "club"
MOST = 40


@dataclass(frozen=True, slots=True)
class ClubList:
    unit: Unit
    clubs: tuple[Club, ...]


@dataclass(frozen=True, slots=True)
class ClubCard:
    """A club with the students of its class to choose from."""

    unit: Unit
    club: Club
    students: tuple[Person, ...]


async def clubs(ctx: Ctx, unit_id: int) -> ClubList:
    """What goes on after the lessons of a class."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.KEEP_CLUBS)
        return ClubList(unit, tuple(await work.clubs.of_unit(unit.id)))


async def club(ctx: Ctx, club_id: int) -> ClubCard:
    """One club."""
    async with ctx.reading() as work:
        return await _card(work, await _own(work, club_id))


async def ask(ctx: Ctx, unit_id: int) -> Unit:
    """Wait for the line of a new club."""
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, Permission.KEEP_CLUBS)
        await work.inputs.expect(QUESTION, {"unit": unit.id})
        await work.commit()
        return unit


async def add(ctx: Ctx, unit_id: int, text: str) -> ClubCard:
    """Add a club of the whole class. Raises as `journal.clubs.typed.read`, and `clubs_many`."""
    typed = read(text)
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, Permission.KEEP_CLUBS)
        await work.serialise("clubs", unit.id)
        if len(await work.clubs.of_unit(unit.id)) >= MOST:
            raise InvalidError("clubs_many", most=MOST)
        made = Club(0, unit.id, typed.title, typed.weekdays, typed.starts, typed.ends, typed.place)
        made = replace(made, id=await work.clubs.add(made, gate.author(work), work.now))
        await work.inputs.done()
        work.audit("club.add", "club", made.id, unit_id=unit.id, after={"title": made.title})
        card = await _card(work, made)
        await work.commit()
        return card


async def take(ctx: Ctx, club_id: int, student_id: int, *, goes: bool) -> ClubCard:
    """Say of one student of the class whether it takes part; the first named makes it a club of some.

    It stays one of some when the last has left: then nobody takes part.
    """
    async with ctx.writing() as work:
        card = await _card(work, await _own(work, club_id, lock=True))
        if student_id not in {student.id for student in card.students}:
            raise NotFoundError(kind="student")
        return await _choose(work, card, _with(card, student_id, goes=goes))


async def whole_class(ctx: Ctx, club_id: int) -> ClubCard:
    """Let the whole class take part."""
    async with ctx.writing() as work:
        return await _choose(work, await _card(work, await _own(work, club_id, lock=True)), None)


async def end(ctx: Ctx, club_id: int) -> ClubList:
    """It goes on no more; returns what does."""
    async with ctx.writing() as work:
        found = await _own(work, club_id)
        await work.clubs.end(found.id, work.now)
        work.audit("club.end", "club", found.id, unit_id=found.unit_id, before={"title": found.title})
        unit = await gate.unit(work, found.unit_id, Permission.KEEP_CLUBS)
        rest = ClubList(unit, tuple(await work.clubs.of_unit(unit.id)))
        await work.commit()
        return rest


async def _own(work: Work, club_id: int, *, lock: bool = False) -> Club:
    """The club, if its class is the actor's to keep; with a lock it stays as it is read."""
    if lock:
        await work.serialise("club", club_id)
    found = await work.clubs.club(club_id)
    await gate.unit(work, found.unit_id if found else 0, Permission.KEEP_CLUBS)
    if found is None:
        raise NotFoundError(kind="club")
    return found


async def _card(work: Work, found: Club) -> ClubCard:
    unit = await gate.unit(work, found.unit_id, Permission.KEEP_CLUBS)
    return ClubCard(unit, found, tuple(await work.people.members(unit.id, work.today)))


def _with(card: ClubCard, student_id: int, *, goes: bool) -> frozenset[int]:
    """Who takes part once that is said; whoever leaves the whole class leaves all the others in it."""
    known = card.club.students
    if goes:
        return (known or frozenset()) | {student_id}
    return (frozenset(one.id for one in card.students) if known is None else known) - {student_id}


def _listed(students: frozenset[int] | None) -> list[int] | str:
    return "all" if students is None else sorted(students)


async def _choose(work: Work, card: ClubCard, students: frozenset[int] | None) -> ClubCard:
    found = card.club
    if students == found.students:
        return card
    await work.clubs.choose(found.id, students)
    before, after = {"students": _listed(found.students)}, {"students": _listed(students)}
    work.audit("club.choose", "club", found.id, unit_id=found.unit_id, before=before, after=after)
    await work.commit()
    return replace(card, club=replace(found, students=students))
