"""The class teacher and the administrator hand out codes, see who is connected, and end access."""

import re

import pytest

from tests.support.persona import Persona
from tests.support.scenario import Stage

CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}")


@pytest.mark.requirement("R-003", "R-018")
async def test_the_class_teacher_makes_a_code_for_one_adult(
    stage: Stage, nina: int, maria: Persona, stranger: Persona
) -> None:
    await maria.say("/access")
    shown = await maria.sees("Подключены семьи: 2 из 6")
    assert "– Ёлкин Борис" in str(shown.buttons)
    await maria.press("Ёлкин Борис")
    await maria.sees("Ёлкина Нина Петровна (родитель): пока не на связи")
    await maria.press("Код: Нина Петровна")
    await maria.sees("В каком качестве")
    await maria.press("опекун")
    shown = await maria.sees("Код:")
    code = CODE.search(shown.text)
    assert code is not None
    assert shown.document is not None
    await stranger.say(code[0])
    await stranger.sees("не просим")


@pytest.mark.requirement("R-018")
async def test_a_representative_needs_the_documents_end(nina: int, maria: Persona) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Ёлкин Борис")
    await maria.sees("Нина")
    await maria.press("Код: Нина")
    await maria.sees("В каком качестве")
    await maria.press("представитель")
    await maria.sees("До какого дня")
    await maria.say("31.08.2025")
    await maria.sees("закончилась")
    await maria.say("не знаю")
    await maria.sees("Не похоже на дату")
    await maria.say("31 августа 2027")
    await maria.sees("Код:")


@pytest.mark.requirement("R-003", "R-004")
async def test_codes_for_a_whole_class_come_as_slips_with_a_protocol(nina: int, maria: Persona) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Коды всем семьям")
    await maria.sees("Будет кодов: 1")
    await maria.press("Выдать коды")
    shown = await maria.sees("Талонов: 1")
    assert shown.document is not None
    assert shown.document.data.startswith(b"%PDF")
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Протокол выдачи")
    shown = await maria.sees("7Б: протокол выдачи")
    assert shown.document is not None
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Коды всем ученикам")
    # Egor has an account of his own already.
    await maria.sees("Будет кодов: 5")


@pytest.mark.requirement("R-023")
async def test_the_class_teacher_ends_access_with_a_reason(maria: Persona, olga: Persona) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Иванова Аня")
    await maria.sees("Иванов Игорь")
    await maria.press("Отключить: Ольга")
    await maria.sees("Почему?")
    await maria.press("Другая причина")
    await maria.sees("Напишите причину")
    await maria.say("Решение суда от 01.10.2026")
    await maria.sees("Иванова Ольга Викторовна (родитель): пока не на связи")
    await olga.say("/menu")
    shown = await olga.sees()
    assert "Аня" not in shown.text
    assert "Петя" in shown.text


async def test_a_teacher_without_a_class_sees_no_codes(anna: Persona, stage: Stage) -> None:
    await anna.say("/access")
    shown = await anna.sees("занимается другой")
    for forged in ("ac-class:11", "ac-child:201", "ac-all:11:guardian:1", "ac-prot:11", "ac-scode:201"):
        assert "другой сотрудник" in await anna.press_data(shown, forged)


async def test_another_class_is_out_of_the_class_teachers_reach(maria: Persona) -> None:
    await maria.say("/access")
    shown = await maria.sees("7Б")
    for forged in ("ac-class:12", "ac-child:209", "ac-all:12:guardian:1", "ac-prot:12", "ac-scode:209"):
        assert "другой сотрудник" in await maria.press_data(shown, forged)


@pytest.mark.requirement("R-016")
async def test_a_guardian_reaches_nobodys_access_by_forged_buttons(olga: Persona) -> None:
    await olga.say("/menu")
    shown = await olga.sees("Аня")
    for forged in (
        "ac",
        "ac-class:11",
        "ac-child:201",
        "ac-code:201:302:parent",
        "ac-all:11:staff:1",
        "ac-end:201:302",
        "ac-why:201:302:document",
        "ac-paper:1",
        "ac-inv",
        "ac-staff:104",
        "ac-not-me:1",
        "ac-know:9999",
        "ac-my:202",
        "ac-take:202:processing:1",
        "ac-give:202:photo",
        "ac-leave:202:1",
        "ac-hat:staff",
    ):
        assert "ничего нет" in await olga.press_data(shown, forged), forged


