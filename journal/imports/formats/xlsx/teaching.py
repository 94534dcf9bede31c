"""Reading the sheets of teaching."""

from collections import Counter
from decimal import Decimal

from journal.imports.formats.records import Record
from journal.imports.formats.xlsx import keys
from journal.imports.formats.xlsx.reader import Reader
from journal.imports.names import fold
from journal.imports.rows import CurriculumRow, Kind, LessonRow, PlanRow, WorkloadRow
from journal.imports.sheets import teaching as sheets
from journal.imports.staging import Staging

_WEEKDAYS = {
    form: number
    for number, word in enumerate(sheets.WEEKDAYS, start=1)
    for form in (word, word[:2], str(number))
} | {"чт": 4, "ср": 3, "пн": 1, "пт": 5, "сб": 6, "вс": 7, "вт": 2}


class WorkloadReader(Reader):
    lists = (Kind.WORKLOAD,)

    def read(self, record: Record) -> None:
        teacher = record.text("teacher", required=True)
        subject_name = record.text("subject", required=True)
        home_name = record.text("school_class", required=True, limit=40)
        part = record.text("subgroup", limit=60)
        hours = record.number("hours_week", Decimal(0), 60)
        if not (record.sound and teacher and subject_name and home_name):
            return
        subject = keys.subject(self.staging, subject_name, record.at("subject"))
        home = keys.school_class(self.staging, home_name, record.at("school_class"), known=True)
        group = keys.subgroup(self.staging, part, home, record.place, subject=subject) if part else None
        person = keys.teacher(self.staging, teacher, record.at("teacher"))
        self.staging.add(
            WorkloadRow(
                key=f"{person}|{subject}|{group or home}",
                place=record.place,
                teacher=person,
                subject=subject,
                school_class=home,
                subgroup=group,
                hours_week=hours,
            )
        )


class CurriculumReader(Reader):
    lists = (Kind.CURRICULUM,)

    def read(self, record: Record) -> None:
        grade = record.whole("grade", 1, 12, required=True)
        subject_name = record.text("subject", required=True)
        hours = record.whole("hours_year", 1, 2000, required=True)
        if not (record.sound and grade and subject_name and hours):
            return
        subject = keys.subject(self.staging, subject_name, record.at("subject"))
        self.staging.add(
            CurriculumRow(
                key=f"{grade}|{subject}", place=record.place, grade=grade, subject=subject, hours_year=hours
            )
        )


class TimetableReader(Reader):
    lists = (Kind.LESSON,)

    def read(self, record: Record) -> None:
        home_name = record.text("school_class", required=True, limit=40)
        weekday = record.choice("weekday", _WEEKDAYS, required=True)
        slot = record.whole("slot", 0, 15, required=True)
        subject_name = record.text("subject", required=True)
        part = record.text("subgroup", limit=60)
        weeks = record.choice("weeks", _WEEKS) or "1"
        teachers = [(field, record.text(field)) for field in ("teacher", "second_teacher")]
        room_name = record.text("room", limit=40)
        if not (record.sound and home_name and weekday and slot is not None and subject_name):
            return
        home = keys.school_class(self.staging, home_name, record.at("school_class"), known=True)
        subject = keys.subject(self.staging, subject_name, record.at("subject"), known=True)
        group = (
            keys.subgroup(self.staging, part, home, record.at("subgroup"), subject=subject, known=True)
            if part
            else None
        )
        self.staging.add(
            LessonRow(
                key=f"{group or home}|{weekday}|{slot}|{weeks}|{subject}",
                place=record.place,
                weekday=weekday,
                slot=slot,
                week_mask=weeks,
                subject=subject,
                school_class=home,
                subgroup=group,
                teachers=tuple(
                    keys.teacher(self.staging, name, record.at(field)) for field, name in teachers if name
                ),
                room=keys.room(self.staging, room_name, record.at("room")) if room_name else "",
            )
        )


class LessonPlanReader(Reader):
    """Rows without a number are numbered in their order, for each subject and unit."""

    lists = (Kind.PLAN,)

    def __init__(self, staging: Staging) -> None:
        super().__init__(staging)
        self._numbers: Counter[tuple[str, str]] = Counter()

    def read(self, record: Record) -> None:
        subject_name = record.text("subject", required=True)
        homes = record.names("school_class", limit=40)
        record.text("school_class", required=True, limit=400)
        number = record.whole("number", 1, 999)
        topic = record.text("topic", required=True, limit=500)
        hours = record.whole("hours", 1, 99)
        planned_on = record.date("planned_on")
        section, homework = record.text("section", limit=300), record.text("homework", limit=1000)
        work_kind, part = record.text("work_kind", limit=100), record.text("subgroup", limit=60)
        if not (record.sound and subject_name and homes and topic):
            return
        subject = keys.subject(self.staging, subject_name, record.at("subject"), known=True)
        for home_name in homes:
            place = record.at("school_class")
            home = keys.school_class(self.staging, home_name, place, known=True)
            group = (
                keys.subgroup(self.staging, part, home, place, subject=subject, known=True) if part else None
            )
            own = self._number(number, subject, group or home)
            self.staging.add(
                PlanRow(
                    key=f"{subject}|{group or home}|{own}",
                    place=record.place,
                    subject=subject,
                    school_class=home,
                    subgroup=group,
                    number=own,
                    topic=topic,
                    hours=hours or 1,
                    section=section,
                    homework=homework,
                    work_kind=work_kind,
                    planned_on=planned_on,
                )
            )

    def _number(self, said: int | None, subject: str, unit: str) -> int:
        self._numbers[subject, unit] = said or self._numbers[subject, unit] + 1
        return self._numbers[subject, unit]


_WEEKS = {fold(word): mask for word, mask in sheets.WEEKS.items()}

READERS: dict[str, type[Reader]] = {
    sheets.WORKLOAD.name: WorkloadReader,
    sheets.CURRICULUM.name: CurriculumReader,
    sheets.TIMETABLE.name: TimetableReader,
    sheets.LESSON_PLAN.name: LessonPlanReader,
}
