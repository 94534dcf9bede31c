"""A notice from the first word to the living counter: text and three taps."""

import contextlib
from datetime import timedelta

import pytest

from handlers.notices.callbacks import SchoolNoticesCb
from storage.tables.access import accounts
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id, student_id

BREATH = timedelta(seconds=6)


async def write(author: Persona, text: str) -> None:
    await author.say("/menu")
    await author.sees(with_button("Написать объявление"))
    author.rest()
    await author.press("Написать объявление")
    await author.sees("Напишите объявление")
    await author.say(text)
    await author.sees("Объявление, ещё не отправлено")


async def counted(author: Persona, figures: str, stage: Stage) -> None:
    """The author's message comes to these figures, a breath of the school's clock after the last of them."""
    for _ in range(10):
        stage.clock.move(BREATH)
        with contextlib.suppress(AssertionError):
            await author.sees(figures, within=1)
            return
    await author.sees(figures)


@pytest.mark.requirement("R-083")
async def test_a_notice_with_sign_off_takes_a_text_and_three_taps_and_its_counter_lives(
    maria: Persona, olga: Persona, igor: Persona, tatyana: Persona, stage: Stage
) -> None:
    await write(maria, "Собрание 23.10 в 18:30, каб. 214 <важно>")
    preview = maria.screen
    assert "Кому: родители, 7Б" in preview.text
    assert "Не подключены: 4" in preview.text
    await maria.press("С ознакомлением")
    await maria.sees(with_button("● С ознакомлением"))
    await maria.press("Отправить")
    sent = await maria.sees("Отправлено")
    assert sent.id == preview.id
    assert (maria.taps, maria.typed) == (3, 1)
    for parent in (olga, igor, tatyana):
        got = await parent.sees("Собрание 23.10 в 18:30, каб. 214 <важно>", within=10)
        assert "Белова М. И." in got.text
        assert "Объявление · " in got.text
    assert "Отправлено. Ознакомились: 0 из 6 семей, не подключены 4" in sent.text
    olga.rest()
    assert "Спасибо" in await olga.press("Ознакомлен(а)")
    await olga.sees("Вы ознакомлены.")
    assert olga.taps == 1
    await counted(maria, "Отправлено. Ознакомились: 1 из 6 семей, не подключены 4", stage)
    assert maria.screen.id == sent.id


async def test_the_author_sees_who_has_not_signed_reminds_them_once_and_withdraws(
    maria: Persona, olga: Persona, tatyana: Persona
) -> None:
    await write(maria, "Принесите справки")
    await maria.press("С ознакомлением")
    await maria.press("Отправить")
    counter = await maria.sees("Отправлено")
    await olga.sees("Принесите справки", within=10)
    await olga.press("Ознакомлен(а)")
    await olga.sees("Вы ознакомлены.")
    await tatyana.sees("Принесите справки", within=10)
    await maria.press("Кто ещё нет")
    listed = await maria.sees("Ещё не ознакомились: 5")
    assert "Ёлкин Борис (семья не подключена)" in listed.text
    assert "Сидоров Егор" in listed.text
    assert "Иванова" not in listed.text
    assert "Напомним" in await maria.press("Напомнить им", counter)
    await tatyana.sees("Принесите справки", within=10)
    await olga.sees_nothing("Принесите справки")
    assert "уже напоминали" in await maria.press("Напомнить им", counter)
    await maria.press("Отозвать", counter)
    await maria.sees("Напишите причину")
    await maria.say("Дата другая")
    await maria.sees("Объявление отозвано.")
    gone = await tatyana.sees("Объявление отозвано.", within=10)
    assert "Принесите справки · 14 октября · Белова М. И." in gone.text


