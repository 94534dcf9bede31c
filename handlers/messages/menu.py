"""Messages on the first screen: a family writes, a colleague reads; what is new is said above."""

from handlers.diary.menu import FAMILY
from handlers.menu import MenuEntry, NewsCard
from handlers.messages.callbacks import CALL, THREADS, WHOM
from handlers.messages.words import new_messages
from handlers.screen import bold, lines
from journal import messages
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts


def new_of_family(count: int, _: Ctx, t: Texts) -> str | None:
    """`Новые сообщения: 1`."""
    return new_messages(count, t)


def new_of_staff(count: int, ctx: Ctx, t: Texts) -> str | None:
    """The same under the name of the school, which heads a colleague's first screen."""
    new = new_messages(count, t)
    return lines(bold(ctx.school.short_name), new) if new is not None else None


CARDS = (
    NewsCard(Hat.GUARDIAN, 90, THREADS, new_of_family),
    NewsCard(Hat.STUDENT, 90, THREADS, new_of_family),
    NewsCard(Hat.STAFF, 90, THREADS, new_of_staff),
)
ENTRIES = (
    MenuEntry(
        label=lambda t: t("Write"),
        data=WHOM,
        hats=FAMILY,
        order=75,
        permission=Permission.CORRESPOND,
        help=lambda t: t("to a teacher, the {term.unit_head.english}, the administration"),
        simple=4,
    ),
    MenuEntry(
        label=lambda t: t("Messages"),
        data=THREADS,
        hats=FAMILY,
        order=76,
        permission=Permission.CORRESPOND,
        help=lambda t: t("what the school and you have written to each other"),
        command="messages",
        news=messages.unread,
    ),
    MenuEntry(
        label=lambda t: t("Messages"),
        data=THREADS,
        hats=frozenset({Hat.STAFF}),
        order=45,
        permission=Permission.CORRESPOND,
        help=lambda t: t("what families have written to you"),
        command="messages",
        news=messages.unread,
    ),
)
NAMED = (
    MenuEntry(
        label=lambda t: t("Ask for a call"),
        data=CALL,
        hats=frozenset({Hat.GUARDIAN}),
        order=77,
        permission=Permission.SUBSCRIBE,
    ),
)
