"""Who teaches a child what, and who heads its class."""

from dataclasses import dataclass

from journal.context import Ctx
from journal.diary.reader import child_of
from journal.model.messages import Colleague
from journal.model.people import Child, Person


@dataclass(frozen=True, slots=True)
class Teachers:
    """The teachers of a child with their subjects; who heads the class may be among them."""

    child: Child
    class_teacher: Person | None
    teachers: tuple[Colleague, ...]


async def teachers(ctx: Ctx, student_id: int) -> Teachers:
    """Everybody who teaches the child now."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        head = await work.messages.class_teacher(child.unit_id, work.today) if child.unit_id else None
        return Teachers(child, head, tuple(await work.messages.teachers(student_id, work.today)))
