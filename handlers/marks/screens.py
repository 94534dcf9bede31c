"""Screens of painted and typed marks."""

from markupsafe import Markup

from handlers.attendance.screens import names, title
from handlers.deadlines import due
from handlers.errors import by_clause
from handlers.lessons.callbacks import CardCb
from handlers.lessons.page_screens import foreign
from handlers.marks.callbacks import (
    BrushCb,
    DoubtCb,
    KindCb,
    MarksAct,
    MarksCb,
    PaintCb,
)
from handlers.marks.naming import kind_name
from handlers.marks.saved_screens import finishing, to_marks, typed_presence
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.context import Ctx
from journal.entry import Record, mark_record
from journal.language import is_foreign
from journal.marks import brush as brushes
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.model.marks import DEBT
from journal.model.painting import MarkDraft, Obscurity, PaintedRow, Painting
from journal.regulation import Regulation
from journal.regulation.deadline import Anchor
from locales.texts import Texts


def painting(sheet: Painting, ctx: Ctx, t: Texts) -> Screen:
    """The names with their marks, the brushes, and one Save."""
    draft = sheet.draft
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        _work_line(sheet, ctx, t),
        _how(sheet, t),
        t("Comment: {text}", text=draft.comment) if draft.comment else None,
        foreign(ctx, t) if is_foreign(draft.comment or "", ctx.regulation) else None,
        *typed_presence(sheet.typed(Presence.ABSENT), sheet.typed(Presence.LATE), t),
        *_obscure(draft, t),
        *(t("{name}: who is it?", name=doubt.text) for doubt in draft.asked),
        _window(sheet, ctx, t),
        rows=(
            *_doubts(sheet, t),
            *grid(_names(sheet, ctx.regulation)),
            # Below the names, beside Save: a long class list would push them off the screen.
            *_brushes(sheet, ctx.regulation, t),
            *_footer(sheet, ctx, t),
        ),
    )


def kinds(lesson: Lesson, ctx: Ctx, t: Texts) -> Screen:
    """The kinds of work marks are for."""
    buttons = [
        Button(kind_name(kind, ctx.regulation, t), KindCb(lesson=lesson.id, kind=kind).pack())
        for kind in ctx.regulation.marks.work_types
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("What are the marks for?"),
        rows=(*grid(buttons), (to_marks(lesson.id, t),)),
    )


def pairs(lesson: Lesson, ctx: Ctx, t: Texts) -> Screen:
    """The brushes of two marks for one work."""
    buttons = [
        Button(_brush_name(pair), BrushCb(lesson=lesson.id, brush=pair).pack())
        for pair in brushes.pairs(ctx.regulation)
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Two marks for one work, as 4/3. Choose the pair."),
        rows=(*grid(buttons, len(brushes.numbers(ctx.regulation)) or 1), (to_marks(lesson.id, t),)),
    )


def comment(lesson: Lesson, ctx: Ctx, t: Texts) -> Screen:
    """The question for a comment."""
    return screen(
        bold(title(lesson, ctx, t)),
        t("Type a comment. The family sees it beside each of these marks."),
        rows=((to_marks(lesson.id, t),),),
    )


def _obscure(draft: MarkDraft, t: Texts) -> list[str]:
    """What of the typed line nobody understands, by the reason."""
    lines = []
    if words := _obscured(draft, Obscurity.NOBODY):
        lines.append(t("Nobody in the class is called so: {words}.", words=words))
    if words := _obscured(draft, Obscurity.SIGNS):
        lines.append(t("Marks have neither plus nor minus: {words}.", words=words))
    if words := _obscured(draft, Obscurity.UNCLEAR):
        lines.append(t("Not understood: {words}.", words=words))
    return lines


def _obscured(draft: MarkDraft, why: Obscurity) -> str:
    return ", ".join(doubt.text for doubt in draft.doubts if doubt.why is why)


def _work_line(sheet: Painting, ctx: Ctx, t: Texts) -> str:
    kind = kind_name(sheet.draft.kind, ctx.regulation, t)
    if sheet.work is not None and sheet.work.being_checked:
        return t("{kind} of {day}, being checked", kind=kind, day=t.short_day(sheet.work.day))
    if sheet.work is not None:
        return t("{kind} of {day}", kind=kind, day=t.short_day(sheet.work.day))
    return t("For: {kind}", kind=kind)


def _how(sheet: Painting, t: Texts) -> str:
    brush = sheet.draft.brush
    if brush is None:
        return t("Choose a mark, then tap the names. Or type: Ivanov 5, Petrov 4 3")
    if brush == brushes.ERASER:
        return t("Tap the names whose marks are to be erased.")
    if brush == DEBT:
        return t("Tap the names of those who have not handed it in; a mark later on settles it.")
    return t("Tap the names that get {mark}.", mark=_brush_name(brush))


