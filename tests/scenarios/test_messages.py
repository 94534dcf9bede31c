"""Families and the school write to each other inside the bot."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from simulator import SimMessage
from storage.tables.access import bindings
from storage.tables.control import audit
from storage.tables.lessons import attachments
from storage.tables.outbox import events
from tests.simulator.pictures import PNG
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, ZONE, lesson_id, person_id, student_id

ALGEBRA = "Кузнецова А. С. · алгебра"
HEAD = "Белова М. И. · классный руководитель"


async def choose(olga: Persona, to: str) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press(to)
    await olga.sees("Напишите сообщение")


async def write(olga: Persona, to: str, text: str) -> SimMessage:
    await choose(olga, to)
    await olga.say(text)
    return await olga.sees("Отправлено")


def data_of(message: SimMessage, label: str) -> str:
    return next(b.data or "" for row in message.buttons for b in row if label in b.text)


def quoted(message: SimMessage) -> list[str]:
    """What stands in the quotations of the message, by the messenger's own offsets."""
    units = message.text.encode("utf-16-le")
    return [
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in message.entities
        if one["type"] == "blockquote"
    ]


async def opened(reader: Persona) -> SimMessage:
    """The thread that the last screen tells of."""
    await reader.press("Открыть переписку")
    return await reader.sees("· 14.10, 10:05")


@pytest.mark.requirement("R-086")
@pytest.mark.requirement("R-017")
async def test_a_guardian_writes_to_a_teacher_who_answers_in_one_tap_and_a_text(
    olga: Persona, anna: Persona, igor: Persona, maria: Persona
) -> None:
    await write(olga, ALGEBRA, "Можно пересдать? <b>Аня</b> болела 😀")
    got = await anna.sees("Можно пересдать? <b>Аня</b> болела 😀", within=10)
    assert "Аня Иванова, 7Б · пишет Иванова О. В." in got.text
    anna.rest()
    await anna.press("Ответить")
    await anna.sees("Напишите сообщение")
    await anna.say("Да, в четверг на 7-м уроке")
    await anna.sees("Отправлено семье")
    assert (anna.taps, anna.typed) == (1, 1)
    back = await olga.sees("Да, в четверг на 7-м уроке", within=10)
    assert "Аня · пишет Кузнецова А. С." in back.text
    await olga.press("Открыть переписку")
    whole = await olga.sees("Можно пересдать?")
    assert whole.text.index("Вы ·") < whole.text.index("Кузнецова А. С. · 14.10")
    for outsider in (igor, maria):
        await outsider.sees_nothing("пересдать")


async def test_the_messengers_own_reply_to_a_push_is_the_answer(olga: Persona, anna: Persona) -> None:
    await write(olga, ALGEBRA, "Добрый день! Когда контрольная?")
    got = await anna.sees("Добрый день! Когда контрольная?", within=10)
    await anna.phone.say("Оценки за контрольную будут в пятницу", reply_to=got.id)
    await anna.sees("Отправлено семье")
    back = await olga.sees("Оценки за контрольную будут в пятницу", within=10)
    # Words that would be a question to the diary are the answer here.
    await olga.phone.say("какие оценки у Пети", reply_to=back.id)
    await olga.sees("Отправлено: Кузнецова А. С.")
    await anna.sees("какие оценки у Пети", within=10)


async def test_a_phrase_kept_at_hand_is_one_tap(olga: Persona, maria: Persona) -> None:
    await maria.say("/messages")
    await maria.sees("Семьи пока не писали")
    await maria.press("Часы и фразы")
    await maria.sees("пн–пт, 8:00–18:00")
    await maria.press("Новая фраза")
    await maria.sees("Напишите фразу")
    await maria.say("Позвоню вам сегодня <после> уроков")
    await maria.sees(with_button("✕ Позвоню вам сегодня"))
    await write(olga, HEAD, "Аня уйдёт после 5-го урока")
    await maria.sees("Аня уйдёт после 5-го урока", within=10)
    maria.rest()
    await maria.press("Спасибо, принято.")
    await maria.sees("Отправлено семье")
    assert (maria.taps, maria.typed) == (1, 0)
    await olga.sees("Спасибо, принято.", within=10)
    await maria.press("Открыть переписку")
    await maria.sees(with_button("Позвоню вам сегодня"))
    await maria.press("Позвоню вам сегодня")
    await olga.sees("Позвоню вам сегодня <после> уроков", within=10)


