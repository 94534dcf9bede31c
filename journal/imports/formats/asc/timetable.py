"""Groups, workload and weekly lessons of an aSc export."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from journal.imports.formats.asc import masks
from journal.imports.formats.asc.catalogue import known
from journal.imports.formats.asc.elements import Element, Elements
from journal.imports.problems import Code
from journal.imports.rows import (
    ClassRow,
    Kind,
    LessonRow,
    RoomRow,
    Row,
    StaffRow,
    StudentRow,
    SubgroupRow,
    SubjectRow,
    WorkloadRow,
)
from journal.imports.staging import Staging


@dataclass(frozen=True, slots=True)
class _Unit:
    """Who sits in a lesson: a whole class, or one of its groups."""

    school_class: str
    subgroup: str | None = None

    @property
    def key(self) -> str:
        return self.subgroup or self.school_class


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What all cards of one lesson share."""

    subject: str
    units: tuple[_Unit, ...]
    teachers: tuple[str, ...]
    rooms: tuple[str, ...]
    weeks: str


def stage(elements: Elements, shifts: Mapping[int, int], staging: Staging) -> None:
    """Stage subgroups, workload and lessons; classes get the shift in which most of their lessons are."""
    groups = {each.text("id"): each for each in elements.of("group") if each.text("id")}
    lessons = {}
    for each in elements.of("lesson"):
        lesson = _lesson(each, groups, staging)
        if lesson:
            lessons[each.text("id")] = lesson
            _stage_workload(each, lesson, staging)
    _stage_subgroups(groups, lessons.values(), staging)
    _stage_cards(elements, lessons, {each.text("id") for each in elements.of("lesson")}, shifts, staging)
    _stage_shifts(shifts, staging)


def _lesson(each: Element, groups: Mapping[str, Element], staging: Staging) -> _Lesson | None:
    subject = known(Kind.SUBJECT, each.text("subjectid"), each, "subjectid", staging, SubjectRow)
    units = tuple(_units(each, groups, staging))
    if subject is None:
        return None
    if not units:
        staging.warn(Code.LESSON_WITHOUT_CLASS, each.place, key=each.text("id"))
        return None
    teachers = _references(each, "teacherids", Kind.STAFF, StaffRow, staging)
    if not teachers:
        staging.warn(Code.LESSON_WITHOUT_TEACHER, each.place, key=each.text("id"))
    rooms = _references(each, "classroomids", Kind.ROOM, RoomRow, staging, silently=True)
    return _Lesson(subject, units, teachers, rooms, each.text("weeks"))


def _units(each: Element, groups: Mapping[str, Element], staging: Staging) -> Iterable[_Unit]:
    """A class with no group of its own in the lesson sits in it whole."""
    classes = list(_references(each, "classids", Kind.CLASS, ClassRow, staging))
    inside: dict[str, list[str | None]] = {key: [] for key in classes}
    for key in each.ids("groupids"):
        group = groups.get(key)
        home = group.text("classid") if group else ""
        if group is None or not staging.get(ClassRow, home):
            staging.error(
                Code.REFERENCE_UNKNOWN, each.place.at("groupids"), kind=Kind.SUBGROUP, value=key[:60]
            )
        else:
            inside.setdefault(home, []).append(None if group.text("entireclass") == "1" else key)
    for school_class, parts in inside.items():
        if not parts or None in parts:
            yield _Unit(school_class)
        else:
            yield from (_Unit(school_class, part) for part in dict.fromkeys(parts))


def _references(
    each: Element, column: str, kind: Kind, row_type: type[Row], staging: Staging, *, silently: bool = False
) -> tuple[str, ...]:
    if silently:
        return tuple(key for key in each.ids(column) if staging.get(row_type, key))
    return tuple(key for key in each.ids(column) if known(kind, key, each, column, staging, row_type))


def _stage_workload(each: Element, lesson: _Lesson, staging: Staging) -> None:
    """Several lessons of one teacher, subject and unit are one workload: their hours add up."""
    hours = _hours(each, staging)
    for teacher in lesson.teachers:
        for unit in lesson.units:
            key = f"{teacher}|{lesson.subject}|{unit.key}"
            before = staging.get(WorkloadRow, key)
            total = hours if before is None or before.hours_week is None else before.hours_week + (hours or 0)
            staging.put(
                WorkloadRow(
                    key=key,
                    place=before.place if before else each.place,
                    teacher=teacher,
                    subject=lesson.subject,
                    school_class=unit.school_class,
                    subgroup=unit.subgroup,
                    hours_week=total,
                )
            )


def _hours(each: Element, staging: Staging) -> Decimal | None:
    said = each.text("periodsperweek")
    try:
        hours = Decimal(said.replace(",", "."))
    except InvalidOperation:
        hours = Decimal("NaN")
    if hours.is_finite() and 0 <= hours <= 100:
        return hours.quantize(Decimal("0.01"))
    if said:
        staging.warn(Code.VALUE_NOT_NUMBER, each.place.at("periodsperweek"), value=said[:60])
    return None


