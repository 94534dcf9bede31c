"""The full matrix of the requirements: roles × permissions × relation × regulation, allowed and denied."""

from collections import defaultdict
from collections.abc import Set

import pytest

from journal.model.access import Actor
from journal.model.people import Child, Role, RoleAssignment
from journal.policy import GRANTS, Permission, Relation, allows, scope_of
from journal.regulation import Regulation, preset
from tests.access.matrix import COLUMNS, clauses_of, read_matrix

P, R = Permission, Relation
PRESETS = ("s0", "s1", "s2", "s3", "s4")
ROLES = {
    "T": Role.TEACHER,
    "CT": Role.CLASS_TEACHER,
    "DH": Role.DEPUTY_HEAD,
    "D": Role.DIRECTOR,
    "A": Role.ADMINISTRATOR,
    "E": Role.TECHNICIAN,
    "Sec": Role.SECRETARY,
    "Disp": Role.DISPATCHER,
}

# Row → what its cells grant: by the cell's qualifier, or for one column by the column's name.
ROWS: dict[str, dict[str, tuple[Permission, ...]]] = {
    "Read own / child's diary": {"": (P.READ_DIARY,)},
    "Any staff action": {},
    "Enter topics, homework, marks of own subject": {"": (P.ENTER_LESSON, P.ENTER_MARKS, P.VIEW_JOURNAL)},
    "Enter attendance": {"": (P.TAKE_ATTENDANCE,), "excused": (P.POST_EXCUSED_ABSENCE,)},
    "Set absence reason; weekly correction": {"": (P.SET_ABSENCE_REASON, P.CORRECT_ATTENDANCE)},
    "Change a saved mark": {},
    "Set period, year, exam marks": {"": (P.ENTER_RESULTS,)},
    "View all subjects of a class": dict.fromkeys(("own", "all", ""), (P.VIEW_CLASS, P.VIEW_JOURNAL)),
    "Issue codes to staff": {"": (P.ISSUE_STAFF_CODES,)},
    "Issue codes to guardians, students": {"": (P.ISSUE_GUARDIAN_CODES, P.ISSUE_STUDENT_CODES)},
    "Create / edit accounts, profiles": {"": (P.EDIT_ACCOUNTS,)},
    "Keep student and guardian data": {
        "": (P.EDIT_FAMILY_DATA,),
        "report": (P.REPORT_DATA_CHANGE,),
        "supply": (P.SUPPLY_FAMILY_DATA,),
    },
    "Give / withdraw consent; refuse service": {"": (P.GIVE_CONSENT,), "collect": (P.COLLECT_CONSENT,)},
    "Class lists, student movement": {"": (P.KEEP_ROLL,), "track": (P.TRACK_ROLL,)},
    "Form timetable": {"": (P.FORM_TIMETABLE,)},
    "Apply timetable change": {"": (P.APPLY_TIMETABLE_CHANGE,), "supply": (P.REQUEST_TIMETABLE_CHANGE,)},
    "Record a substituted lesson": {"": (P.SUBSTITUTE,)},
    "Define subgroups": {
        "": (P.PROPOSE_SUBGROUPS,),
        "apply": (P.APPLY_SUBGROUPS,),
        "move": (P.APPLY_SUBGROUPS,),
    },
    "Load / check lesson plan": {"load": (P.LOAD_PLAN,), "check": (P.CHECK_PLAN,)},
    "Set up school year, curriculum": {"": (P.SET_UP_YEAR,), "A": (P.SET_UP_YEAR, P.IMPORT_DATA)},
    "Publish notices": {"": (P.PUBLISH_NOTICE,)},
    "Correspond": {"": (P.CORRESPOND,)},
    "Discussion topics": {"": (P.DISCUSS,), "open": (P.DISCUSS, P.OPEN_DISCUSSION)},
    "Publish documents, links": {"": (P.PUBLISH_DOCUMENTS,)},
    "Publish month's class events": {"": (P.PUBLISH_CLASS_EVENTS,)},
    "Subscribe; ask for printout": {"": (P.SUBSCRIBE,), "print": (P.PRINT_FOR_FAMILY,)},
    "Reports: subject / class / school": {
        "": (P.MAKE_REPORTS,),
        "receive": (P.RECEIVE_REPORTS,),
        "print": (P.PRINT_REPORTS,),
    },
    "Control of journal keeping": {"": (P.CONTROL_JOURNALS,)},
    "Certify printed journal": {"": (P.CERTIFY_PRINT,)},
    "Archive; keep paper": {
        "A": (P.ARCHIVE,),
        "hand over": (P.HAND_OVER_PAPER,),
        "DH": (P.HAND_OVER_PAPER, P.KEEP_PAPER),
        "Sec": (P.KEEP_PAPER,),
    },
    "Backup, restore": {"": (P.BACK_UP,), "ensure": (P.OVERSEE_OPERATION,)},
    "Install, keep running": {"": (P.OPERATE,), "ensure": (P.OVERSEE_OPERATION,)},
    "Ask for help": {"": (P.ASK_HELP,), "answer": (P.ANSWER_HELP,)},
    "Portfolio": {"": (P.KEEP_PORTFOLIO,)},
    "Alert guardians of failing or absent students": {"": (P.ALERT_FAMILIES,)},
    "See and end guardians' and students' access": {"": (P.SEE_ACCESS,)},
    "Analyse results; forecast": {"": (P.ANALYSE, P.FORECAST)},
    "Appoint staff to roles": {"": (P.APPOINT_STAFF,), "A": (P.RECORD_APPOINTMENT,)},
    "User register, statistics, personal-data documents": {"": (P.KEEP_USER_REGISTER,)},
    "Define places of entry": {"": (P.DEFINE_PLACES,)},
    "Attach e-courses, tests": {"": (P.ATTACH_COURSES,)},
    "Suggest improvements": {"": (P.SUGGEST,)},
    "Hold / attend training": {"hold": (P.HOLD_TRAINING,), "attend": (P.ATTEND_TRAINING,)},
    "Withdraw an unlawful notice": {"": (P.WITHDRAW_NOTICE,)},
}
# Granted by no cell: derived from a decision, a requirement, or the silence of every document.
BESIDE_THE_MATRIX = {
    (P.CORRECT_MARKS, "T"): "C6: allowed with reason and log where the document does not forbid it",
    (
        P.REPORT_ABSENCE,
        "G",
    ): "derived from S4 §4.2-CT6: the class teacher learns the reason so",
    **dict.fromkeys(
        (
            (permission, column)
            for permission in (P.ENTER_LESSON, P.ENTER_MARKS, P.TAKE_ATTENDANCE)
            for column in ("DH", "D")
        ),
        "derived from R-121: no document grants it, a school may",
    ),
    (P.COVER_LESSONS, "DH"): "derived from S0 §4.2-T3: who is away cannot name a substitute",
    (P.OPEN_ENTRY, "DH"): "derived from D1: the way on where a deadline refuses an entry",
    **dict.fromkeys(
        ((P.END_ALARM, "CT"), (P.END_ALARM, "DH"), (P.END_ALARM, "A")),
        "derived from S4 §4.2-CT6: whoever is called to search may say that the child is found",
    ),
    **dict.fromkeys(
        ((P.REUSE_PLAN, "T"), (P.REUSE_PLAN, "DH")),
        "derived from S3 §2.2, R-080: plans form one base, reused from one class to another",
    ),
    (P.KEEP_CLUBS, "CT"): "derived from R-026: the child's day is known whole, and who knows it enters it",
    (P.DECIDE_ABSENCE_NOTE, "CT"): "derived from S4 §4.2-CT6: whoever learns the reason answers the family",
}

