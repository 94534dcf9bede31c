"""What whoever writes may speak of, and what a text means within it."""

from journal import gate, words
from journal.context import Ctx
from journal.diary.subjects import known
from journal.model.access import Hat
from journal.model.people import Child
from journal.policy import Permission, Scope
from journal.ports import Work
from journal.words import Understanding


async def understand(ctx: Ctx, text: str) -> Understanding:
    """The readings of a text; children, subjects, classes and students are the asker's own alone."""
    async with ctx.reading() as work:
        scope = await (_of_staff(work) if work.actor.hat is Hat.STAFF else _of_family(work))
    return words.understand(text, scope, ctx.today)


async def _of_family(work: Work) -> words.Scope:
    actor = work.actor
    own = actor.diary_ids if actor.hat is not None else ()
    at_hand = actor.student_id if actor.hat is Hat.STUDENT else actor.current_student_id
    subjects = await known(work, own) if own else {}
    children = actor.children if actor.hat is Hat.GUARDIAN else ()
    return words.Scope(actor.hat, children, at_hand, subjects)


async def _of_staff(work: Work) -> words.Scope:
    """The classes in view, the subjects taught, and the students of the classes taught or headed."""
    actor = work.actor
    classes = await work.people.classes(gate.scope(work, Permission.VIEW_JOURNAL))
    own = await work.people.classes(Scope(class_ids=actor.headed_units, teacher_id=actor.person_id))
    people = await work.people.members_of([unit.id for unit in own], work.today)
    return words.Scope(
        Hat.STAFF,
        subjects={0: await work.timetable.subjects_of(actor.person_id) if actor.person_id else {}},
        units={unit.id: unit.name for unit in (*classes, *own)},
        students=tuple(Child(one.id, one.first_name, one.last_name, None, "") for one in people),
    )
