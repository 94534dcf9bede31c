"""The demo's people: staff with their subjects, classes with their students, families."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bot.demo.curriculum import CLASSES, Course
from bot.demo.names import FullName, Names
from journal.model.people import Role

CLASS_SIZE = (26, 30)
# How many lessons a week a teacher gives at most.
FULL_LOAD = 21


@dataclass(slots=True)
class Teacher:
    id: int
    name: FullName
    subjects: set[str] = field(default_factory=set)
    load: int = 0


@dataclass(slots=True)
class Student:
    id: int
    name: FullName
    female: bool
    born: date
    # How well the student does, about 2.6 to 5.0.
    level: float
    guardians: list[tuple[int, FullName]] = field(default_factory=list)


@dataclass(slots=True)
class SchoolClass:
    id: int
    grade: int
    letter: str
    students: list[Student] = field(default_factory=list)
    head: Teacher | None = None

    @property
    def name(self) -> str:
        return f"{self.grade}{self.letter}"


@dataclass(slots=True)
class Page:
    """A journal page: a subject of a unit (a class, or the half of one) with its teacher and hours."""

    unit_id: int
    class_id: int
    course: int
    teacher: Teacher
    hours: int
    half: int | None = None


@dataclass(slots=True)
class Roster:
    classes: list[SchoolClass]
    teachers: list[Teacher]
    pages: list[Page]
    management: dict[Role, tuple[int, FullName]]
    # person → the hero of a phone
    heroes: dict[int, str]
    # The child of the first phone.
    anya: int


# The people of the phones, by name.
HEROES = {
    "anna": FullName("Кузнецова", "Анна", "Сергеевна"),
    "maria": FullName("Белова", "Мария", "Ивановна"),
    "pavel": FullName("Орлов", "Павел", "Олегович"),
    "olga": FullName("Иванова", "Ольга", "Викторовна"),
    "igor": FullName("Иванов", "Игорь", "Николаевич"),
    "anya": FullName("Иванова", "Аня", "Игоревна"),
    "petya": FullName("Иванов", "Петя", "Игоревич"),
}
MANAGERS = {
    Role.DEPUTY_HEAD: "pavel",
    Role.DIRECTOR: "director",
    Role.ADMINISTRATOR: "administrator",
    Role.SECRETARY: "secretary",
}
HERO_CLASS, HERO_BROTHERS_CLASS = "7Б", "3А"


class RosterMaker:
    """Makes the same people from the same seed."""

    def __init__(self, random: Random, courses: list[Course]) -> None:
        self._random = random
        self._names = Names(random)
        self._courses = courses
        self._next_id = 1000
        self._heads: set[int] = set()
        self._heroes: dict[int, str] = {}
        self._anya = 0

    def make(self) -> Roster:
        teachers: list[Teacher] = []
        classes = [
            SchoolClass(100 + number, grade, letter)
            for number, (grade, letter) in enumerate(
                (g, letter) for g, letters in CLASSES.items() for letter in letters
            )
        ]
        pages = self._staff(classes, teachers)
        for school_class in classes:
            self._fill(school_class)
        self._settle_heroes({item.name: item for item in classes})
        management = {
            Role.DIRECTOR: (self._id(), self._adult(female=True)),
            Role.DEPUTY_HEAD: (self._id(), HEROES["pavel"]),
            Role.ADMINISTRATOR: (self._id(), self._adult(female=False)),
            Role.SECRETARY: (self._id(), self._adult(female=True)),
        }
        self._heroes |= {management[role][0]: hero for role, hero in MANAGERS.items()}
        self._heroes[self._anya] = "anya"
        return Roster(classes, teachers, pages, management, self._heroes, self._anya)

    def _id(self) -> int:
        self._next_id += 1
        return self._next_id

    def _adult(self, *, female: bool) -> FullName:
        return self._names.adult(self._names.surname(), female)

    def _teacher(self, teachers: list[Teacher], name: FullName | None = None) -> Teacher:
        made = Teacher(self._id(), name or self._adult(female=self._random.random() < 0.85))
        teachers.append(made)
        return made

    # staff and their pages

    def _staff(self, classes: list[SchoolClass], teachers: list[Teacher]) -> list[Page]:
        anna, maria = (self._teacher(teachers, HEROES[name]) for name in ("anna", "maria"))
        self._heroes |= {anna.id: "anna", maria.id: "maria"}
        pool: dict[int, list[Teacher]] = defaultdict(list)
        for number, course in enumerate(self._courses):
            hero = {"Алгебра": anna, "Геометрия": anna, "Русский язык": maria, "Литература": maria}
            if course.name in hero:
                pool[number].append(hero[course.name])
        pages: list[Page] = []
        # The heroes' class first: its pages go to the heroes while their load is free.
        for school_class in sorted(classes, key=lambda item: (item.name != HERO_CLASS, abs(item.grade - 7))):
            pages += self._class_pages(school_class, pool, teachers)
        return pages

    def _class_pages(
        self, school_class: SchoolClass, pool: dict[int, list[Teacher]], teachers: list[Teacher]
    ) -> list[Page]:
        grade = school_class.grade
        own = self._teacher(teachers) if grade <= 4 else None
        pages: list[Page] = []
        for number, course in enumerate(self._courses):
            hours = course.hours.get(grade, 0)
            halves: tuple[int | None, ...] = (1, 2) if course.is_split(grade) else (None,)
            busy: set[int] = set()
            for half in halves if hours else ():
                if own is not None and course.is_primary(grade):
                    teacher = own
                else:
                    teacher = self._free(pool[number], hours, busy, teachers)
                busy.add(teacher.id)
                teacher.load += hours
                teacher.subjects.add(course.name)
                unit = school_class.id if half is None else 1000 + school_class.id * 10 + half
                pages.append(Page(unit, school_class.id, number, teacher, hours, half))
        school_class.head = own or self._head(school_class, pages)
        return pages

    def _free(self, pool: list[Teacher], hours: int, busy: set[int], teachers: list[Teacher]) -> Teacher:
        for teacher in pool:
            if teacher.load + hours <= FULL_LOAD and teacher.id not in busy:
                return teacher
        made = self._teacher(teachers)
        pool.append(made)
        return made

    def _head(self, school_class: SchoolClass, pages: list[Page]) -> Teacher:
        if school_class.name == HERO_CLASS:
            return next(page.teacher for page in pages if page.teacher.name == HEROES["maria"])
        candidates = [page.teacher for page in pages]
        free = [teacher for teacher in candidates if teacher.id not in self._heads]
        chosen = max(free or candidates, key=lambda teacher: teacher.id)
        self._heads.add(chosen.id)
        return chosen

    # students and their families

    def _fill(self, school_class: SchoolClass) -> None:
        for _ in range(self._random.randint(*CLASS_SIZE)):
            female = self._random.random() < 0.5
            surname, father = self._names.surname(), self._names.father()
            born = date(2026 - school_class.grade - 7, 9, 1) + timedelta(days=self._random.randrange(365))
            level = min(5.0, max(2.6, self._random.gauss(4.0, 0.55)))
            name = self._names.child(surname, female, father)
            student = Student(self._id(), name, female, born, level)
            student.guardians = self._family(surname, father)
            school_class.students.append(student)

    def _family(self, surname: str, father: str) -> list[tuple[int, FullName]]:
        mother = (self._id(), self._names.adult(surname, female=True))
        if self._random.random() < 0.35:
            return [mother]
        return [mother, (self._id(), self._names.adult(surname, female=False)._replace(first=father))]

    def _settle_heroes(self, classes: dict[str, SchoolClass]) -> None:
        anya = classes[HERO_CLASS].students[5]
        anya.name, anya.female, anya.level, anya.born = HEROES["anya"], True, 4.4, date(2013, 3, 5)
        petya = classes[HERO_BROTHERS_CLASS].students[4]
        petya.name, petya.female, petya.level, petya.born = HEROES["petya"], False, 4.1, date(2017, 6, 17)
        self._anya = anya.id
        anya.guardians = [(self._id(), HEROES["olga"]), (self._id(), HEROES["igor"])]
        petya.guardians = list(anya.guardians)
        self._heroes |= dict(zip((number for number, _ in anya.guardians), ("olga", "igor"), strict=True))
