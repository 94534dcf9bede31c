"""The diary's reads on both engines: right for the child, as many statements for many rows as for few."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from journal import diary, plain_words
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.access import Hat
from journal.model.attendance import Presence, Reason
from journal.model.diary import Missed
from journal.model.marks import ResultKind
from journal.model.span import Span
from journal.words import Intent, Reading
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import homework, homework_done, lessons, plan_rows, plans
from storage.tables.marks import marks, results, works
from storage.tables.notices import class_events
from storage.tables.people import enrolments, units
from storage.tables.school import calendar_days, periods, years
from storage.tables.timetable import curriculum
from storage.unit_of_work import SqlStore
from tests.storage.diary_pages import Subject, pages
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)
AT = datetime(2026, 10, 14, 6, 30, tzinfo=UTC)


async def give_mark(store: SqlStore, value: str, student: int = ANYA, weight: str = "1") -> int:
    async with store.connection(writing=True) as db:
        work = await db.insert(
            works,
            lesson_id=lesson_id("7Б", TODAY, 1),
            unit_id=unit_id("7Б"),
            subject_id=subject_id("russian"),
            date=TODAY,
            kind="answer",
            weight=Decimal(weight),
            teacher_id=person_id("maria"),
            created_at=AT,
        )
        mark = await db.insert(
            marks,
            work_id=work,
            student_id=student,
            value=value,
            date=TODAY,
            subject_id=subject_id("russian"),
            author_id=person_id("maria"),
            entered_at=AT,
        )
        await db.connection.commit()
        return mark


async def set_homework(store: SqlStore, text: str, lesson: int = ALGEBRA_TOMORROW) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            homework,
            lesson_id=lesson,
            text=text,
            author_id=person_id("anna"),
            created_at=AT,
            updated_at=AT,
        )
        await db.connection.commit()


async def plan_event(store: SqlStore, title: str, day: date, unit: str | None = "7Б") -> None:
    """An event of a class, or of the whole school."""
    async with store.connection(writing=True) as db:
        await db.insert(
            class_events,
            unit_id=unit_id(unit) if unit else None,
            date=day,
            starts=time(18, 30),
            title=title,
            place="каб. 214",
            author_id=person_id("maria"),
            created_at=AT,
        )
        await db.connection.commit()


async def miss(store: SqlStore, slot: int, reason: Reason | None = None, student: int = ANYA) -> None:
    async with store.connection(writing=True) as db:
        lesson = lesson_id("7Б", TODAY, slot)
        await db.insert_new(
            registers,
            [{"lesson_id": lesson, "expected": [student], "taken_by": 101, "taken_at": AT, "revision": 1}],
        )
        await db.insert(
            attendance,
            lesson_id=lesson,
            student_id=student,
            date=TODAY,
            slot=slot,
            status=Presence.ABSENT,
            reason=reason,
            entered_by=101,
            entered_at=AT,
        )
        await db.connection.commit()


@pytest.mark.requirement("R-026", "R-027")
async def test_home_shows_today_and_what_to_do_for_tomorrow(ctx_of: CtxOf, store: SqlStore) -> None:
    await set_homework(store, "№ 215")
    found = await diary.home(ctx_of("olga"), ANYA)
    assert found.is_today
    assert [item.lesson.subject for item in found.day.lessons] == ["Русский язык", "Алгебра", "География"]
    assert found.tasks.date == TOMORROW
    assert [task.text for task in found.tasks.tasks] == ["№ 215"]


async def test_after_the_last_lesson_today_turns_into_the_next_school_day(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    clock.move(timedelta(hours=6))
    found = await diary.home(ctx_of("olga"), ANYA)
    assert not found.is_today
    assert found.day.date == TOMORROW


async def test_on_friday_evening_the_next_school_day_is_monday(ctx_of: CtxOf, clock: FrozenClock) -> None:
    clock.move(timedelta(days=2, hours=8))
    found = await diary.homework(ctx_of("olga"), ANYA)
    assert found.day.date == date(2026, 10, 19)


@pytest.mark.requirement("R-028", "R-032")
async def test_a_saved_mark_stands_in_the_diary_at_once(ctx_of: CtxOf, store: SqlStore) -> None:
    mark = await give_mark(store, "5")
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert [(item.subject, item.average) for item in book.subjects] == [("Русский язык", Decimal(5))]
    found = await diary.opened(ctx_of("olga"), mark)
    assert (found.child.first_name, found.mark.value, found.mark.kind) == ("Аня", "5", "answer")


async def test_a_heavier_work_weighs_more_in_the_average(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "5")
    await give_mark(store, "2", weight="2")
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert book.subjects[0].average == Decimal(3)


@pytest.mark.requirement("R-029")
async def test_absences_are_counted_by_their_reasons(ctx_of: CtxOf, store: SqlStore) -> None:
    await miss(store, 1, Reason.ILL)
    await miss(store, 2)
    book = await diary.attendance(ctx_of("olga"), ANYA)
    assert book.totals == Missed(lessons=2, excused=1, unexplained=1)
    assert [item.slot for item in book.absences] == [2, 1]


@pytest.mark.requirement("R-016")
async def test_another_familys_child_and_a_missing_one_look_the_same(ctx_of: CtxOf, store: SqlStore) -> None:
    foreign = await give_mark(store, "2", student=EGOR)
    for number in (EGOR, 999_999):
        with pytest.raises(NotFoundError):
            await diary.home(ctx_of("olga"), number)
    for number in (foreign, 999_999):
        with pytest.raises(NotFoundError):
            await diary.opened(ctx_of("olga"), number)


@pytest.mark.requirement("R-024")
async def test_a_student_reads_the_own_diary_only(ctx_of: CtxOf) -> None:
    assert (await diary.home(ctx_of("egor"), EGOR)).child.first_name == "Егор"
    with pytest.raises(NotFoundError):
        await diary.home(ctx_of("egor"), ANYA)


@pytest.mark.requirement("R-015")
async def test_a_guardian_looks_from_one_child_to_the_other(ctx_of: CtxOf) -> None:
    looking = await diary.look_at(ctx_of("olga"), PETYA)
    assert looking.actor.current_student_id == PETYA
    with pytest.raises(NotFoundError):
        await diary.look_at(ctx_of("olga"), EGOR)


async def test_files_of_another_classs_homework_are_as_good_as_missing(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "чужое", lesson_id("7А", TOMORROW, 3))
    async with store.connection() as db:
        number = await db.scalar(homework.select().with_only_columns(homework.c.id))
    with pytest.raises(NotFoundError):
        await diary.files(ctx_of("olga"), ANYA, number)


async def test_every_screen_takes_as_many_statements_for_many_rows_and_children_as_for_few(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    mark = await give_mark(store, "4")
    seen = Subject(ANYA, subject_id("algebra"), lesson_id("7Б", TODAY, 1), mark)
    olga = ctx_of("olga")
    # Only a look at new marks is noted.
    await diary.marks(olga, ANYA)

    async def cost(ctx: Ctx) -> dict[str, int]:
        counts = {}
        for name, page in pages(ctx, seen).items():
            statements.clear()
            await page()
            counts[name] = len(statements)
        return counts

    def with_children(many: int) -> Ctx:
        family = (*olga.actor.children, replace(olga.actor.children[0], student_id=EGOR, first_name="Егор"))
        return olga.as_actor(replace(olga.actor, children=family[:many]))

    few = await cost(with_children(1))
    for _ in range(12):
        await give_mark(store, "5")
        await give_mark(store, "5", student=PETYA)
        await set_homework(store, "ещё")
        await plan_event(store, "Музей", TODAY)
    await miss(store, 1)
    await miss(store, 2)
    await diary.marks(olga, ANYA)
    assert await cost(with_children(3)) == few
    assert max(few.values()) <= 16


async def test_a_question_takes_as_many_statements_for_many_rows_as_for_few(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    olga, question = ctx_of("olga"), Reading(Intent.HOMEWORK, subject=subject_id("algebra"))

    async def cost() -> list[int]:
        counts = []
        for ask in (diary.asked(olga, question), plain_words.understand(olga, "что задали по алгебре")):
            statements.clear()
            await ask
            counts.append(len(statements))
        return counts

    few = await cost()
    for _ in range(12):
        await set_homework(store, "ещё")
    assert await cost() == few


async def test_a_cancelled_lesson_stays_in_the_day_but_ends_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == lesson_id("7Б", TODAY, 3)).values(status="cancelled")
        )
        await db.connection.commit()
    found = await diary.day(ctx_of("olga"), ANYA)
    assert [item.lesson.status for item in found.day.lessons] == ["planned", "planned", "cancelled"]


@pytest.mark.requirement("R-027")
async def test_a_student_of_several_subgroups_has_the_lessons_of_each_and_of_no_other(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        common = {"year_id": 1, "kind": "subgroup", "grade": 7, "parent_id": unit_id("7Б")}
        for number, name in ((901, "гр. 1"), (902, "гр. 2"), (903, "проф.")):
            await db.insert(units, id=number, name=name, subject_id=subject_id("algebra"), **common)
        for number in (901, 903):
            await db.insert(enrolments, student_id=ANYA, unit_id=number, since=date(2026, 9, 1))
        for slot, unit in ((4, 901), (4, 902), (5, 903)):
            await db.insert(
                lessons,
                id=9_000_000 + unit,
                unit_id=unit,
                subject_id=subject_id("algebra"),
                date=TODAY,
                slot=slot,
                starts_at=AT + timedelta(hours=slot),
                ends_at=AT + timedelta(hours=slot, minutes=45),
                topic="Дроби",
            )
        await db.connection.commit()
    found = await diary.day(ctx_of("olga"), ANYA)
    assert [(item.lesson.slot, item.lesson.unit_name) for item in found.day.lessons] == [
        (1, "7Б"),
        (2, "7Б"),
        (3, "7Б"),
        (4, "гр. 1"),
        (5, "проф."),
    ]
    topics = await diary.topics_of(ctx_of("olga"), ANYA, subject_id("algebra"))
    assert [lesson.topic for lesson in topics.lessons] == ["Дроби", "Дроби"]
    with pytest.raises(NotFoundError):
        await diary.lesson(ctx_of("olga"), ANYA, 9_000_902)


@pytest.mark.requirement("R-027", "R-028")
async def test_a_lesson_opens_with_its_homework_and_its_marks(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "5")
    await miss(store, 1, Reason.ILL)
    found = await diary.lesson(ctx_of("olga"), ANYA, lesson_id("7Б", TODAY, 1))
    assert [mark.value for mark in found.item.marks] == ["5"]
    assert found.item.absence is not None
    assert [person.first_name for person in found.teachers] == ["Мария"]


async def test_a_lesson_of_another_class_is_as_good_as_missing(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await diary.lesson(ctx_of("olga"), ANYA, lesson_id("7А", TODAY, 3))


async def test_marks_are_new_until_the_marks_are_looked_at(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await give_mark(store, "5")
    olga = ctx_of("olga")
    assert [mark.value for mark in (await diary.home(olga, ANYA)).new_marks] == ["5"]
    assert [mark.value for mark in (await diary.home(olga, ANYA)).new_marks] == ["5"]
    await diary.marks(olga, ANYA)
    assert (await diary.home(ctx_of("olga"), ANYA)).new_marks == ()
    # What one parent has looked at is still new to the other.
    assert len((await diary.home(ctx_of("igor"), ANYA)).new_marks) == 1


async def test_homework_is_ticked_off_for_the_family_and_not_for_the_school(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "№ 215")
    task = (await diary.homework(ctx_of("olga"), ANYA)).day.tasks[0]
    for _ in range(2):
        await diary.tick(ctx_of("olga"), ANYA, task.id, done=True)
    assert (await diary.homework(ctx_of("igor"), ANYA)).day.done == {task.id}
    await diary.tick(ctx_of("igor"), ANYA, task.id, done=False)
    assert (await diary.homework(ctx_of("olga"), ANYA)).day.done == set()


async def test_nobody_ticks_off_another_familys_homework(ctx_of: CtxOf, store: SqlStore) -> None:
    await set_homework(store, "№ 215")
    task = (await diary.homework(ctx_of("olga"), ANYA)).day.tasks[0]
    for student in (EGOR, PETYA):
        with pytest.raises(NotFoundError):
            await diary.tick(ctx_of("olga"), student, task.id, done=True)
    async with store.connection() as db:
        assert await db.all(homework_done.select()) == []


@pytest.mark.requirement("R-015")
async def test_all_children_are_on_one_screen(ctx_of: CtxOf) -> None:
    cards = await diary.everybody(ctx_of("olga"))
    assert [card.child.first_name for card in cards] == ["Аня", "Петя"]
    assert [len(card.day.lessons) for card in cards] == [3, 1]


@pytest.mark.requirement("R-030", "R-031")
async def test_results_and_marks_of_an_earlier_year_are_found(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(years, id=2, name="2025/26", starts_on=date(2025, 9, 1), ends_on=date(2026, 5, 25))
        await db.insert(
            periods,
            id=20,
            year_id=2,
            kind="half_year",
            number=1,
            name="1-е полугодие",
            starts_on=date(2025, 9, 1),
            ends_on=date(2025, 12, 30),
            grade_from=6,
            grade_to=6,
        )
        await db.insert(units, id=904, year_id=2, kind="class", name="6Б", grade=6)
        await db.insert(
            enrolments, student_id=ANYA, unit_id=904, since=date(2025, 9, 1), until=date(2026, 8, 31)
        )
        for number, (kind, period) in enumerate((("period", 20), ("year", None)), 4):
            await db.insert(
                results,
                student_id=ANYA,
                subject_id=subject_id("russian"),
                unit_id=904,
                year_id=2,
                period_id=period,
                kind=kind,
                value=str(number),
                author_id=person_id("maria"),
                entered_at=AT,
            )
        await db.connection.commit()
    book = await diary.finals(ctx_of("olga"), ANYA, 20)
    assert [(item.subject, item.by_period, item.closing) for item in book.subjects] == [
        ("Русский язык", {20: "4"}, {ResultKind.YEAR: "5"})
    ]
    assert [period.year for period in book.periods.years] == ["2026/27", "2025/26"]
    marks_then = await diary.marks(ctx_of("olga"), ANYA, 20)
    assert [(item.subject, item.result.value if item.result else None) for item in marks_then.subjects] == [
        ("Русский язык", "4")
    ]
    with pytest.raises(NotFoundError):
        await diary.finals(ctx_of("olga"), PETYA, 20)


async def test_a_period_that_has_not_begun_is_not_offered(ctx_of: CtxOf) -> None:
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert [period.name for period in book.periods.of_year] == ["1-я четверть"]
    with pytest.raises(NotFoundError):
        await diary.marks(ctx_of("olga"), ANYA, 2)


@pytest.mark.requirement("R-033")
async def test_the_programme_says_lessons_given_of_those_planned(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(curriculum, year_id=1, subject_id=subject_id("algebra"), grade=7, hours_year=102)
        await db.run(
            lessons.update()
            .where(lessons.c.id == lesson_id("7Б", TODAY - timedelta(days=7), 2))
            .values(topic="Дроби")
        )
        await db.connection.commit()
    _, found = await diary.progress(ctx_of("olga"), ANYA)
    assert [(item.subject, item.given, item.planned) for item in found] == [
        ("Алгебра", 1, 102),
        ("География", 0, None),
        ("Русский язык", 0, None),
    ]


@pytest.mark.requirement("R-034")
async def test_events_of_the_class_and_the_school_lie_ahead(ctx_of: CtxOf, store: SqlStore) -> None:
    for title, unit in (("Музей", "7Б"), ("Чужое", "7А"), ("Праздник", None)):
        await plan_event(store, title, TOMORROW, unit)
    async with store.connection(writing=True) as db:
        await db.insert(
            calendar_days,
            starts_on=date(2026, 10, 26),
            ends_on=date(2026, 11, 1),
            kind="off",
            name="Осенние каникулы",
        )
        plan = await db.insert(
            plans,
            year_id=1,
            subject_id=subject_id("algebra"),
            unit_id=unit_id("7Б"),
            loaded_at=AT,
            hours=102,
        )
        await db.insert(
            plan_rows, plan_id=plan, number=1, topic="Дроби", work_kind="control", planned_on=TOMORROW
        )
        await db.connection.commit()
    found = await diary.calendar(ctx_of("olga"), ANYA)
    assert [item.title for item in found.happenings] == ["Музей", "Праздник", "Осенние каникулы"]
    assert [(work.subject, work.date) for work in found.works] == [("Алгебра", TOMORROW)]


@pytest.mark.requirement("R-035")
async def test_a_summary_names_what_needs_help_and_what_was_missed(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "3")
    await miss(store, 1)
    found = await diary.summary(ctx_of("olga"), ANYA)
    assert [(item.subject, item.average) for item in found.weak] == [("Русский язык", Decimal(3))]
    assert found.missed == Missed(lessons=1, unexplained=1)
    assert [item.date for item in found.lately] == [TODAY]


async def test_a_question_without_a_name_is_about_the_child_who_has_the_subject(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    looking_at_petya = olga.as_actor(replace(olga.actor, current_student_id=PETYA))
    for text, child in (("что задали по алгебре", ANYA), ("что задали", PETYA), ("оценки Ани", ANYA)):
        question = (await plain_words.understand(looking_at_petya, text)).sure
        assert question is not None
        assert (await diary.asked(looking_at_petya, question)).child.student_id == child


@pytest.mark.requirement("R-016")
async def test_a_question_about_another_familys_child_never_reaches_it(ctx_of: CtxOf) -> None:
    question = (await plain_words.understand(ctx_of("olga"), "какие оценки у Егора")).sure
    assert question is not None
    found = await diary.asked(ctx_of("olga"), question)
    assert (found.child.student_id, found.question.stranger) == (ANYA, "егора")


async def test_who_has_no_diary_any_more_hears_so(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    unbound = olga.as_actor(replace(olga.actor, children=(), current_student_id=None, hat=None))
    with pytest.raises(NotFoundError) as refused:
        await diary.day(unbound, ANYA)
    assert refused.value.code == "no_diary"
    assert olga.actor.hat is Hat.GUARDIAN


async def test_a_subject_that_is_not_taught_on_the_day_asked_for_tells_its_next_homework(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "№ 215")
    olga, algebra, monday = ctx_of("olga"), subject_id("algebra"), date(2026, 10, 19)
    found = await diary.tasks_of(olga, ANYA, algebra, Span(monday, monday))
    assert found.untaught == Span(monday, monday)
    assert [task.text for task in found.coming] == ["№ 215"]
    found = await diary.tasks_of(olga, ANYA, algebra, Span(TOMORROW, TOMORROW))
    assert (found.untaught, found.unset, [task.text for task in found.coming]) == (None, None, ["№ 215"])
    found = await diary.tasks_of(olga, ANYA, algebra, Span(date(2026, 10, 16), date(2026, 10, 16)))
    assert (found.coming, found.unset) == ((), date(2026, 10, 16))


async def test_a_child_who_changed_class_has_the_subjects_of_its_own_days_in_each(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    moved = TODAY - timedelta(days=7)
    async with store.connection(writing=True) as db:
        await db.run(enrolments.update().where(enrolments.c.student_id == ANYA).values(until=moved))
        await db.insert(enrolments, student_id=ANYA, unit_id=unit_id("7А"), since=moved)
        await db.connection.commit()
    async with ctx_of("olga").reading() as work:

        async def subjects(first: date, last: date) -> set[str]:
            return set((await work.diary.subjects([ANYA], Span(first, last)))[ANYA].values())

        # 7А has algebra alone: what 7Б learns after the move is no longer Аня's.
        assert await subjects(moved, TODAY) == {"Алгебра"}
        assert await subjects(moved - timedelta(days=2), moved - timedelta(days=1)) == {
            "Алгебра",
            "География",
            "Русский язык",
        }
