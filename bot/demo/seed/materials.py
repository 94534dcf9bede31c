"""What hangs on the demo's lessons beside homework, and where lessons are entered."""

from sqlalchemy import select

from bot.demo.seed.draft import EPOCH, LONG_AGO, Draft
from journal.model.materials import MaterialKind
from journal.model.people import Role
from storage.tables import lessons

PLACES = ("каб. информатики 12", "учительская", "каб. 214")
TESTS = (
    (MaterialKind.TOPIC_TEST, "Проверь себя", "https://tests.school5.example/check"),
    (MaterialKind.COURSE, "Уроки с разбором", "https://courses.school5.example/lessons"),
)
# So many lessons whose homework is due after today carry a test or a course.
MANY = 60


async def write_materials(draft: Draft) -> None:
    deputy = draft.roster.management[Role.DEPUTY_HEAD][0]
    await draft.rows(
        lessons.places, ({"name": name, "added_by": deputy, "added_at": LONG_AGO} for name in PLACES)
    )
    given = lessons.lessons.alias("given")
    rows = await draft.db.all(
        select(given.c.id, given.c.teacher_id, given.c.topic)
        .join(lessons.homework, lessons.homework.c.given_lesson_id == given.c.id)
        .join(lessons.lessons, lessons.lessons.c.id == lessons.homework.c.lesson_id)
        .where(lessons.lessons.c.date > EPOCH.date(), given.c.teacher_id.is_not(None))
        .order_by(given.c.unit_id, given.c.id)
    )
    chosen = rows[:: max(1, len(rows) // MANY)]
    await draft.rows(
        lessons.materials,
        (
            {
                "lesson_id": row.id,
                "kind": kind,
                "title": row.topic or title,
                "url": f"{url}/{row.id}",
                "author_id": row.teacher_id,
                "added_at": EPOCH,
            }
            for place, row in enumerate(chosen)
            for kind, title, url in (TESTS[place % len(TESTS)],)
        ),
    )
