"""Fields of rows and their values, in the reader's words."""

from typing import Any

from handlers.imports.words import weekday_name
from journal.model.people import Capacity, Role
from journal.model.school import PeriodKind
from locales.texts import Texts


def field_name(name: str, t: Texts) -> str:
    """`Дата рождения` of `birth_date`."""
    names = {
        "birth_date": t("Birth date"),
        "capacity": t("Capacity"),
        "closed": t("Closed"),
        "email": t("E-mail"),
        "ends": t("End"),
        "ends_on": t("End"),
        "first_name": t("First name"),
        "grade": t("Grade"),
        "guardian": t("Guardian"),
        "homework": t("Homework"),
        "hours": t("Hours"),
        "hours_week": t("Hours a week"),
        "hours_year": t("Hours a year"),
        "last_name": t("Last name"),
        "middle_name": t("Patronymic"),
        "name": t("Name"),
        "number": t("Number"),
        "order_date": t("Date of the order"),
        "order_number": t("Order"),
        "period_kind": t("Kind"),
        "phone": t("Phone"),
        "planned_on": t("Date"),
        "relation": t("Relation"),
        "roles": t("Roles"),
        "room": t("Room"),
        "school_class": t("Class"),
        "section": t("Section"),
        "shift": t("Shift"),
        "short_name": t("Short name"),
        "since": t("Since"),
        "slot": t("Lesson"),
        "starts": t("Start"),
        "starts_on": t("Start"),
        "student": t("Student"),
        "students": t("Students"),
        "subgroup": t("Subgroup"),
        "subject": t("Subject"),
        "teacher": t("Teacher"),
        "teachers": t("Teachers"),
        "term_mask": t("Terms"),
        "topic": t("Topic"),
        "until": t("Until"),
        "week_mask": t("Weeks"),
        "weekday": t("Day"),
        "work_kind": t("Kind of work"),
    }
    return names[name]


def value_name(name: str, value: Any, t: Texts) -> str:
    """A plain value; words of the program in the reader's language."""
    if name == "weekday":
        return weekday_name(value, t)
    if name == "week_mask":
        return {"1": t("every week"), "10": t("odd weeks"), "01": t("even weeks")}.get(value, str(value))
    if name == "term_mask":
        return "" if value == "1" else str(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, Role):
        return _roles(t)[value]
    if isinstance(value, Capacity):
        return _capacities(t)[value]
    if isinstance(value, PeriodKind):
        return _periods(t)[value]
    return str(value)


def _roles(t: Texts) -> dict[Role, str]:
    return {
        Role.TEACHER: t("teacher"),
        Role.CLASS_TEACHER: t("class teacher"),
        Role.DEPUTY_HEAD: t("deputy head"),
        Role.DIRECTOR: t("director"),
        Role.ADMINISTRATOR: t("administrator"),
        Role.TECHNICIAN: t("technician"),
        Role.SECRETARY: t("secretary"),
        Role.DISPATCHER: t("dispatcher"),
        Role.CONTROL_GROUP: t("control group"),
        Role.SITE_ADMINISTRATOR: t("site administrator"),
    }


def _capacities(t: Texts) -> dict[Capacity, str]:
    return {
        Capacity.PARENT: t("parent"),
        Capacity.GUARDIAN: t("guardian"),
        Capacity.REPRESENTATIVE: t("representative"),
    }


def _periods(t: Texts) -> dict[PeriodKind, str]:
    return {
        PeriodKind.QUARTER: t("quarter"),
        PeriodKind.HALF_YEAR: t("half-year"),
        PeriodKind.SEMESTER: t("semester"),
    }
