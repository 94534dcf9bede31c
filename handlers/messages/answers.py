"""«Напиши англичанке, что Аня болеет»: the message as a draft to that very teacher, sent by a tap alone."""

from handlers.answers import Answer, Said
from handlers.diary.menu import FAMILY
from handlers.messages import addressees_screens, calling, screens
from handlers.screen import Screen
from journal import control, diary, messages
from journal.context import Ctx
from journal.diary import Asked
from journal.messages.parties import Addressee
from journal.model.messages import Office
from journal.policy import Permission
from journal.words import Intent, Recipient
from journal.words.calling import wants_call, wants_number
from locales.texts import Texts

_OFFICES = {
    Recipient.CLASS_TEACHER: Office.CLASS_TEACHER,
    Recipient.ADMINISTRATION: Office.ADMINISTRATION,
}


async def _letter(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """To whoever is named, by name, subject or office; else the choice of whom."""
    asked = await diary.asked(ctx, said.reading)
    student = asked.child.student_id
    speaks = not said.told and ctx.actor.is_guardian_of(student)
    if speaks and wants_call(said.text):
        return calling.asking(await control.call_request(ctx, student), ctx, t)
    to = await _to_whom(ctx, asked, said)
    if speaks and wants_number(said.text):
        return addressees_screens.no_numbers(student, to, t)
    if to is None:
        await messages.await_letter(ctx)
        return addressees_screens.addressees(await messages.addressees(ctx, student), ctx.actor.children, t)
    if said.letter:
        question, draft = await messages.begin(ctx, student, to, said.letter)
        return screens.asked(question, ctx, t, draft)
    return screens.asked(await messages.ask_letter(ctx, student, to, preview=True), ctx, t)


async def _to_whom(ctx: Ctx, asked: Asked, said: Said) -> Addressee | None:
    """Who is named, teaches the subject or holds the office that is; None where nobody is, or several are."""
    to = await messages.meant(ctx, asked.child.student_id, asked.subject_id, said.text)
    office = _OFFICES.get(said.reading.to) if said.reading.to else None
    return Addressee(office) if to is None and office is not None else to


ANSWERS = {
    Intent.MESSAGE: Answer(FAMILY, screen=_letter, permission=Permission.CORRESPOND),
}
