"""What a permission reaches, said as a filter, so that a list takes one query and not a gate for each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.policy.model import Relation
from journal.policy.permissions import Permission
from journal.policy.rules import grants_of

if TYPE_CHECKING:
    from journal.model.access import Actor
    from journal.regulation import Regulation


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything, or what any of these names: classes headed, lessons or pages taught, students bound."""

    everything: bool = False
    class_ids: tuple[int, ...] = ()
    # The person whose own lessons, and whose own pages of the workload, are in it.
    keeper_id: int | None = None
    teacher_id: int | None = None
    student_ids: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        return self == Scope()


def scope_of(permission: Permission, actor: Actor, regulation: Regulation) -> Scope:
    """The reach of `permission` for the actor; it agrees with `allows` on every single object."""
    relations = {grant.relation for grant in grants_of(permission, actor, regulation)}
    if Relation.ANY in relations:
        return Scope(everything=True)
    children = tuple(child.student_id for child in actor.children)
    own = () if actor.student_id is None else (actor.student_id,)
    return Scope(
        class_ids=actor.headed_units if Relation.HEADS_CLASS in relations else (),
        keeper_id=actor.person_id if Relation.KEEPS_LESSON in relations else None,
        teacher_id=(
            actor.person_id if relations & {Relation.TEACHES_SUBJECT, Relation.TEACHES_UNIT} else None
        ),
        student_ids=(children if Relation.GUARDIAN_OF in relations else ())
        + (own if Relation.SELF in relations else ()),
    )
