"""Who may do what: one table of grants, each with the clauses it rests on. Pure.

A permission is the union of the documents' grants, narrowed by the school's regulation and by the express
prohibitions (decision D2). What no clause grants is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from journal.model.people import Role

if TYPE_CHECKING:
    from journal.model.access import Actor
    from journal.regulation import Regulation


class Permission(StrEnum):
    """Everything anybody may be allowed to do, in alphabetical order."""

    ALERT_FAMILIES = auto()
    ANALYSE = auto()
    ANSWER_HELP = auto()
    APPLY_SUBGROUPS = auto()
    APPLY_TIMETABLE_CHANGE = auto()
    APPOINT_STAFF = auto()
    ARCHIVE = auto()
    ASK_HELP = auto()
    ATTACH_COURSES = auto()
    ATTEND_TRAINING = auto()
    BACK_UP = auto()
    CERTIFY_PRINT = auto()
    COLLECT_CONSENT = auto()
    CONTROL_JOURNALS = auto()
    CORRECT_MARKS = auto()
    CORRESPOND = auto()
    DEFINE_PLACES = auto()
    DISCUSS = auto()
    EDIT_ACCOUNTS = auto()
    EDIT_FAMILY_DATA = auto()
    ENTER_LESSON = auto()
    ENTER_MARKS = auto()
    ENTER_RESULTS = auto()
    FORM_TIMETABLE = auto()
    GIVE_CONSENT = auto()
    HOLD_TRAINING = auto()
    IMPORT_DATA = auto()
    ISSUE_FAMILY_CODES = auto()
    ISSUE_STAFF_CODES = auto()
    KEEP_PORTFOLIO = auto()
    KEEP_ROLL = auto()
    KEEP_USER_REGISTER = auto()
    LOAD_PLAN = auto()
    MAKE_REPORTS = auto()
    OPEN_DISCUSSION = auto()
    OPERATE = auto()
    PRINT_FOR_FAMILY = auto()
    PROPOSE_SUBGROUPS = auto()
    PUBLISH_CLASS_EVENTS = auto()
    PUBLISH_DOCUMENTS = auto()
    PUBLISH_NOTICE = auto()
    READ_DIARY = auto()
    REPORT_ABSENCE = auto()
    SEE_ACCESS = auto()
    SET_ABSENCE_REASON = auto()
    SET_UP_YEAR = auto()
    SUBSCRIBE = auto()
    SUBSTITUTE = auto()
    SUGGEST = auto()
    TAKE_ATTENDANCE = auto()
    VIEW_JOURNAL = auto()
    WITHDRAW_NOTICE = auto()


class Relation(StrEnum):
    """How the actor stands to the object at hand; the gate establishes it from the present state."""

    ANY = auto()
    KEEPS_LESSON = auto()
    TEACHES_UNIT = auto()
    HEADS_CLASS = auto()
    GUARDIAN_OF = auto()
    SELF = auto()


GUARDIAN = "guardian"
STUDENT = "student"


@dataclass(frozen=True, slots=True)
class Grant:
    """`who` may, standing in `relation` to the object, if the regulation agrees (`when`)."""

    who: Role | str
    relation: Relation
    sources: str
    when: Callable[[Regulation], bool] | None = None


_T, _CT, _DH, _D, _A = (
    Role.TEACHER,
    Role.CLASS_TEACHER,
    Role.DEPUTY_HEAD,
    Role.DIRECTOR,
    Role.ADMINISTRATOR,
)

GRANTS: dict[Permission, tuple[Grant, ...]] = {
    Permission.ENTER_LESSON: (
        Grant(_T, Relation.KEEPS_LESSON, "S0 §3.2.4; S1 §4.4.1; S2 §3-3; S3 §3.9; S4 §3.4"),
    ),
    Permission.ENTER_MARKS: (
        Grant(_T, Relation.KEEPS_LESSON, "S0 §3.2.4; S1 §4.4.1; S2 §3-3; S3 §3.9; S4 §3.4"),
    ),
    Permission.ISSUE_FAMILY_CODES: (
        Grant(_CT, Relation.HEADS_CLASS, "S0 §3.1.2; S1 §4.3.4; S3 §4.7-R3; S4 §3.2b"),
        Grant(_A, Relation.ANY, "S3 §4.4-D1; S4 §4.2-A4"),
    ),
    Permission.PUBLISH_NOTICE: (
        Grant(_CT, Relation.HEADS_CLASS, "S4 §4.1-CT5; card"),
        Grant(_DH, Relation.ANY, "S1 §4.5.6; S3 §4.2-D6; S4 §4.2-DH6"),
    ),
    Permission.READ_DIARY: (
        Grant(GUARDIAN, Relation.GUARDIAN_OF, "S0 §1.8; S1 §3.6; S2 §1-7; S3 §3.1.5; S4 §3.6"),
        Grant(STUDENT, Relation.SELF, "S0 §1.8; S1 §1.6; S3 §3.4; S4 §3.6"),
    ),
    Permission.REPORT_ABSENCE: (Grant(GUARDIAN, Relation.GUARDIAN_OF, "derived from S4 §4.2-CT6"),),
    Permission.SET_ABSENCE_REASON: (Grant(_CT, Relation.HEADS_CLASS, "S4 §4.2-CT6, §4.2-CT7; S1 §4.3.1"),),
    Permission.SUBSCRIBE: (Grant(GUARDIAN, Relation.GUARDIAN_OF, "S2 §1-7; S1 §4.3.6"),),
    Permission.TAKE_ATTENDANCE: (
        Grant(_T, Relation.KEEPS_LESSON, "S0 §4.2-T1; S1 §8.4; S2 §3-5; S3 §4.5-D4; S4 §4.2-T4"),
    ),
    Permission.VIEW_JOURNAL: (
        Grant(_T, Relation.KEEPS_LESSON, "S1 §4.4.1; S2 §3-3; S3 §3.7"),
        Grant(_CT, Relation.HEADS_CLASS, "S1 §4.3.2; S2 §3-4; S4 §4.2-CT3"),
        Grant(_DH, Relation.ANY, "S3 §4.2-R1; S0 §3.2.5; S1 §4.5.5; S2 §3-2; S4 §3.5"),
        Grant(_D, Relation.ANY, "S3 §4.1-R5; S2 §3-2; S4 §4.2-D2"),
        Grant(_A, Relation.ANY, "S1 §3.5; S3 §4.4-D4; S4 §4.2-A9"),
    ),
}


def identities(actor: Actor) -> frozenset[Role | str]:
    """Everything the actor is: its roles, and «guardian» or «student» by its bindings."""
    held: set[Role | str] = {assignment.role for assignment in actor.roles}
    if actor.children:
        held.add(GUARDIAN)
    if actor.student_id is not None:
        held.add(STUDENT)
    return frozenset(held)


def allows(
    permission: Permission, actor: Actor, relations: Iterable[Relation], regulation: Regulation
) -> bool:
    """Whether any grant gives `actor`, standing in `relations` to the object, the `permission`."""
    held, standing = identities(actor), {Relation.ANY, *relations}
    return any(
        grant.who in held and grant.relation in standing and (grant.when is None or grant.when(regulation))
        for grant in GRANTS.get(permission, ())
    )
