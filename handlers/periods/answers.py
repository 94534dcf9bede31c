"""«Четвертные 7Б», «кому не выставлены четвертные»: the own pages, or who has not set theirs."""

from dataclasses import replace

from handlers.answers import Answer, Said
from handlers.menu import reaches
from handlers.periods import board_screens, screens
from handlers.screen import Screen
from journal import periods
from journal.context import Ctx
from journal.model.access import Hat
from journal.model.periods import PageProgress, Place
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts

# Who asks so means colleagues, and students who have none yet.
_WHO = frozenset({"кто", "кому", "кого", "who", "whom"})


async def _finals(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """The own pages that are named, the only one at once; who has none set, where the asker may see that."""
    if reaches(ctx, Permission.CONTROL_JOURNALS) and not _WHO.isdisjoint(said.text.lower().split()):
        return board_screens.board(await periods.board(ctx), 0, ctx, t)
    found, known = await periods.shelf(ctx)
    if found is None:
        return screens.own_pages(found, known, ctx, t)
    meant = tuple(item for item in found.pages if _is_meant(item, said)) or found.pages
    if len(meant) == 1:
        page, one = meant[0].page, found.assessment
        place = Place(page.unit_id, page.subject_id, one.kind, one.period_id or 0)
        return screens.sheet(await periods.sheet(ctx, place), 0, ctx, t)
    return screens.own_pages(replace(found, pages=meant), known, ctx, t)


def _is_meant(item: PageProgress, said: Said) -> bool:
    """Whether the page is of the class and the subject that were named; what was not named fits all."""
    unit, subject = said.reading.unit, said.subject
    return unit in (None, item.page.unit_id, item.page.class_id) and subject in (0, item.page.subject_id)


ANSWERS = {Intent.FINALS: Answer(frozenset({Hat.STAFF}), screen=_finals, permission=Permission.ENTER_RESULTS)}
