"""Whether a question asks for the diary of somebody who is none of the asker's own."""

from journal.context import Ctx
from journal.diary.asking import at_hand
from journal.diary.teachers import teachers
from journal.model.access import Hat
from journal.model.people import Child
from journal.words.outsiders import bears_surname, is_own, outsider_in


async def outsider(ctx: Ctx, text: str) -> str | None:
    """The name by which somebody else's diary, or class, is asked for; None where it may be an own one.

    Decided by the asker's own children and their teachers alone: whether anybody else is called so is
    never looked up, so that the answer tells nothing.
    """
    actor = ctx.actor
    if actor.hat not in (Hat.GUARDIAN, Hat.STUDENT):
        return None
    name = outsider_in(text)
    if name is None:
        return None
    own = [child.student_id for child in actor.children] or [at_hand(actor)]
    for found in [await teachers(ctx, student) for student in own]:
        staff = [one.person for one in found.teachers] + (
            [found.class_teacher] if found.class_teacher else []
        )
        # «Оценки Кузнецовой» may be those she gave.
        people = [Child(one.id, one.first_name, one.last_name, None, "") for one in staff]
        if is_own(name, (found.child,)) or bears_surname(name, people):
            return None
    return name
