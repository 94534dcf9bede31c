"""Problems of a file, kinds of rows and fields, in the reader's words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from journal.imports.problems import Code, Problem
from journal.imports.rows import Kind
from locales.texts import Texts

Words: TypeAlias = Callable[[Texts, Mapping[str, Any]], str]


def kind_name(kind: Kind | str, t: Texts) -> str:
    """`Ученики`: the rows of a kind."""
    names = {
        Kind.YEAR: t("School year"),
        Kind.PERIOD: t("Periods"),
        Kind.BELL: t("Bells"),
        Kind.SUBJECT: t("Subjects"),
        Kind.ROOM: t("Rooms"),
        Kind.STAFF: t("Staff"),
        Kind.CLASS: t("Classes"),
        Kind.STUDENT: t("Students"),
        Kind.GUARDIAN: t("Guardians"),
        Kind.KINSHIP: t("Ties of families"),
        Kind.SUBGROUP: t("Subgroups"),
        Kind.WORKLOAD: t("Workload"),
        Kind.CURRICULUM: t("Curriculum"),
        Kind.LESSON: t("Lessons of the timetable"),
        Kind.PLAN: t("Rows of lesson plans"),
    }
    return names[Kind(kind)]


def weekday_name(number: int, t: Texts) -> str:
    """`пн` of 1."""
    return t.short_weekday(date(2024, 1, number))


def problem_line(problem: Problem, t: Texts) -> str:
    """`школа.xlsx / Нагрузка, стр. 5, «Учитель»: нет такого имени`."""
    place = problem.place
    parts = [
        place.file or None,
        t("row {row}", row=place.row) if place.row else None,
        t("“{column}”", column=place.column) if place.column else None,
    ]
    where = ", ".join(part for part in parts if part)
    what = said(problem, t)
    return t("{where}: {what}", where=where, what=what) if where else what


def said(problem: Problem, t: Texts) -> str:
    """What is wrong, without the place."""
    return _WORDS[problem.code](t, problem.params)


def _unknown_value(t: Texts, params: Mapping[str, Any]) -> str:
    if params.get("nearest"):
        return t("“{value}” is not known here; perhaps “{nearest}”?", **_pair(params))
    return t("“{value}” is not known here", value=params["value"])


def _unknown_reference(t: Texts, params: Mapping[str, Any]) -> str:
    rows = params.get("rows", 1)
    if params.get("nearest"):
        return t(
            "“{value}” is nowhere in the file or the school; perhaps “{nearest}”? Rows left out: {rows}",
            rows=rows,
            **_pair(params),
        )
    return t(
        "“{value}” is nowhere in the file or the school. Rows left out: {rows}",
        rows=rows,
        value=params["value"],
    )


def _pair(params: Mapping[str, Any]) -> dict[str, Any]:
    return {"value": params["value"], "nearest": params["nearest"]}


def _homeless(t: Texts, params: Mapping[str, Any]) -> str:
    if "count" in params:
        return t("students without a class: {count}", count=params["count"])
    return t("{name} has no class", name=params["value"])


def _out_of_range(t: Texts, params: Mapping[str, Any]) -> str:
    if "low" in params:
        return t(
            "“{value}” is out of bounds: from {low} to {high}",
            value=params["value"],
            low=params["low"],
            high=params["high"],
        )
    return t("“{value}” cannot be right", value=params["value"])


def _clash(t: Texts, params: Mapping[str, Any]) -> dict[str, Any]:
    """Who or what is in two places, when, and the other row."""
    return {
        "name": params["name"],
        "weekday": weekday_name(params["weekday"], t),
        "slot": params["slot"],
        "row": params["row"],
    }


_WORDS: dict[Code, Words] = {
    Code.HEADER_GUESSED: lambda t, p: t("the heading was read as “{heading}”", heading=p["read_as"]),
    Code.HEADER_UNKNOWN: lambda t, _: t("this column is not read"),
    Code.HEADER_REPEATED: lambda t, _: t("this column stands twice; the first one was read"),
    Code.HEADER_MISSING: lambda t, _: t("this column is missing: the list was left out"),
    Code.SHEET_UNKNOWN: lambda t, _: t("this sheet is not read"),
    Code.FILE_IGNORED: lambda t, _: t("this file is not read"),
    Code.VALUE_MISSING: lambda t, _: t("nothing is written here"),
    Code.VALUE_NOT_DATE: lambda t, p: t("“{value}” is no date; write 31.01.2000", value=p["value"]),
    Code.VALUE_NOT_TIME: lambda t, p: t("“{value}” is no time; write 08:30", value=p["value"]),
    Code.VALUE_NOT_NUMBER: lambda t, p: t("“{value}” is no number", value=p["value"]),
    Code.VALUE_OUT_OF_RANGE: _out_of_range,
    Code.VALUE_UNKNOWN: _unknown_value,
    Code.VALUE_TOO_LONG: lambda t, p: t("too long: at most {limit} characters", limit=p["limit"]),
    Code.FORMULA: lambda t, _: t("there is a formula; write the value itself"),
    Code.MASK_UNREADABLE: lambda t, _: t("the days or weeks of this lesson cannot be read"),
    Code.ROLE_UNKNOWN: lambda t, p: t("the role “{value}” is not known here", value=p["value"]),
    Code.ROLE_NOT_GIVEN: lambda t, p: t(
        "the role “{value}” is given by the administrator, not by a file", value=p["value"]
    ),
    Code.KEY_REPEATED: lambda t, p: (
        t("“{value}” stands already in row {row}", value=p["value"], row=p["first_row"])
        if p.get("first_row")
        else t("“{value}” stands in the file twice", value=p["value"])
    ),
    Code.REFERENCE_UNKNOWN: _unknown_reference,
    Code.REFERENCE_AMBIGUOUS: lambda t, p: t(
        "“{value}” fits several people ({count}); write the full name", value=p["value"], count=p["count"]
    ),
    Code.MATCH_AMBIGUOUS: lambda t, p: t(
        "“{value}” cannot be told from another with the same name; the row was left out", value=p["value"]
    ),
    Code.CARD_UNPLACED: lambda t, _: t("a lesson without a place in the week was passed over"),
    Code.LESSON_WITHOUT_CLASS: lambda t, _: t("a lesson without a class was passed over"),
    Code.LESSON_WITHOUT_TEACHER: lambda t, _: t("a lesson without a teacher"),
    Code.TEACHERS_BEYOND_TWO: lambda t, p: t(
        "the lesson has {count} teachers; two were taken", count=p["count"]
    ),
    Code.STUDENT_WITHOUT_CLASS: _homeless,
    Code.SEVERAL_SCHOOLS: lambda t, p: t("the file holds several schools: {count}", count=p["count"]),
    Code.ENCODING_GUESSED: lambda t, p: t("the letters were read as {encoding}", encoding=p["encoding"]),
    Code.SLOT_UNKNOWN: lambda t, p: t("there is no bell for lesson {slot}", slot=p["value"]),
    Code.TEACHER_TWICE: lambda t, p: t(
        "{name} has two lessons at once: {weekday}, lesson {slot} (also row {row})", **_clash(t, p)
    ),
    Code.ROOM_TWICE: lambda t, p: t(
        "room {name} holds two lessons at once: {weekday}, lesson {slot} (also row {row})", **_clash(t, p)
    ),
    Code.UNIT_TWICE: lambda t, p: t(
        "{name} sits in two lessons at once: {weekday}, lesson {slot} (also row {row})", **_clash(t, p)
    ),
    Code.PLAN_HOURS_DIFFER: lambda t, p: t(
        "{subject}, {unit}: the plan has {hours} hours, the curriculum {curriculum}",
        subject=p["subject"],
        unit=p["unit"],
        hours=p["hours"],
        curriculum=p["curriculum"],
    ),
    Code.WORKLOAD_MISSING: lambda t, p: t(
        "{subject}, grade {grade}: in the curriculum, but nobody teaches it",
        subject=p["subject"],
        grade=p["grade"],
    ),
    Code.CURRICULUM_MISSING: lambda t, p: t(
        "{subject}, grade {grade}: it is taught, but not in the curriculum",
        subject=p["subject"],
        grade=p["grade"],
    ),
    Code.PERIODS_OVERLAP: lambda t, p: t(
        "{name} begins before {other} ends", name=p["name"], other=p["other"]
    ),
    Code.SUBGROUPS_NOT_IN_RULES: lambda t, p: t(
        "subgroups: {count}; by the school's rules only a whole {term.unit.english} has a page",
        count=p["count"],
    ),
    Code.LESSONS_AFTER_DEADLINE: lambda t, p: t(
        "lesson {slot} ends at {ends}, the school's deadline is {due}: from here on pages are due by the end "
        "of the day",
        slot=p["slot"],
        ends=t.clock(p["ends"]),
        due=t.clock(p["due"]),
    ),
    Code.TERMS_UNKNOWN: lambda t, p: t(
        "the timetable has {count} terms, the school's periods do not: the lessons hold all the year",
        count=p["count"],
    ),
    Code.YEAR_ASSUMED: lambda t, p: t("there is no school year yet: {year} will be made", year=p["year"]),
    Code.GUARDIAN_NOT_LISTED: lambda t, p: t(
        "{student}: {guardian} is not in the file. Access is ended by hand, on a document",
        student=p["student"],
        guardian=p["guardian"],
    ),
    Code.CLOSING_WITHHELD: lambda t, p: t(
        "missing from the file: {count}. They are closed only when the file has no errors", count=p["count"]
    ),
    Code.PAGE_NOT_OWN: lambda t, p: t(
        "“{page}” is not among your classes. Rows left out: {rows}", page=p["page"], rows=p["rows"]
    ),
    Code.MORE_PROBLEMS: lambda t, p: t("and {count} more remarks", count=p["count"]),
}
