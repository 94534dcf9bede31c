"""Grants about the school as a whole: staff, setting up, documents, paper, operation."""

from journal.model.people import Role
from journal.policy import conditions as where
from journal.policy.model import OPERATOR, Grant, Relation
from journal.policy.permissions import Permission

T, CT, DH, D = Role.TEACHER, Role.CLASS_TEACHER, Role.DEPUTY_HEAD, Role.DIRECTOR
A, E, SEC, SITE = Role.ADMINISTRATOR, Role.TECHNICIAN, Role.SECRETARY, Role.SITE_ADMINISTRATOR
ANY, OWN_CLASS = Relation.ANY, Relation.HEADS_CLASS

_SET_UP = "S3 §4.4-R4; S3 §4.2-D2"
_COMMAND_LINE = "derived from R-002, R-136, R-137, R-145"

SCHOOL: dict[Permission, tuple[Grant, ...]] = {
    Permission.ISSUE_STAFF_CODES: (
        Grant(A, ANY, "S0 §3.2.2; S1 §3.1a; S3 §3.3; S4 §4.2-A4", where.issues_staff_codes(A)),
        Grant(E, ANY, "S4 §3.2a", where.issues_staff_codes(E)),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.APPOINT_STAFF: (Grant(D, ANY, "S1 §4.1.2; S3 §4.1-R1; S4 §4.1-D1"),),
    Permission.RECORD_APPOINTMENT: (
        Grant(A, ANY, "R-150"),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.EDIT_ACCOUNTS: (Grant(A, ANY, "S1 §4.2.3; S3 §4.4-R2, §4.4-R3"),),
    Permission.KEEP_USER_REGISTER: (
        Grant(A, ANY, "S3 §4.4-D2, §4.4-D3; S4 §4.2-A4"),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.SET_UP_YEAR: (
        Grant(DH, ANY, "S2 §3-2; S3 §4.2-D2"),
        Grant(D, ANY, "S2 §3-2"),
        Grant(A, ANY, _SET_UP),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    # A file of any kind; parts of it that others bring have permissions of their own (FORM_TIMETABLE, …).
    Permission.IMPORT_DATA: (
        Grant(A, ANY, _SET_UP),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.OPEN_DISCUSSION: (Grant(D, ANY, "S3 §4.1-R3; S4 §4.1-D2", where.opens_topics(D)),),
    Permission.DISCUSS: (
        Grant(T, ANY, "S4 §4.1-T3", where.discusses(T)),
        Grant(CT, ANY, "S4 §4.1-CT2", where.discusses(CT)),
        Grant(DH, ANY, "S4 §4.1-DH2", where.discusses(DH)),
        Grant(D, ANY, "S3 §4.1-R3; S4 §4.1-D2", where.discusses(D)),
        Grant(A, ANY, "S4 §4.1-A1", where.discusses(A)),
    ),
    Permission.PUBLISH_DOCUMENTS: (
        Grant(DH, ANY, "S1 §4.5.1; S4 §4.2-DH1"),
        Grant(D, ANY, "S3 §4.1-R4; S4 §4.1-D3"),
        Grant(A, ANY, "S4 §4.2-A10, §4.2-A15, §4.2-A16"),
        Grant(SITE, ANY, "S3 §4.8-D1, §4.8-D2"),
    ),
    Permission.CERTIFY_PRINT: (
        Grant(DH, ANY, "S0 §4.2-DH4", where.certifies(DH)),
        Grant(D, ANY, "S3 §4.1-D3, §6.7", where.certifies(D)),
    ),
    Permission.ARCHIVE: (
        Grant(A, ANY, "S3 §4.4-D9"),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.HAND_OVER_PAPER: (
        Grant(CT, OWN_CLASS, "S1 §4.5.7"),
        Grant(DH, ANY, "S1 §4.5.7"),
    ),
    Permission.KEEP_PAPER: (
        Grant(DH, ANY, "S1 §4.5.7", where.deputy_keeps_paper),
        Grant(SEC, ANY, "S0 §4.2-DH4"),
    ),
    Permission.BACK_UP: (
        Grant(A, ANY, "S4 §4.2-A6"),
        Grant(E, ANY, "S3 §3.2-E2, §4.4-E2"),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    Permission.OPERATE: (
        Grant(A, ANY, "S1 §4.2.2; S3 §6.1; S4 §4.2-A2"),
        Grant(E, ANY, "S0 §3.2.1; S3 §3.2-E1; S4 §3.1"),
        Grant(OPERATOR, ANY, _COMMAND_LINE),
    ),
    # The management answers for both: it sees their state and is told of failures.
    Permission.OVERSEE_OPERATION: (
        Grant(DH, ANY, "S3 §5.1, §6.1"),
        Grant(D, ANY, "S1 §6.1; S3 §5.1, §6.1; S4 §4.2-D3"),
    ),
    Permission.KEEP_PORTFOLIO: (
        Grant(T, ANY, "S3 §4.5-R5; S4 §4.1-T7"),
        Grant(CT, ANY, "S4 §4.1-CT6"),
        Grant(DH, ANY, "S3 §4.2-R3; S4 §4.1-DH3"),
    ),
    Permission.SUGGEST: (Grant(T, ANY, "S3 §4.5-R3; S4 §4.1-T4"),),
}
