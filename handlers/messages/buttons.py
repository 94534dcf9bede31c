"""The ways to the school from what a family looks at: to write to a teacher, to be called."""

from handlers.menu import reaches
from handlers.messages.callbacks import AboutCb, CallCb, to_class_teacher
from handlers.screen import Button, Row
from journal.context import Ctx
from journal.model.messages import About
from journal.policy import Permission
from locales.texts import Texts


def asking(student_id: int, about: About, of: int, ctx: Ctx, t: Texts) -> Row:
    """Nothing where the school's rules know no correspondence."""
    if not reaches(ctx, Permission.CORRESPOND):
        return ()
    return (Button(t("Write to the teacher"), AboutCb(student=student_id, about=about, of=of).pack()),)


def call_button(student_id: int, t: Texts) -> Button:
    """Somebody of the school calls the adult back."""
    return Button(t("Ask for a call"), CallCb(student=student_id).pack())


def asking_class_teacher(student_id: int, ctx: Ctx, t: Texts) -> Row:
    """A question to the class teacher; nothing where the school's rules know no correspondence."""
    if not reaches(ctx, Permission.CORRESPOND):
        return ()
    return (Button(t("A question"), to_class_teacher(student_id)),)
