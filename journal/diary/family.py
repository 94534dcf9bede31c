"""What a family does in a diary that changes nothing in the journal."""

from dataclasses import replace

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.lessons import Homework
from journal.policy import Permission


async def look_at(ctx: Ctx, student_id: int) -> Ctx:
    """Look at that child from now on; returns the context of an actor who does."""
    async with ctx.writing() as work:
        await gate.student(work, student_id, Permission.READ_DIARY)
        await work.access.look_at(work.actor.account_id, student_id)
        await work.commit()
    return ctx.as_actor(replace(ctx.actor, current_student_id=student_id))


async def files(ctx: Ctx, student_id: int, homework_id: int) -> Homework:
    """One homework of the child with its files; another class's is as good as missing."""
    async with ctx.reading() as work:
        await gate.student(work, student_id, Permission.READ_DIARY)
        for task in await work.homework.by_ids([homework_id]):
            lessons = await work.lessons.of_student(student_id, task.due, task.due)
            if any(lesson.id == task.lesson_id for lesson in lessons):
                return task
        raise NotFoundError(kind="homework")
