"""Answers to talk: thanks, greetings, anger, a change of mind, a cry for help."""

from handlers import menu
from handlers.answers import EVERYBODY, Answer, Said
from handlers.home.router import first_screen
from handlers.screen import Screen
from handlers.words import screens
from journal import inputs
from journal.context import Ctx
from journal.model.access import Hat
from journal.words import Intent
from locales.texts import Texts


async def _help(ctx: Ctx, t: Texts, said: Said) -> Screen:
    return screens.help_(ctx, menu.entries(), menu.hints(ctx, t), t)


async def _cancel(ctx: Ctx, t: Texts, said: Said) -> Screen:
    await inputs.drop(ctx)
    return screens.cancelled(t)


async def _greeting(ctx: Ctx, t: Texts, said: Said) -> Screen:
    return await first_screen(ctx, t)


async def _thanks(ctx: Ctx, t: Texts, said: Said) -> Screen:
    return screens.thanks(t)


async def _anger(ctx: Ctx, t: Texts, said: Said) -> Screen:
    return screens.anger(ctx.school, t)


async def _own_absence(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """A student's «я завтра не приду»: kindly, who may say so."""
    return screens.own_absence(t)


ANSWERS = {
    Intent.ABSENCE: Answer(frozenset({Hat.STUDENT}), screen=_own_absence),
    Intent.HELP: Answer(EVERYBODY, screen=_help),
    Intent.CANCEL: Answer(EVERYBODY, screen=_cancel),
    Intent.GREETING: Answer(EVERYBODY, screen=_greeting),
    Intent.THANKS: Answer(EVERYBODY, screen=_thanks),
    Intent.ANGER: Answer(EVERYBODY, screen=_anger),
}
