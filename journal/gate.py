"""The only way to an object: loads it and authorises the actor in one step.

Missing and forbidden look the same to outsiders (`NotFoundError`); staff are told that a thing is not theirs.
Every refusal is logged, in a transaction of its own, since the refused one is rolled back.
"""

from __future__ import annotations

from typing import NoReturn, TypeVar

from journal.errors import NotFoundError, RefusedError
from journal.model.lessons import Lesson
from journal.model.people import Child, Unit
from journal.policy import Permission, Relation, Scope, allows, scope_of
from journal.policy.rules import grants_of
from journal.ports import Work

T = TypeVar("T")


async def lesson(work: Work, lesson_id: int, permission: Permission, *, lock: str | None = None) -> Lesson:
    """The lesson, if the actor may do that with it now.

    Who means to write names the `lock`: what is read from here on stays true until the commit.
    Raises `NotFoundError` (missing, or an outsider) or `RefusedError("not_permitted")` (staff, not theirs).
    """
    if lock is not None:
        await work.serialise(lock, lesson_id)
    found = await work.lessons.lesson(lesson_id)
    relations = await _of_lesson(work, found, permission) if found is not None else set()
    return admit(work, found, permission, relations, "lesson", lesson_id)


async def may(work: Work, lesson: Lesson, permission: Permission) -> bool:
    """Whether the actor could do that with a lesson shown already; asks, and logs nothing."""
    return allows(permission, work.actor, await _of_lesson(work, lesson, permission), work.regulation)


async def unit(work: Work, unit_id: int, permission: Permission) -> Unit:
    """The class, group or subgroup, if the actor may do that with it now. Raises as `lesson`."""
    found = await work.people.unit(unit_id)
    relations: set[Relation] = set()
    if found is not None:
        relations |= _of_class(work, found.class_id)
        if _asks(work, permission, Relation.TEACHES_UNIT) and await work.timetable.teaches(
            work.actor.person_id or 0, found.id
        ):
            relations.add(Relation.TEACHES_UNIT)
    return admit(work, found, permission, relations, "unit", unit_id)


async def headed(work: Work, unit_id: int, permission: Permission) -> Unit:
    """The class, if the actor may do that and heads it: watching over it is not all. Raises as `lesson`."""
    found = await unit(work, unit_id, permission)
    if not work.actor.heads(found.id):
        refuse(work, permission, "unit", unit_id)
    return found


async def page(work: Work, unit_id: int, subject_id: int, permission: Permission) -> Unit:
    """The unit whose page of that subject the actor may do that with now. Raises as `lesson`."""
    found = await work.people.unit(unit_id)
    relations: set[Relation] = set()
    if found is not None:
        relations |= _of_class(work, found.class_id)
        relations |= await _of_page(work, permission, unit_id, subject_id)
    return admit(work, found, permission, relations, "page", unit_id)


async def student(work: Work, student_id: int, permission: Permission) -> Child:
    """The student with the class, if the actor may do that with the student now. Raises as `lesson`."""
    found = await work.people.child(student_id)
    relations: set[Relation] = set()
    if found is not None:
        if work.actor.is_guardian_of(student_id):
            relations.add(Relation.GUARDIAN_OF)
        if work.actor.student_id == student_id:
            relations.add(Relation.SELF)
        if found.unit_id is not None:
            relations |= _of_class(work, found.unit_id)
        if _asks(work, permission, Relation.TEACHES_UNIT) and await work.timetable.teaches_student(
            work.actor.person_id or 0, student_id, work.today
        ):
            relations.add(Relation.TEACHES_UNIT)
    return admit(work, found, permission, relations, "student", student_id)


def author(work: Work) -> int:
    """The person who stands behind what is written; whoever got past a gate of the staff's is one.

    Raises `RefusedError("not_permitted")` for an account with nobody behind it.
    """
    if work.actor.person_id is None:
        raise RefusedError("not_permitted")
    return work.actor.person_id


def school(work: Work, permission: Permission) -> None:
    """Permission for what concerns the whole school. Raises `RefusedError("not_permitted")`."""
    if not allows(permission, work.actor, (), work.regulation):
        refuse(work, permission, "school", None)


def scope(work: Work, permission: Permission) -> Scope:
    """The reach of the permission, to list in one query. Raises as `lesson` where it reaches nothing."""
    found = scope_of(permission, work.actor, work.regulation)
    if found.empty:
        refuse(work, permission, "scope", None)
    return found


def admit(
    work: Work, found: T | None, permission: Permission, relations: set[Relation], kind: str, object_id: int
) -> T:
    """`found`, if the actor standing so to it has the permission; what other areas' gates end with."""
    if found is None or not allows(permission, work.actor, relations, work.regulation):
        refuse(work, permission, kind, object_id)
    return found


def refuse(work: Work, permission: Permission, kind: str, object_id: int | None) -> NoReturn:
    """Log the refusal and raise it."""
    work.refused(permission, kind, object_id)
    if work.actor.is_staff:
        may_give = kind == "lesson" and _may_substitute(work, permission)
        instead = {"lesson_id": object_id} if may_give else {}
        raise RefusedError("not_permitted", permission=str(permission), **instead)
    raise NotFoundError(kind=kind)


def _may_substitute(work: Work, permission: Permission) -> bool:
    """Whether the lesson is refused only for being a colleague's, who may have been replaced by the actor."""
    filled = permission in (Permission.ENTER_LESSON, Permission.TAKE_ATTENDANCE, Permission.ENTER_MARKS)
    return filled and allows(Permission.SUBSTITUTE, work.actor, set(), work.regulation)


async def _of_lesson(work: Work, found: Lesson, permission: Permission) -> set[Relation]:
    relations = _of_class(work, found.class_id)
    if work.actor.person_id in found.keepers:
        relations.add(Relation.KEEPS_LESSON)
    return relations | await _of_page(work, permission, found.unit_id, found.subject_id)


def _of_class(work: Work, class_id: int) -> set[Relation]:
    return {Relation.HEADS_CLASS} if work.actor.heads(class_id) else set()


async def _of_page(work: Work, permission: Permission, unit_id: int, subject_id: int) -> set[Relation]:
    if _asks(work, permission, Relation.TEACHES_SUBJECT) and await work.timetable.teaches_subject(
        work.actor.person_id or 0, unit_id, subject_id
    ):
        return {Relation.TEACHES_SUBJECT}
    return set()


def _asks(work: Work, permission: Permission, relation: Relation) -> bool:
    """Whether that relation could decide, so that it is worth a query."""
    return work.actor.person_id is not None and any(
        grant.relation is relation for grant in grants_of(permission, work.actor, work.regulation)
    )
