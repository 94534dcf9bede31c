"""A parent with a phone reads the diary."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from handlers.diary.callbacks import WeekMarksCb
from storage.tables.lessons import lessons
from storage.tables.marks import marks, works
from storage.tables.people import enrolments
from tests.support.given import give_mark, plan_event, set_homework
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, student_id, unit_id


async def test_a_parent_reads_tomorrows_homework_with_one_tap(stage: Stage, olga: Persona) -> None:
    await set_homework(stage.house.store, "№ 215 <b>а</b>")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б: сегодня, 14 октября")
    olga.rest()
    await olga.press("Задания")
    seen = await olga.sees("Аня: задания на четверг, 15 октября")
    assert "№ 215 <b>а</b>" in seen.text
    assert olga.taps == 1


async def test_a_parent_reads_tomorrows_homework_with_one_sentence(stage: Stage, olga: Persona) -> None:
    await set_homework(stage.house.store, "№ 215")
    await olga.say("Что задали на завтра?")
    seen = await olga.sees("Аня: задания на четверг, 15 октября")
    assert "Алгебра: № 215" in seen.text
    assert (olga.taps, olga.typed) == (0, 1)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("что задали на четверг по алгебре", "На четверг, 15 октября пока ничего не задано"),
        ("что задали на понедельник по алгебре", "Понедельник, 19 октября: такого урока нет"),
        ("оценки", "Русский язык: 5"),
        ("какие оценки у Пети за неделю", "Петя: оценки, 8–14 октября"),
        ("пропуски", "Аня: пропуски, 1-я четверть"),
        ("расписание на завтра", "Аня, 7Б: четверг, 15 октября"),
        ("homework for tomorrow", "Аня: задания на четверг, 15 октября"),
        ("оценки у Сидорова", "«Сидорова»: такого дневника у вас нет"),
        ("дз по химии", "Предмет «химии» не нашёлся"),
    ],
)
async def test_a_question_in_plain_words_is_answered_at_once(
    stage: Stage, olga: Persona, question: str, answer: str
) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say(question)
    await olga.sees(answer)


async def test_what_was_not_understood_is_answered_with_what_can_be_asked(
    stage: Stage, olga: Persona
) -> None:
    await olga.say("абракадабра")
    seen = await olga.sees("Не удалось это понять")
    assert "«что задали на завтра»" in seen.text


@pytest.mark.requirement("R-009", "R-017")
async def test_a_parent_walks_the_diary_and_every_page_has_a_way_back(stage: Stage, olga: Persona) -> None:
    await give_mark(stage.house.store, "5")
    walks = (
        (("Сегодня", "1. Русский язык"), "Аня: русский язык, 14 октября"),
        (("Неделя", "чт"), "Аня, 7Б: четверг, 15 октября"),
        (("Неделя", "Неделя раньше"), "5–11 октября"),
        (("Оценки", "Русский язык"), "Средний: 5"),
        (("Оценки", "По датам"), "Среда, 14 октября"),
        (("Оценки", "По датам", "5 · Русский язык"), "ответ на уроке"),
        (("Оценки", "По работам"), "Ответ на уроке (средний 5)"),
        (("Задания", "По предметам", "Алгебра"), "Аня: задания, алгебра"),
        (("Пропуски",), "Пропусков нет"),
        (("Итоги",), "Итоговых оценок пока нет"),
        (("Ещё", "Сводка"), "Пока выходит 5: русский язык 5"),
        (("Ещё", "Расписание"), "1. 8:30 Русский язык, каб. 214"),
        (("Ещё", "Темы", "Алгебра"), "Тем пока нет"),
        (("Ещё", "Программа"), "Алгебра: 0"),
        (("Ещё", "События"), "Событий и контрольных пока не назначено"),
        (("Все дети",), "Петя, 3А"),
    )
    await olga.say("/menu")
    await olga.sees("Аня, 7Б: сегодня")
    for taps, words in walks:
        olga.rest()
        for tap in taps:
            await olga.press(tap)
            await olga.sees()
        assert words in olga.screen.text
        assert olga.taps <= 3
        await olga.press("Главная")
        await olga.sees("Аня, 7Б: сегодня")


async def test_a_parent_of_two_switches_the_child_with_one_tap(stage: Stage, olga: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Петя")
    await olga.sees("Петя, 3А")


async def test_a_parent_of_two_sees_the_same_page_of_the_other_child(stage: Stage, olga: Persona) -> None:
    await olga.say("/timetable")
    await olga.sees("Аня: расписание")
    await olga.press("Петя")
    await olga.sees("Петя: расписание")


async def test_homework_is_ticked_off_with_one_tap_and_back(stage: Stage, olga: Persona) -> None:
    await set_homework(stage.house.store, "№ 215")
    await olga.say("/homework")
    await olga.sees("Алгебра: № 215")
    await olga.press("☐ Алгебра")
    await olga.sees("✓ Алгебра: № 215")
    await olga.press("✓ Алгебра")
    seen = await olga.sees("Алгебра: № 215")
    assert "✓" not in seen.text


async def test_a_forged_child_in_a_button_finds_nothing(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/menu")
    seen = await tatyana.sees("Егор, 7Б")
    for data in (
        "di:201:d:0",
        "di:201:m:1",
        "did:201:0:0",
        "dis:201:0:21",
        "dil:201:1100093",
        "dip:201:21:h",
    ):
        said = await tatyana.press_data(seen, data)
        assert "Здесь для вас ничего нет" in said, data


async def test_a_teacher_has_no_diary(stage: Stage, anna: Persona) -> None:
    await anna.say("/marks")
    await anna.sees("вы вошли как сотрудник")


async def test_a_student_reads_the_own_diary_without_a_row_of_children(stage: Stage, egor: Persona) -> None:
    await egor.say("/menu")
    seen = await egor.sees("Егор, 7Б: сегодня")
    assert not any("Все дети" in button.text for row in seen.buttons for button in row)
    assert "не открыт" in await egor.press_data(seen, "dix")
    await egor.say("какие у меня оценки")
    await egor.sees("Егор: оценки, 1-я четверть")


async def test_a_failed_work_says_everywhere_until_when_it_may_be_done_again(
    stage: Stage, olga: Persona
) -> None:
    number = await give_mark(stage.house.store, "2")
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(marks)
            .where(marks.c.id == number)
            .values(retake_until=TODAY + timedelta(days=7), comment="Повторите правило")
        )
        await db.connection.commit()
    await olga.say("оценки по русскому")
    seen = await olga.sees("14.10: 2, ответ на уроке")
    assert "Пересдача до 21.10." in seen.text
    assert "Повторите правило" in seen.text
    await olga.press("2 · 14.10")
    seen = await olga.sees("Аня: 2, русский язык")
    assert "Пересдача до 21.10." in seen.text
    stage.clock.move(timedelta(days=8))
    await olga.press("Оценки: русский язык")
    seen = await olga.sees("14.10: 2, ответ на уроке")
    assert "Пересдача" not in seen.text


async def test_why_a_two_is_answered_about_the_child_who_has_one(stage: Stage, olga: Persona) -> None:
    await give_mark(stage.house.store, "2")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Петя")
    await olga.sees("Петя, 3А")
    await olga.say("почему двойка")
    await olga.sees("Аня: 2, русский язык")
    await give_mark(stage.house.store, "2", student=student_id("petya"))
    await olga.say("почему двойка?")
    await olga.sees("О какой оценке речь?")
    await olga.press("Петя: русский язык 2 (14.10)")
    await olga.sees("Петя: 2, русский язык")


async def test_marks_of_no_child_in_particular_are_of_the_one_with_news(stage: Stage, olga: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Петя")
    await olga.sees("Петя, 3А")
    await olga.say("оценки")
    await olga.sees("Петя: оценки")
    await give_mark(stage.house.store, "5")
    await olga.say("какие оценки")
    await olga.sees("Аня: оценки")
    # Once they were looked at, the child chosen is meant again.
    await olga.say("оценки?")
    await olga.sees("Петя: оценки")


async def test_marks_by_subject_leave_the_summary_of_the_week_where_it_is(
    stage: Stage, olga: Persona
) -> None:
    await olga.say("/menu")
    summary = await olga.sees("Аня, 7Б")
    await olga.press_data(summary, WeekMarksCb(student=student_id("anya")).pack())
    marks_page = await olga.sees("Аня: оценки")
    assert marks_page.id != summary.id


WEIGHTED = "Средний балл — с учётом веса работ."


async def test_an_average_says_which_works_count_for_more_and_where_it_goes(
    stage: Stage, olga: Persona
) -> None:
    for value, weight in (("3", "1"), ("4", "1"), ("5", "1"), ("5", "1"), ("5", "1")):
        await give_mark(stage.house.store, value, weight=weight)
    await olga.say("оценки по русскому")
    seen = await olga.sees("Средний: 4,4 ↑ растёт")
    assert "Весят больше" not in seen.text
    await olga.say("/marks")
    assert WEIGHTED not in (await olga.sees("Аня: оценки")).text
    heavy = await give_mark(stage.house.store, "2", weight="3")
    async with stage.house.store.connection(writing=True) as db:
        work = await db.scalar(select(marks.c.work_id).where(marks.c.id == heavy))
        await db.run(update(works).where(works.c.id == work).values(kind="control"))
        await db.connection.commit()
    await olga.say("оценки по русскому языку")
    seen = await olga.sees("Весят больше: контрольная работа ×3.")
    assert "↓ снижается" in seen.text
    await olga.say("/marks")
    assert (await olga.sees("Аня: оценки")).text.count(WEIGHTED) == 1


@pytest.mark.requirement("R-034")
async def test_events_stand_on_the_first_card_and_in_the_week(stage: Stage, olga: Persona) -> None:
    await plan_event(stage.house.store, "Музей", TODAY)
    await plan_event(stage.house.store, "Чужое собрание", TODAY, unit="7А")
    await olga.say("/menu")
    seen = await olga.sees("14 октября, 18:30: Музей, каб. 214")
    assert "Чужое" not in seen.text
    for page in ("Сегодня", "Неделя"):
        await olga.press(page)
        await olga.sees("14 октября, 18:30: Музей, каб. 214")
        await olga.press("Главная")
        await olga.sees("сегодня")


@pytest.mark.requirement("R-028")
async def test_marks_by_work_begin_with_the_weightiest(stage: Stage, olga: Persona) -> None:
    await give_mark(stage.house.store, "5")
    heavy = await give_mark(stage.house.store, "4", weight="3")
    async with stage.house.store.connection(writing=True) as db:
        work = await db.scalar(select(marks.c.work_id).where(marks.c.id == heavy))
        await db.run(update(works).where(works.c.id == work).values(kind="control", title="Дроби"))
        await db.connection.commit()
    await olga.say("/marks")
    await olga.sees("Аня: оценки")
    await olga.press("По работам")
    seen = await olga.sees("Контрольная работа (средний 4)")
    assert "Русский язык: 4 (14.10), Дроби" in seen.text
    assert seen.text.index("Контрольная") < seen.text.index("Ответ на уроке")
    await olga.press("4 · Русский язык")
    await olga.sees("Учитель: Мария Ивановна Белова")


async def test_a_long_list_of_marks_turns_its_pages(stage: Stage, olga: Persona) -> None:
    for _ in range(31):
        await give_mark(stage.house.store, "5")
    for order in ("По датам", "По работам"):
        await olga.say("/marks")
        await olga.sees("Аня: оценки")
        await olga.press(order)
        await olga.sees("1-я четверть")
        await olga.press("Стр. 2 ›")
        seen = await olga.sees("1-я четверть")
        assert seen.text.count("5") == 1 + ("средний" in seen.text)
        await olga.press("‹ Стр. 1")
        await olga.sees("1-я четверть")


async def test_the_first_grade_hears_that_it_has_no_marks(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(enrolments)
            .where(enrolments.c.student_id == student_id("petya"))
            .values(unit_id=unit_id("1А"))
        )
        await db.connection.commit()
    await olga.say("/menu")
    await olga.sees("Аня")
    await olga.press("Петя")
    await olga.sees("Петя, 1А")
    for page in ("/marks", "/finals", "/summary"):
        await olga.say(page)
        await olga.sees("В первом классе оценок не ставят")


@pytest.mark.requirement("R-027")
async def test_topics_are_read_period_by_period(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        held = lesson_id("7Б", TODAY - timedelta(days=7), 2)
        await db.run(update(lessons).where(lessons.c.id == held).values(topic="Дроби"))
        await db.connection.commit()
    await olga.say("/topics")
    await olga.sees("Аня: темы")
    await olga.press("Алгебра")
    await olga.sees("07.10: Дроби")
    stage.clock.move(timedelta(days=25))
    await olga.say("/topics")
    seen = await olga.sees("Аня: темы")
    assert [button.text for button in seen.buttons[0]] == ["1-я четверть", "• 2-я четверть"]
    await olga.press("1-я четверть")
    await olga.sees("Аня: темы")
    await olga.press("Алгебра")
    await olga.sees("07.10: Дроби")