async def test_the_list_of_who_has_not_stands_beside_the_counter_that_goes_on_moving(
    maria: Persona, olga: Persona, tatyana: Persona, stage: Stage
) -> None:
    await write(maria, "Принесите справки")
    await maria.press("С ознакомлением")
    await maria.press("Отправить")
    counter = await maria.sees("Отправлено. Ознакомились: 0 из 6")
    await maria.press("Кто ещё нет")
    listed = await maria.sees("Ещё не ознакомились: 6")
    assert listed.id != counter.id
    await olga.press("Ознакомлен(а)", await olga.sees("Принесите справки", within=10))
    await olga.sees("Вы ознакомлены.")
    await counted(maria, "Отправлено. Ознакомились: 1 из 6", stage)
    moved = next(message for message in maria.phone.messages if message.id == counter.id)
    assert "Ознакомились: 1 из 6" in moved.text
    assert "Почему это пришло?" not in str(moved.buttons)
    still = next(message for message in maria.phone.messages if message.id == listed.id)
    assert "Ещё не ознакомились: 6" in still.text
    # The list is brought up to date in its own place, and a question leaves the counter in its.
    await maria.press("Обновить", still)
    fresh = await maria.sees("Ещё не ознакомились: 5")
    assert fresh.id == listed.id
    await maria.press("Отозвать", moved)
    assert (await maria.sees("Напишите причину")).id not in (counter.id, listed.id)


async def test_a_picture_and_a_file_go_with_the_notice_and_nothing_is_sent_twice(
    maria: Persona, tatyana: Persona
) -> None:
    await maria.say("/notice")
    await maria.sees("Напишите объявление")
    await maria.send_photo(PNG, "Расписание экскурсии")
    preview = await maria.sees("ещё не отправлено")
    assert "Файлов: 1" in preview.text
    send = next(b.data for row in preview.buttons for b in row if b.text == "Отправить")
    await maria.send_document(b"%PDF-1.4", "согласие.pdf")
    await maria.sees("Файлов: 2")
    await maria.press("Отправить")
    sent = await maria.sees("Отправлено")
    await tatyana.sees("Расписание экскурсии", within=10)
    assert "изменилось" in await maria.press_data(sent, send or "")
    await tatyana.sees_nothing("Расписание экскурсии")


@pytest.mark.requirement("R-084")
async def test_a_deputy_head_chooses_a_parallel(pavel: Persona, olga: Persona) -> None:
    await write(pavel, "В 7-х классах короткий день")
    assert "Кому: пока никому" in pavel.screen.text
    assert "Отправить" not in str(pavel.screen.buttons)
    await pavel.press("Кому")
    await pavel.sees("Нажмите, чтобы добавить")
    await pavel.press("Вся школа")
    everybody = await pavel.sees("вся школа")
    assert "○ 7-е классы" in str(everybody.buttons)
    await pavel.press("Готово")
    await pavel.sees(with_button("Отправить 3 семьям"))
    await pavel.press("Кому")
    await pavel.sees("Нажмите, чтобы добавить")
    await pavel.press("7-е классы")
    await pavel.press("Вся параллель 7")
    await pavel.sees("Кому: родители, 7А и 7Б")
    await pavel.press("Готово")
    await pavel.press("Отправить")
    await pavel.sees("Отправлено")
    await olga.sees("короткий день", within=10)


async def test_a_notice_names_each_of_several_children_with_the_class(pavel: Persona, olga: Persona) -> None:
    await write(pavel, "В субботу субботник")
    await pavel.press("Кому")
    await pavel.press("Вся школа", await pavel.sees("Нажмите, чтобы добавить"))
    await pavel.press("Готово", await pavel.sees("вся школа"))
    await pavel.press("Отправить", await pavel.sees(with_button("Отправить 3 семьям")))
    got = await olga.sees("субботник", within=10)
    assert "Аня (7Б)" in got.text
    assert "Петя (3А)" in got.text


@pytest.mark.requirement("R-084")
async def test_who_has_not_is_named_by_class_and_the_counter_knows_whom_nothing_reaches(
    pavel: Persona, tatyana: Persona, olga: Persona, stage: Stage
) -> None:
    await write(pavel, "Подпишите согласие")
    await pavel.press("Кому")
    await pavel.press("Вся школа", await pavel.sees("Нажмите, чтобы добавить"))
    await pavel.press("Сотрудники", await pavel.sees("вся школа"))
    await pavel.press("Готово", await pavel.sees("родители и сотрудники"))
    await pavel.sees("Получателей: ")
    await pavel.press("С ознакомлением")
    await pavel.sees(with_button("● С ознакомлением"))
    async with stage.house.store.connection(writing=True) as db:
        away = accounts.update().where(accounts.c.id == person_id("tatyana"))
        await db.run(away.values(unreachable_at=stage.clock.now()))
        await db.connection.commit()
    await pavel.press("Отправить")
    sent = await pavel.sees("Отправлено. Ознакомились: 0")
    assert "не получают сообщений 1." in sent.text
    await pavel.press("Кто ещё нет")
    listed = await pavel.sees("Ещё не ознакомились: ")
    assert "7А 2 · 7Б 6" in listed.text
    await pavel.press("7Б", listed)
    named = await pavel.sees("7Б. Ещё не ознакомились: 6")
    assert named.id == listed.id
    assert "Сидоров Егор (семья не получает сообщений)" in named.text
    await pavel.press("Все классы")
    await pavel.sees("7А 2 · 7Б 6")


