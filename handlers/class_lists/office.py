"""The school's board of lists: who has not confirmed, and what is to be put right."""

from handlers.class_lists.callbacks import MendedCb, NudgeListsCb
from handlers.deputy.callbacks import MORNING
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.model.class_lists import BoardLine, Flaw, ListBoard, ListState
from journal.model.people import Unit
from locales.texts import Texts

# Mistakes on one screen; further ones come up as these are put right.
FLAWS = 8


def board(found: ListBoard, ctx: Ctx, t: Texts, *, said: str | None = None) -> Screen:
    """How the classes stand; one tap asks all who are silent."""
    silent, flawed = found.of(ListState.SILENT), found.of(ListState.FLAWED)
    shown = found.flaws[:FLAWS]
    return screen(
        *((italic(said), "") if said else ()),
        bold(t("Class lists by {day}", day=t.day(found.due_on))),
        t("Confirmed: {count} of {total}.", count=len(found.of(ListState.CONFIRMED)), total=len(found.lines)),
        t("Mistakes are told of in: {units}.", units=_units(flawed)) if flawed else None,
        t("Not confirmed: {units}.", units=_headed(silent, t)) if silent else None,
        *(line for number, pair in enumerate(shown, 1) for line in _flaw(number, *pair, ctx, t)),
        t("and more: {count}", count=len(found.flaws) - FLAWS) if len(found.flaws) > FLAWS else None,
        rows=(*_mend(found, t), *_nudge(silent, t), (*_day(found, t), back(t))),
    )


def _flaw(number: int, one: Flaw, unit: Unit, ctx: Ctx, t: Texts) -> tuple[str, str]:
    day = t.short_day(ctx.school.day(one.reported_at))
    return f"{number}. {unit.name}, {one.author.short}, {day}:", quote(one.text)


def _mend(found: ListBoard, t: Texts) -> tuple[Row, ...]:
    if not found.settles:
        return ()
    return grid(
        Button(
            t("Put right: {number}. {unit}", number=number, unit=unit.name),
            MendedCb(flaw=one.id).pack(),
            style=Style.GOOD,
        )
        for number, (one, unit) in enumerate(found.flaws[:FLAWS], 1)
    )


def _day(found: ListBoard, t: Texts) -> Row:
    """The way back of whoever came from the school's day: the office has it on the first screen."""
    return () if found.settles else (Button(t("The school's day"), MORNING),)


def _nudge(silent: list[BoardLine], t: Texts) -> tuple[Row, ...]:
    asked = sum(bool(line.heads) for line in silent)
    if not asked:
        return ()
    return ((Button(t("Remind all ({count})", count=asked), NudgeListsCb().pack(), style=Style.MAIN),),)


def _units(lines: list[BoardLine]) -> str:
    return ", ".join(line.unit.name for line in lines)


def _headed(lines: list[BoardLine], t: Texts) -> str:
    """`5А (Иванова И. И.), 6Б (никто не назначен)`."""
    nobody = t("no class teacher")
    return ", ".join(f"{line.unit.name} ({line.heads[0].short if line.heads else nobody})" for line in lines)
