"""Links to courses and tests, and files, on a lesson (R-045)."""

from __future__ import annotations

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.documents.linked import linked
from journal.errors import InvalidError, StaleError
from journal.model.lessons import Attachment, Lesson
from journal.model.materials import LessonMaterials, MaterialKind
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


async def _own(work: Work, lesson_id: int, material_id: int) -> Lesson:
    """The lesson, if that still hangs on it. Raises `StaleError` else."""
    lesson = await gate.lesson(work, lesson_id, Permission.ATTACH_COURSES, lock="materials")
    found = await work.materials.material(material_id)
    if found is None or found.lesson_id != lesson_id:
        raise StaleError(lesson_id=lesson_id)
    return lesson


async def _load(work: Work, lesson: Lesson) -> LessonMaterials:
    return LessonMaterials(lesson, tuple(await work.materials.of_lessons([lesson.id])))
