"""Before and after a Save of period marks: what is set, who is left, whether the page is closed."""

from collections.abc import Sequence

from handlers.attendance.screens import names
from handlers.deadlines import told
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.periods import words
from handlers.periods.callbacks import SheetAct, sheet_data
from handlers.periods.screens import act_data, closed, sheet, to_own
from handlers.screen import Button, Screen, Style, bold, italic, preceded, screen
from journal.context import Ctx
from journal.model.periods import PageState
from journal.model.results import ResultRow, ResultSheet, SavedResults
from journal.periods import rule
from locales.texts import Texts


def preview(found: ResultSheet, ctx: Ctx, t: Texts) -> Screen:
    """What a Save would set, who is left, and that it closes the page."""
    place = found.place
    save = act_data(place, SheetAct.SAVE, found.draft.posted)
    return screen(
        bold(words.title(found.page, found.assessment, t)),
        t("To be set: {marks}", marks=_tally(found.chosen, ctx))
        if found.chosen
        else t("Nothing is chosen yet."),
        *(_reasoned(row, t) for row in found.chosen if row.choice and row.choice.reason),
        _who_is_left(found, t),
        _closes(found, ctx, t),
        rows=(
            (Button(t("Save ({count})", count=len(found.chosen)), save, style=Style.MAIN),)
            if found.chosen
            else (),
            (Button(t("Back"), sheet_data(place)),),
        ),
    )


def saved(done: SavedResults, ctx: Ctx, t: Texts) -> Screen:
    """What Save did: how many, who is left, whether the page is closed, when families hear of it."""
    found = done.sheet
    undo = act_data(found.place, SheetAct.UNDO, found.draft.posted)
    may_undo = found.draft.saved and done.tell_at is not None and ctx.now < done.tell_at
    return screen(
        bold(words.title(found.page, found.assessment, t)),
        t("Saved: {count}.", count=done.count) if done.count else t("Nothing was saved."),
        told(done.tell_at, ctx.now, ctx.school.zone, t) if done.tell_at is not None else None,
        t("Set by a colleague meanwhile, left as it is: {names}", names=", ".join(names(list(done.clashes))))
        if done.clashes
        else None,
        _who_is_left(found, t),
        closed(ctx, t) if found.state is PageState.CLOSED else None,
        rows=(
            (Button(t("Undo"), undo),) if may_undo else (),
            (
                Button(t("To the list"), sheet_data(found.place)),
                Button(t("Other pages"), to_own(found), style=Style.MAIN),
            ),
            (back(t),),
        ),
    )


def taken_back(done: SavedResults, ctx: Ctx, t: Texts) -> Screen:
    """The list after an undo, or why nothing was undone."""
    said = (
        t("Taken back: {count}. The marks are in the draft again.", count=done.count)
        if done.changed
        else t("Families have heard of it already: correct single marks with a reason.")
    )
    return preceded(sheet(done.sheet, 0, ctx, t), italic(said), "")


def _tally(rows: Sequence[ResultRow], ctx: Ctx) -> str:
    """`5 — 7, 4 — 12, н/а — 1`."""
    given = [row.choice.value for row in rows if row.choice]
    return ", ".join(
        f"{value} — {given.count(value)}" for value in rule.values(ctx.regulation) if value in given
    )


def _reasoned(row: ResultRow, t: Texts) -> str:
    choice = row.choice
    if choice is None:
        return ""
    value = choice.value if choice.over is None else f"{choice.over} → {choice.value}"
    return t(
        "• {student}: {mark}, {reason}",
        student=row.student.listed,
        mark=value,
        reason=words.reason_words(choice.reason or "", t),
    )


def _who_is_left(found: ResultSheet, t: Texts) -> str | None:
    left = [row.student for row in found.missing]
    return t("Still without a mark: {names}", names=", ".join(names(left))) if left else None


def _closes(found: ResultSheet, ctx: Ctx, t: Texts) -> str | None:
    """Said before it happens: a full page is closed (R-051)."""
    if not found.chosen:
        return None
    if found.missing:
        return t("The page stays open for those who are left.")
    said = t("These are all: with Save the page is closed, and the marks of these days with it.")
    return by_clause(said, ctx.regulation.clause("entry.edit_lock"), t)
