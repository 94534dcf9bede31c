"""What hangs beside the timetable: events, what goes on after the lessons, documents and links."""

from datetime import date, time, timedelta

from bot.demo.roster import HERO_CLASS, SchoolClass
from bot.demo.seed.draft import EPOCH, LONG_AGO, Draft, Row
from journal.model.documents import Readers, Shelf
from journal.model.people import Role
from storage.tables import clubs, notices

# Of one class, or of the whole school: day, hour, title, place.
OF_HEROES = (
    (date(2026, 10, 15), time(13, 30), "Экскурсия в музей оружия", "сбор у входа"),
    (date(2026, 10, 23), time(14, 30), "День именинника", "каб. 114"),
)
MEETING = (date(2026, 10, 22), time(18, 30), "Родительское собрание", "каб. 114")
# Of every eight families that are asked, so many have said that they come, and one that it cannot.
OF, COMING = 8, 5
OF_SCHOOL = (
    (date(2026, 10, 19), time(12, 30), "Лицейский день: чтение стихов", "актовый зал"),
    (date(2026, 10, 23), None, "День здоровья", "стадион"),
)
# Title, weekdays, hours, place.
CLUBS = (
    ("Разговоры о важном", [1], time(15, 15), time(15, 45), None),
    ("Робототехника", [3], time(15, 15), time(16, 15), "каб. 130"),
    ("Шахматный кружок", [2, 4], time(15, 15), time(16), "каб. 112"),
)
DOCUMENTS = (
    (Shelf.RULES, "Положение об электронном журнале", "https://school5.example/journal", Readers.EVERYBODY),
    (Shelf.RULES, "Правила внутреннего распорядка", "https://school5.example/rules", Readers.EVERYBODY),
    (Shelf.RULES, "Приказ о дежурстве учителей", "https://school5.example/duty", Readers.STAFF),
    (
        Shelf.GUIDES,
        "Памятка для родителей первоклассников",
        "https://school5.example/first",
        Readers.EVERYBODY,
    ),
    (Shelf.LINKS, "Школьная библиотека", "https://library.school5.example", Readers.EVERYBODY),
    (Shelf.LINKS, "Всероссийская олимпиада школьников", "https://olymp.example", Readers.EVERYBODY),
)


async def write_board(draft: Draft) -> None:
    heroes = next(item for item in draft.roster.classes if item.name == HERO_CLASS)
    head = heroes.head.id if heroes.head else draft.roster.management[Role.DEPUTY_HEAD][0]
    director = draft.roster.management[Role.DIRECTOR][0]
    events = [_event(heroes.id, head, *item) for item in OF_HEROES]
    events += [_event(None, director, *item) for item in OF_SCHOOL]
    await draft.rows(notices.class_events, events)
    await _write_meeting(draft, heroes, head)
    await draft.rows(clubs.clubs, (_club(heroes.id, head, *item) for item in CLUBS))
    await draft.rows(
        notices.documents,
        (
            {
                "kind": shelf,
                "title": title,
                "url": url,
                "audience": {"readers": readers},
                "author_id": director,
                "published_at": LONG_AGO,
            }
            for shelf, title, url, readers in DOCUMENTS
        ),
    )


async def _write_meeting(draft: Draft, heroes: SchoolClass, head: int) -> None:
    """The class's meeting, to which its families were invited two days ago; the heroine is still asked."""
    invited = {"invited_at": EPOCH - timedelta(days=2)}
    number = await draft.db.insert(notices.class_events, **_event(heroes.id, head, *MEETING), **invited)
    asked = [
        adult
        for student in heroes.students
        if (adult := student.guardians[0][0]) in draft.accounts and adult not in draft.roster.heroes
    ]
    await draft.rows(
        notices.meeting_answers,
        (
            {
                "event_id": number,
                "person_id": adult,
                "coming": place % OF < COMING,
                "answered_at": EPOCH - timedelta(hours=30 - place),
            }
            for place, adult in enumerate(asked)
            if place % OF <= COMING
        ),
    )


def _event(unit_id: int | None, author: int, day: date, starts: time | None, title: str, place: str) -> Row:
    return {
        "unit_id": unit_id,
        "date": day,
        "starts": starts,
        "title": title,
        "place": place,
        "author_id": author,
        "created_at": EPOCH,
    }


def _club(
    unit_id: int, author: int, title: str, weekdays: list[int], starts: time, ends: time, place: str | None
) -> Row:
    return {
        "unit_id": unit_id,
        "title": title,
        "weekdays": weekdays,
        "starts": starts,
        "ends": ends,
        "place": place,
        "students": None,
        "author_id": author,
        "created_at": LONG_AGO,
    }
