"""One student of a sheet: what the mark rests on, every value, and the question why."""

from handlers.errors import by_clause
from handlers.periods import words
from handlers.periods.callbacks import ChoiceCb, ValueCb, fields, sheet_data
from handlers.periods.requests import ask_marks
from handlers.periods.screens import is_open, standing, way_on
from handlers.screen import Button, Screen, Style, bold, grid, quote, screen
from journal.context import Ctx
from journal.model.results import ResultRow, ResultSheet
from journal.periods import rule
from journal.periods.drafting import REASONS
from locales.texts import Texts
from locales.words import opening


def choice(found: ResultSheet, row: ResultRow, number: int, ctx: Ctx, t: Texts) -> Screen:
    """One student: everything the mark rests on, and every value."""
    place = found.place
    back_ = Button(t("Back"), sheet_data(place, number))
    shown = (
        bold(words.title(found.page, found.assessment, t)),
        bold(row.student.listed),
        *_grounds(row, ctx, t),
        t("Set: {mark}.", mark=row.given.value) if row.given else None,
        quote(words.reason_words(row.choice.reason, t)) if row.choice and row.choice.reason else None,
    )
    if not is_open(found):
        return screen(*shown, *standing(found, ctx, t), rows=(way_on(found, t), (back_,)))
    given = row.choice.value if row.choice else row.given.value if row.given else None
    closed = row.flaws.blocked and not row.allowed
    buttons = [
        Button(
            f"✓ {value}" if value == given else value,
            ValueCb(
                student=row.student.id, value=words.letter_of(value, ctx.regulation), **fields(place, number)
            ).pack(),
            style=Style.MAIN if value == row.grounds.suggested else None,
        )
        for value in rule.values(ctx.regulation)
        if not (closed and rule.is_mark(value, ctx.regulation))
    ]
    drop = (Button(t("Leave empty"), ValueCb(student=row.student.id, **fields(place, number)).pack()),)
    ask = (ask_marks(place, row.student.id, number, t),) if closed and not row.asked else ()
    return screen(
        *shown,
        _few(row, ctx, t) if row.flaws.few else None,
        t("The deputy head was asked for leave.") if row.asked else None,
        t("Which mark?"),
        rows=(*grid(buttons, 4), drop if row.choice else (), ask, (back_,)),
    )


def reason(found: ResultSheet, row: ResultRow, value: str, number: int, ctx: Ctx, t: Texts) -> Screen:
    """The question why, with the reasons most given."""
    common = {"student": row.student.id, **fields(found.place, number)}
    code = words.letter_of(value, ctx.regulation)

    def button(place: int, said: str) -> Button:
        data = ValueCb(value=code, reason=words.LETTERS[place], **common)
        return Button(opening(words.reason_words(said, t)), data.pack())

    return screen(
        bold(words.title(found.page, found.assessment, t)),
        bold(row.student.listed),
        _against(row, value, t),
        t("Why? Choose or type the reason: it is kept."),
        rows=(
            *((button(place, said),) for place, said in enumerate(REASONS)),
            (Button(t("Back"), ChoiceCb(**common).pack()),),
        ),
    )


def _against(row: ResultRow, value: str, t: Texts) -> str:
    """What the reason is asked for: a correction, or the distance from the average."""
    if row.given is not None:
        return t("Set was {before}, now {mark}.", before=row.given.value, mark=value)
    return t("The average is {average}, the mark {mark}.", average=words.average(row.grounds, t), mark=value)


def _grounds(row: ResultRow, ctx: Ctx, t: Texts) -> list[str | None]:
    found = row.grounds
    return [
        t("Average: {average}, marks: {count}.", average=words.average(found, t), count=found.figures.count),
        t("Kinds: {kinds}.", kinds=words.kinds(found.figures, ctx.regulation, t))
        if found.figures.kinds
        else None,
        t("Results: {list}.", list=", ".join(f"{words.named(one, t)} {value}" for one, value in found.parts))
        if found.parts
        else None,
        t("Suggested: {mark}.", mark=found.suggested) if found.suggested else None,
        t("No marks for: {forms}.", forms=words.missing_forms(row.flaws, t)) if row.flaws.missing else None,
    ]


def _few(row: ResultRow, ctx: Ctx, t: Texts) -> str:
    said = t(
        "A mark needs {least} marks, there are {count}.",
        least=row.flaws.least,
        count=row.grounds.figures.count,
    )
    return by_clause(said, ctx.regulation.clause("periods.min_marks"), t)
