"""A notice as its author sees it, and what every use case of an author begins with."""

from dataclasses import dataclass

from journal import gate
from journal.errors import StaleError
from journal.model.fare import Offer
from journal.model.notices import Addressee, Audience, Counter, Listeners, Notice, NoticeStatus
from journal.model.people import Unit
from journal.notices import paying
from journal.notices.audience import Reach
from journal.policy import Permission
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Preview:
    """A notice as it stands, with the figures of its audience.

    `done` is False where the author pressed a button of an earlier revision, and nothing was changed.
    """

    notice: Notice
    counter: Counter
    units: tuple[Unit, ...]
    addressees: tuple[Addressee, ...] = ()
    done: bool = True
    # How a draft to very many would go.
    offer: Offer | None = None


async def show(work: Work, notice: Notice, *, listed: bool = False, done: bool = True) -> Preview:
    counter = await work.notices.counter(notice, work.now)
    everybody = await work.notices.addressees(notice) if listed else ()
    units = await work.people.units(notice.audience.units)
    return Preview(notice, counter, tuple(units), tuple(everybody), done, await paying.offer(work, notice))


async def own(work: Work, notice_id: int) -> Notice:
    """The actor's own notice; anybody else's is refused."""
    notice = await work.notices.notice(notice_id)
    if notice is None or notice.author_id != work.actor.person_id:
        gate.refuse(work, Permission.PUBLISH_NOTICE, "notice", notice_id)
    return notice


async def reach(work: Work) -> Reach:
    """Whom the actor may write to at all; raises where nobody."""
    scope = gate.scope(work, Permission.PUBLISH_NOTICE)
    return Reach(scope.everything, tuple(await work.people.classes(scope)))


async def may_address(work: Work, audience: Audience) -> None:
    """Refuse unless the author may write to every unit of the audience now; nobody at all is no audience."""
    if not audience.listeners:
        return
    if audience.whole_school or Listeners.STAFF in audience.listeners:
        gate.school(work, Permission.PUBLISH_NOTICE)
    elif not set(audience.units) <= set((await reach(work)).ids):
        gate.refuse(work, Permission.PUBLISH_NOTICE, "unit", audience.units[0])
    if audience.students:
        # Some families are chosen within one class; a student of any other is nobody here.
        chosen = audience.units if len(audience.units) == 1 else ()
        members = {person.id for unit in chosen for person in await work.people.members(unit, work.today)}
        if foreign := set(audience.students) - members:
            gate.refuse(work, Permission.PUBLISH_NOTICE, "student", min(foreign))


async def store(work: Work, notice: Notice) -> None:
    if not await work.notices.change(notice):
        raise StaleError("notice_moved_on")


def is_draft(notice: Notice, revision: int) -> bool:
    return notice.status is NoticeStatus.DRAFT and notice.revision == revision
