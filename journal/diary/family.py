"""What a family does in a diary that changes nothing in the journal."""

from dataclasses import replace

from journal.context import Ctx
from journal.diary.days import lesson_of
from journal.diary.reader import child_of
from journal.errors import NotFoundError
from journal.model.lessons import Homework, Lesson
from journal.model.materials import Material
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work


async def child(ctx: Ctx, student_id: int) -> Child:
    """The child whose diary it is."""
    async with ctx.reading() as work:
        return await child_of(work, student_id)


async def look_at(ctx: Ctx, student_id: int) -> Ctx:
    """Look at that child from now on; returns the context of an actor who does."""
    async with ctx.writing() as work:
        await child_of(work, student_id)
        await work.access.look_at(work.actor.account_id, student_id)
        await work.commit()
    return ctx.as_actor(replace(ctx.actor, current_student_id=student_id))


async def files(ctx: Ctx, student_id: int, homework_id: int) -> Homework:
    """One homework of the child with its files; another class's is as good as missing."""
    async with ctx.reading() as work:
        return await task_of(work, student_id, homework_id)


async def material(ctx: Ctx, student_id: int, material_id: int) -> tuple[Lesson, Material]:
    """A file that hangs on a lesson of the child; another class's is as good as missing."""
    async with ctx.reading() as work:
        await child_of(work, student_id)
        found = await work.materials.material(material_id)
        if found is None:
            raise NotFoundError(kind="material")
        return (await lesson_of(work, student_id, found.lesson_id)).lesson, found


async def tick(ctx: Ctx, student_id: int, homework_id: int, *, done: bool) -> Homework:
    """«Сделано»: for the family itself, the school sees nothing of it."""
    async with ctx.writing() as work:
        task = await task_of(work, student_id, homework_id)
        if done:
            await work.diary.tick(student_id, homework_id, work.actor.account_id, work.now)
        else:
            await work.diary.untick(student_id, homework_id)
        await work.commit()
        return task


async def task_of(work: Work, student_id: int, homework_id: int) -> Homework:
    await child_of(work, student_id)
    for task in await work.homework.by_ids([homework_id]):
        lessons = await work.diary.lessons([student_id], Span(task.due, task.due))
        if any(lesson.id == task.lesson_id for _, lesson in lessons):
            return task
    raise NotFoundError(kind="homework")
