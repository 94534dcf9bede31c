"""People type what they mean: absences, thanks, buttons by their names, anger."""

import pytest
from sqlalchemy import select

from storage.tables.access import input_states
from storage.tables.lessons import homework
from storage.tables.marks import marks
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import SCHOOL


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("петя заболел", "Петя, отсутствие: "),
        ("аня не придет завтра", "Аня, отсутствие: четверг, 15 октября, весь день"),
        ("завтра к врачу, аня не придёт", "Аня, отсутствие: четверг, 15 октября, весь день"),
        ("Аня болеет до пятницы", "Аня, отсутствие: 14–16 октября"),
        ("Аня опоздает", "Аня, отсутствие: среда, 14 октября, опоздает"),
    ],
)
async def test_a_family_tells_of_an_absence_in_its_own_words(
    stage: Stage, olga: Persona, text: str, head: str
) -> None:
    await olga.say(text)
    seen = await olga.sees(head)
    assert any(button.text == "Болеет" for row in seen.buttons for button in row)


@pytest.mark.parametrize("text", ["Аня не придёт 31 февраля", "что задали на 31 февраля"])
async def test_a_day_that_is_none_is_said_to_be_none_and_nothing_is_filled_in(
    stage: Stage, olga: Persona, text: str
) -> None:
    await olga.say(text)
    await olga.sees("Такого дня нет: 31 февраля. Напишите, пожалуйста, другой.")


@pytest.mark.parametrize("text", ["заявление в школу о пропуске", "завтра к врачу"])
async def test_an_absence_of_nobody_in_particular_asks_which_child_and_keeps_the_day(
    stage: Stage, olga: Persona, text: str
) -> None:
    await olga.say(text)
    await olga.sees("Кого не будет в школе?")
    await olga.press("Аня, 7Б")
    await olga.sees("Аня, отсутствие: " + ("четверг" if "завтра" in text else "среда"))


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("Сообщить об отсутствии", "Кого не будет в школе?"),
        ("сегодня", "Аня, 7Б: среда, 14 октября"),
        ("НЕДЕЛЯ", "Аня: 12–18 октября"),
        ("Ещё", "Аня: что ещё"),
        ("все дети", "Петя, 3А"),
        ("Петя", "Петя, 3А"),
        ("настройки", "Настройки"),
        ("Объявления", "Объявлений пока нет"),
        ("главная", "Аня, 7Б: сегодня"),
        ("привет", "Аня, 7Б: сегодня"),
        ("когда каникулы", "Каникулы: 26 октября – 1 ноября."),
        ("спасибо", "Пожалуйста!"),
        ("спасибо большое", "Пожалуйста!"),
        ("отменить", "Хорошо, ничего не жду"),
        ("/help", "Сообщить об отсутствии: классный руководитель узнает сразу"),
        ("что ты умеешь", "Что я умею"),
    ],
)
async def test_a_family_types_instead_of_pressing(
    stage: Stage, olga: Persona, text: str, screen: str
) -> None:
    await olga.say(text)
    await olga.sees(screen)


@pytest.mark.parametrize("text", ["😡", "Ваш дневник просто ужас, верните бумажный!!!"])
async def test_anger_is_answered_kindly_with_the_way_to_people(
    stage: Stage, olga: Persona, text: str
) -> None:
    await olga.say(text)
    seen = await olga.sees("Жаль, что так вышло")
    assert "к классному руководителю" in seen.text


async def test_what_nobody_understands_takes_two_lines_and_few_buttons(stage: Stage, olga: Persona) -> None:
    await olga.say("абракадабра")
    seen = await olga.sees("Не удалось это понять")
    assert len(seen.text.splitlines()) == 2
    assert sum(len(row) for row in seen.buttons) <= 4
    await olga.press("Что я умею")
    await olga.sees("Пропуски: пропущенные уроки и причины")


async def test_the_help_of_a_teacher_speaks_of_the_lesson_and_not_of_children(
    stage: Stage, anna: Persona
) -> None:
    await anna.say("/help")
    seen = await anna.sees("Что я умею")
    assert "перекличка, оценки, тема, задание" in seen.text
    assert "Сообщить об отсутствии" not in seen.text
    assert "талоны для семей" not in seen.text


async def test_a_button_that_somebody_does_not_have_is_not_pressed_by_its_name(
    stage: Stage, anna: Persona
) -> None:
    await anna.say("Сообщить об отсутствии")
    await anna.sees("Не удалось это понять")


async def test_a_question_that_was_asked_is_dropped_by_a_word(stage: Stage, anna: Persona) -> None:
    await anna.say("/code")
    await anna.sees()
    await anna.say("отмена")
    await anna.sees("Хорошо, ничего не жду")
    async with stage.house.store.connection() as db:
        assert await db.all(select(input_states)) == []


async def test_somebody_without_a_code_reads_how_to_reach_the_school(stage: Stage, stranger: Persona) -> None:
    stage.house.school = type(SCHOOL)(
        SCHOOL.name, SCHOOL.short_name, SCHOOL.zone, SCHOOL.kind, SCHOOL.founder, support_contact="8 (000) 1"
    )
    await stranger.say("/start")
    await stranger.sees("Связаться со школой: 8 (000) 1.")


async def test_a_teacher_gives_a_mark_in_a_sentence_and_saves_it_by_a_tap(
    stage: Stage, anna: Persona
) -> None:
    await anna.say("поставь Петровой 5")
    seen = await anna.sees("7Б, алгебра, 2-й урок")
    assert any("5" in button.text and "Петрова" in button.text for row in seen.buttons for button in row)
    async with stage.house.store.connection() as db:
        assert await db.all(select(marks)) == []


async def test_an_open_sheet_of_marks_listens_to_marks_and_lets_other_sentences_be_answered(
    anna: Persona,
) -> None:
    await anna.say("поставь Петровой 5")
    await anna.sees("Выберите оценку")
    await anna.say("Козлова 4")
    await anna.sees(with_button("Сохранить (2)"))
    await anna.say("кого нет на алгебре")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Оценки")
    await anna.sees(with_button("Сохранить (2)"))
    await anna.say("задай № 300 на завтра")
    await anna.sees("№ 300")


async def test_a_teacher_sets_homework_in_a_sentence_as_a_draft(stage: Stage, anna: Persona) -> None:
    await anna.say("задай на завтра: № 215, 216")
    await anna.sees("№ 215, 216")
    async with stage.house.store.connection() as db:
        assert await db.all(select(homework)) == []


async def test_a_class_teacher_asks_who_is_ill(stage: Stage, maria: Persona) -> None:
    await maria.say("кто сегодня болеет?")
    await maria.sees("7Б, среда, 14 октября")


async def test_what_is_not_sure_is_offered_as_two_buttons(stage: Stage, olga: Persona) -> None:
    await olga.say("Петя русский")
    await olga.sees("Нажмите, что вы имели в виду:")
    await olga.press("Задания, Петя")
    await olga.sees("Петя: задания, русский язык")


async def test_a_child_that_is_named_is_looked_at_from_then_on(stage: Stage, olga: Persona) -> None:
    await olga.say("какие оценки у Петьки")
    await olga.sees("Петя")
    await olga.say("что задали на завтра")
    await olga.sees("Петя")


async def test_a_student_who_stays_away_hears_who_may_say_so(stage: Stage, egor: Persona) -> None:
    await egor.say("я завтра не приду, болею")
    await egor.sees("Спасибо, что предупреждаете. Об отсутствии здесь сообщают родители")
