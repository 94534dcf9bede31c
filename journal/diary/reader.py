"""The diary's own door: the gate, and a kinder word to who has no diary at all (any more)."""

from journal import gate
from journal.errors import NotFoundError
from journal.model.people import Child
from journal.policy import Permission
from journal.ports import Work


async def child_of(work: Work, student_id: int) -> Child:
    """The child, for whoever may read its diary. Raises as the gate does.

    Whose last diary was closed, by a departure or a withdrawn consent, hears `NotFoundError("no_diary")`.
    """
    try:
        return await gate.student(work, student_id, Permission.READ_DIARY)
    except NotFoundError:
        if work.actor.diary_ids:
            raise
        raise NotFoundError("no_diary") from None
