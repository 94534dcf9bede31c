"""Screens of what hangs on a lesson beside its homework, and of where it was entered."""

from handlers.attendance.screens import title
from handlers.errors import by_clause
from handlers.lessons.callbacks import DropMaterialCb, MaterialKindCb, PlaceCb, ShareMaterialsCb
from handlers.lessons.screens import to_lesson
from handlers.materials import material_name
from handlers.screen import Button, Screen, Style, bold, grid, italic, screen
from journal.context import Ctx
from journal.glimpse import cut
from journal.model.materials import LessonMaterials, Material, MaterialKind, PlaceChoice
from journal.regulation.values import EntryPlaces
from locales.texts import Texts

LABEL = 40


def materials(found: LessonMaterials, ctx: Ctx, t: Texts) -> Screen:
    """What families see beside the homework; a tap takes one off."""
    lesson = found.lesson
    drops = [
        Button(
            t("✕ {phrase}", phrase=cut(material_name(one, t), LABEL)),
            DropMaterialCb(lesson=lesson.id, material=one.id).pack(),
        )
        for one in found.items
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Families see this beside the homework:") if found.items else None,
        *(_line(one, t) for one in found.items),
        t("Send a link to a course or a test, with a few words, or a file."),
        rows=(*grid(drops, 1), *grid(_twins(found, t)), (to_lesson(lesson.id, t),)),
    )


def _twins(found: LessonMaterials, t: Texts) -> list[Button]:
    """A button for each parallel class: the same for it too, or not."""
    return [
        Button(
            t("✓ {unit} too", unit=twin.lesson.unit_name)
            if twin.shared
            else t("+ {unit} too", unit=twin.lesson.unit_name),
            ShareMaterialsCb(lesson=found.lesson.id, unit=twin.lesson.unit_id, chosen=not twin.shared).pack(),
            style=Style.GOOD if twin.shared else None,
        )
        for twin in found.twins
    ]


def kinds(found: LessonMaterials, added: int, ctx: Ctx, t: Texts) -> Screen:
    """What was just added, and what it is."""
    lesson = found.lesson
    names = {
        MaterialKind.TOPIC_TEST: t("Test on a topic"),
        MaterialKind.INTERIM_TEST: t("Interim test"),
        MaterialKind.FINAL_TEST: t("Final test"),
        MaterialKind.COURSE: t("Course"),
        MaterialKind.MATERIAL: t("Just a material"),
    }
    buttons = [
        Button(name, MaterialKindCb(lesson=lesson.id, material=added, kind=kind).pack())
        for kind, name in names.items()
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Added: families see it beside the homework."),
        *(_line(one, t) for one in found.items if one.id == added),
        t("What is it?"),
        rows=(*grid(buttons), (to_lesson(lesson.id, t),)),
    )


def places(found: PlaceChoice, ctx: Ctx, t: Texts) -> Screen:
    """Where the lesson is entered; the phone comes first."""
    lesson, clause = found.lesson, ctx.regulation.clause("entry.places_of_entry")
    listed = ctx.regulation.entry.places_of_entry is EntryPlaces.LISTED
    known = [(0, t("Phone")), *((place.id, place.name) for place in found.places)]
    here = lesson.place or t("Phone")
    buttons = [
        Button(
            name,
            PlaceCb(lesson=lesson.id, place=number).pack(),
            style=Style.MAIN if name == here else None,
        )
        for number, name in known
    ]
    said = t("Where do you enter this lesson?")
    return screen(
        bold(title(lesson, ctx, t)),
        said,
        italic(by_clause(t("The places are listed by the deputy head."), clause, t)) if listed else None,
        rows=(*grid(buttons), (to_lesson(lesson.id, t),)),
    )


def _line(one: Material, t: Texts) -> str:
    name = material_name(one, t)
    return f"• {name}: {one.url}" if one.url else f"• {name}"
