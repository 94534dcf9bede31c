"""Filling a page: topic, tasks, homework for one class or two, substitution."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.lessons.callbacks import SubstituteCb
from handlers.marks.callbacks import OpenMarksCb
from storage.tables.lessons import attachments, homework, lessons, plan_rows, plans
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, NOW, PLATFORM_IDS, TODAY, lesson_id, person_id, subject_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)
# As much of a picture as the messenger looks at: its kind and its size, 100 × 100.
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0d\0\0\0d" + b"0" * 64


async def open_card(who: Persona) -> None:
    await who.say("/now")
    await who.sees("Отметьте, кого нет")
    await who.press("Назад")
    await who.sees("Осталось внести")


@pytest.mark.requirement("R-082", "R-036")
async def test_the_next_topic_of_the_plan_takes_one_tap(anna: Persona, store: SqlStore) -> None:
    await plan(store, "Степень с целым показателем", "Стандартный вид числа")
    await open_card(anna)
    anna.rest()
    await anna.press("Тема: Степень")
    filled = await anna.sees("Тема: Степень с целым показателем")
    assert with_button("3. 7А ›")(filled), "an entry must not cut the way to the next lesson"
    assert anna.taps == 1
    await anna.press("Тема")
    await anna.sees(with_button("2. Стандартный вид числа"))
    await anna.press("2. Стандартный")
    await anna.sees("Тема: Стандартный вид числа")


@pytest.mark.requirement("R-036", "R-042")
async def test_topic_and_tasks_may_be_typed_and_a_foreign_text_is_warned_of(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Тема")
    await anna.sees("Напишите тему")
    await anna.say("Решение уравнений")
    await anna.sees("Тема: Решение уравнений")
    await anna.press("Ход урока")
    await anna.press("упражнения")
    await anna.sees("На уроке: упражнения")
    await anna.press("Ход урока")
    await anna.say("Solve the equations")
    asked = await anna.sees("Записи ведутся на русском")
    assert "(п. 4.5)" in asked.text
    assert "Пока не сохранено" in asked.text
    await anna.say("Solve the harder equations")
    await anna.sees("harder")
    await anna.press("Всё равно сохранить")
    await anna.sees("На уроке: упражнения: Solve the harder equations")
    await anna.press("Тема")
    await anna.sees("Напишите тему")
    await anna.say("Unit 5, ex. 3: x² + y = 7")
    await anna.sees("Тема: Unit 5, ex. 3: x² + y = 7")


async def test_a_picture_where_words_are_asked_is_answered_and_the_question_stays(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Тема")
    await anna.sees("Напишите тему")
    await anna.send_photo(PICTURE, "тема на доске")
    await anna.sees("Здесь нужен текст, а не фото")
    await anna.say("Степени")
    await anna.sees("Тема: Степени")


async def test_what_cannot_be_kept_with_homework_is_said_and_the_rest_is_not_lost(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Задание")
    await anna.say("Параграф 12")
    await anna.sees("Параграф 12")
    video = {"file_id": "v1", "file_unique_id": "v", "width": 90, "height": 90, "duration": 3}
    sent = {key: value for key, value in picture(50, "x").items() if key not in ("photo", "media_group_id")}
    await anna.phone.inject({"message": {**sent, "video": video, "caption": "решение"}})
    await anna.sees("Видео пришлите файлом или ссылкой")
    await anna.say("вопросы 1–4")
    shown = await anna.sees("вопросы 1–4")
    assert "Параграф 12" in shown.text


async def test_a_photo_is_homework_for_two_parallels_in_two_taps(anna: Persona, store: SqlStore) -> None:
    anna.rest()
    await anna.send_photo(PICTURE, "№ 512, 514")
    shown = await anna.sees("7Б, алгебра: задание")
    assert "Для 7Б на чт 15.10" in shown.text
    await anna.press("7А")
    await anna.press("Сохранить")
    saved = await anna.sees("Сохранено для 7Б на чт 15.10, 7А на чт 15.10")
    assert "Семьи узнают в 10:10" in saved.text
    assert (anna.taps, anna.typed) == (2, 1)
    async with store.connection() as db:
        rows = await db.all(select(homework.c.lesson_id, homework.c.text).order_by(homework.c.lesson_id))
        tomorrow = TODAY.replace(day=15)
        assert [tuple(row) for row in rows] == [
            (lesson_id("7Б", tomorrow, 1), "№ 512, 514"),
            (lesson_id("7А", tomorrow, 3), "№ 512, 514"),
        ]
        assert len(await db.all(select(attachments))) == 2
        kinds = await db.scalars(select(events.c.kind))
        assert list(kinds) == ["homework_saved", "homework_saved"]


async def test_the_pictures_of_an_album_share_one_preview(anna: Persona) -> None:
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    for number in range(1, 4):
        await anna.phone.inject({"message": picture(number, album="77")})
        shown = await anna.sees(f"Файлов: {number}")
    previews = [message for message in anna.phone.messages if "Файлов" in message.text]
    assert [message.id for message in previews] == [shown.id]
    await anna.send_photo(PICTURE)
    later = await anna.sees("Файлов: 4")
    assert later.id != shown.id


def picture(number: int, album: str) -> dict[str, object]:
    """One message of an album, as the messenger hands it over."""
    account = PLATFORM_IDS["anna"]
    return {
        "message_id": 9_000 + number,
        "date": 1_792_000_000,
        "chat": {"id": account, "type": "private", "first_name": "Анна"},
        "from": {"id": account, "is_bot": False, "first_name": "Анна"},
        "media_group_id": album,
        "photo": [{"file_id": f"photo-{number}", "file_unique_id": f"p{number}", "width": 90, "height": 90}],
    }


async def test_voice_a_file_and_a_forwarded_message_gather_in_one_homework_families_can_open(
    anna: Persona, olga: Persona, store: SqlStore
) -> None:
    await anna.say("№ 512 к четвергу, в тетради")
    typed = anna.phone.messages[-1]
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    anna.rest()
    # Sent without saying what for: it is the homework of the lesson at hand.
    await anna.send_voice(b"OggS" + b"0" * 40)
    await anna.sees("Файлов: 1")
    await anna.send_document(b"%PDF-1.4", "карточки.pdf", "карточка 3")
    await anna.sees("Файлов: 2")
    await anna.phone.forward(typed)
    shown = await anna.sees("№ 512 к четвергу")
    assert "карточка 3" in shown.text
    await anna.press("Сохранить")
    await anna.sees("Сохранено для 7Б на чт 15.10")
    assert anna.taps == 1
    async with store.connection() as db:
        kinds = await db.scalars(select(attachments.c.kind).order_by(attachments.c.id))
        assert list(kinds) == ["voice", "document"]
        assert len(await db.all(select(homework))) == 1
    await olga.say("/homework")
    seen = await olga.sees("карточка 3")
    assert "№ 512 к четвергу" in seen.text


async def test_homework_may_be_typed_moved_to_another_day_and_taken_back(
    anna: Persona, store: SqlStore
) -> None:
    await open_card(anna)
    await anna.press("Задание")
    await anna.sees("Напишите, пришлите фото")
    await anna.say("Параграф 12, вопросы")
    await anna.sees("Параграф 12")
    await anna.press("Другой день")
    await anna.press("пт 16.10")
    await anna.sees("Для 7Б на пт 16.10")
    await anna.press("Принести с собой")
    await anna.say("циркуль")
    await anna.sees("С собой: циркуль")
    await anna.press("Сохранить")
    await anna.sees("Сохранено для 7Б на пт 16.10")
    await anna.press("Отменить")
    await anna.sees("Параграф 12")
    async with store.connection() as db:
        assert [row.withdrawn_at is not None for row in await db.all(select(homework))] == [True]


async def test_saying_that_nothing_is_set_takes_one_tap_and_ends_the_reminder(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Задание")
    await anna.press("Без задания")
    await anna.sees("Ничего не задано")
    await anna.press("К уроку")
    card = await anna.sees("Задание: не задано")
    assert "Осталось внести: перекличка, тема." in card.text


async def test_the_card_counts_the_files_of_the_homework(anna: Persona) -> None:
    await anna.send_photo(PICTURE, "№ 200 устно")
    await anna.sees("Для 7Б на чт 15.10")
    await anna.press("Сохранить")
    await anna.press("К уроку")
    await anna.sees("Задание на 15.10: № 200 устно, файлов: 1")


async def test_the_days_around_are_those_with_lessons_and_their_headers_say_the_date(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Все уроки")
    await anna.press("‹ вт 13.10")
    tuesday = await anna.sees("вторник, 13 октября")
    assert not with_button("пн 12.10")(tuesday)
    await anna.press("‹ пт 09.10")
    await anna.sees("пятница, 9 октября")
    await anna.press("вт 13.10 ›")
    await anna.press("2. 7Б")
    await anna.press("Перекличка")
    await anna.sees("7Б, алгебра, 2-й урок, 13 октября (вт)")
    await anna.press("Назад")
    await anna.press("Оценки")
    await anna.sees("7Б, алгебра, 2-й урок, 13 октября (вт)")


async def test_marks_and_register_of_a_coming_lesson_are_refused_at_the_door(anna: Persona) -> None:
    await open_card(anna)
    await anna.press("Все уроки")
    await anna.press("чт 15.10 ›")
    await anna.press("1. 7Б")
    card = await anna.sees("четверг, 15 октября")
    assert "Урок ещё не начался" in await anna.press("Перекличка", card)
    # Where marks are given later, a control work may be planned; an old button is refused.
    assert not with_button("Оценки")(card)
    coming = lesson_id("7Б", TODAY + timedelta(days=1), 1)
    assert "Урок ещё не начался" in await anna.press_data(card, OpenMarksCb(lesson=coming).pack())


@pytest.mark.requirement("R-070")
async def test_a_substitute_records_the_substitution_and_keeps_the_page(
    nikolai: Persona, anna: Persona, store: SqlStore
) -> None:
    await nikolai.say("/now")
    await nikolai.sees(with_button("Все уроки"))
    await nikolai.press("Все уроки")
    await nikolai.press("Я замещаю")
    await nikolai.sees("за коллегу")
    await nikolai.press("7Б, алгебра")
    await nikolai.sees("7Б, алгебра, 2-й урок")
    async with store.connection() as db:
        row = await db.first(select(lessons).where(lessons.c.id == LESSON))
        assert row is not None
        assert (row.teacher_id, row.substitute_id) == (person_id("anna"), person_id("nikolai"))
        assert row.substituted_at == NOW
    await nikolai.press("Перекличка")
    await nikolai.press("Все на месте")
    await nikolai.sees("Сохранено")


@pytest.mark.requirement("R-070")
async def test_a_substitution_is_told_to_the_replaced_colleague_and_the_deputy_and_taken_back(
    nikolai: Persona, anna: Persona, pavel: Persona, store: SqlStore, stage: Stage
) -> None:
    await nikolai.say("/now")
    await nikolai.sees(with_button("Все уроки"))
    await nikolai.press("Все уроки")
    await nikolai.press("Я замещаю")
    await nikolai.press("7Б, алгебра")
    await nikolai.sees("Урок ведёте вы; по расписанию Кузнецова А. С.")
    for who in (anna, pavel):
        await who.sees("7Б, алгебра, 2-й урок, 14 октября (ср): замена, ведёт Громов Н. П.")
    assert "Замена отменена" in await nikolai.press("Отменить замену")
    for who in (anna, pavel):
        await who.sees("замена отменена")
    async with store.connection() as db:
        row = await db.first(select(lessons).where(lessons.c.id == LESSON))
        assert row is not None
        assert (row.substitute_id, row.substituted_at) == (None, None)


async def test_after_the_last_lesson_now_says_so_and_offers_what_is_not_filled(
    anna: Persona, stage: Stage
) -> None:
    stage.clock.move(timedelta(hours=8))
    await anna.say("/now")
    shown = await anna.sees("Уроки на сегодня закончились.")
    assert "Осталось заполнить:" in shown.text
    await anna.press("2. 7Б")
    await anna.sees("7Б, алгебра, 2-й урок")


@pytest.mark.parametrize(("days", "words"), [(7, "ещё не начался"), (-7, "в день урока")])
async def test_nobody_takes_over_a_colleagues_lesson_of_another_day(
    days: int, words: str, nikolai: Persona, store: SqlStore
) -> None:
    """The list offers lessons that run; a forged button may name any other."""
    other = lesson_id("7Б", TODAY + timedelta(days=days), 2)
    async with store.connection() as db:
        assert await db.scalar(select(lessons.c.teacher_id).where(lessons.c.id == other)) == person_id("anna")
    await nikolai.say("/now")
    mine = await nikolai.sees(with_button("Все уроки"))
    answer = await nikolai.press_data(mine, SubstituteCb(lesson=other).pack())
    assert words in answer + nikolai.phone.last.text
    async with store.connection() as db:
        assert await db.scalar(select(lessons.c.substitute_id).where(lessons.c.id == other)) is None


async def test_a_family_that_types_now_learns_nothing_of_lessons(olga: Persona) -> None:
    await olga.say("/now")
    shown = await olga.sees("Здесь для вас ничего нет")
    assert "алгебра" not in shown.text


async def plan(store: SqlStore, *topics: str) -> None:
    async with store.connection(writing=True) as db:
        number = await db.insert(
            plans,
            year_id=1,
            subject_id=subject_id("algebra"),
            unit_id=unit_id("7Б"),
            loaded_at=LONG_AGO,
            hours=len(topics),
        )
        for place, topic in enumerate(topics, 1):
            await db.insert(plan_rows, plan_id=number, number=place, topic=topic)
        await db.connection.commit()