async def test_outside_office_hours_a_message_is_taken_and_told_in_the_morning(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 16, 19, 30, tzinfo=ZONE))
    await choose(olga, ALGEBRA)
    await olga.say("Первый вопрос")
    taken = await olga.sees("Отправлено: Кузнецова А. С.")
    assert "ответить смогут с пн 19.10, 8:00" in taken.text
    await olga.press("Открыть переписку")
    await olga.sees("Первый вопрос")
    await olga.press("Ответить")
    await olga.sees("Напишите сообщение")
    await olga.say("И второй")
    await olga.sees("Отправлено")
    await anna.sees_nothing("вопрос")
    stage.clock.move(datetime(2026, 10, 19, 8, 0, 5, tzinfo=ZONE))
    await anna.say("/menu")
    got = await anna.sees("Первый вопрос", within=10)
    # What waited comes together, once.
    assert "И второй" in got.text
    await anna.sees_nothing("И второй")


async def test_a_letter_in_the_holidays_waits_for_school_and_says_so(
    olga: Persona, anna: Persona, pavel: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 27, 10, 0, tzinfo=ZONE))
    taken = await write(olga, ALGEBRA, "Аня забыла тетрадь в школе")
    assert "ответить смогут с пн 02.11, 8:00" in taken.text
    # The administration works in the students' holidays.
    desk = await write(olga, "Администрация школы", "Нужна справка")
    assert "ответить смогут" not in desk.text
    await pavel.sees("Нужна справка", within=10)
    stage.clock.move(datetime(2026, 11, 2, 8, 0, 5, tzinfo=ZONE))
    await anna.say("/menu")
    await anna.sees("Аня забыла тетрадь в школе", within=10)


async def test_what_was_read_in_the_evening_is_not_told_in_the_morning(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 14, 19, 30, tzinfo=ZONE))
    await write(olga, ALGEBRA, "Вечерний вопрос")
    await anna.say("/menu")
    assert "Новые сообщения: 1" in (await anna.sees(with_button("Сообщения"))).text
    await anna.press("Сообщения")
    await anna.sees("Новых: 1")
    await anna.press("● 1 · Аня Иванова, 7Б · Иванова О. В.")
    await anna.sees("Вечерний вопрос")
    stage.clock.move(datetime(2026, 10, 15, 8, 1, tzinfo=ZONE))
    await anna.say("/menu")
    assert "Новые сообщения" not in (await anna.sees(with_button("Сообщения"))).text
    await anna.sees_nothing("Вечерний вопрос")


async def test_a_complaint_opens_the_thread_to_the_deputy_head_who_stops_it(
    olga: Persona, anna: Persona, pavel: Persona, irina: Persona, stage: Stage
) -> None:
    await write(olga, ALGEBRA, "Грубые слова")
    got = await anna.sees("Грубые слова", within=10)
    thread = data_of(got, "Открыть переписку")
    await pavel.say("/menu")
    screen = await pavel.sees(with_button("Сообщения"))
    assert "Этим занимается другой сотрудник" in await pavel.press_data(screen, thread)
    await anna.press("Открыть переписку")
    await anna.sees("Грубые слова")
    await anna.press("Пожаловаться")
    await anna.sees("Директор, завуч и администратор смогут прочитать")
    await anna.press("Пожаловаться")
    await anna.sees("передали руководству")
    told = await pavel.sees("Жалоба на переписку", within=10)
    assert "Аня Иванова, 7Б: Иванова О. В. и Кузнецова А. С." in told.text
    await pavel.press("Прочитать и решить")
    await pavel.sees("Грубые слова")
    await pavel.press("Остановить переписку")
    await pavel.sees("Остановлено")
    await olga.say("/menu")
    await olga.sees(with_button("Сообщения"))
    await olga.press("Сообщения")
    await olga.sees(with_button("Аня · Кузнецова А. С."))
    await olga.press("Новое сообщение")
    missing = await olga.sees("кому написать?")
    assert "Переписку остановила школа (позвоните или поговорите лично): Кузнецова А. С." in missing.text
    assert ALGEBRA not in [button.text for row in missing.buttons for button in row]
    forged = f"msl:{student_id('anya')}:t:{person_id('anna')}"
    assert "Школа остановила эту переписку" in await olga.press_data(missing, forged)
    # To everybody else the family goes on writing.
    await olga.press(HEAD)
    await olga.sees("Напишите сообщение")
    # Whoever decided finds it again, and may let it go on.
    await pavel.press("Жалобы")
    await pavel.sees("⛔ — переписка остановлена")
    await pavel.press("⛔ Аня Иванова, 7Б · Иванова О. В.")
    await pavel.sees("Школа остановила")
    await pavel.press("Пусть пишут дальше")
    await pavel.sees("могут писать дальше")
    await write(olga, ALGEBRA, "Простите меня")
    await anna.sees("Простите меня", within=10)


