"""Chances in words: out of ten, as people say them."""

from collections.abc import Sequence
from decimal import Decimal

from journal.model.forecast import Forecast
from locales.texts import Texts

TENTHS = 10
# With fewer tenths a second mark is not worth a word.
WORTH_SAYING = 2
# With fewer, one mark is hardly likelier than another.
LIKELY = 6


def shared(shares: Sequence[tuple[int, float]], total: int) -> dict[int, int]:
    """`total` handed out by the shares in whole numbers that add up: the largest remainders round up."""
    whole = sum(share for _, share in shares) or 1.0
    exact = {mark: share / whole * total for mark, share in shares}
    given = {mark: int(value) for mark, value in exact.items()}
    most = sorted(exact, key=lambda mark: given[mark] - exact[mark])
    for mark in most[: total - sum(given.values())]:
        given[mark] += 1
    return given


def likely(found: Forecast, t: Texts) -> str:
    """`скорее всего 4 (7 шансов из 10), может быть 5`; `4 или 3, пока трудно сказать`."""
    tenths = shared(found.chances, TENTHS)
    first, second = found.likely, next((mark for mark, _ in found.chances[1:2]), None)
    if tenths[first] == TENTHS:
        return t("almost certainly {mark}", mark=first)
    if second is not None and tenths[second] < WORTH_SAYING:
        second = None
    if second is not None and tenths[first] < LIKELY:
        return t("{mark} or {second}, hard to tell yet", mark=first, second=second)
    said = t.plural(
        "most likely {mark} ({count} chance in 10)",
        "most likely {mark} ({count} chances in 10)",
        tenths[first],
        mark=first,
    )
    return said if second is None else t("{likely}, perhaps {second}", likely=said, second=second)


def bars(found: Forecast, t: Texts) -> list[str]:
    """`4 ▰▰▰▰▰▰▰▱▱▱ 7 из 10`, the best mark first."""
    tenths = shared(found.chances, TENTHS)
    return [
        t("{mark} {bar} {tenths} of 10", mark=mark, bar="▰" * count + "▱" * (TENTHS - count), tenths=count)
        for mark, count in sorted(tenths.items(), reverse=True)
    ]


def by_marks(count: int, t: Texts) -> str:
    """`по 6 оценкам`."""
    return t.plural("from {count} mark", "from {count} marks", count)


def average(value: Decimal, t: Texts) -> str:
    return t("average {average}", average=t.average(value))
