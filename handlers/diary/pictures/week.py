"""The week as a picture: lessons with marks and absences day by day, then the averages of the period."""

from datetime import date

from handlers.diary.pictures.signs import absence_chip, average_chip, legend, mark_chip, named
from handlers.diary.screens.marks import period_name
from handlers.diary.screens.parts import span_name
from journal.model.card import WeekCard
from journal.model.diary import DiaryDay, DiaryLesson, SubjectMarks
from locales.texts import Texts
from locales.words import inside, opening
from reports.pictures import AverageRow, DayCard, LessonRow, WeekSheet


def week(card: WeekCard, today: date, t: Texts) -> tuple[WeekSheet, list[str]]:
    """The sheet, and its facts in lines."""
    found, child = card.days, card.days.child
    averages = _averages(card)
    days = tuple(_day(shown, today, t) for shown in found.days)
    sheet = WeekSheet(
        title=t("{child}, {unit}", child=child.first_name, unit=child.unit_name),
        subtitle=span_name(found.span, t),
        empty=t("No lessons in these days."),
        language=t.locale,
        days=days,
        averages_title=t("Averages, {period}", period=period_name(card.marks, t)),
        averages=tuple(
            AverageRow(named(item.subject), average_chip(item.average, t))
            for item in averages
            if item.average is not None
        ),
        legend=legend(chip for day in days for lesson in day.lessons for chip in lesson.chips),
    )
    return sheet, [*(_day_line(shown, t) for shown in found.days), *_average_lines(card, averages, t)]


def _averages(card: WeekCard) -> list[SubjectMarks]:
    """Those that this week's marks went into."""
    marked = {mark.subject_id for day in card.days.days for item in day.lessons for mark in item.marks}
    return [one for one in card.marks.subjects if one.subject_id in marked and one.average is not None]


def _day(shown: DiaryDay, today: date, t: Texts) -> DayCard:
    return DayCard(
        name=opening(t.weekday_name(shown.date)),
        date=t.short_day(shown.date),
        lessons=tuple(_lesson(item, t) for item in shown.lessons),
        today=shown.date == today,
    )


def _lesson(item: DiaryLesson, t: Texts) -> LessonRow:
    missed = (absence_chip(item.absence, t),) if item.absence is not None else ()
    return LessonRow(
        slot=str(item.lesson.slot),
        subject=named(item.lesson.subject),
        chips=(*(mark_chip(mark.value, t) for mark in item.marks), *missed),
        off=not item.held,
    )


def _day_line(shown: DiaryDay, t: Texts) -> str:
    """`пн 12.10: русский язык 5 4, алгебра (болезнь), история`."""
    return f"{t.dated(shown.date)}: {', '.join(_words(item, t) for item in shown.lessons)}"


def _words(item: DiaryLesson, t: Texts) -> str:
    said = [inside(item.lesson.subject), *(mark.value for mark in item.marks)]
    if item.absence is not None:
        said.append(f"({absence_chip(item.absence, t).means})")
    if not item.held:
        cancelled = t("cancelled")
        said.append(f"({cancelled})")
    return " ".join(said)


def _average_lines(card: WeekCard, averages: list[SubjectMarks], t: Texts) -> list[str]:
    if not averages:
        return []
    title = t("Averages, {period}", period=period_name(card.marks, t))
    figures = (f"{inside(item.subject)} {t.average(item.average or 0)}" for item in averages)
    return [f"{title}: {', '.join(figures)}"]
