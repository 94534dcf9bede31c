"""Customary phrases in the reader's language; a teacher's own stand as they were typed."""

from journal.model.remarks import Remark, RemarkKind
from locales.texts import Texts


def said(words: str, t: Texts) -> str:
    """A customary phrase by its name, else the words themselves."""
    return {**_doing(t), **_remarks(t), **_thanks(t)}.get(words, words)


def kind_name(kind: RemarkKind, t: Texts) -> str:
    """What it is, for a button."""
    return {
        RemarkKind.PHRASE: t("How they do"),
        RemarkKind.REMARK: t("Remark"),
        RemarkKind.THANKS: t("Thanks"),
    }[kind]


def told(one: Remark, t: Texts) -> str:
    """`Замечание: не готов(а) к уроку`; how a student does stands by itself."""
    words = said(one.said, t)
    if one.kind is RemarkKind.PHRASE:
        return words
    return t("{kind}: {words}", kind=kind_name(one.kind, t), words=words)


def _doing(t: Texts) -> dict[str, str]:
    return {
        "copes": t("copes well"),
        "with_help": t("copes with a little help"),
        "learning": t("is still learning this"),
        "active": t("takes an active part"),
        "neat": t("keeps the notebook neatly"),
    }


def _remarks(t: Texts) -> dict[str, str]:
    return {
        "unready": t("was not ready for the lesson"),
        "no_homework": t("came without the homework"),
        "no_kit": t("came without textbook or notebook"),
        "no_sportswear": t("came without sportswear"),
        "disturbs": t("disturbed the lesson"),
        "phone": t("used the phone at the lesson"),
    }


def _thanks(t: Texts) -> dict[str, str]:
    return {
        "helped": t("helped classmates"),
        "worked": t("worked hard at the lesson"),
        "progress": t("made clear progress"),
        "duty": t("helped the class"),
    }