async def test_a_child_of_another_class_cannot_be_forged_into_a_notice(maria: Persona) -> None:
    await write(maria, "Зайдите ко мне, пожалуйста")
    await maria.press("Кому")
    await maria.press("Только некоторые семьи")
    shown = await maria.sees("Кому: родители, 7Б")
    drawn = next(b.data or "" for row in shown.buttons for b in row if "Сидоров Егор" in b.text)
    forged = drawn.replace(f":{student_id('egor')}:", f":{student_id('petya')}:")
    assert forged != drawn
    assert "Этим занимается другой сотрудник" in await maria.press_data(shown, forged)
    await maria.press("Сидоров Егор")
    await maria.sees("выбрано семей: 1")


async def test_some_families_only(maria: Persona, olga: Persona, tatyana: Persona) -> None:
    await write(maria, "Зайдите ко мне, пожалуйста")
    await maria.press("Кому")
    await maria.press("Только некоторые семьи")
    await maria.press("Сидоров Егор")
    await maria.sees("выбрано семей: 1")
    await maria.press("Готово")
    await maria.press("Отправить")
    await tatyana.sees("Зайдите ко мне", within=10)
    await olga.sees_nothing("Зайдите ко мне")


@pytest.mark.requirement("R-016", "R-017")
async def test_forged_buttons_of_a_notice_do_nothing(maria: Persona, olga: Persona, tatyana: Persona) -> None:
    await write(maria, "Только для семьи Ани")
    await maria.press("Кому")
    await maria.press("Только некоторые семьи")
    await maria.press("Иванова Аня")
    await maria.press("Готово")
    await maria.press("Отправить")
    await olga.sees("Только для семьи Ани", within=10)
    await tatyana.say("/menu")
    mine = await tatyana.sees()
    forged = [
        "ns:1",
        "nr:1",
        *(f"nd:1:{act}:{revision}" for act in "oxaspd" for revision in (0, 1)),
        f"ng:1:f:{student_id('egor')}:1:0:m",
        "nf:1:m:0",
        *(f"nt:1:{act}:0" for act in "cmnw"),
        "nt:99999999999999999999:c:0",
        "nw",
        "no",
    ]
    for data in forged:
        answer = await tatyana.press_data(mine, data)
        assert "Ани" not in answer + tatyana.phone.last.text


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4"
    b"\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00"
    b"IEND\xaeB`\x82"
)


@pytest.mark.requirement("R-092")
async def test_the_deputy_head_withdraws_a_colleagues_notice_and_its_author_hears_why(
    maria: Persona, pavel: Persona, tatyana: Persona, anna: Persona
) -> None:
    await write(maria, "Сдайте по 5000 рублей на шторы")
    await maria.press("Отправить")
    await maria.sees("Отправлено")
    await tatyana.sees("на шторы", within=10)
    await pavel.say("/notice")
    await pavel.press("Отправленные", await pavel.sees("Напишите объявление"))
    await pavel.press("Объявления школы", await pavel.sees(with_button("Объявления школы")))
    await pavel.press("14.10 Белова М. И.: Сдайте", await pavel.sees("Объявления школы"))
    shown = await pavel.sees("Сдайте по 5000 рублей на шторы")
    assert "Кому: родители, 7Б" in shown.text
    await pavel.press("Отозвать", shown)
    await pavel.press("Не отзывать", await pavel.sees("Напишите причину"))
    await pavel.press("Отозвать", await pavel.sees(with_button("Отозвать")))
    await pavel.sees("Напишите причину")
    await pavel.say("Сбор денег запрещён")
    await pavel.sees("Объявление отозвано.")
    await tatyana.sees("Объявление отозвано.", within=10)
    await maria.sees("Объявление отозвано. Причина: Сбор денег запрещён", within=10)
    await anna.say("/menu")
    assert "другой сотрудник" in await anna.press_data(await anna.sees(), SchoolNoticesCb().pack())