# Where a regulation narrows: the presets under which the column still has the permission (section 4).
NARROWED = {
    **{
        (permission, column): ""
        for permission in (P.ENTER_LESSON, P.ENTER_MARKS, P.TAKE_ATTENDANCE)
        for column in ("DH", "D")
    },
    (P.TAKE_ATTENDANCE, "CT"): "s0",
    (P.POST_EXCUSED_ABSENCE, "CT"): "s4",
    (P.CORRECT_ATTENDANCE, "CT"): "s4",
    (P.SET_ABSENCE_REASON, "CT"): "s0 s1 s3 s4",
    (P.CORRECT_MARKS, "T"): "s1 s2 s3 s4",
    (P.ISSUE_STAFF_CODES, "E"): "s4",
    (P.ISSUE_GUARDIAN_CODES, "A"): "s3 s4",
    (P.ISSUE_STUDENT_CODES, "A"): "s3 s4",
    (P.CORRESPOND, "G"): "s1 s3 s4",
    (P.CORRESPOND, "St"): "s1 s3 s4",
    (P.PUBLISH_NOTICE, "T"): "s0 s2 s3 s4",
    (P.OPEN_DISCUSSION, "D"): "s3 s4",
    **{(P.DISCUSS, column): "s3 s4" for column in ("T", "CT", "DH", "D", "A")},
    (P.ALERT_FAMILIES, "T"): "s2 s3 s4",
    (P.ALERT_FAMILIES, "CT"): "s0 s1 s2 s4",
    (P.PUBLISH_CLASS_EVENTS, "CT"): "s0 s2 s3 s4",
    (P.PROPOSE_SUBGROUPS, "CT"): "s0 s1 s2 s3",
    (P.APPLY_SUBGROUPS, "E"): "s4",
    (P.CERTIFY_PRINT, "DH"): "s0",
    (P.CERTIFY_PRINT, "D"): "s1 s2 s3 s4",
    (P.KEEP_PAPER, "DH"): "s1",
}

