"""From an absence of the week to the register it stands in, where the class teacher may correct it."""

from datetime import date

from handlers.absences.callbacks import AmendDayCb, AmendWeekCb, ReviewCb
from handlers.attendance.callbacks import AmendOneCb, OpenRegisterCb
from handlers.attendance.screens import names
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.screen import Button, Screen, bold, grid, screen
from journal.absences import Review
from journal.model.attendance import DayAbsence
from locales.texts import Texts

PAGE = 16


def week(found: Review, page: int, t: Texts) -> Screen:
    """Which of the week's absences is wrong?"""
    part = page_of(found.absences, page, PAGE)
    unit, monday = found.unit.id, found.monday.toordinal()

    def to(number: int) -> str:
        return AmendWeekCb(unit=unit, day=monday, page=number).pack()

    return screen(
        bold(t("{unit}: which absence is wrong?", unit=found.unit.name)),
        t("The register of that lesson opens; the correction is logged, the family hears of it.")
        if found.absences
        else t("Nobody was absent."),
        rows=(
            *grid(Button(_label(item, t), _data(item, found)) for item in part.shown),
            part.turns(to, t),
            (Button(t("The week's absences"), ReviewCb(unit=unit, day=monday).pack()), back(t)),
        ),
    )


def day(found: Review, student_id: int, on: date, t: Texts) -> Screen:
    """In which lesson of that day?"""
    item = next((one for one in found.absences if one.student.id == student_id and one.day == on), None)
    if item is None:
        return week(found, 0, t)
    again = AmendWeekCb(unit=found.unit.id, day=found.monday.toordinal()).pack()
    return screen(
        bold(t("{student}, {day}: in which lesson?", student=item.student.listed, day=t.dated(on))),
        rows=(
            *grid(
                (
                    Button(t("lesson {slot}", slot=slot), _register(lesson, item, found))
                    for slot, lesson in zip(item.slots, item.lessons, strict=True)
                ),
                4,
            ),
            (Button(t("Another absence"), again), back(t)),
        ),
    )


def _label(item: DayAbsence, t: Texts) -> str:
    """`Акимова О. пт: 1, 2`."""
    slots = ", ".join(str(slot) for slot in item.slots)
    return f"{names([item.student])[0]} {t.short_weekday(item.day)}: {slots}"


def _data(item: DayAbsence, found: Review) -> str:
    """Straight to the register where only one lesson was missed."""
    if len(item.lessons) == 1:
        return _register(item.lessons[0], item, found)
    return AmendDayCb(unit=found.unit.id, student=item.student.id, day=item.day.toordinal()).pack()


def _register(lesson: int, item: DayAbsence, found: Review) -> str:
    if found.takes:
        return OpenRegisterCb(lesson=lesson).pack()
    return AmendOneCb(lesson=lesson, student=item.student.id).pack()
