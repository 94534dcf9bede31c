"""What whoever writes may speak of, and what a text means within it."""

from collections.abc import Mapping

from journal import gate, words
from journal.context import Ctx
from journal.diary.subjects import known
from journal.model.access import Hat
from journal.model.people import Child
from journal.policy import Permission, Scope
from journal.ports import Work
from journal.words import Understanding
from journal.words.people import is_patronymic
from journal.words.tokens import words_of


async def understand(ctx: Ctx, text: str) -> Understanding:
    """The readings of a text; children, subjects, classes and students are the asker's own alone."""
    async with ctx.reading() as work:
        scope = await (_of_staff(work) if work.actor.hat is Hat.STAFF else _of_family(work, text))
    return words.understand(text, scope, ctx.today)


async def _of_family(work: Work, text: str) -> words.Scope:
    actor = work.actor
    own = actor.diary_ids if actor.hat is not None else ()
    at_hand = actor.student_id if actor.hat is Hat.STUDENT else actor.current_student_id
    subjects = await known(work, own) if own else {}
    children = actor.children if actor.hat is Hat.GUARDIAN else ()
    named = any(is_patronymic(word) for word in words_of(text))
    teachers = await _teachers(work, at_hand, subjects.get(at_hand, {})) if named and at_hand else ()
    return words.Scope(actor.hat, children, at_hand, subjects, teachers=teachers)


async def _teachers(work: Work, student: int, subjects: Mapping[int, str]) -> tuple[words.Teacher, ...]:
    """Who teaches and who heads the child looked at; asked for only where a text names somebody so."""
    child = next((one for one in work.actor.children if one.student_id == student), None)
    unit = child.unit_id if child is not None else None
    head = await work.messages.class_teacher(unit, work.today) if unit else None
    found = await work.messages.teachers(student, work.today)
    taught = {one.person.id: one.subjects for one in found}
    people = {one.person.id: one.person for one in found} | ({head.id: head} if head else {})
    return tuple(
        words.Teacher(
            one.first_name,
            one.middle_name,
            frozenset(subject for subject, name in subjects.items() if name in taught.get(one.id, ())),
            is_head=head is not None and one.id == head.id,
        )
        for one in people.values()
    )


async def _of_staff(work: Work) -> words.Scope:
    """The classes in view, the subjects taught or had by a class headed, the students of all of these."""
    actor = work.actor
    classes = await work.people.classes(gate.scope(work, Permission.VIEW_JOURNAL))
    own = await work.people.classes(Scope(class_ids=actor.headed_units, teacher_id=actor.person_id))
    people = await work.people.members_of([unit.id for unit in own], work.today)
    taught = await work.timetable.subjects_of(actor.person_id) if actor.person_id else {}
    return words.Scope(
        Hat.STAFF,
        subjects={0: {**await _of_headed(work), **taught}},
        units={unit.id: unit.name for unit in (*classes, *own)},
        students=tuple(Child(one.id, one.first_name, one.last_name, None, "") for one in people),
    )


async def _of_headed(work: Work) -> Mapping[int, str]:
    """The subjects of the class that is headed."""
    members = await work.people.members_of(work.actor.headed_units[:1], work.today)
    return (await known(work, [members[0].id]))[members[0].id] if members else {}
