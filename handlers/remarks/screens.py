"""Screens of words instead of marks."""

from handlers.attendance.screens import names, title
from handlers.lessons.callbacks import CardCb
from handlers.remarks.callbacks import (
    DropRemarkPhraseCb,
    EditPhrasesCb,
    GiveRemarkCb,
    PhrasesCb,
    RemarkSheetCb,
)
from handlers.remarks.words import kind_name, said
from handlers.screen import Button, Screen, Style, bold, grid, screen
from journal.context import Ctx
from journal.glimpse import cut
from journal.model.remarks import Phrase, Phrases, RemarkKind, RemarkSheet
from locales.texts import Texts

LABEL = 36


def phrases(found: Phrases, ctx: Ctx, t: Texts) -> Screen:
    """The palette: choose a phrase, then tap names; a text becomes a phrase of one's own."""
    lesson = found.lesson
    buttons = [
        Button(
            _counted(one, found.counts.get(one.said, 0), t),
            RemarkSheetCb(lesson=lesson.id, kind=found.kind, code=one.code).pack(),
        )
        for one in found.phrases
    ]
    edit = Button(t("Change phrases"), EditPhrasesCb(lesson=lesson.id, kind=found.kind).pack())
    return screen(
        bold(title(lesson, ctx, t)),
        _what(found.kind, t),
        t("Choose a phrase or type your own: it stays at hand."),
        rows=(*grid(buttons, 1), (edit, _to_card(lesson.id, t))),
    )


def editing(found: Phrases, ctx: Ctx, t: Texts) -> Screen:
    """The palette with a tap taking a phrase away."""
    lesson = found.lesson
    buttons = [
        Button(
            t("✕ {phrase}", phrase=cut(said(one.said, t), LABEL)),
            DropRemarkPhraseCb(lesson=lesson.id, kind=found.kind, code=one.code).pack(),
        )
        for one in found.phrases
    ]
    done = Button(t("Done"), PhrasesCb(lesson=lesson.id, kind=found.kind).pack(), style=Style.MAIN)
    return screen(
        bold(kind_name(found.kind, t)),
        t("Tap a phrase to put it away, or type a new one.") if buttons else t("Type a phrase."),
        rows=(*grid(buttons, 1), (done,)),
    )


def sheet(found: RemarkSheet, ctx: Ctx, t: Texts) -> Screen:
    """The class under one phrase: a tap says it of the student, another takes it back."""
    lesson = found.lesson
    labels = names(list(found.students))
    buttons = [
        Button(
            f"✓ {label}" if student.id in found.given else label,
            GiveRemarkCb(
                lesson=lesson.id,
                kind=found.kind,
                code=found.phrase.code,
                student=student.id,
                given=student.id not in found.given,
            ).pack(),
            style=Style.GOOD if student.id in found.given else None,
        )
        for student, label in zip(found.students, labels, strict=True)
    ]
    others = Button(t("Other phrases"), PhrasesCb(lesson=lesson.id, kind=found.kind).pack())
    return screen(
        bold(title(lesson, ctx, t)),
        f"{kind_name(found.kind, t)}: {said(found.phrase.said, t)}",
        t("Tap the names: saved at once, told to the family a little later. A second tap takes it back."),
        rows=(*grid(buttons), (others, _to_card(lesson.id, t))),
    )


def _counted(one: Phrase, count: int, t: Texts) -> str:
    words = cut(said(one.said, t), LABEL)
    return f"{words} · {count}" if count else words


def _what(kind: RemarkKind, t: Texts) -> str:
    return {
        RemarkKind.PHRASE: t("No marks are given here: say in words how the children do."),
        RemarkKind.REMARK: t("A remark is a fact for one family; it is never a mark."),
        RemarkKind.THANKS: t("Thanks go to one family; they are never a mark."),
    }[kind]


def _to_card(lesson_id: int, t: Texts) -> Button:
    return Button(t("To the lesson"), CardCb(lesson=lesson_id).pack())
