"""Grants about lessons, marks, attendance, plans and classes."""

from journal.model.people import Role
from journal.policy import conditions as where
from journal.policy.model import Grant, Relation
from journal.policy.permissions import Permission
from journal.regulation.values import ClassTeacherEdit

T, CT, DH, D = Role.TEACHER, Role.CLASS_TEACHER, Role.DEPUTY_HEAD, Role.DIRECTOR
A, E, DISP, CONTROL = Role.ADMINISTRATOR, Role.TECHNICIAN, Role.DISPATCHER, Role.CONTROL_GROUP
ANY, LESSON, SUBJECT = Relation.ANY, Relation.KEEPS_LESSON, Relation.TEACHES_SUBJECT
UNIT, OWN_CLASS = Relation.TEACHES_UNIT, Relation.HEADS_CLASS

_ENTRY = "S0 §3.2.4; S1 §4.4.1; S2 §3-3; S3 §3.9; S4 §3.4"
_SEES_ALL_BY_ADMINISTRATOR = "S1 §3.5; S3 §4.4-D4; S4 §4.2-A9"
_SEES_ALL_BY_DEPUTY = "S3 §4.2-R1; S0 §3.2.5; S1 §4.5.5; S2 §3-2; S4 §3.5"
_SEES_ALL_BY_DIRECTOR = "S3 §4.1-R5; S2 §3-2; S4 §4.2-D2"
_SEES_OWN_CLASS = "S1 §4.3.2; S2 §3-4; S4 §4.2-CT3"
_CONTROL_GROUP = "S0 §1.3, §1.4, §3.2.2"

_BY_OVERRIDE = "derived from R-121: no document grants it, a school may"
_MANAGEMENT = tuple(Grant(who, ANY, _BY_OVERRIDE, where.management_edits) for who in (DH, D))

