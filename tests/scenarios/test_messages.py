"""Families and the school write to each other inside the bot."""

import pytest

from tests.support.letters import ALGEBRA, HEAD, write
from tests.support.persona import Persona, with_button
from tests.support.school import TODAY, lesson_id, student_id


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
    await write(olga, HEAD, "О дежурстве по классу")
    await maria.sees("О дежурстве по классу", within=10)
    maria.rest()
    await maria.press("Спасибо, принято.")
    await maria.sees("Отправлено семье")
    assert (maria.taps, maria.typed) == (1, 0)
    await olga.sees("Спасибо, принято.", within=10)
    await maria.press("Открыть переписку")
    await maria.sees(with_button("Позвоню вам сегодня"))
    await maria.press("Позвоню вам сегодня")
    await olga.sees("Позвоню вам сегодня <после> уроков", within=10)


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


async def test_a_sentence_asks_for_the_message_to_whom_it_names(olga: Persona, maria: Persona) -> None:
    await olga.say("напиши классной")
    await olga.sees("Аня → Белова М. И.")
    await olga.say("Аня придёт ко 2-му уроку")
    await olga.sees("Отправить это (Белова М. И.) или сделать это здесь?")
    await olga.press("Отправить")
    await olga.sees("Отправлено: Белова М. И.")
    await maria.sees("Аня придёт ко 2-му уроку", within=10)
