"""The keys that rows of spreadsheets get from what they say, and the rows they mention."""

from datetime import date

from journal.imports.names import class_key, fold, grade_of, split_name
from journal.imports.problems import Place
from journal.imports.rows import ClassRow, RoomRow, StaffRow, StudentRow, SubgroupRow, SubjectRow
from journal.imports.staging import Staging


def staff_key(last: str, first: str, middle: str | None) -> str:
    return f"staff:{fold(' '.join((last, first, middle or '')))}"


def student_key(
    name: tuple[str, str, str | None], born: date | None, file_number: str | None, home: str
) -> str:
    """By the number of the personal file, else by name and birth date, else by name and class."""
    if file_number:
        return f"student:{fold(file_number)}"
    said = fold(" ".join(part or "" for part in name))
    return f"student:{said}|{born.isoformat() if born else home}"


def school_class(staging: Staging, name: str, place: Place, *, known: bool = False) -> str:
    """The key of a class; where it is only mentioned (`known`) it must exist already."""
    key = f"class:{class_key(name)}"
    if known:
        staging.mention(ClassRow(key=key, place=place, name=name, mention=True))
    elif staging.get(ClassRow, key) is None:
        staging.put(ClassRow(key=key, place=place, name=name, grade=grade_of(name)))
    return key


def subject(staging: Staging, name: str, place: Place, *, known: bool = False) -> str:
    key = f"subject:{fold(name)}"
    if known:
        staging.mention(SubjectRow(key=key, place=place, name=name, mention=True))
    elif staging.get(SubjectRow, key) is None:
        staging.put(SubjectRow(key=key, place=place, name=name))
    return key


def room(staging: Staging, name: str, place: Place) -> str:
    key = f"room:{fold(name)}"
    if staging.get(RoomRow, key) is None:
        staging.put(RoomRow(key=key, place=place, name=name))
    return key


def teacher(staging: Staging, full_name: str, place: Place) -> str:
    """A teacher is always a mention: people are not made from a name in a timetable."""
    last, first, middle = split_name(full_name)
    key = staff_key(last, first, middle)
    staging.mention(
        StaffRow(
            key=key, place=place, last_name=last, first_name=first, middle_name=middle or None, mention=True
        )
    )
    return key


def student(staging: Staging, full_name: str, home: str, place: Place) -> str:
    last, first, middle = split_name(full_name)
    key = f"student:?{fold(full_name)}|{home}"
    staging.mention(
        StudentRow(
            key=key,
            place=place,
            last_name=last,
            first_name=first,
            middle_name=middle or None,
            school_class=home,
            mention=True,
        )
    )
    return key


def subgroup(
    staging: Staging, name: str, home: str, place: Place, *, subject: str | None = None, known: bool = False
) -> str:
    """A subgroup is one of its class, and of one subject where it was made for that subject."""
    for key in (f"subgroup:{home}|{fold(name)}|{subject or ''}", f"subgroup:{home}|{fold(name)}|"):
        if staging.get(SubgroupRow, key) is not None:
            return key
    key = f"subgroup:{home}|{fold(name)}|{'' if known else subject or ''}"
    row = SubgroupRow(
        key=key, place=place, name=name, school_class=home, subject=None if known else subject, mention=known
    )
    if known:
        staging.mention(row)
    else:
        staging.put(row)
    return key