def _window(sheet: Painting, ctx: Ctx, t: Texts) -> str | None:
    verdict, rules = sheet.verdict, ctx.regulation.entry
    checked = sheet.work is not None and sheet.work.being_checked
    if checked and rules.written_work_deadline.anchor is Anchor.CHECKING_END:
        return when_checked(ctx, t)
    if verdict.late and verdict.allowed:
        said = t("The deadline has passed: the marks will be flagged as late.")
        return italic(by_clause(said, verdict.clause, t))
    if verdict.until is None or not verdict.allowed:
        return None
    return t("Due {time}.", time=due(verdict.until, sheet.lesson.date, ctx.school.zone, t))


def when_checked(ctx: Ctx, t: Texts) -> Markup:
    """Marks of a work under check, where the day its checking ends is their day (S2 §3-5)."""
    said = t("Marks are due on the day the checking is finished.")
    return italic(by_clause(said, ctx.regulation.clause("entry.written_work_deadline"), t))


def _brushes(sheet: Painting, regulation: Regulation, t: Texts) -> tuple[Row, ...]:
    def brush(value: str, label: str) -> Button:
        chosen = sheet.draft.brush == value
        data = BrushCb(lesson=sheet.lesson.id, brush=value).pack()
        return Button(f"▸ {label}" if chosen else label, data, style=Style.MAIN if chosen else None)

    first = [brush(value, value) for value in brushes.numbers(regulation)]
    second = [brush(value, value) for value in brushes.words(regulation)]
    taken = sheet.draft.brush
    if first:
        pair = MarksCb(lesson=sheet.lesson.id, act=MarksAct.PAIRS).pack()
        held = taken is not None and brushes.PAIR in taken
        label = f"▸ {_brush_name(taken)}" if held and taken else t("pair")
        second.append(Button(label, pair, style=Style.MAIN if held else None))
    first.append(brush(brushes.ERASER, t("erase")))
    return (tuple(first), tuple(second))


def _names(sheet: Painting, regulation: Regulation) -> list[Button]:
    labels = names([row.student for row in sheet.rows])
    return [_name(sheet, row, label, regulation) for row, label in zip(sheet.rows, labels, strict=True)]


def _name(sheet: Painting, row: PaintedRow, label: str, regulation: Regulation) -> Button:
    after = brushes.stroke(row.painted, sheet.draft.brush)
    tap = PaintCb(
        lesson=sheet.lesson.id,
        student=row.student.id,
        values=brushes.code(after, regulation),
        seen=sheet.draft.revision,
    )
    parts = [label]
    if row.absent:
        parts.append(regulation.attendance.absent_sign)
    if row.posted:
        parts.append(" ".join(row.posted))
    if row.painted:
        parts.append(f"+ {' '.join(row.painted)}")
    return Button(" · ".join(parts), tap.pack(), style=Style.GOOD if row.painted else None)


def _footer(sheet: Painting, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    lesson, posted = sheet.lesson, sheet.draft.posted

    def act(label: str, what: MarksAct, style: Style | None = None) -> Button:
        return Button(label, MarksCb(lesson=lesson.id, act=what, posted=posted).pack(), style=style)

    rows: list[Row] = []
    if not sheet.draft.empty:
        label = t("Save ({count})", count=sheet.count) if sheet.count else t("Save")
        rows.append((act(label, MarksAct.SAVE, Style.MAIN),))
    rows.append((act(t("Kind of work"), MarksAct.KINDS), act(t("Comment"), MarksAct.COMMENT)))
    if finish := finishing(sheet.work, t):
        rows.append(finish)
    elif sheet.work is None and _may_be_checked(sheet, ctx.regulation):
        rows.append((act(t("Collected, to be checked"), MarksAct.CHECK),))
    back = Button(t("To the lesson"), CardCb(lesson=lesson.id).pack())
    correct = (act(t("Correct saved"), MarksAct.SAVED),) if any(row.posted for row in sheet.rows) else ()
    wipe = () if sheet.draft.empty else (act(t("Wipe unsaved"), MarksAct.CLEAR),)
    return (*rows, (*correct, *wipe, back))


def _may_be_checked(sheet: Painting, regulation: Regulation) -> bool:
    known = regulation.marks.work_types.get(sheet.draft.kind)
    return known is not None and mark_record(known.form, regulation) is Record.CHECKED_MARK


def _doubts(sheet: Painting, t: Texts) -> tuple[Row, ...]:
    """For the first doubtful name: whom does it mean?"""
    asked = sheet.draft.asked
    if not asked:
        return ()
    doubt = asked[0]
    place = sheet.draft.doubts.index(doubt)

    def choice(label: str, student: int) -> Button:
        data = DoubtCb(lesson=sheet.lesson.id, place=place, student=student, seen=sheet.draft.revision)
        return Button(label, data.pack(), style=Style.MAIN if student else None)

    people = [choice(f"{doubt.text} = {one.listed}", one.id) for one in sheet.named(doubt.students)]
    skip = [choice(t("Skip {name}", name=doubt.text), 0)]
    if len(asked) > 1:
        every = MarksCb(lesson=sheet.lesson.id, act=MarksAct.SKIP).pack()
        skip.append(Button(t("Skip all unclear ({count})", count=len(asked)), every))
    return (*grid(people, 1), tuple(skip))


def _brush_name(brush: str) -> str:
    return brush.replace(brushes.PAIR, "/")
