"""Chances in words: out of ten, as people say them."""

from collections.abc import Sequence
from decimal import Decimal

from journal.model.forecast import Forecast
from locales.texts import Texts

TENTHS = 10
# With fewer tenths a second mark is not worth a word.
WORTH_SAYING = 2


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
    """`скорее 4 (7 из 10), может быть 5`."""
    tenths = shared(found.chances, TENTHS)
    if tenths[found.likely] == TENTHS:
        return t("almost certainly {mark}", mark=found.likely)
    said = t("most likely {mark} ({tenths} of 10)", mark=found.likely, tenths=tenths[found.likely])
    second = next((mark for mark, _ in found.chances[1:2] if tenths[mark] >= WORTH_SAYING), None)
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
