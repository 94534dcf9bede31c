"""The deputy head's buttons, and how the day stands."""

from handlers.deputy import screens
from handlers.deputy.callbacks import MORNING, PROGRAMME, EntryPlacesCb, RequestsCb, UncoveredCb
from handlers.menu import HomeCard, MenuEntry, reaches
from journal import control
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts


async def _day(ctx: Ctx, t: Texts) -> str | None:
    """What is not filled in of the school's day, and who asks for something."""
    if not reaches(ctx, Permission.OPEN_ENTRY):
        return None
    found = await control.morning(ctx)
    said = [
        t("The {term.institution.english}'s day: {day}", day=t.weekday(found.day)),
        *screens.summary(found, ctx.school, t),
    ]
    if found.requests:
        said.append(t("Requests of teachers: {count}.", count=found.requests))
    if found.uncovered:
        said.append(t("Lessons of absent teachers to be decided: {count}.", count=found.uncovered))
    return "\n".join(said)


CARDS = (HomeCard(Hat.STAFF, 10, _day),)

ENTRIES = (
    MenuEntry(
        label=lambda t: t("The {term.institution.english}'s day"),
        data=MORNING,
        hats=frozenset({Hat.STAFF}),
        order=15,
        permission=Permission.OPEN_ENTRY,
        command="morning",
        help=lambda t: t("lessons without a teacher, missing entries, requests"),
    ),
    MenuEntry(
        label=lambda t: t("Programme fulfilment"),
        data=PROGRAMME,
        hats=frozenset({Hat.STAFF}),
        order=21,
        permission=Permission.CONTROL_JOURNALS,
        command="programme",
        help=lambda t: t("lessons given of those planned, by subject and class"),
    ),
)
NAMED = (
    MenuEntry(
        label=lambda t: t("Who has not filled in|Not filled in|Empty pages of the day"),
        data=MORNING,
        hats=frozenset({Hat.STAFF}),
        order=15,
        permission=Permission.OPEN_ENTRY,
    ),
    MenuEntry(
        label=lambda t: t("Requests|Requests of teachers"),
        data=RequestsCb().pack(),
        hats=frozenset({Hat.STAFF}),
        order=16,
        permission=Permission.OPEN_ENTRY,
    ),
    MenuEntry(
        label=lambda t: t("Substitutions|Substitutions today|The sheet of substitutions"),
        data=UncoveredCb().pack(),
        hats=frozenset({Hat.STAFF}),
        order=17,
        permission=Permission.OPEN_ENTRY,
    ),
    MenuEntry(
        label=lambda t: t("Places of entry"),
        data=EntryPlacesCb().pack(),
        hats=frozenset({Hat.STAFF}),
        order=18,
        permission=Permission.OPEN_ENTRY,
    ),
)
