"""Which part of the school an import concerns: what has to be read for it, and who may bring it."""

from collections.abc import Iterable, Mapping

from journal.imports.rows import Kind, references
from journal.imports.staging import SchoolImport
from journal.policy import Permission

# What a kind is judged together with (`journal.imports.checks`).
_COMPANIONS = {
    Kind.PLAN: {Kind.CURRICULUM},
    Kind.CURRICULUM: {Kind.WORKLOAD, Kind.CLASS},
    Kind.WORKLOAD: {Kind.CURRICULUM},
    Kind.LESSON: {Kind.BELL, Kind.PERIOD},
}
# Who may bring which kind beside the administrator, who may bring any (`IMPORT_DATA`). Staff have no other
# way in: roles are given by order. The plan of a page is its teacher's, which depends on the page.
PERMISSIONS: Mapping[Kind, tuple[Permission, ...]] = {
    Kind.YEAR: (Permission.SET_UP_YEAR,),
    Kind.PERIOD: (Permission.SET_UP_YEAR,),
    Kind.BELL: (Permission.SET_UP_YEAR, Permission.FORM_TIMETABLE),
    Kind.SUBJECT: (Permission.SET_UP_YEAR,),
    Kind.ROOM: (Permission.SET_UP_YEAR, Permission.FORM_TIMETABLE),
    Kind.STAFF: (),
    Kind.CLASS: (Permission.SET_UP_YEAR, Permission.KEEP_ROLL),
    Kind.STUDENT: (Permission.KEEP_ROLL,),
    Kind.GUARDIAN: (Permission.SUPPLY_FAMILY_DATA,),
    Kind.KINSHIP: (Permission.SUPPLY_FAMILY_DATA,),
    Kind.SUBGROUP: (Permission.APPLY_SUBGROUPS, Permission.KEEP_ROLL),
    Kind.WORKLOAD: (Permission.SET_UP_YEAR,),
    Kind.CURRICULUM: (Permission.SET_UP_YEAR,),
    Kind.LESSON: (Permission.FORM_TIMETABLE,),
    Kind.PLAN: (),
}
# What a sheet of our own templates is made of.
SHEETS: Mapping[str, tuple[Kind, ...]] = {
    "periods": (Kind.PERIOD,),
    "bells": (Kind.BELL,),
    "staff": (Kind.STAFF,),
    "students": (Kind.CLASS, Kind.STUDENT),
    "subgroups": (Kind.SUBGROUP,),
    "curriculum": (Kind.CURRICULUM,),
    "workload": (Kind.WORKLOAD,),
    "timetable": (Kind.LESSON,),
    "lesson_plan": (Kind.PLAN,),
}
BRINGERS = (
    Permission.IMPORT_DATA,
    *dict.fromkeys(each for allowed in PERMISSIONS.values() for each in allowed),
    Permission.LOAD_PLAN,
)


def needed(staged: SchoolImport) -> frozenset[Kind]:
    """The kinds whose state the comparison needs: the file's, their companions, and all they refer to."""
    kinds = {Kind.YEAR, *staged.rows}
    for kind in staged.rows:
        kinds |= _COMPANIONS.get(kind, set())
    while (grown := kinds | _referred(kinds)) != kinds:
        kinds = grown
    return frozenset(kinds)


def _referred(kinds: Iterable[Kind]) -> set[Kind]:
    return {target for kind in kinds for target in references(kind).values()}
