"""A meeting on a family's phone: the invitation, and what was answered."""

from collections.abc import Sequence

from handlers.class_events.screens import line
from handlers.diary.callbacks import Look, to_page
from handlers.home.screens import back
from handlers.meetings.callbacks import ComingCb, InvitationCb
from handlers.messages.buttons import asking_class_teacher
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.context import Ctx
from journal.meetings import begins
from journal.model.class_events import ClassEvent
from journal.model.meetings import Invitation
from locales.texts import Texts


def invitation(found: Invitation, ctx: Ctx, t: Texts) -> Screen:
    """When and where, what the reader answered, and the other answer until the meeting begins."""
    child, event = found.child, found.event
    ahead = not event.cancelled and begins(event, ctx.school) > ctx.now
    return screen(
        bold(f"{child.first_name}, {child.unit_name}: {line(event, t)}"),
        standing(event, found.coming, t, ahead=ahead),
        rows=(
            answers(event.id, child.student_id, found.coming, t) if ahead else (),
            asking_class_teacher(child.student_id, ctx, t) if ahead else (),
            (Button(t("What lies ahead"), to_page(child.student_id, Look.EVENTS)), back(t)),
        ),
    )


def standing(event: ClassEvent, coming: bool | None, t: Texts, *, ahead: bool) -> str:
    """What the reader said of it."""
    if event.cancelled:
        return t("The meeting is cancelled.")
    if not ahead:
        return t("The meeting has begun already.")
    if coming is None:
        return t("Will you come?")
    said = t("Your answer: you come.") if coming else t("Your answer: you cannot come.")
    return " ".join((said, t("You may change it until the meeting begins.")))


def answers(event: int, student: int, coming: bool | None, t: Texts) -> Row:
    """What may be answered; not what was."""
    yes = ComingCb(event=event, student=student, coming=True).pack()
    no = ComingCb(event=event, student=student, coming=False).pack()
    return (
        *((Button(t("I will come"), yes, style=Style.GOOD),) if coming is not True else ()),
        *((Button(t("I cannot come"), no),) if coming is not False else ()),
    )


def ways(found: Sequence[Invitation], t: Texts) -> list[Row]:
    """The meetings ahead, each to be answered, beside what else lies ahead of the child."""
    return [
        (Button(_label(one, t), InvitationCb(event=one.event.id, student=one.child.student_id).pack()),)
        for one in found
    ]


def _label(one: Invitation, t: Texts) -> str:
    day = t.short_day(one.event.day)
    if one.coming is None:
        return t("Meeting on {day}: will you come?", day=day)
    return (
        t("Meeting on {day}: you come", day=day) if one.coming else t("Meeting on {day}: you cannot", day=day)
    )
