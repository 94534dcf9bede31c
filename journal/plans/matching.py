"""Which rows of a plan a new version of it keeps, so that given lessons stay with their topics. Pure.

A row is the same one where its topic is. In a stretch that is worded anew the rows answer each other in order
where they are as many as before, else by the words they share. What is left over comes in or goes.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.imports.names import fold
from journal.model.plans import PlanRow, Rewriting, RowState
from journal.plans.wanted import Wanted

_STEM = 4
_HALF = 0.5
# A longer stretch is a plan of its own, and comparing each with each would take seconds.
_STRETCH = 40_000


def rewriting(before: Sequence[PlanRow], wanted: Sequence[Wanted]) -> Rewriting:
    """The plan `before` made into the `wanted` one: same rows keep their ids, all are numbered from 1."""
    answers = dict(_pairs([fold(row.topic) for row in before], [fold(row.topic) for row in wanted]))
    after = tuple(
        _row(before[answers[place]] if place in answers else None, number, row)
        for number, (place, row) in enumerate(enumerate(wanted), 1)
    )
    kept = {row.id for row in after}
    return Rewriting(tuple(before), after, tuple(row for row in before if row.id not in kept))


def _row(known: PlanRow | None, number: int, wanted: Wanted) -> PlanRow:
    """The row as it will be: what is not said stays as it was."""
    if known is None:
        section, homework = wanted.section or "", wanted.homework
        return PlanRow(
            0, number, wanted.topic, section, wanted.hours, wanted.planned_on, homework, wanted.work_kind
        )
    return replace(
        known,
        number=number,
        topic=wanted.topic,
        hours=wanted.hours,
        section=wanted.section if wanted.section is not None else known.section,
        homework=wanted.homework or known.homework,
        planned_on=wanted.planned_on or known.planned_on,
        work_kind=wanted.work_kind or known.work_kind,
        state=RowState.PLANNED if number == 1 and known.state is RowState.JOINED else known.state,
    )


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Place in the new order → place in the old one, each at most once."""
    left_old: list[int] = []
    left_new: list[int] = []
    reworded: list[tuple[int, int]] = []
    new_from = old_from = 0
    for new_to, old_to in (*_kept(old, new), (len(new), len(old))):
        olds, news = range(old_from, old_to), range(new_from, new_to)
        same = len(olds) == len(news)
        reworded += zip(news, olds, strict=True) if same else _alike(old, new, olds, news)
        left_old += olds
        left_new += news
        if new_to < len(new) and old_to < len(old):
            yield new_to, old_to
        new_from, old_from = new_to + 1, old_to + 1
    moved = dict(_moved(old, new, left_old, left_new))
    yield from moved.items()
    taken = set(moved.values())
    yield from ((place, known) for place, known in reworded if place not in moved and known not in taken)


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The most topics that stand in the same order in both, as (place in `new`, place in `old`).

    Of a topic that comes again the second answers the second, so that the longest rising row of places is the
    answer: quick whatever is sent, as a plan of five thousand «Повторение» would not be for a difference.
    """
    places = {topic: place for place, topic in enumerate(_numbered(old))}
    both = [(place, places[topic]) for place, topic in enumerate(_numbered(new)) if topic in places]
    ends: list[int] = []
    links: list[tuple[tuple[int, int], int]] = []
    rows: list[int] = []
    for pair in both:
        length = bisect_left(ends, pair[1])
        links.append((pair, rows[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        rows[length : length + 1] = [len(links) - 1]
    found = []
    at = rows[-1] if rows else -1
    while at >= 0:
        pair, at = links[at]
        found.append(pair)
    return found[::-1]


def _numbered(topics: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each topic with how often it came before."""
    seen: Counter[str] = Counter()
    for topic in topics:
        yield topic, seen[topic]
        seen[topic] += 1


def _moved(
    old: Sequence[str], new: Sequence[str], left_old: Iterable[int], left_new: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Topics that stand elsewhere now."""
    places: dict[str, list[int]] = {}
    for place in left_old:
        places.setdefault(old[place], []).append(place)
    for place in left_new:
        if found := places.get(new[place]):
            yield place, found.pop(0)


def _alike(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Topics that share at least half of their words, the first that does."""
    if len(olds) * len(news) > _STRETCH:
        return
    free = {place: _stems(old[place]) for place in olds}
    for place in news:
        stems = _stems(new[place])
        found = next((known for known, other in free.items() if _share(stems, other) >= _HALF), None)
        if found is not None:
            del free[found]
            yield place, found


def _stems(topic: str) -> frozenset[str]:
    """The beginnings of its words, which Russian endings leave alone; little words say nothing."""
    return frozenset(word[:_STEM] for word in topic.split() if len(word) >= _STEM)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0
