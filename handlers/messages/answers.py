"""«Напиши англичанке, что Аня болеет»: the message as a draft to that very teacher, sent by a tap alone."""

from handlers.answers import Answer, Said
from handlers.diary.menu import FAMILY
from handlers.messages import screens, screens_addressees
from handlers.screen import Screen
from journal import diary, messages
from journal.context import Ctx
from journal.messages.parties import Addressee
from journal.model.messages import Office
from journal.policy import Permission
from journal.words import Intent, Recipient
from locales.texts import Texts

_OFFICES = {
    Recipient.CLASS_TEACHER: Office.CLASS_TEACHER,
    Recipient.ADMINISTRATION: Office.ADMINISTRATION,
}


async def _letter(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """To whoever is named, by name, subject or office; else the choice of whom."""
    asked = await diary.asked(ctx, said.reading)
    student, office = asked.child.student_id, _OFFICES.get(said.reading.to) if said.reading.to else None
    to = await messages.meant(ctx, student, asked.subject_id, said.text)
    if to is None and office is not None:
        to = Addressee(office)
    if to is None:
        await messages.await_letter(ctx)
        return screens_addressees.addressees(await messages.addressees(ctx, student), ctx.actor.children, t)
    if said.told:
        question, draft = await messages.begin(ctx, student, to, said.told)
        return screens.asked(question, ctx, t, draft)
    return screens.asked(await messages.ask_letter(ctx, student, to, preview=True), ctx, t)


ANSWERS = {
    Intent.MESSAGE: Answer(FAMILY, screen=_letter, permission=Permission.CORRESPOND),
}
