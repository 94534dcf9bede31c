"""Who may do what: one table of grants, each with the clauses it rests on. Pure.

A permission is the union of the documents' grants, narrowed by the school's regulation and by the express
prohibitions (decision D2). What no clause grants is refused.
"""

from journal.policy.grants import GRANTS
from journal.policy.model import GUARDIAN, OPERATOR, STUDENT, Grant, Relation
from journal.policy.permissions import Permission
from journal.policy.rules import allows, identities
from journal.policy.scope import Scope, scope_of

__all__ = [
    "GRANTS",
    "GUARDIAN",
    "OPERATOR",
    "STUDENT",
    "Grant",
    "Permission",
    "Relation",
    "Scope",
    "allows",
    "identities",
    "scope_of",
]
