"""Which way the marks of a subject go, in a sign and in a word."""

from journal.diary.averages import Trend
from locales.texts import Texts

_ARROWS = {Trend.UP: "↑", Trend.DOWN: "↓", Trend.STEADY: "→"}


def way_of(found: Trend | None, t: Texts) -> str:
    """`↑ растёт`; nothing where there are too few marks to tell."""
    return f"{_ARROWS[found]} {moved(found, t)}" if found is not None else ""


def sign_of(found: Trend | None, t: Texts) -> str:
    """` ↑` beside an average in a table, in large texts ` ↑ растёт`; nothing where it is steady."""
    if found in (None, Trend.STEADY):
        return ""
    return f" {way_of(found, t)}" if t.large else f" {_ARROWS[found]}"


def moved(found: Trend | None, t: Texts) -> str:
    """`растёт`, beside an arrow that is drawn."""
    return {Trend.UP: t("rising"), Trend.DOWN: t("falling"), Trend.STEADY: t("steady"), None: ""}[found]
