"""Reading the sheets of people."""

import re
from dataclasses import replace

from journal.imports.formats.records import Record
from journal.imports.formats.xlsx import keys
from journal.imports.formats.xlsx.reader import Reader, person_name
from journal.imports.names import fold, phone_form, split_name
from journal.imports.problems import Code
from journal.imports.rows import ClassRow, GuardianRow, Kind, KinshipRow, StaffRow, StudentRow, SubgroupRow
from journal.imports.sheets import people as sheets
from journal.imports.staging import Staging
from journal.model.people import Capacity, Role

_ADULTS = (1, 2)
_ROLES = {fold(word): role for word, role in sheets.ROLE_WORDS.items()}
_PARENT = re.compile(r"^(мать|мама|отец|папа|родитель|усынов|удочер)")
_GUARDIAN = re.compile(r"^(опекун|попечител|приемн|законный)")


class StudentReader(Reader):
    """Students with their classes and families; a guardian of siblings is one person."""

    lists = (Kind.STUDENT, Kind.KINSHIP)

    def __init__(self, staging: Staging) -> None:
        super().__init__(staging)
        # A guardian is known again by name and phone, in whichever child's row.
        self._adults: dict[tuple[str, str], str] = {}

    def read(self, record: Record) -> None:
        home_name = record.text("school_class", required=True, limit=40)
        name = person_name(record)
        born, since = record.date("birth_date"), record.date("since")
        file_number = record.text("file_number", limit=40)
        order = record.text("order_number", limit=60)
        if not (record.sound and home_name and name):
            return
        home = keys.school_class(self.staging, home_name, record.at("school_class"))
        student = StudentRow(
            key=keys.student_key(name, born, file_number, home),
            place=record.place,
            last_name=name[0],
            first_name=name[1],
            middle_name=name[2],
            birth_date=born,
            school_class=home,
            since=since,
            order_number=order,
        )
        if self.staging.add(student):
            for number in _ADULTS:
                self._read_guardian(record, number, student.key)

    def _read_guardian(self, record: Record, number: int, student: str) -> None:
        full = record.text(f"guardian_{number}")
        if full is None:
            return
        last, first, middle = split_name(full)
        if not first:
            self.staging.warn(
                Code.VALUE_UNKNOWN, record.at(f"guardian_{number}"), value=full[:60], nearest=None
            )
            return
        phone, email = phone_form(record.text(f"phone_{number}")), record.text(f"email_{number}")
        own = f"guardian:{fold(full)}|{student}"
        key = self._adults.setdefault((fold(full), phone), own) if phone else own
        if self.staging.get(GuardianRow, key) is None:
            self.staging.put(
                GuardianRow(
                    key=key,
                    place=record.at(f"guardian_{number}"),
                    last_name=last,
                    first_name=first,
                    middle_name=middle or None,
                    phone=phone,
                    email=email,
                )
            )
        relation = record.text(f"relation_{number}", limit=60)
        self.staging.add(
            KinshipRow(
                key=f"{student}|{key}",
                place=record.at(f"guardian_{number}"),
                student=student,
                guardian=key,
                capacity=capacity_of(relation) if relation else None,
                relation=relation,
            )
        )


class StaffReader(Reader):
    lists = (Kind.STAFF,)

    def read(self, record: Record) -> None:
        name = person_name(record)
        roles = self._roles(record)
        order_date = record.date("order_date")
        order = record.text("order_number", limit=60)
        headed = record.text("head_of", limit=40)
        if not record.sound or name is None or not roles:
            return
        staff = StaffRow(
            key=keys.staff_key(*name),
            place=record.place,
            last_name=name[0],
            first_name=name[1],
            middle_name=name[2],
            roles=roles,
            order_number=order,
            order_date=order_date,
            phone=phone_form(record.text("phone")),
            email=record.text("email"),
        )
        if self.staging.add(staff) and headed:
            home = keys.school_class(self.staging, headed, record.at("head_of"))
            known = self.staging.get(ClassRow, home)
            if known is not None:
                self.staging.put(replace(known, teacher=staff.key))

    def _roles(self, record: Record) -> tuple[Role, ...]:
        """The roles among the words of the cell; whose job is none of the journal's is only reported."""
        if not record.text("roles", required=True, limit=400):
            return ()
        found = []
        for word in record.names("roles"):
            role = _ROLES.get(fold(word)) or next(
                (role for known, role in _ROLES.items() if fold(word).startswith(known)), None
            )
            if role is None:
                self.staging.warn(Code.ROLE_UNKNOWN, record.at("roles"), value=word[:60])
            else:
                found.append(role)
        return tuple(dict.fromkeys(found))


class SubgroupReader(Reader):
    """Members of subgroups, gathered from one row each."""

    def __init__(self, staging: Staging) -> None:
        super().__init__(staging)
        self._members: dict[str, dict[str, None]] = {}

    def read(self, record: Record) -> None:
        home_name = record.text("school_class", required=True, limit=40)
        name = record.text("subgroup", required=True, limit=60)
        student = record.text("student", required=True)
        subject_name = record.text("subject")
        if not (record.sound and home_name and name and student):
            return
        home = keys.school_class(self.staging, home_name, record.at("school_class"), known=True)
        subject = (
            keys.subject(self.staging, subject_name, record.at("subject"), known=True)
            if subject_name
            else None
        )
        group = keys.subgroup(self.staging, name, home, record.place, subject=subject)
        member = keys.student(self.staging, student, home, record.at("student"))
        self._members.setdefault(group, {})[member] = None

    def finish(self) -> None:
        for key, members in self._members.items():
            group = self.staging.get(SubgroupRow, key)
            if group is not None:
                self.staging.put(replace(group, students=tuple(members)))
        super().finish()


def capacity_of(relation: str) -> Capacity:
    """By what right the adult stands for the child; whoever is no parent nor guardian needs a document."""
    if _PARENT.match(fold(relation)):
        return Capacity.PARENT
    return Capacity.GUARDIAN if _GUARDIAN.match(fold(relation)) else Capacity.REPRESENTATIVE


READERS: dict[str, type[Reader]] = {
    sheets.STUDENTS.name: StudentReader,
    sheets.STAFF.name: StaffReader,
    sheets.SUBGROUPS.name: SubgroupReader,
}
