"""The button under every push that leads to the very toggle."""

from handlers.screen import Button
from handlers.settings.callbacks import WhyCb
from journal.model.news import Kind
from journal.model.people import Child
from locales.texts import Texts


def why(kind: Kind, t: Texts, child: Child | None = None) -> Button:
    """«Почему это пришло?»"""
    data = WhyCb(kind=kind, student=child.student_id if child else 0).pack()
    return Button(t("Why do I get this?"), data)
