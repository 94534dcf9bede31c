"""What cannot be sent, who is out of reach, and what the log keeps."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.tables.access import bindings
from storage.tables.control import audit
from storage.tables.outbox import events
from tests.support.letters import ALGEBRA, HEAD, choose, data_of, opened, quoted, write
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id, student_id


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