@pytest.mark.requirement("R-002", "R-150")
async def test_the_administrator_appoints_by_order_and_hands_out_a_code(
    admin: Persona, stranger: Persona
) -> None:
    await admin.say("/invite")
    await admin.sees("Какая роль")
    await admin.press("завуч")
    await admin.sees("Напишите фамилию")
    await admin.say("Ветрова Лидия Сергеевна")
    await admin.sees("Найдено: 0")
    await admin.press("Новый сотрудник")
    await admin.sees("номер и дату приказа")
    await admin.say("без номера")
    await admin.sees("например 45-к")
    await admin.say("№ 45-к от 1 сентября 2026")
    shown = await admin.sees("Ветрова Лидия Сергеевна")
    code = CODE.search(shown.text)
    assert code is not None
    await stranger.say(code[0])
    await stranger.sees("код сотрудника")
    await stranger.press("Войти")
    await stranger.sees("Готово: Лидия Сергеевна")


async def test_a_colleague_with_the_role_needs_no_new_order(admin: Persona) -> None:
    await admin.say("/invite")
    await admin.sees("Какая роль")
    await admin.press("классный руководитель")
    await admin.sees("Выберите класс")
    await admin.press("7Б")
    await admin.sees("Напишите фамилию")
    await admin.say("бел")
    await admin.sees("Найдено: 1")
    await admin.press("Белова Мария")
    await admin.sees("приказ 15-к")
    await admin.press("Выдать код")
    await admin.sees("Код:")


@pytest.mark.requirement("R-020")
async def test_a_guardian_reads_and_withdraws_the_consent(tatyana: Persona) -> None:
    await tatyana.say("/consent")
    await tatyana.sees("Егор: доступ и согласия")
    await tatyana.press("Персональные данные")
    await tatyana.sees("Дано 01.09.2026")
    await tatyana.press("Отозвать согласие")
    await tatyana.sees("отозвать согласие?")
    await tatyana.press("Отозвать согласие")
    await tatyana.sees("отозвано")
    await tatyana.say("/menu")
    shown = await tatyana.sees("Это дневник")
    assert "Егор" not in shown.text


@pytest.mark.requirement("R-147")
async def test_an_adult_the_register_does_not_know_is_added_by_the_class_teacher(
    maria: Persona, stranger: Persona
) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Козлова Вера")
    await maria.sees("пока нет взрослых")
    await maria.press("Другой взрослый")
    await maria.sees("Напишите фамилию")
    await maria.say("Козлов, бабушка")
    await maria.sees("Напишите фамилию, имя и отчество")
    await maria.say("козлов андрей игоревич, бабушка")
    await maria.sees("Козлов Андрей Игоревич")
    await maria.press("родитель")
    shown = await maria.sees("Код:")
    code = CODE.search(shown.text)
    assert code is not None
    await stranger.say(code[0])
    await stranger.sees("не просим")


@pytest.mark.requirement("R-008")
async def test_the_administrator_ends_a_colleagues_access(admin: Persona, pavel: Persona) -> None:
    await admin.say("/invite")
    await admin.sees("Какая роль")
    await admin.press("завуч")
    await admin.sees("Напишите фамилию")
    await admin.say("Орлов")
    await admin.sees("Найдено: 1")
    await admin.press("Орлов Павел")
    await admin.sees("на связи")
    await admin.press("Отключить")
    await admin.sees("Напишите причину")
    await admin.say("Увольнение, приказ 50-к")
    await admin.sees("Отключено")
    await pavel.say("/menu")
    await pavel.sees("Это дневник")


async def test_consent_is_found_in_the_settings(tatyana: Persona) -> None:
    await tatyana.say("/menu")
    await tatyana.sees()
    await tatyana.press("Настройки")
    await tatyana.sees("Настройки")
    await tatyana.press("Доступ и согласия")
    await tatyana.sees("Егор: доступ и согласия")
