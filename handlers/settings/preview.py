"""What a locked phone would show, made by the very hand that makes every push."""

from collections.abc import Iterator

from handlers import pushes
from handlers.screen import quote
from journal.context import Ctx
from journal.model.news import GivenMark, Kind, MarksNews, News
from journal.model.people import Child
from journal.subscriptions import Settings
from locales.texts import Texts
from notifications.courier import Parcel, Recipient

PLATFORM = "telegram"


def lines(found: Settings, ctx: Ctx, t: Texts) -> Iterator[str]:
    """A mark of the first child as it would come now; nothing for whoever has no child here."""
    if found.subscriptions:
        yield t("This is how a new mark would come:")
        yield quote(_push(found, ctx, t))


def _push(found: Settings, ctx: Ctx, t: Texts) -> str:
    chosen = found.delivery
    recipient = Recipient(0, PLATFORM, "", t.locale, chosen.privacy, chosen.protect, chosen.large)
    parcel = Parcel(0, recipient, (_mark(found.subscriptions[0].child, ctx, t),))
    return pushes.render(parcel, ctx.school, ctx.regulation).text


def _mark(child: Child, ctx: Ctx, t: Texts) -> News:
    subject, title = t("Geography"), t("answer in class")
    return News(Kind.MARKS, MarksNews(child, 0, 0, subject, ctx.today, "", title, (GivenMark("5"),)))
