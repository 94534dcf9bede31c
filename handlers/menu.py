"""What areas put on the home screen and on the class's card, in `handlers/<area>/menu.py`.

`ENTRIES`, perhaps `CARDS`, `ROWS`, `CLASS`, and `NAMED`: buttons of further screens that can be typed, too,
by any of the names that stand in their label between `|`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from handlers.areas import modules
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission, scope_of
from journal.words.tokens import words_of
from locales.texts import Texts


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One button of the home screen.

    `label` speaks the reader's language, e.g. `lambda t: t("Timetable")`. The button shows to whoever wears
    one of the `hats` and, where a `permission` is named, has it for something at all, or for the `whole`
    school, under the school's regulation; the gate still decides about each object. Entries stand by
    `order`, two in a row. `help` says in a line what it is for. `simple` ranks what stays on a large and
    simple home screen; 0 does not. `news` counts what is new behind it, which the button says.
    `command` opens the same, and is listed to whom the button shows.
    """

    label: Callable[[Texts], str]
    data: str
    hats: frozenset[Hat]
    order: int
    permission: Permission | None = None
    whole: bool = False
    help: Callable[[Texts], str] | None = None
    simple: int = 0
    news: Callable[[Ctx], Awaitable[int]] | None = None
    command: str = ""

    def shows_to(self, ctx: Ctx) -> bool:
        if ctx.actor.hat not in self.hats:
            return False
        if self.permission is None:
            return True
        scope = scope_of(self.permission, ctx.actor, ctx.regulation)
        return scope.everything if self.whole else not scope.empty


@dataclass(frozen=True, slots=True)
class HomeCard:
    """What a hat reads above the buttons of the home screen, e.g. the child's day; None shows nothing.

    The hat None is worn by whom no code has let in yet.
    """

    hat: Hat | None
    order: int
    build: Callable[[Ctx, Texts], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class NewsCard:
    """A card that says how much is new behind the button whose data it is `of`: counted once for both."""

    hat: Hat
    order: int
    of: str
    say: Callable[[int, Ctx, Texts], str | None]


@dataclass(frozen=True, slots=True)
class ClassWay:
    """A button on the class teacher's card of the day: each area's `CLASS`.

    `data` is made for the class's id. It shows to whoever has the `permission` for something at all under the
    school's regulation; the gate still decides about that class. Ways stand by `order`, two in a row.
    """

    label: Callable[[Texts], str]
    data: Callable[[int], str]
    order: int
    permission: Permission


def class_ways(ctx: Ctx, unit_id: int, t: Texts) -> list[Button]:
    """What may be done with a class, in order."""
    found = [way for module in modules("menu") for way in getattr(module, "CLASS", ())]
    return [
        Button(way.label(t), way.data(unit_id))
        for way in sorted(found, key=lambda way: way.order)
        if reaches(ctx, way.permission)
    ]


def rows(ctx: Ctx, t: Texts) -> list[Row]:
    """Rows of buttons above the others, e.g. the children of a family: each area's `ROWS`."""
    made = [build(ctx, t) for module in modules("menu") for build in getattr(module, "ROWS", ())]
    return [row for row in made if row]


def reaches(ctx: Ctx, permission: Permission) -> bool:
    """Whether whoever asks has the permission for something at all; the gate decides about each thing."""
    return not scope_of(permission, ctx.actor, ctx.regulation).empty


def entries() -> list[MenuEntry]:
    """The buttons of the home screen, in order."""
    found = [entry for module in modules("menu") for entry in getattr(module, "ENTRIES", ())]
    return sorted(found, key=lambda entry: entry.order)


async def news(ctx: Ctx) -> dict[str, int]:
    """How much is new behind the buttons that whoever asks sees, by the buttons' data."""
    counted = [(entry.data, entry.news) for entry in entries() if entry.news and entry.shows_to(ctx)]
    return {data: await count(ctx) for data, count in counted}


def named(text: str, ctx: Ctx, t: Texts) -> str | None:
    """The data of the button of the home screen that a text repeats, whatever its case and signs."""
    wanted = words_of(text)
    if not wanted:
        return None
    further = [entry for module in modules("menu") for entry in getattr(module, "NAMED", ())]
    shown = [Button(entry.label(t), entry.data) for entry in (*entries(), *further) if entry.shows_to(ctx)]
    known = [Button(t("Home"), HOME), *shown, *(button for row in rows(ctx, t) for button in row)]
    for button in known:
        if wanted in map(words_of, button.label.split("|")):
            return button.data
    return None


def hints(ctx: Ctx, t: Texts) -> list[str]:
    """What whoever asks may simply type, where nothing was understood: each area's `HINTS` by hat."""
    said = (getattr(module, "HINTS", {}).get(ctx.actor.hat) for module in modules("menu"))
    return [hint(t) for hint in said if hint is not None]


async def cards(ctx: Ctx, t: Texts, new: Mapping[str, int]) -> list[str]:
    """What the cards of the home screen say, in order; `new` by the buttons' data (`news`)."""
    found: list[HomeCard | NewsCard] = [
        card
        for module in modules("menu")
        for card in getattr(module, "CARDS", ())
        if card.hat is ctx.actor.hat
    ]
    said = [await _said(card, ctx, t, new) for card in sorted(found, key=lambda card: card.order)]
    return [text for text in said if text is not None]


async def _said(card: HomeCard | NewsCard, ctx: Ctx, t: Texts, new: Mapping[str, int]) -> str | None:
    if isinstance(card, NewsCard):
        return card.say(new.get(card.of, 0), ctx, t)
    return await card.build(ctx, t)
