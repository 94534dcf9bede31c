"""The catalogues of an aSc export: bells, subjects, rooms, teachers, classes and students."""

import re
from collections.abc import Iterator, Mapping
from datetime import time

from journal.imports.formats.asc.elements import Element, Elements
from journal.imports.names import grade_of, phone_form, split_name
from journal.imports.problems import Code
from journal.imports.rows import (
    BellRow,
    ClassRow,
    Kind,
    RoomRow,
    Row,
    StaffRow,
    StudentRow,
    SubjectRow,
)
from journal.imports.staging import Staging
from journal.model.people import Role

_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})")
# The longest day a school rings for: three shifts with a zeroth lesson.
_SLOTS = range(31)


def stage(elements: Elements, staging: Staging) -> Mapping[int, int]:
    """Stage the catalogues; return the shift of every slot."""
    shifts = _stage_bells(elements, staging)
    for each in _named(elements, "subject", staging):
        staging.add(
            SubjectRow(
                key=each.text("id"),
                place=each.place,
                name=each.text("name"),
                short_name=each.text("short") or None,
            )
        )
    for each in _named(elements, "classroom", staging):
        staging.add(RoomRow(key=each.text("id"), place=each.place, name=each.text("name")))
    for each in _named(elements, "teacher", staging):
        staging.add(_teacher(each))
    for each in _named(elements, "class", staging):
        staging.add(_class(each, staging))
    for each in _named(elements, "student", staging):
        _stage_student(each, staging)
    return shifts


def known(
    kind: Kind, key: str, element: Element, column: str, staging: Staging, row_type: type[Row]
) -> str | None:
    """`key` if the file defines such a row, else None and a problem."""
    if staging.get(row_type, key):
        return key
    staging.error(Code.REFERENCE_UNKNOWN, element.place.at(column), kind=kind, value=key[:60])
    return None


def shifts_of(labels: Mapping[int, str]) -> dict[int, int]:
    """The shift of each slot: a new one starts where the slots' labels count anew (`6M`, then `1T`)."""
    shift, previous, found = 1, -1, {}
    for slot in sorted(labels):
        number = re.search(r"\d+", labels[slot])
        current = int(number.group()[:3]) if number else slot
        if current <= previous:
            shift += 1
        found[slot], previous = shift, current
    return found


def _stage_bells(elements: Elements, staging: Staging) -> dict[int, int]:
    times: dict[int, tuple[Element, time, time]] = {}
    labels = {}
    for each in elements.of("period"):
        said = each.text("period")
        slot = int(said) if said.isdecimal() and int(said[:4]) in _SLOTS else None
        starts, ends = _clock(each.text("starttime")), _clock(each.text("endtime"))
        if slot is None:
            staging.error(Code.VALUE_OUT_OF_RANGE, each.place.at("period"), value=said)
        elif starts is None or ends is None or starts >= ends:
            staging.error(Code.VALUE_NOT_TIME, each.place.at("starttime"), value=each.text("starttime"))
        else:
            times[slot] = each, starts, ends
            labels[slot] = each.text("short") or each.text("name")
    shifts = shifts_of(labels)
    # A class may stay into the next shift, so each shift rings every bell of the day.
    for shift in sorted(set(shifts.values())):
        for slot, (each, starts, ends) in times.items():
            staging.add(
                BellRow(
                    key=f"{shift}/{slot}", place=each.place, shift=shift, slot=slot, starts=starts, ends=ends
                )
            )
    return shifts


def _named(elements: Elements, tag: str, staging: Staging) -> Iterator[Element]:
    """The elements that have an id and a name; the others are problems."""
    for each in elements.of(tag):
        if not each.text("id"):
            staging.error(Code.VALUE_MISSING, each.place.at("id"))
        elif not (each.text("name") or each.text("lastname")):
            staging.error(Code.VALUE_MISSING, each.place.at("name"))
        else:
            yield each


def _parts(each: Element) -> tuple[str, str, str | None]:
    """The parts of a name: `lastname` and `firstname` (which holds the patronymic too), or `name` alone."""
    last, first = each.text("lastname"), each.text("firstname")
    full = f"{last} {first}" if last and first and last != first else each.text("name") or last
    last, first, middle = split_name(full)
    return last, first, middle or None


def _teacher(each: Element) -> StaffRow:
    last, first, middle = _parts(each)
    return StaffRow(
        key=each.text("id"),
        place=each.place,
        last_name=last,
        first_name=first,
        middle_name=middle,
        roles=(Role.TEACHER,),
        phone=phone_form(each.text("mobile")),
        email=each.text("email") or None,
    )


def _class(each: Element, staging: Staging) -> ClassRow:
    teacher, grade = each.text("teacherid"), each.text("grade")
    return ClassRow(
        key=each.text("id"),
        place=each.place,
        name=each.text("name"),
        grade=int(grade) if grade.isdecimal() and 1 <= int(grade[:4]) <= 12 else grade_of(each.text("name")),
        teacher=known(Kind.STAFF, teacher, each, "teacherid", staging, StaffRow) if teacher else None,
    )


def _stage_student(each: Element, staging: Staging) -> None:
    last, first, middle = _parts(each)
    home = each.text("classid")
    school_class = known(Kind.CLASS, home, each, "classid", staging, ClassRow) if home else None
    if school_class is None:
        staging.warn(Code.STUDENT_WITHOUT_CLASS, each.place, value=f"{last} {first}".strip())
    staging.add(
        StudentRow(
            key=each.text("id"),
            place=each.place,
            last_name=last,
            first_name=first,
            middle_name=middle,
            school_class=school_class,
        )
    )


def _clock(said: str) -> time | None:
    found = _CLOCK.match(said)
    hour, minute = (int(found.group(1)), int(found.group(2))) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
