"""Marks of the quarter that runs: some pages are closed early, the hero teachers' are still to be set."""

from collections import defaultdict
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from sqlalchemy import select

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, SEED, Draft, Row
from storage.tables.marks import marks, page_closures, results, works

# Few lessons a week, so their teachers are the first to be ready.
EARLY = (
    "Музыка",
    "Изобразительное искусство",
    "Труд (технология)",
    "Физическая культура",
    "Информатика",
    "Основы безопасности и защиты Родины",
)
# How many of the classes have theirs set.
SHARE = 0.6
BEFORE = timedelta(days=1, hours=2)


async def write_results(draft: Draft) -> None:
    """Period marks of the early subjects where everybody of the page has enough marks."""
    early = {number for number, course in enumerate(draft.courses, 1) if course.name in EARLY}
    given = await _marks(draft, early)
    pages = [page for page in draft.roster.pages if page.course + 1 in early]
    # A chance of its own: what is sown after it stays as it was.
    random = Random(SEED)
    home = next(item.id for item in draft.roster.classes if item.name == HERO_CLASS)
    chosen = [page for page in pages if page.class_id == home or random.random() < SHARE]
    of_class = {item.id: item.students for item in draft.roster.classes}
    rows: list[Row] = []
    closed: list[Row] = []
    for page in chosen:
        students = (
            of_class[page.class_id] if page.half is None else of_class[page.class_id][page.half - 1 :: 2]
        )
        own = [given.get((student.id, page.course + 1), []) for student in students]
        if min(map(len, own), default=0) == 0:
            continue
        key = {"unit_id": page.unit_id, "subject_id": page.course + 1, "period_id": 1}
        rows += [
            {
                **key,
                "student_id": student.id,
                "year_id": 1,
                "kind": "period",
                "value": _mean(values),
                "author_id": page.teacher.id,
                "entered_at": EPOCH - BEFORE,
            }
            for student, values in zip(students, own, strict=True)
        ]
        closed.append({**key, "closed_by": page.teacher.id, "closed_at": EPOCH - BEFORE})
    await draft.rows(results, rows)
    await draft.rows(page_closures, closed)


async def _marks(draft: Draft, subjects: set[int]) -> dict[tuple[int, int], list[tuple[int, Decimal]]]:
    """The marks of each (student, subject) with their weights."""
    found: dict[tuple[int, int], list[tuple[int, Decimal]]] = defaultdict(list)
    for row in await draft.db.all(
        select(marks.c.student_id, marks.c.subject_id, marks.c.value, works.c.weight)
        .join(works, works.c.id == marks.c.work_id)
        .where(marks.c.subject_id.in_(subjects))
    ):
        if row.value.isdecimal():
            found[row.student_id, row.subject_id].append((int(row.value), row.weight))
    return found


def _mean(values: list[tuple[int, Decimal]]) -> str:
    weight = sum((weight for _, weight in values), Decimal(0))
    total = sum((value * weight for value, weight in values), Decimal(0))
    return str((total / weight).quantize(Decimal(1), rounding=ROUND_HALF_UP))
