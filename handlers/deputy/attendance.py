"""Screens of the school's attendance: all classes by their registers, one class by name."""

from collections.abc import Iterable

from handlers.absences import words
from handlers.control.callbacks import ClassJournalCb
from handlers.deputy.callbacks import AttendanceCb, ClassAbsentCb, MorningCb
from handlers.home.screens import back
from handlers.screen import Button, Screen, bold, grid, italic, screen
from journal.model.attendance import DayAbsence
from journal.model.control import ClassAttendance, ClassPresence, LateArrival, SchoolAttendance
from locales.texts import Texts


def school(found: SchoolAttendance, t: Texts) -> Screen:
    """What the registers say and how many there are; a class with somebody absent opens by a tap."""
    away = [line for line in found.counted if line.absent]
    return screen(
        bold(_headline(found, t)),
        _coverage(found, t),
        *(_class(line, t) for line in away),
        *_others(found, t),
        italic(t("‼ many are ill")) if any(line.stands_out for line in away) else None,
        rows=(
            *grid([_open(line) for line in away], 4),
            (Button(t("The {term.institution.english}'s day"), MorningCb().pack()), back(t)),
        ),
    )


def one_class(found: ClassPresence, t: Texts) -> Screen:
    """Who of the class was absent at which lessons and why, and who came late."""
    day = ClassJournalCb(unit=found.unit.id).pack()
    return screen(
        bold(t("{unit}, {day}", unit=found.unit.name, day=t.weekday(found.day))),
        t("Registers: {taken} of {begun} lessons begun.", taken=found.taken, begun=found.begun),
        *(_absence(item, t) for item in found.absences),
        *(_late(item, t) for item in found.late),
        t("Nobody was absent or late.") if found.taken and not found.absences and not found.late else None,
        rows=(
            (Button(t("The day of {unit}", unit=found.unit.name), day),),
            (Button(t("Attendance"), AttendanceCb().pack()), back(t)),
        ),
    )


def _headline(found: SchoolAttendance, t: Texts) -> str:
    if not found.counted:
        return t("No register was taken today.") if found.over else t("No register has been taken today yet.")
    figures = {"absent": found.absent, "students": found.expected}
    if found.over:
        return t("Absent today: {absent} of {students}", **figures)
    return t("By the registers: absent {absent} of {students}", **figures)


def _coverage(found: SchoolAttendance, t: Texts) -> str | None:
    """In how many of the classes whose day has begun a register was taken."""
    if not found.begun:
        return None
    return t.plural(
        "Registers taken in {taken} of {count} class.",
        "Registers taken in {taken} of {count} classes.",
        found.begun,
        taken=len(found.counted),
    )


def _others(found: SchoolAttendance, t: Texts) -> list[str]:
    """A class without a register is never among those where everybody is there."""
    there = _names(line for line in found.counted if not line.absent)
    unknown = [line for line in found.classes if line.absent is None]
    silent = _names(line for line in unknown if line.begun)
    coming = _names(line for line in unknown if line.lessons and not line.begun)
    free = _names(line for line in unknown if not line.lessons)
    said = {
        t("Everyone was there: {units}", units=there)
        if found.over
        else t("Everyone is here: {units}", units=there): there,
        t("No register was taken: {units}", units=silent)
        if found.over
        else t("No register yet: {units}", units=silent): silent,
        t("Lessons have not begun: {units}", units=coming): coming,
        t("No lessons today: {units}", units=free): free,
    }
    return [line for line, units in said.items() if units]


def _names(lines: Iterable[ClassAttendance]) -> str:
    return ", ".join(line.unit.name for line in lines)


def _class(line: ClassAttendance, t: Texts) -> str:
    said = t(
        "{unit}: absent {absent} of {students}",
        unit=line.unit.name,
        absent=line.absent,
        students=line.expected,
    )
    if line.ill:
        ill = t("ill: {count}", count=line.ill)
        said = f"{said}, {ill}"
    return f"‼ {said}" if line.stands_out else said


def _open(line: ClassAttendance) -> Button:
    return Button(f"{line.unit.name} · {line.absent}", ClassAbsentCb(unit=line.unit.id).pack())


def _absence(item: DayAbsence, t: Texts) -> str:
    slots, reasons = ", ".join(map(str, item.slots)), words.reasons(item, t)
    return t.plural(
        "• {student}, lesson {slots}: {reason}",
        "• {student}, lessons {slots}: {reason}",
        len(item.slots),
        student=item.student.listed,
        slots=slots,
        reason=reasons,
    )


def _late(item: LateArrival, t: Texts) -> str:
    return t("• {student}, lesson {slot}: late", student=item.student.listed, slot=item.slot)
