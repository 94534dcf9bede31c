"""Places of entry: the deputy head lists them, an entry may carry one; the phone is customary (R-043)."""

from __future__ import annotations

from dataclasses import replace

from journal import gate, windows
from journal.context import Ctx
from journal.entry import Record
from journal.errors import InvalidError, StaleError
from journal.lessons.cards import load_card
from journal.model.day import LessonCard
from journal.model.materials import Place, PlaceChoice
from journal.policy import Permission
from journal.ports import Work

LONGEST = 60
MOST = 40


async def listed(ctx: Ctx) -> tuple[Place, ...]:
    """The list, and the question for another place."""
    async with ctx.writing() as work:
        gate.school(work, Permission.DEFINE_PLACES)
        await work.inputs.expect("place", {})
        found = tuple(await work.materials.places())
        await work.commit()
        return found


async def add_place(ctx: Ctx, text: str) -> tuple[Place, ...]:
    """Put a place on the list; one that stands there already is not doubled.

    Raises `InvalidError`: "empty", "too_long", "too_many_places".
    """
    name = " ".join(text.split())
    if not name:
        raise InvalidError("empty")
    if len(name) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    async with ctx.writing() as work:
        gate.school(work, Permission.DEFINE_PLACES)
        await work.serialise("places", 0)
        known = await work.materials.places()
        if all(place.name.casefold() != name.casefold() for place in known):
            if len(known) >= MOST:
                raise InvalidError("too_many_places", most=MOST)
            number = await work.materials.add_place(name, gate.author(work), work.now)
            work.audit("place.add", "place", number, after={"text": name})
        await work.inputs.expect("place", {})
        found = tuple(await work.materials.places())
        await work.commit()
        return found


async def remove_place(ctx: Ctx, place_id: int) -> tuple[Place, ...]:
    """Take a place off the list; what was entered there keeps its name."""
    async with ctx.writing() as work:
        gate.school(work, Permission.DEFINE_PLACES)
        await work.materials.remove_place(place_id, work.now)
        work.audit("place.remove", "place", place_id)
        found = tuple(await work.materials.places())
        await work.commit()
        return found


async def choices(ctx: Ctx, lesson_id: int) -> PlaceChoice:
    """Where this lesson may be said to be entered."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        return PlaceChoice(lesson, tuple(await work.materials.places()))


async def choose(ctx: Ctx, lesson_id: int, place_id: int) -> LessonCard:
    """Note the place of entry on the lesson; 0 is the phone. Raises `StaleError` for a place not listed."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        name = await _named(work, place_id, lesson_id)
        verdict = await windows.require(work, Record.LESSON, lesson)
        if name != lesson.place:
            await work.lessons.fill(lesson_id, {"place": name}, work.now, late=verdict.late)
            work.audit(
                "lesson.fill",
                "lesson",
                lesson_id,
                unit_id=lesson.class_id,
                before={"place": lesson.place},
                after={"place": name},
            )
        card = await load_card(work, replace(lesson, place=name))
        await work.commit()
        return card


async def _named(work: Work, place_id: int, lesson_id: int) -> str | None:
    if not place_id:
        return None
    for place in await work.materials.places():
        if place.id == place_id:
            return place.name
    raise StaleError(lesson_id=lesson_id)
