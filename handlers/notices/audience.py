"""Screens that choose whom a notice is for."""

from handlers.notices.callbacks import AudienceCb, DraftAct, DraftCb, PartCb, View
from handlers.screen import Button, Row, Screen, bold, grid, screen
from journal.model.notices import Audience, Listeners
from journal.notices import Choice, Part, Preview
from locales.texts import Texts


def addressees(found: Preview, t: Texts) -> str:
    """`родители, 7Б` or `родители и сотрудники, вся школа`."""
    audience = found.notice.audience
    if not audience.listeners:
        return t("nobody yet, choose the audience")
    people = t.listing(
        name
        for listeners, name in (
            (Listeners.GUARDIANS, t("guardians")),
            (Listeners.STUDENTS, t("students")),
            (Listeners.STAFF, t("staff")),
        )
        if listeners in audience.listeners
    )
    if audience.listeners == {Listeners.STAFF}:
        return people
    if audience.students:
        return t("{people}, families chosen: {count}", people=people, count=len(audience.students))
    if audience.whole_school:
        return t("{people}, the whole school", people=people)
    return t("{people}, {units}", people=people, units=t.listing(unit.name for unit in found.units))


def main(found: Choice, t: Texts) -> Screen:
    """Who of the families, which classes, and for a deputy head the school and its staff."""
    notice = found.preview.notice
    tap = _Taps(found, View.MAIN)
    audience = notice.audience
    rows: list[Row] = [
        (
            tap.toggle(t("Guardians"), Part.GUARDIANS, Listeners.GUARDIANS in audience.listeners),
            tap.toggle(t("Students"), Part.STUDENTS, Listeners.STUDENTS in audience.listeners),
        )
    ]
    if found.reach.everything:
        rows.append(
            (
                tap.toggle(t("Staff"), Part.STAFF, Listeners.STAFF in audience.listeners),
                tap.toggle(t("The whole school"), Part.WHOLE_SCHOOL, _whole(audience)),
            )
        )
        rows += _grades(found, t)
    elif len(found.reach.units) > 1:
        rows += grid(_classes(found, tap), 4)
    if len(audience.units) == 1:
        rows.append((Button(t("Some families only"), tap.to(View.FAMILIES)),))
    return screen(
        bold(t("For: {audience}", audience=addressees(found.preview, t))),
        t("Tap to put in or take out."),
        rows=(*rows, (_ready(found, t),)),
    )


def classes(found: Choice, grade: int, t: Texts) -> Screen:
    """The classes of one parallel, all at once or one by one."""
    tap = _Taps(found, View.CLASSES)
    units = found.reach.grade(grade)
    chosen = set(found.preview.notice.audience.units)
    everyone = bool(units) and set(units) <= chosen
    return screen(
        bold(t("For: {audience}", audience=addressees(found.preview, t))),
        rows=(
            (tap.toggle(t("All of grade {grade}", grade=grade), Part.GRADE, everyone, grade),),
            *grid(
                (
                    tap.toggle(unit.name, Part.UNIT, unit.id in chosen, unit.id)
                    for unit in found.reach.units
                    if unit.grade == grade
                ),
                4,
            ),
            (Button(t("All grades"), tap.to(View.MAIN)), _ready(found, t)),
        ),
    )


def families(found: Choice, t: Texts) -> Screen:
    """The families of one class; none chosen means all of them."""
    tap = _Taps(found, View.FAMILIES)
    chosen = set(found.preview.notice.audience.students)
    buttons = [
        tap.toggle(person.listed, Part.FAMILY, person.id in chosen, person.id) for person in found.families
    ]
    return screen(
        bold(t("For: {audience}", audience=addressees(found.preview, t))),
        t("Tap the families; without any it goes to all of them."),
        rows=(*grid(buttons), (Button(t("Back"), tap.to(View.MAIN)), _ready(found, t))),
    )


class _Taps:
    """Makes the buttons of one view."""

    def __init__(self, found: Choice, view: View) -> None:
        self.notice = found.preview.notice
        self.view = view

    def toggle(self, label: str, part: Part, there: bool, of: int = 0) -> Button:
        data = PartCb(
            notice=self.notice.id,
            part=part,
            of=of,
            chosen=not there,
            revision=self.notice.revision,
            view=self.view,
        )
        return Button(f"{'●' if there else '○'} {label}", data.pack())

    def to(self, view: View, of: int = 0) -> str:
        return AudienceCb(notice=self.notice.id, view=view, of=of).pack()


def _grades(found: Choice, t: Texts) -> tuple[Row, ...]:
    tap = _Taps(found, View.MAIN)
    chosen = {unit.grade for unit in found.preview.units}
    grades = sorted({unit.grade for unit in found.reach.units})
    return grid(
        (
            Button(
                t("{sign} grade {grade}", sign="●" if grade in chosen else "○", grade=grade),
                tap.to(View.CLASSES, grade),
            )
            for grade in grades
        ),
        3,
    )


def _classes(found: Choice, tap: _Taps) -> list[Button]:
    chosen = set(found.preview.notice.audience.units)
    return [tap.toggle(unit.name, Part.UNIT, unit.id in chosen, unit.id) for unit in found.reach.units]


def _whole(audience: Audience) -> bool:
    return audience.whole_school and bool(audience.listeners - {Listeners.STAFF})


def _ready(found: Choice, t: Texts) -> Button:
    notice = found.preview.notice
    data = DraftCb(notice=notice.id, act=DraftAct.PREVIEW, revision=notice.revision)
    return Button(t("Ready"), data.pack())
