"""What the demo's school teaches: its subjects by grade, its classes and its bells."""

import tomllib
from dataclasses import dataclass

from bot.demo.names import DATA

# Letters of the classes of each grade: 36 classes.
CLASSES: dict[int, str] = {
    **dict.fromkeys(range(1, 5), "АБВ"),
    **dict.fromkeys(range(5, 10), "АБВГ"),
    **dict.fromkeys((10, 11), "АБ"),
}
BELLS = (
    ("08:30", "09:15"),
    ("09:25", "10:10"),
    ("10:30", "11:15"),
    ("11:35", "12:20"),
    ("12:30", "13:15"),
    ("13:25", "14:10"),
    ("14:20", "15:05"),
    ("15:15", "16:00"),
)
# Weeks of lessons in a year.
WEEKS = 34


@dataclass(frozen=True, slots=True)
class Course:
    """A subject with its hours a week in each grade, and what its lessons are about: this term, and later."""

    name: str
    short: str
    hours: dict[int, int]
    topics: tuple[str, ...]
    later: tuple[str, ...]
    homework: tuple[str, ...]
    # Taught by the class's own teacher in grades 1–4.
    primary: bool = False
    # Taught in two subgroups from grade 5.
    split: bool = False

    def is_split(self, grade: int) -> bool:
        return self.split and grade >= 5

    def is_primary(self, grade: int) -> bool:
        return self.primary and grade <= 4


def courses() -> list[Course]:
    """The subjects, in the order of their keys."""
    source = tomllib.loads((DATA / "courses.toml").read_text("utf-8"))
    return [
        Course(
            **{
                **item,
                "hours": _hours(item["hours"]),
                "topics": tuple(item["topics"]),
                "later": tuple(item["later"]),
                "homework": tuple(item["homework"]),
            }
        )
        for item in source["course"]
    ]


def _hours(text: str) -> dict[int, int]:
    """`1-4:5 5:3` → the hours of every grade."""
    found: dict[int, int] = {}
    for part in text.split():
        grades, hours = part.split(":")
        first, _, last = grades.partition("-")
        found.update(dict.fromkeys(range(int(first), int(last or first) + 1), int(hours)))
    return found
