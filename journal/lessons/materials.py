"""Links to courses and tests, and files, on a lesson (R-045)."""

from __future__ import annotations

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.documents.linked import linked
from journal.errors import InvalidError, StaleError
from journal.model.lessons import Attachment, Lesson
from journal.model.materials import LessonMaterials, MaterialKind, Twin
from journal.policy import Permission
from journal.ports import Work

LONGEST_TITLE = 120
MOST = 10


async def open_materials(ctx: Ctx, lesson_id: int) -> LessonMaterials:
    """What hangs on the lesson; the next link or file is added to it."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ATTACH_COURSES)
        await work.inputs.expect("material", {"lesson": lesson_id})
        found = await _load(work, lesson)
        await work.commit()
        return found


async def add_material(
    ctx: Ctx, lesson_id: int, text: str, files: Sequence[Attachment]
) -> tuple[LessonMaterials, int]:
    """Hang a link (the words beside it are its title) or a file on the lesson; gives its id too.

    Raises `InvalidError`: "no_link" without either, "too_long", "too_many_files".
    """
    title, url = linked(text)
    if url is None and not files:
        raise InvalidError("no_link")
    if len(title) > LONGEST_TITLE:
        raise InvalidError("too_long", longest=LONGEST_TITLE)
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ATTACH_COURSES, lock="materials")
        known = await work.materials.of_lessons([lesson_id])
        same = next((one for one in known if url is not None and one.url == url), None)
        if same is not None:
            return LessonMaterials(lesson, tuple(known)), same.id
        if len(known) >= MOST:
            raise InvalidError("too_many_files", most=MOST)
        number = await work.materials.add(lesson_id, title, url, files, gate.author(work), work.now)
        work.audit(
            "material.add",
            "lesson",
            lesson_id,
            unit_id=lesson.class_id,
            after={"text": title, "link": url, "files": len(files)},
        )
        await work.inputs.expect("material", {"lesson": lesson_id})
        found = await _load(work, lesson)
        await work.commit()
        return found, number


async def name_kind(ctx: Ctx, lesson_id: int, material_id: int, kind: MaterialKind) -> LessonMaterials:
    """Say what it is: a course, a test, merely something to read."""
    async with ctx.writing() as work:
        lesson = await _own(work, lesson_id, material_id)
        await work.materials.set_kind(material_id, kind)
        found = await _load(work, lesson)
        await work.commit()
        return found


async def remove_material(ctx: Ctx, lesson_id: int, material_id: int) -> LessonMaterials:
    """Take it off; families see it no longer."""
    async with ctx.writing() as work:
        lesson = await _own(work, lesson_id, material_id)
        await work.materials.remove(material_id, work.now)
        work.audit(
            "material.remove", "lesson", lesson_id, unit_id=lesson.class_id, before={"material": material_id}
        )
        found = await _load(work, lesson)
        await work.commit()
        return found


async def share(ctx: Ctx, lesson_id: int, unit_id: int, *, chosen: bool) -> LessonMaterials:
    """Hang what the lesson has on the parallel class's lesson too, or take it off there.

    What hangs there already is not doubled. Raises `StaleError` for a class that is no parallel of one's own.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ATTACH_COURSES)
        twins = await work.lessons.parallels(lesson, gate.author(work))
        twin = next((one for one in twins if one.unit_id == unit_id), None)
        if twin is None:
            raise StaleError(lesson_id=lesson_id)
        if chosen:
            await copy(work, lesson, [twin])
        else:
            await _take_off(work, lesson, twin)
        found = await _load(work, lesson)
        await work.commit()
        return found


async def copy(work: Work, lesson: Lesson, others: Sequence[Lesson]) -> None:
    """Hang what the lesson has on these lessons, each link or file once. The caller commits."""
    twins = [one for one in others if one.id != lesson.id]
    items = await work.materials.of_lessons([lesson.id]) if twins else []
    if not items:
        return
    for twin in sorted(twins, key=lambda one: one.id):
        await work.serialise("materials", twin.id)
        known = await work.materials.of_lessons([twin.id])
        there = {one.content for one in known}
        new = [one for one in items if one.content not in there][: MOST - len(known)]
        for one in new:
            made = await work.materials.add(
                twin.id, one.title, one.url, one.files, gate.author(work), work.now
            )
            await work.materials.set_kind(made, one.kind)
        if new:
            after = {"links": [one.url or one.title for one in new]}
            work.audit("material.add", "lesson", twin.id, unit_id=twin.class_id, after=after)


async def _take_off(work: Work, lesson: Lesson, twin: Lesson) -> None:
    await work.serialise("materials", twin.id)
    mine = {one.content for one in await work.materials.of_lessons([lesson.id])}
    for one in await work.materials.of_lessons([twin.id]):
        if one.content in mine:
            await work.materials.remove(one.id, work.now)
            work.audit(
                "material.remove", "lesson", twin.id, unit_id=twin.class_id, before={"material": one.id}
            )


async def _own(work: Work, lesson_id: int, material_id: int) -> Lesson:
    """The lesson, if that still hangs on it. Raises `StaleError` else."""
    lesson = await gate.lesson(work, lesson_id, Permission.ATTACH_COURSES, lock="materials")
    found = await work.materials.material(material_id)
    if found is None or found.lesson_id != lesson_id:
        raise StaleError(lesson_id=lesson_id)
    return lesson


async def _load(work: Work, lesson: Lesson) -> LessonMaterials:
    items = await work.materials.of_lessons([lesson.id])
    if not items:
        return LessonMaterials(lesson, ())
    others = await work.lessons.parallels(lesson, gate.author(work))
    there: dict[int, set[object]] = {}
    for one in await work.materials.of_lessons([other.id for other in others]) if others else ():
        there.setdefault(one.lesson_id, set()).add(one.content)
    mine = {one.content for one in items}
    twins = tuple(Twin(other, mine <= there.get(other.id, set())) for other in others)
    return LessonMaterials(lesson, tuple(items), twins)
