"""Grants about families: the diary, consent, codes, notices, messages, printouts."""

from journal.model.people import Role
from journal.policy import conditions as where
from journal.policy.model import GUARDIAN, OPERATOR, STUDENT, Grant, Relation
from journal.policy.permissions import Permission

T, CT, DH, D = Role.TEACHER, Role.CLASS_TEACHER, Role.DEPUTY_HEAD, Role.DIRECTOR
A, SEC = Role.ADMINISTRATOR, Role.SECRETARY
ANY, UNIT, OWN_CLASS = Relation.ANY, Relation.TEACHES_UNIT, Relation.HEADS_CLASS
CHILD, SELF = Relation.GUARDIAN_OF, Relation.SELF

FAMILIES: dict[Permission, tuple[Grant, ...]] = {
    Permission.READ_DIARY: (
        Grant(GUARDIAN, CHILD, "S0 §1.8, §3.1.3; S1 §3.6; S2 §1-7; S3 §3.1.5, §4.7-R1; S4 §3.6"),
        Grant(STUDENT, SELF, "S0 §1.8; S1 §1.6; S3 §3.4; S4 §3.6"),
    ),
    Permission.GIVE_CONSENT: (Grant(GUARDIAN, CHILD, "S3 §1.12, §4.7-R5, §4.7-D1"),),
    Permission.COLLECT_CONSENT: (Grant(CT, OWN_CLASS, "S4 §4.2-CT5"),),
    Permission.REPORT_ABSENCE: (Grant(GUARDIAN, CHILD, "derived from S4 §4.2-CT6"),),
    # Answering a family is no entry in the journal; writing the reason beside the absences is.
    Permission.DECIDE_ABSENCE_NOTE: (Grant(CT, OWN_CLASS, "derived from S4 §4.2-CT6"),),
    # Whoever is called to search for a child may say that it is found.
    Permission.END_ALARM: (
        Grant(CT, OWN_CLASS, "derived from S4 §4.2-CT6"),
        Grant(DH, ANY, "derived from S4 §4.2-CT6"),
        Grant(A, ANY, "derived from S4 §4.2-CT6"),
    ),
    Permission.KEEP_CLUBS: (Grant(CT, OWN_CLASS, "derived from R-026"),),
    Permission.REPORT_DATA_CHANGE: (Grant(GUARDIAN, CHILD, "S3 §4.7-D3"),),
    Permission.EDIT_FAMILY_DATA: (
        Grant(CT, OWN_CLASS, "S0 §3.2.3; S1 §3.3; S3 §3.8; S4 §4.2-CT2"),
        Grant(A, ANY, "S3 §3.2-A1"),
    ),
    Permission.SUPPLY_FAMILY_DATA: (Grant(SEC, ANY, "S3 §4.9-D2"),),
    Permission.ISSUE_GUARDIAN_CODES: (
        Grant(CT, OWN_CLASS, "S0 §3.1.2; S1 §4.3.4; S3 §4.7-R3; S4 §3.2b", where.issues_guardian_codes(CT)),
        Grant(A, ANY, "S3 §4.4-D1; S4 §4.2-A4", where.issues_guardian_codes(A)),
    ),
    # G21: where a document names issuers for guardians only, the class teacher issues to students too.
    Permission.ISSUE_STUDENT_CODES: (
        Grant(CT, OWN_CLASS, "S0 §3.1.2; S1 §4.3.4; S3 §4.7-R3; S4 §3.2b", where.issues_student_codes(CT)),
        Grant(A, ANY, "S3 §4.4-D1; S4 §4.2-A4", where.issues_student_codes(A)),
    ),
    Permission.SEE_ACCESS: (
        Grant(CT, OWN_CLASS, "S4 §4.2-CT12"),
        Grant(A, ANY, "S3 §4.4-R2"),
        Grant(OPERATOR, ANY, "derived from R-004, R-008"),
    ),
    Permission.SUBSCRIBE: (Grant(GUARDIAN, CHILD, "S2 §1-7; S1 §4.3.6"),),
    Permission.PRINT_FOR_FAMILY: (
        Grant(CT, OWN_CLASS, "S1 §4.3.6; S4 §4.1-CT4"),
        Grant(A, ANY, "S4 §4.1-CT4"),
    ),
    Permission.ALERT_FAMILIES: (
        Grant(T, UNIT, "S3 §4.5-D7; S4 §4.2-T6", where.alerts_families(T)),
        Grant(CT, OWN_CLASS, "S0 §4.2-CT3; S4 §4.2-CT9", where.alerts_families(CT)),
    ),
    # A class teacher writes to the own class under every regulation, as the card says.
    Permission.PUBLISH_NOTICE: (
        Grant(T, UNIT, "S3 §4.5-R4; S4 §4.1-T6", where.publishes_notices(T)),
        Grant(CT, OWN_CLASS, "S4 §4.1-CT5; card"),
        Grant(DH, ANY, "S1 §4.5.6; S3 §4.2-D6; S4 §4.2-DH6", where.publishes_notices(DH)),
    ),
    Permission.WITHDRAW_NOTICE: (Grant(DH, ANY, "S0 §1.11"),),
    Permission.PUBLISH_CLASS_EVENTS: (Grant(CT, OWN_CLASS, "S4 §4.2-CT8", where.class_events_monthly),),
    Permission.CORRESPOND: (
        Grant(GUARDIAN, CHILD, "S1 §2.9; S3 §3.4, §4.7-R2; S4 §3.6", where.guardians_write),
        Grant(STUDENT, SELF, "S1 §2.9; S3 §3.4; S4 §3.6", where.students_write),
        Grant(T, UNIT, "S1 §2.9; S2 §1-5; S3 §2.8"),
        Grant(CT, OWN_CLASS, "S1 §4.3.5; S3 §3.8; S4 §3.3"),
        Grant(DH, ANY, "S1 §2.9; S3 §2.8"),
        Grant(D, ANY, "S1 §2.9; S3 §2.8"),
        Grant(A, ANY, "S4 §4.2-A14"),
    ),
    Permission.KEEP_ROLL: (
        Grant(CT, OWN_CLASS, "S0 §4.3-4; S1 §8.5"),
        Grant(A, ANY, "S3 §3.2-A1"),
        Grant(SEC, ANY, "S3 §4.9-D1, §4.9-D2"),
    ),
    Permission.TRACK_ROLL: (Grant(DH, ANY, "S3 §4.2-D8; S4 §4.2-DH7"),),
    Permission.ASK_HELP: (
        Grant(GUARDIAN, ANY, "S0 §4.1-2; S1 §8.1; S3 §4.7-R4; S4 §4.1b"),
        Grant(STUDENT, ANY, "S0 §4.1-2; S1 §8.1; S4 §4.1b"),
        Grant(T, ANY, "S1 §4.4.2; S3 §4.5-R1; S4 §4.1-T1"),
        Grant(CT, ANY, "S4 §4.1-CT1"),
        Grant(DH, ANY, "S1 §4.5.3; S3 §4.2-R2; S4 §4.1-DH1"),
        Grant(D, ANY, "S1 §8.1"),
    ),
    Permission.ANSWER_HELP: (Grant(A, ANY, "S1 §4.2.4; S3 §4.4-D5; S4 §4.2-A8"),),
    Permission.ATTEND_TRAINING: (
        Grant(GUARDIAN, ANY, "S4 §4.2-CT10"),
        Grant(STUDENT, ANY, "S4 §4.2-CT10"),
        Grant(T, ANY, "S3 §4.5-D1; S4 §4.2-T1"),
        Grant(CT, ANY, "S4 §4.2-CT1"),
    ),
    Permission.HOLD_TRAINING: (
        Grant(CT, OWN_CLASS, "S4 §4.2-CT10"),
        Grant(A, ANY, "S3 §4.4-D6; S4 §4.2-A12"),
    ),
}