# How a column must stand to the object; whoever is not named acts for the whole school.
FOR_EVERYBODY = {P.ASK_HELP, P.ATTEND_TRAINING, P.DISCUSS, P.KEEP_PORTFOLIO}
TEACHERS: dict[Permission, frozenset[Relation]] = {
    **dict.fromkeys(
        (P.ENTER_LESSON, P.ENTER_MARKS, P.CORRECT_MARKS, P.TAKE_ATTENDANCE, P.ATTACH_COURSES),
        frozenset({R.KEEPS_LESSON}),
    ),
    **dict.fromkeys((P.ENTER_RESULTS, P.LOAD_PLAN, P.REUSE_PLAN), frozenset({R.TEACHES_SUBJECT})),
    **dict.fromkeys(
        (
            P.PROPOSE_SUBGROUPS,
            P.MAKE_REPORTS,
            P.ANALYSE,
            P.FORECAST,
            P.ALERT_FAMILIES,
            P.PUBLISH_NOTICE,
            P.CORRESPOND,
        ),
        frozenset({R.TEACHES_UNIT}),
    ),
    P.VIEW_JOURNAL: frozenset({R.KEEPS_LESSON, R.TEACHES_SUBJECT}),
}


def standing(permission: Permission, column: str) -> Set[Relation]:
    """The relations in which the column has the permission, where it has it at all."""
    if permission in FOR_EVERYBODY:
        return {R.ANY}
    own = {"G": {R.GUARDIAN_OF}, "St": {R.SELF}, "CT": {R.HEADS_CLASS}}
    return TEACHERS.get(permission, {R.ANY}) if column == "T" else own.get(column, {R.ANY})


def actor(column: str) -> Actor:
    if column == "G":
        return Actor(1, "ru", 1, children=(Child(7, "Аня", "Иванова", 11, "7Б"),))
    if column == "St":
        return Actor(1, "ru", 1, student_id=7)
    unit = 11 if column == "CT" else None
    return Actor(1, "ru", 1, roles=(RoleAssignment(ROLES[column], unit),))


def granted() -> dict[tuple[Permission, str], set[str]]:
    """(permission, column) → the clauses that grant it, by the document."""
    found: dict[tuple[Permission, str], set[str]] = defaultdict(set)
    for row, cells in read_matrix().items():
        for column, cell in cells.items():
            for qualifier, clauses in cell.grants.items():
                for permission in ROWS[row].get(column) or ROWS[row][qualifier]:
                    found[permission, column] |= clauses
    return {**found, **{key: {why} for key, why in BESIDE_THE_MATRIX.items()}}


GRANTED = granted()
REGULATIONS = {name: preset(name) for name in PRESETS}


def test_every_row_of_the_matrix_is_mapped_and_every_permission_comes_from_it() -> None:
    assert set(read_matrix()) == set(ROWS)
    assert {permission for permission, _ in GRANTED} == set(Permission) == set(GRANTS)


