"""The decision itself: does any grant give this actor that permission here?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from journal.policy.grants import GRANTS
from journal.policy.model import GUARDIAN, OPERATOR, STUDENT, Grant, Relation
from journal.policy.permissions import Permission

if TYPE_CHECKING:
    from journal.model.access import Actor
    from journal.model.people import Role
    from journal.regulation import Regulation


def identities(actor: Actor) -> frozenset[Role | str]:
    """Everything the actor is: its roles, and «guardian» or «student» by its bindings."""
    held: set[Role | str] = {assignment.role for assignment in actor.roles}
    if actor.children:
        held.add(GUARDIAN)
    if actor.student_id is not None:
        held.add(STUDENT)
    if actor.operator is not None:
        held.add(OPERATOR)
    return frozenset(held)


def grants_of(permission: Permission, actor: Actor, regulation: Regulation) -> Iterator[Grant]:
    """The grants of `permission` that reach the actor under the regulation, whatever the object."""
    held = identities(actor)
    for grant in GRANTS.get(permission, ()):
        if grant.who in held and (grant.when is None or grant.when(regulation)):
            yield grant


def allows(
    permission: Permission, actor: Actor, relations: Iterable[Relation], regulation: Regulation
) -> bool:
    """Whether any grant gives `actor`, standing in `relations` to the object, the `permission`."""
    standing = {Relation.ANY, *relations}
    return any(grant.relation in standing for grant in grants_of(permission, actor, regulation))
