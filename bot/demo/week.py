"""The demo's weekly timetable: every page gets its hours, no teacher stands in two rooms at once."""

from collections import defaultdict
from dataclasses import dataclass
from random import Random

from bot.demo.roster import Page

DAYS = range(1, 6)
TRIES = 40


@dataclass(frozen=True, slots=True)
class Placed:
    page: Page
    weekday: int
    slot: int


def best_week(
    random: Random, slots: int, pages: list[Page], fixed: dict[tuple[int, int], list[tuple[int, int]]]
) -> list[Placed]:
    """The timetable with the fewest windows out of many tries."""
    tries = (WeekMaker(random, slots).place(pages, fixed) for _ in range(TRIES))
    return min(tries, key=windows)


def windows(week: list[Placed]) -> int:
    """How many class days have a gap between lessons."""
    days: dict[tuple[int, int], set[int]] = defaultdict(set)
    for item in week:
        days[item.page.class_id, item.weekday].add(item.slot)
    return sum(max(slots) != len(slots) for slots in days.values())


class WeekMaker:
    """Places lessons greedily, the hardest first, with as few windows as it finds."""

    def __init__(self, random: Random, slots: int) -> None:
        self._random = random
        self._slots = range(1, slots + 1)
        self._busy: set[tuple[int, int, int]] = set()

    def place(self, pages: list[Page], fixed: dict[tuple[int, int], list[tuple[int, int]]]) -> list[Placed]:
        """Every page's lessons; `fixed` gives places already promised to a (class, course)."""
        by_class: dict[int, dict[int, list[Page]]] = defaultdict(lambda: defaultdict(list))
        for page in pages:
            by_class[page.class_id][page.course].append(page)
        placed: list[Placed] = []
        order = sorted(by_class, key=lambda number: -sum(p[0].hours for p in by_class[number].values()))
        promised = {number for number, _ in fixed}
        for class_id in sorted(order, key=lambda number: number not in promised):
            places = {course: where for (number, course), where in fixed.items() if number == class_id}
            placed += self._place_class(by_class[class_id], places)
        return placed

    def _place_class(
        self, courses: dict[int, list[Page]], places: dict[int, list[tuple[int, int]]]
    ) -> list[Placed]:
        left = {course: group[0].hours for course, group in courses.items()}
        taken: dict[tuple[int, int], int] = {}
        for course, where in places.items():
            for spot in where:
                self._take(courses[course], spot, taken, left)
        per_day = -(-sum(left.values()) // len(DAYS)) + 1
        for slot in self._slots:
            for weekday in DAYS:
                if (weekday, slot) in taken or slot > per_day or not any(left.values()):
                    continue
                chosen = self._choose(courses, left, taken, (weekday, slot))
                if chosen is not None:
                    self._take(courses[chosen], (weekday, slot), taken, left)
        self._place_rest(courses, left, taken)
        return [
            Placed(page, weekday, slot)
            for (weekday, slot), course in taken.items()
            for page in courses[course]
        ]

    def _choose(
        self,
        courses: dict[int, list[Page]],
        left: dict[int, int],
        taken: dict[tuple[int, int], int],
        spot: tuple[int, int],
    ) -> int | None:
        today = {course for (weekday, _), course in taken.items() if weekday == spot[0]}
        free = [
            course
            for course, hours in left.items()
            if hours and course not in today and self._free(courses[course], spot)
        ]
        return max(free, key=lambda course: (left[course], self._random.random()), default=None)

    def _place_rest(
        self, courses: dict[int, list[Page]], left: dict[int, int], taken: dict[tuple[int, int], int]
    ) -> None:
        for course in left:
            for slot in self._slots:
                for weekday in DAYS:
                    spot = (weekday, slot)
                    if left[course] and spot not in taken and self._free(courses[course], spot):
                        self._take(courses[course], spot, taken, left)

    def _free(self, group: list[Page], spot: tuple[int, int]) -> bool:
        return all((page.teacher.id, *spot) not in self._busy for page in group)

    def _take(
        self,
        group: list[Page],
        spot: tuple[int, int],
        taken: dict[tuple[int, int], int],
        left: dict[int, int],
    ) -> None:
        taken[spot] = group[0].course
        left[group[0].course] -= 1
        self._busy.update((page.teacher.id, *spot) for page in group)
