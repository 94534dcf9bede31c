"""What hangs on a lesson beside its homework: courses, tests, links and files; and where it was entered."""

from dataclasses import dataclass
from enum import StrEnum

from journal.model.lessons import Attachment, Lesson


class MaterialKind(StrEnum):
    """What a teacher attaches to a lesson (S3 §4.5-R2, S4 §4.1-T2)."""

    MATERIAL = "material"
    COURSE = "course"
    TOPIC_TEST = "topic_test"
    INTERIM_TEST = "interim_test"
    FINAL_TEST = "final_test"


@dataclass(frozen=True, slots=True)
class Material:
    """A link or a file; `title` may be empty."""

    id: int
    lesson_id: int
    kind: MaterialKind
    title: str
    url: str | None = None
    files: tuple[Attachment, ...] = ()

    @property
    def content(self) -> tuple[str | None, tuple[str, ...]]:
        """What it is, whatever it is called."""
        return self.url, tuple(file.file_id for file in self.files)


@dataclass(frozen=True, slots=True)
class Twin:
    """A lesson of a parallel class, and whether everything hangs there too."""

    lesson: Lesson
    shared: bool


@dataclass(frozen=True, slots=True)
class LessonMaterials:
    lesson: Lesson
    items: tuple[Material, ...]
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of entry of the deputy head's list."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    lesson: Lesson
    places: tuple[Place, ...]