TEACHING: dict[Permission, tuple[Grant, ...]] = {
    # A substitute keeps the lesson beside its own teacher; nobody else enters anything.
    Permission.ENTER_LESSON: (Grant(T, LESSON, _ENTRY), *_MANAGEMENT),
    Permission.ENTER_MARKS: (Grant(T, LESSON, _ENTRY), *_MANAGEMENT),
    Permission.CORRECT_MARKS: (Grant(T, LESSON, _ENTRY, where.marks_may_change),),
    Permission.ENTER_RESULTS: (Grant(T, SUBJECT, "S1 §4.4.5; S3 §4.5-D5; S4 §4.2-T5"),),
    Permission.TAKE_ATTENDANCE: (
        Grant(T, LESSON, "S0 §4.2-T1; S1 §8.4; S2 §3-5; S3 §4.5-D4; S4 §4.2-T4"),
        Grant(CT, OWN_CLASS, "S0 §4.2-CT2", where.class_teacher_enters(ClassTeacherEdit.ATTENDANCE)),
        *_MANAGEMENT,
    ),
    Permission.POST_EXCUSED_ABSENCE: (
        Grant(CT, OWN_CLASS, "S4 §4.2-CT6", where.class_teacher_enters(ClassTeacherEdit.EXCUSED_ABSENCES)),
    ),
    Permission.SET_ABSENCE_REASON: (
        Grant(CT, OWN_CLASS, "S4 §4.2-CT6, §4.2-CT7", where.class_teacher_enters_anything),
    ),
    Permission.CORRECT_ATTENDANCE: (
        Grant(CT, OWN_CLASS, "S4 §4.2-CT7", where.class_teacher_enters(ClassTeacherEdit.WEEKLY_CORRECTION)),
    ),
    Permission.SUBSTITUTE: (Grant(T, ANY, "S0 §4.2-T3; S3 §4.5-D11; S4 §5-1"),),
    # Somebody must decide what becomes of the lessons of a teacher who is away.
    Permission.COVER_LESSONS: (Grant(DH, ANY, "derived from S0 §4.2-T3"),),
    # Where the regulation refuses an entry, somebody must be able to open the lesson, and it is recorded.
    Permission.OPEN_ENTRY: (Grant(DH, ANY, "derived from D1"),),
    # One lesson or one subject's page.
    Permission.VIEW_JOURNAL: (
        Grant(T, LESSON, _ENTRY),
        Grant(T, SUBJECT, _ENTRY),
        Grant(CT, OWN_CLASS, _SEES_OWN_CLASS),
        Grant(DH, ANY, _SEES_ALL_BY_DEPUTY),
        Grant(D, ANY, _SEES_ALL_BY_DIRECTOR),
        Grant(A, ANY, _SEES_ALL_BY_ADMINISTRATOR),
        Grant(CONTROL, ANY, _CONTROL_GROUP),
    ),
    # Every subject of a class.
    Permission.VIEW_CLASS: (
        Grant(CT, OWN_CLASS, _SEES_OWN_CLASS),
        Grant(DH, ANY, _SEES_ALL_BY_DEPUTY),
        Grant(D, ANY, _SEES_ALL_BY_DIRECTOR),
        Grant(A, ANY, _SEES_ALL_BY_ADMINISTRATOR),
        Grant(CONTROL, ANY, _CONTROL_GROUP),
    ),
    Permission.CONTROL_JOURNALS: (
        Grant(CT, OWN_CLASS, "S1 §4.3.2; S4 §4.2-CT3"),
        Grant(DH, ANY, "S0 §3.2.5; S1 §4.5.5; S2 §3-2; S3 §3.11, §5.3, §6.4; S4 §3.5"),
        Grant(D, ANY, "S2 §3-2; S3 §5.3; S4 §4.2-D2"),
        Grant(A, ANY, "S1 §3.5; S3 §4.4-D4, §4.4-D8; S4 §4.2-A9"),
        Grant(CONTROL, ANY, _CONTROL_GROUP),
    ),
    Permission.LOAD_PLAN: (Grant(T, SUBJECT, "S3 §4.5-D8; S4 §4.2-T7; S0 §3.2.4"),),
    Permission.REUSE_PLAN: (Grant(T, SUBJECT, "S3 §2.2"), Grant(DH, ANY, "S3 §2.2")),
    Permission.CHECK_PLAN: (Grant(DH, ANY, "S3 §4.2-D3; S4 §4.2-DH3"),),
    Permission.ATTACH_COURSES: (Grant(T, LESSON, "S3 §4.5-R2; S4 §4.1-T2"),),
    Permission.PROPOSE_SUBGROUPS: (
        Grant(T, UNIT, "S1 §4.4.4; S3 §4.5-D10; S4 §4.2-T9", where.proposes_subgroups(T)),
        Grant(CT, OWN_CLASS, "S1 §4.3.3; S3 §4.5-D10", where.proposes_subgroups(CT)),
    ),
    Permission.APPLY_SUBGROUPS: (
        Grant(A, ANY, "S3 §3.2-A2; S4 §4.2-T9", where.applies_subgroups(A)),
        Grant(E, ANY, "S4 §4.2-T9", where.applies_subgroups(E)),
    ),
    Permission.MAKE_REPORTS: (
        Grant(T, UNIT, "S1 §4.4.3; S3 §4.5-D6; S4 §4.1-T5"),
        Grant(CT, OWN_CLASS, "S0 §4.2-CT4; S4 §4.1-CT3"),
        Grant(DH, ANY, "S0 §3.2.5; S1 §4.5.4; S3 §4.2-D7; S4 §4.2-DH7"),
    ),
    Permission.RECEIVE_REPORTS: (Grant(D, ANY, "S0 §4.2-DH2"),),
    Permission.PRINT_REPORTS: (Grant(A, ANY, "S3 §4.4-D7; S4 §4.2-A13"),),
    Permission.ANALYSE: (
        Grant(T, UNIT, "S1 §2.7"),
        Grant(CT, OWN_CLASS, "S4 §4.2-CT3; S1 §2.7"),
        Grant(DH, ANY, "S1 §2.7, §4.5.4; S3 §4.2-D7; S4 §4.2-DH7"),
    ),
    Permission.FORECAST: (
        Grant(T, UNIT, "S1 §2.7", where.results_are_forecast),
        Grant(CT, OWN_CLASS, "S4 §4.2-CT3; S1 §2.7", where.results_are_forecast),
        Grant(DH, ANY, "S1 §2.7, §4.5.4; S3 §4.2-D7; S4 §4.2-DH7", where.results_are_forecast),
    ),
    Permission.FORM_TIMETABLE: (Grant(DH, ANY, "S1 §4.5.2; S4 §4.2-DH2", where.forms_timetable(DH)),),
    Permission.APPLY_TIMETABLE_CHANGE: (
        Grant(DH, ANY, "S1 §4.5.2; S4 §4.2-DH2", where.edits_timetable(DH)),
        Grant(A, ANY, "S1 §4.2.7; S3 §3.2-A2", where.edits_timetable(A)),
    ),
    Permission.REQUEST_TIMETABLE_CHANGE: (Grant(DISP, ANY, "S3 §4.3", where.supplies_timetable(DISP)),),
    Permission.DEFINE_PLACES: (Grant(DH, ANY, "S3 §4.2-D5; S4 §4.2-DH5"),),
}
