"""«Попросить позвонить»: what will be asked, whom it reaches, and a place for the reason."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.home.callbacks import HOME
from handlers.home.screens import back
from handlers.menu import reaches
from handlers.messages import words
from handlers.messages.callbacks import CallCb, LetterCb
from handlers.reply import Reply
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal import control, diary
from journal.context import Ctx
from journal.control import CallRequest
from journal.model.messages import Office
from journal.policy import Permission
from locales.texts import Texts

router = Router(name="messages.calling")


@router.callback_query(CallCb.filter(F.sure.is_(False)))
async def ask(_: CallbackQuery, callback_data: CallCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    # A new message: what the call is about stays in sight.
    await reply.send(asking(await control.call_request(ctx, _about(callback_data, ctx)), ctx, t))


@router.callback_query(CallCb.filter())
async def asked(_: CallbackQuery, callback_data: CallCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_asked(await control.ask_for_call(ctx, _about(callback_data, ctx)), ctx, t))


def _about(asked: CallCb, ctx: Ctx) -> int:
    return asked.student or diary.at_hand(ctx.actor)


def asking(found: CallRequest, ctx: Ctx, t: Texts) -> Screen:
    """What would be asked, of whom; a tap asks it."""
    student = found.child.student_id
    head = found.class_teacher
    return screen(
        bold(t("Ask for a call?")),
        t("Your request goes to the {term.unit_head.english}: {name}.", name=head.formal)
        if head is not None
        else t("Your request goes to the school administration."),
        _says(found, t),
        rows=(
            (
                Button(t("Yes, ask"), CallCb(student=student, sure=True).pack(), style=Style.MAIN),
                Button(t("No"), HOME),
            ),
            _reason(found, ctx, t),
        ),
    )


def _asked(found: CallRequest, ctx: Ctx, t: Texts) -> Screen:
    to = words.addressee(Office.CLASS_TEACHER, found.class_teacher, t)
    return screen(
        t("The request is sent: {addressee}.", addressee=to),
        _says(found, t),
        t("One request a day is enough."),
        rows=(_reason(found, ctx, t), (back(t),)),
    )


def _says(found: CallRequest, t: Texts) -> str:
    child = words.child_named(found.child)
    if found.number is None:
        return t("It names {child} and you. The school has no number of yours: please write it.", child=child)
    return t("It names {child} and your number: {number}.", child=child, number=found.number)


def _reason(found: CallRequest, ctx: Ctx, t: Texts) -> Row:
    """A message to whoever is asked; nothing where the school's rules know no correspondence."""
    if not reaches(ctx, Permission.CORRESPOND):
        return ()
    office = Office.CLASS_TEACHER if found.class_teacher is not None else Office.ADMINISTRATION
    data = LetterCb(student=found.child.student_id, office=office).pack()
    return (Button(t("Write what it is about"), data),)
