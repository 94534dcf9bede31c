"""Who enters a thread: its two sides while they have to do with the child, and who decides of a complaint."""

from journal import gate
from journal.errors import NotFoundError, RefusedError
from journal.messages.parties import Addressee
from journal.messages.stopping import not_stopped
from journal.model.messages import Conversation, Office, Side
from journal.model.people import Child
from journal.policy import Permission, Scope, scope_of
from journal.ports import Work

MAY = Permission.CORRESPOND


async def enter(work: Work, conversation_id: int, *, lock: bool = False) -> tuple[Conversation, Child, Side]:
    """The thread with its child and the actor's side of it. Raises as the gate does.

    Whoever answers for the whole school enters a foreign thread only while a complaint of it is open, or
    once it was decided about.
    """
    if lock:
        await work.serialise("conversation", conversation_id)
    found = await work.messages.conversation(conversation_id)
    side = _side(work, found) if found is not None else None
    if found is None or side is None:
        gate.refuse(work, MAY, "conversation", conversation_id)
    return found, await gate.student(work, found.student_id, MAY), side


async def write(work: Work, conversation_id: int) -> tuple[Conversation, Child, Side]:
    """The thread, for whoever may write in it now.

    Raises `RefusedError("messages_blocked")` where the school has stopped it, and
    `RefusedError("message_unreachable")` where the family has no way to read it; else as `enter`.
    """
    found, child, side = await enter(work, conversation_id, lock=True)
    if side is Side.OVERSEER:
        gate.refuse(work, MAY, "conversation", conversation_id)
    # Whoever answers for the administration answers as a person too.
    own = {gate.author(work)} if side is Side.SCHOOL else set()
    await not_stopped(work, found.family_id, {found.staff_id, *own})
    if side is Side.SCHOOL and not await work.messages.reads(found.family_id, found.student_id, work.today):
        raise RefusedError("message_unreachable")
    return found, child, side


async def standing(work: Work, conversation_id: int) -> Conversation:
    """The thread as it stands after what was written. Raises `NotFoundError`."""
    found = await work.messages.conversation(conversation_id)
    if found is None:
        raise NotFoundError(kind="conversation")
    return found


def colleagues(work: Work) -> Scope:
    """Whose families a member of staff corresponds with. Raises as the gate does for anybody else."""
    found = gate.scope(work, MAY)
    if not work.actor.is_staff or not (found.everything or found.class_ids or found.teacher_id):
        gate.refuse(work, MAY, "scope", None)
    return found


def is_administration(work: Work) -> bool:
    """Whether the actor is one of those to whom letters to the administration go."""
    return work.actor.is_staff and scope_of(MAY, work.actor, work.regulation).everything


def addressee_of(found: Conversation) -> Addressee:
    return Addressee(found.office, found.staff_id)


def _side(work: Work, found: Conversation) -> Side | None:
    person = work.actor.person_id
    if person is None:
        return None
    if person == found.family_id and found.student_id in work.actor.diary_ids:
        return Side.FAMILY
    if person == found.staff_id:
        return Side.SCHOOL
    if not is_administration(work):
        return None
    if found.office is Office.ADMINISTRATION:
        return Side.SCHOOL
    return Side.OVERSEER if found.reported_at is not None else None