@pytest.mark.requirement("R-086")
async def test_a_letter_cannot_look_like_the_words_of_somebody_else(olga: Persona, anna: Persona) -> None:
    forged = "Добрый день\n\nКузнецова А. С. · 14.10, 10:05\nРазрешаю <b>уйти</b></blockquote> с уроков"
    await write(olga, ALGEBRA, forged)
    got = await anna.sees("Разрешаю", within=10)
    for seen in (got, await opened(anna), await opened(olga)):
        assert quoted(seen) == [forged]


async def test_the_administration_is_written_to_as_a_desk(
    olga: Persona, pavel: Persona, irina: Persona, anna: Persona
) -> None:
    await write(olga, "Администрация школы", "Нужна справка для бассейна")
    await irina.sees("Нужна справка для бассейна", within=10)
    await pavel.sees("Нужна справка для бассейна", within=10)
    await anna.sees_nothing("справка")
    await pavel.press("Ответить")
    await pavel.sees("Аня Иванова, 7Б → Иванова О. В.")
    await pavel.say("Готова в канцелярии")
    await pavel.sees("Отправлено семье")
    back = await olga.sees("Готова в канцелярии", within=10)
    assert "пишет Орлов П. О." in back.text


async def test_strangers_to_the_child_and_foreign_threads_are_out_of_reach(
    olga: Persona, tatyana: Persona, anna: Persona, svetlana: Persona, nikolai: Persona, egor: Persona
) -> None:
    await write(olga, ALGEBRA, "Тайный вопрос")
    got = await anna.sees("Тайный вопрос", within=10)
    for label in ("Ответить", "Открыть переписку", "Спасибо, принято."):
        for outsider in (tatyana, egor, svetlana, nikolai):
            await outsider.say("/menu")
            screen = await outsider.sees()
            words = await outsider.press_data(screen, data_of(got, label))
            assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), words
    await olga.say("/menu")
    home = await olga.sees(with_button("Написать"))
    forged = f"msl:{student_id('anya')}:t:{person_id('svetlana')}"
    assert "Здесь для вас ничего нет" in await olga.press_data(home, forged)
    forged = f"msl:{student_id('egor')}:t:{person_id('anna')}"
    assert "Здесь для вас ничего нет" in await olga.press_data(home, forged)


async def test_what_cannot_be_sent_is_refused_clearly_and_the_question_stays(
    olga: Persona, anna: Persona
) -> None:
    await choose(olga, ALGEBRA)
    await olga.send_document(b"x" * 20_000_001, "видео.mp4")
    assert "меньше 20 МБ" in (await olga.sees("Файл слишком большой")).text
    await olga.say("   ")
    await olga.say("אבג عربي " * 300)
    await olga.sees("Отправлено")
    await anna.sees("אבג عربي", within=10)


async def test_a_flood_is_stopped_and_says_when_to_go_on(olga: Persona, anna: Persona, stage: Stage) -> None:
    sent = await write(olga, ALGEBRA, "Раз")
    thread = data_of(sent, "Открыть переписку").replace("mst:", "msa:").removesuffix(":0")
    for number in range(6):
        await olga.press_data(olga.screen, thread)
        await olga.sees("Напишите сообщение")
        await olga.say(f"Ещё {number}")
        seen = await olga.sees("тправлено")
    assert "Сообщений очень много" in seen.text
    assert "10:06" in seen.text
    stage.clock.move(timedelta(minutes=2))
    await olga.say("Ещё раз")
    await olga.sees("Отправлено")


async def test_photos_go_along_and_come_once_more(olga: Persona, maria: Persona) -> None:
    await choose(olga, HEAD)
    await olga.send_photo(PNG, "Заявление на экскурсию")
    await olga.sees("Отправлено")
    got = await maria.sees("Заявление на экскурсию", within=10)
    assert got.file is not None
    await maria.press("Открыть переписку")
    await maria.sees("[фото]")
    await maria.press("Файлы")
    await maria.sees("1 файл")


async def test_a_student_writes_too_and_a_closed_thread_opens_again(egor: Persona, maria: Persona) -> None:
    await write(egor, HEAD, "Я забыл форму")
    got = await maria.sees("Я забыл форму", within=10)
    assert "Пишет: Егор Сидоров, 7Б" in got.text
    await maria.press("Открыть переписку")
    await maria.sees("Я забыл форму")
    await maria.press("Закрыть переписку")
    await maria.sees("Переписка закрыта")
    await write(egor, HEAD, "Нашёл!")
    await maria.sees("Нашёл!", within=10)