def _stage_subgroups(groups: Mapping[str, Element], lessons: Iterable[_Lesson], staging: Staging) -> None:
    """Only groups that are taught or have members: aSc gives every class a set of groups nobody uses."""
    taught = {unit.subgroup for lesson in lessons for unit in lesson.units if unit.subgroup}
    used = [
        (key, each)
        for key, each in groups.items()
        if each.text("entireclass") != "1"
        and (key in taught or each.ids("studentids"))
        and staging.get(ClassRow, each.text("classid"))
    ]
    same_name = Counter((each.text("classid"), each.text("name")) for _, each in used)
    for key, each in used:
        name = each.text("name") or key
        if same_name[each.text("classid"), each.text("name")] > 1:
            name = f"{name} ({each.text('divisiontag')})"
        members = tuple(student for student in each.ids("studentids") if staging.get(StudentRow, student))
        staging.add(
            SubgroupRow(
                key=key,
                place=each.place,
                name=name,
                school_class=each.text("classid"),
                students=members or None,
            )
        )


def _stage_cards(
    elements: Elements,
    lessons: Mapping[str, _Lesson],
    defined: set[str],
    shifts: Mapping[int, int],
    staging: Staging,
) -> None:
    weekdays = masks.weekday_order(
        [(each.text("days"), each.text("name")) for each in elements.of("daysdef")]
    )
    for each in elements.of("card"):
        lesson = lessons.get(each.text("lessonid"))
        if lesson is None:
            if each.text("lessonid") not in defined:
                staging.error(
                    Code.REFERENCE_UNKNOWN,
                    each.place.at("lessonid"),
                    kind=Kind.LESSON,
                    value=each.text("lessonid", 60),
                )
            continue
        _stage_card(each, lesson, weekdays, shifts, staging)


def _stage_card(
    each: Element, lesson: _Lesson, weekdays: Mapping[int, int], shifts: Mapping[int, int], staging: Staging
) -> None:
    days = masks.united(each.text("days") or _mask_of_day(each.text("day")))
    period = each.text("period")
    if days is None or "1" not in days or not period:
        staging.note(Code.CARD_UNPLACED, each.place)
        return
    if not period.isdecimal() or int(period[:4]) not in shifts:
        staging.error(Code.SLOT_UNKNOWN, each.place.at("period"), value=period)
        return
    weeks, terms = masks.cycle(each.text("weeks") or lesson.weeks), masks.cycle(each.text("terms"))
    positions = [position for position, bit in enumerate(days) if bit == "1"]
    if weeks is None or terms is None or any(position not in weekdays for position in positions):
        staging.error(Code.MASK_UNREADABLE, each.place)
        return
    rooms = _references(each, "classroomids", Kind.ROOM, RoomRow, staging) or lesson.rooms
    for position in positions:
        for unit in lesson.units:
            _stage_lesson(each, lesson, unit, weekdays[position], int(period), (weeks, terms), rooms, staging)


def _stage_lesson(
    each: Element,
    lesson: _Lesson,
    unit: _Unit,
    weekday: int,
    slot: int,
    cycles: tuple[str, str],
    rooms: tuple[str, ...],
    staging: Staging,
) -> None:
    """Two teachers of one subject in one unit at one time share the lesson."""
    weeks, terms = cycles
    key = f"{unit.key}|{weekday}|{slot}|{weeks}|{terms}|{lesson.subject}"
    before = staging.get(LessonRow, key)
    teachers = tuple(dict.fromkeys((*(before.teachers or () if before else ()), *lesson.teachers)))
    if len(teachers) > 2:
        staging.warn(Code.TEACHERS_BEYOND_TWO, each.place, count=len(teachers))
    staging.put(
        LessonRow(
            key=key,
            place=before.place if before else each.place,
            weekday=weekday,
            slot=slot,
            week_mask=weeks,
            term_mask=terms,
            subject=lesson.subject,
            school_class=unit.school_class,
            subgroup=unit.subgroup,
            teachers=teachers[:2],
            room=(before.room if before else None) or (rooms[0] if rooms else ""),
        )
    )


def _stage_shifts(shifts: Mapping[int, int], staging: Staging) -> None:
    if len(set(shifts.values())) < 2:
        return
    lessons: dict[str, Counter[int]] = {}
    for lesson in staging.of(LessonRow):
        lessons.setdefault(lesson.school_class or "", Counter())[shifts[lesson.slot]] += 1
    for each in list(staging.of(ClassRow)):
        if each.key in lessons:
            shift = min(lessons[each.key].items(), key=lambda item: (-item[1], item[0]))[0]
            staging.put(replace(each, shift=shift))


def _mask_of_day(day: str) -> str:
    """The older layout numbers days from 0."""
    return "".join("1" if str(number) == day else "0" for number in range(7)) if day else ""
