"""Students, guardians and staff of an export, each by what it is called there."""

from collections.abc import Mapping
from datetime import date

from journal.imports.formats.oneroster.export import Export
from journal.imports.formats.records import Record
from journal.imports.names import fold, phone_form
from journal.imports.problems import Code, Place
from journal.imports.rows import GuardianRow, Kind, KinshipRow, StaffRow, StudentRow
from journal.imports.staging import Staging
from journal.model.people import Capacity, Role

STUDENT = frozenset({"student", "learner", "pupil"})
TEACHER = frozenset({"teacher", "professor", "faculty", "lecturer", "instructor", "adjunct", "substitute"})
_GUARDIAN = {
    "parent": Capacity.PARENT,
    "mother": Capacity.PARENT,
    "father": Capacity.PARENT,
    "guardian": Capacity.GUARDIAN,
    "relative": Capacity.REPRESENTATIVE,
    "other": Capacity.REPRESENTATIVE,
}
# Staff whose rights in this journal are the administrator's to give, by order (S1 §4.1.2), not a file's.
OTHER_STAFF = frozenset(
    {
        "administrator", "siteadministrator", "systemadministrator", "districtadministrator", "counselor",
        "aide", "proctor", "nurse", "paraprofessional", "staff", "otherstaff", "teacherassistant",
        "librarian", "itadmin",
    }
)  # fmt: skip
_PRINCIPAL = frozenset({"principal", "headteacher", "director"})


def stage(export: Export, staging: Staging) -> None:
    """Stage the people; students get their class from the enrolments afterwards."""
    roles = _roles(export, staging)
    births = _births(export)
    agents: dict[str, tuple[Place, tuple[str, ...]]] = {}
    users: dict[str, Record] = {}
    for record in export.records("users", (Kind.STUDENT, Kind.STAFF, Kind.GUARDIAN)):
        key = record.text("sourcedId", required=True)
        if not key or fold(record.text("enabledUser") or "true") == "false":
            continue
        held = [*roles.get(key, ()), *_own_role(record, staging)]
        agents[key] = record.at("agentSourcedIds"), record.names("agentSourcedIds")
        users[key] = record
        _stage_user(key, record, held, births.get(key), staging)
    _stage_kinships(export, agents, users, staging)


def role_word(said: str) -> str:
    return fold(said).replace(" ", "").replace("-", "").replace("_", "")


def is_known_role(word: str) -> bool:
    return word in STUDENT | TEACHER | OTHER_STAFF | _PRINCIPAL or word in _GUARDIAN


def _roles(export: Export, staging: Staging) -> Mapping[str, list[str]]:
    """Each user's roles by `roles.csv`, where 1.2 and SDS keep them."""
    found: dict[str, list[str]] = {}
    for record in export.records("roles"):
        user, word = record.text("userSourcedId", required=True), role_word(record.text("role") or "")
        if not user:
            continue
        if is_known_role(word):
            found.setdefault(user, []).append(word)
        else:
            staging.warn(Code.ROLE_UNKNOWN, record.at("role"), value=record.text("role"))
    return found


def _own_role(record: Record, staging: Staging) -> list[str]:
    """The role that 1.1 writes beside the user."""
    said = record.text("role")
    if said is None:
        return []
    if not is_known_role(role_word(said)):
        staging.warn(Code.ROLE_UNKNOWN, record.at("role"), value=said)
        return []
    return [role_word(said)]


def _births(export: Export) -> Mapping[str, date]:
    found = (
        (record.text("userSourcedId"), record.date("birthDate")) for record in export.records("demographics")
    )
    return {user: born for user, born in found if user and born}


def _stage_user(key: str, record: Record, held: list[str], born: date | None, staging: Staging) -> None:
    last, first = record.text("familyName", required=True), record.text("givenName", required=True)
    if not last or not first:
        return
    middle = record.text("middleName")
    if STUDENT & set(held):
        staging.add(
            StudentRow(
                key=key,
                place=record.place,
                last_name=last,
                first_name=first,
                middle_name=middle,
                birth_date=born,
            )
        )
        return
    roles = _staff_roles(held, record, staging)
    # Whoever has no role in this journal has nothing to do in it until the administrator gives one.
    if roles:
        staging.add(
            StaffRow(
                key=key,
                place=record.place,
                last_name=last,
                first_name=first,
                middle_name=middle,
                roles=roles,
                phone=phone_form(record.text("phone") or record.text("sms")),
                email=record.text("email"),
            )
        )


def _staff_roles(held: list[str], record: Record, staging: Staging) -> tuple[Role, ...]:
    for word in dict.fromkeys(word for word in held if word in OTHER_STAFF):
        staging.note(Code.ROLE_NOT_GIVEN, record.place, value=word)
    given = ((_PRINCIPAL, Role.DIRECTOR), (TEACHER, Role.TEACHER))
    return tuple(role for words, role in given if words & set(held))


def _stage_kinships(
    export: Export,
    agents: Mapping[str, tuple[Place, tuple[str, ...]]],
    users: Mapping[str, Record],
    staging: Staging,
) -> None:
    """A guardian is whoever a student names as agent, or who names a student, or whom SDS relates to one."""
    for record in export.records("relationships"):
        student, guardian = record.text("userSourcedId"), record.text("relationshipUserSourcedId")
        word = role_word(record.text("relationshipRole") or "")
        if word not in _GUARDIAN:
            staging.warn(
                Code.ROLE_UNKNOWN, record.at("relationshipRole"), value=record.text("relationshipRole")
            )
        elif student and guardian:
            _relate(record.place, student, guardian, _GUARDIAN[word], users, staging)
    for user, (place, others) in agents.items():
        for other in others:
            if staging.get(StudentRow, user):
                _relate(place, user, other, None, users, staging)
            elif staging.get(StudentRow, other):
                _relate(place, other, user, None, users, staging)
            else:
                staging.error(Code.REFERENCE_UNKNOWN, place, kind=Kind.STUDENT, value=other[:60])


def _relate(
    place: Place,
    student: str,
    guardian: str,
    capacity: Capacity | None,
    users: Mapping[str, Record],
    staging: Staging,
) -> None:
    if staging.get(StudentRow, student) is None:
        staging.error(Code.REFERENCE_UNKNOWN, place, kind=Kind.STUDENT, value=student[:60])
        return
    if guardian not in users or not _stage_guardian(guardian, users[guardian], staging):
        staging.error(Code.REFERENCE_UNKNOWN, place, kind=Kind.GUARDIAN, value=guardian[:60])
        return
    key = f"{student}|{guardian}"
    if staging.get(KinshipRow, key) is None:
        staging.add(KinshipRow(key=key, place=place, student=student, guardian=guardian, capacity=capacity))


def _stage_guardian(key: str, record: Record, staging: Staging) -> bool:
    last, first = record.text("familyName"), record.text("givenName")
    if not last or not first:
        return False
    staging.put(
        GuardianRow(
            key=key,
            place=record.place,
            last_name=last,
            first_name=first,
            middle_name=record.text("middleName"),
            phone=phone_form(record.text("sms") or record.text("phone")),
            email=record.text("email"),
        )
    )
    return True
