"""«Петя заболел»: the form, filled in with what was said; nothing is sent before a reason is tapped."""

from handlers.absences import ahead
from handlers.absences.callbacks import AheadCb
from handlers.answers import Answer, Said
from handlers.screen import Screen
from journal import absences
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from journal.words.arrivals import arrives_at, clock_in, leaves_after
from journal.words.tokens import words_of
from locales.texts import Texts


async def _form(ctx: Ctx, t: Texts, said: Said) -> Screen:
    asked, children = _asked(said), await absences.mine(ctx)
    hour = clock_in(said.text)
    comes = asked.slot < 0 or (said.reading.reason == "late" and not asked.slot)
    if not asked.student and len(children) != 1:
        return ahead.children(children, asked, t, comes=comes, hour=hour)
    found = await absences.outlook(ctx, asked.student or children[0].student_id)
    if hour is not None:
        return ahead.at_hour(found, asked, hour, t, comes=comes)
    return ahead.announcing(found, asked, t, comes=comes)


def _asked(said: Said) -> AheadCb:
    when = said.reading.when
    first = when.first.toordinal() if when and not said.reading.until_only else 0
    until = when.last.toordinal() if when else 0
    return AheadCb(student=said.student, day=first, until=until, slot=_slot(said))


def _slot(said: Said) -> int:
    """«Ко второму уроку», «после 4 урока»: the lesson a child comes to (below zero) or misses; 0: none."""
    words = words_of(said.text)
    comes, left = arrives_at(words), leaves_after(words)
    if comes:
        return -comes
    return left + 1 if left is not None else 0


ANSWERS = {
    Intent.ABSENCE: Answer(frozenset({Hat.GUARDIAN}), screen=_form, permission=Permission.REPORT_ABSENCE)
}