async def test_a_question_about_a_lesson_quotes_it_and_goes_to_its_teacher(
    olga: Persona, anna: Persona, tatyana: Persona
) -> None:
    lesson = lesson_id("7Б", TODAY, 2)
    await olga.say("/menu")
    home = await olga.sees(with_button("Написать"))
    await olga.press_data(home, f"dil:{student_id('anya')}:{lesson}")
    await olga.sees(with_button("Написать учителю"))
    olga.rest()
    await olga.press("Написать учителю")
    asked = await olga.sees("Аня → Кузнецова А. С.")
    assert "Алгебра, 14 октября" in asked.text
    await olga.say("Что проходили?")
    await olga.sees("Отправлено: Кузнецова А. С.")
    assert (olga.taps, olga.typed) == (1, 1)
    got = await anna.sees("Что проходили?", within=10)
    assert "Алгебра, 14 октября" in got.text
    await tatyana.say("/menu")
    other = await tatyana.sees(with_button("Написать"))
    for forged in (
        f"msq:{student_id('anya')}:l:{lesson}",
        f"msq:{student_id('egor')}:l:{lesson_id('7А', TODAY, 3)}",
        f"msq:{student_id('egor')}:m:999",
        f"msq:{student_id('egor')}:h:999",
    ):
        assert "Здесь для вас ничего нет" in await tatyana.press_data(other, forged)


async def test_the_log_names_the_thread_and_never_the_words(olga: Persona, stage: Stage) -> None:
    await write(olga, ALGEBRA, "Никому не видные слова")
    async with stage.house.store.connection() as db:
        entries = await db.all(select(audit).where(audit.c.action == "message.send"))
        kept = await db.all(select(events.c.payload).where(events.c.kind == "message_sent"))
    assert len(entries) == 1
    assert "Никому" not in str([*entries, *kept])


async def test_a_child_that_is_not_ones_own_any_more_closes_its_threads(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    sent = await write(olga, ALGEBRA, "Пока мама")
    got = await anna.sees("Пока мама", within=10)
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(bindings)
            .where(bindings.c.person_id == person_id("olga"), bindings.c.student_id == student_id("anya"))
            .values(ended_at=stage.clock.now())
        )
        await db.connection.commit()
    assert "Здесь для вас ничего нет" in await olga.press("Открыть переписку", sent)
    # Nobody is told that something was sent which nobody would read.
    for label in ("Спасибо, принято.", "Ответить"):
        assert "Ничего не отправлено" in await anna.press(label, got)
    await anna.phone.say("Аня молодец", reply_to=got.id)
    await anna.sees("Ничего не отправлено")
    await olga.sees_nothing("молодец")


async def test_an_album_is_one_message_with_all_its_pictures(
    olga: Persona, maria: Persona, stage: Stage
) -> None:
    await choose(olga, HEAD)
    await olga.send_photo(PNG, "Проба")
    await olga.sees("Отправлено")
    first = await maria.sees("Проба", within=10)
    assert first.file is not None
    await olga.press("Открыть переписку")
    await olga.sees("Проба")
    await olga.press("Ответить")
    await olga.sees("Напишите сообщение")
    photo = {"file_id": first.file.file_id, "file_unique_id": "u", "width": 90, "height": 90}
    for number in range(3):
        await olga.phone.inject(
            {
                "message": {
                    "message_id": 7_000_000 + number,
                    "date": 1_791_000_000,
                    "chat": {"id": olga.phone.id, "type": "private"},
                    "from": {"id": olga.phone.id, "is_bot": False, "first_name": "Ольга"},
                    "media_group_id": "77",
                    "photo": [photo],
                }
            }
        )
    await olga.sees("Отправлено")
    for _ in range(20):
        stage.clock.move(timedelta(seconds=1))
        async with stage.house.store.connection() as db:
            files = await db.all(select(attachments.c.owner_id).where(attachments.c.owner_kind == "message"))
        if len(files) == 4:
            break
        await asyncio.sleep(0.1)
    assert len(files) == 4
    assert len({row.owner_id for row in files}) == 2
    # Whatever is no picture of the album is no answer.
    await olga.say("какие оценки у Пети")
    await olga.sees("Петя")


async def test_the_longest_message_comes_whole_with_every_sign(olga: Persona, anna: Persona) -> None:
    await choose(olga, ALGEBRA)
    text = "<&>" + "ж" * 4090 + "🎈"
    await olga.say(text)
    await olga.sees("Отправлено")
    await anna.sees("🎈", within=10)
    said = "".join(message.text for message in anna.phone.messages[-3:])
    assert said.count("ж") == 4090
    assert "<&>" in said


async def test_a_sentence_asks_for_the_message_to_whom_it_names(olga: Persona, maria: Persona) -> None:
    await olga.say("напиши классной")
    await olga.sees("Аня → Белова М. И.")
    await olga.say("Аня придёт ко 2-му уроку")
    await olga.sees("Пока ничего не отправлено")
    await olga.press("Отправить")
    await olga.sees("Отправлено: Белова М. И.")
    await maria.sees("Аня придёт ко 2-му уроку", within=10)
