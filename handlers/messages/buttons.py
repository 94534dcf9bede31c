"""The way to write to a teacher from what a family looks at."""

from handlers.menu import reaches
from handlers.messages.callbacks import AboutCb
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
