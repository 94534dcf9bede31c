"""«Что нового пишет школа», and a notice that is begun by a sentence: a draft, sent by a tap alone."""

from handlers.answers import Answer, Said
from handlers.notices import author_screens
from handlers.notices.callbacks import INBOX
from handlers.screen import Screen
from journal import notices
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts


async def _drafted(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """The preview of what was said, for the class that was named; the question where nothing was said."""
    if not said.body:
        await notices.begin(ctx)
        return author_screens.question(t)
    found = await notices.draft(ctx, said.body, unit_id=said.reading.unit)
    await notices.await_more(ctx, found.notice.id)
    return author_screens.preview(found, ctx.school, t)


ANSWERS = {
    Intent.NOTICES: Answer(frozenset(Hat), data=lambda said: INBOX),
    Intent.NOTICE: Answer(frozenset({Hat.STAFF}), screen=_drafted, permission=Permission.PUBLISH_NOTICE),
}
