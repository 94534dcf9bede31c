"""Courses, tests and links of a lesson in words and buttons, for teachers and families alike."""

from collections.abc import Iterable

from handlers.diary.callbacks import MaterialCb
from handlers.screen import Button
from journal.model.materials import Material, MaterialKind
from locales.texts import Texts


def material_name(one: Material, t: Texts) -> str:
    """`Тест по теме: Степени`; without a title only what it is."""
    kind = {
        MaterialKind.MATERIAL: t("material"),
        MaterialKind.COURSE: t("course"),
        MaterialKind.TOPIC_TEST: t("test on a topic"),
        MaterialKind.INTERIM_TEST: t("interim test"),
        MaterialKind.FINAL_TEST: t("final test"),
    }[one.kind]
    title = one.title or next((file.name for file in one.files if file.name), "")
    return f"{kind}: {title}" if title else kind


def material_buttons(found: Iterable[Material], student_id: int, t: Texts) -> list[Button]:
    """Links open; files are sent on a tap."""
    return [_button(one, student_id, t) for one in found]


def _button(one: Material, student_id: int, t: Texts) -> Button:
    name = material_name(one, t)
    label = name[:1].upper() + name[1:]
    if one.url:
        return Button(label, url=one.url)
    return Button(label, MaterialCb(student=student_id, material=one.id).pack())