@pytest.mark.requirement("R-005")
@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("column", COLUMNS)
def test_a_role_may_exactly_what_its_cells_and_the_regulation_say(column: str, name: str) -> None:
    regulation, who = REGULATIONS[name], actor(column)
    for permission in Permission:
        open_here = name in NARROWED.get((permission, column), " ".join(PRESETS)).split()
        expected = standing(permission, column) if (permission, column) in GRANTED and open_here else set()
        for relation in Relation:
            allowed = allows(permission, who, {relation}, regulation)
            assert allowed == (relation in expected or R.ANY in expected), (permission, relation)


@pytest.mark.requirement("R-005")
def test_every_cell_that_only_forbids_is_refused_under_every_regulation() -> None:
    forbidden = [
        (permission, column)
        for row, cells in read_matrix().items()
        for column, cell in cells.items()
        if cell.forbidden and not cell.grants
        for permission in {p for granted_here in ROWS[row].values() for p in granted_here} - {P.VIEW_JOURNAL}
    ]
    assert (P.ENTER_MARKS, "D") in forbidden
    assert (P.ENTER_MARKS, "DH") in forbidden
    for permission, column in forbidden:
        for regulation in REGULATIONS.values():
            assert not allows(permission, actor(column), set(Relation), regulation), (permission, column)


@pytest.mark.requirement("R-007", "R-017")
@pytest.mark.parametrize("column", ["G", "St"])
def test_a_family_reaches_no_staff_action_however_it_stands(column: str) -> None:
    own = {permission for permission, who in GRANTED if who in ("G", "St")}
    for permission in set(Permission) - own:
        for regulation in REGULATIONS.values():
            assert not allows(permission, actor(column), set(Relation), regulation), permission


def test_a_guardian_reads_no_diary_as_somebody_elses_relation() -> None:
    for relation in set(Relation) - {R.GUARDIAN_OF}:
        assert not allows(P.READ_DIARY, actor("G"), {relation}, REGULATIONS["s3"])


@pytest.mark.parametrize("permission", list(Permission))
def test_every_grant_cites_exactly_the_clauses_of_its_cell(permission: Permission) -> None:
    columns = {role: column for column, role in ROLES.items()} | {"guardian": "G", "student": "St"}
    for grant in GRANTS[permission]:
        column = columns.get(grant.who)
        if column is None or (permission, column) in BESIDE_THE_MATRIX:
            continue
        cited, cell = clauses_of(grant.sources), GRANTED[permission, column]
        assert cited <= cell, f"{permission}, {column}: cites {sorted(cited - cell)}, not in the matrix"


def test_every_clause_of_a_granting_cell_is_cited_by_a_grant_of_its_row() -> None:
    for row, cells in read_matrix().items():
        for column, cell in cells.items():
            for qualifier, clauses in cell.grants.items():
                cited = set().union(
                    *(
                        clauses_of(grant.sources) | set(grant.sources.split("; "))
                        for permission in ROWS[row].get(column) or ROWS[row][qualifier]
                        for grant in GRANTS[permission]
                    )
                )
                # S1 §4.3.1 lets a curator check absences, not change them; R-150 is cited by its number.
                missing = clauses - cited - {"S1 §4.3.1", "record (R-150)"}
                assert not missing, (row, column, missing)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("column", COLUMNS)
def test_the_scope_of_a_permission_agrees_with_the_single_decisions(column: str, name: str) -> None:
    regulation: Regulation = REGULATIONS[name]
    who = actor(column)
    for permission in Permission:
        scope = scope_of(permission, who, regulation)

        def may(relation: Relation, permission: Permission = permission) -> bool:
            return allows(permission, who, {relation}, regulation)

        assert scope.everything == may(R.ANY)
        if scope.everything:
            continue
        assert bool(scope.class_ids) == may(R.HEADS_CLASS)
        assert (scope.keeper_id is not None) == may(R.KEEPS_LESSON)
        assert (scope.teacher_id is not None) == (may(R.TEACHES_SUBJECT) or may(R.TEACHES_UNIT))
        assert bool(scope.student_ids) == (may(R.GUARDIAN_OF) or may(R.SELF))
