"""The administrator puts a document on its shelf, and a family opens it."""

import pytest

from tests.support.persona import Persona, with_button


async def publish(admin: Persona, shelf: str, text: str) -> None:
    await admin.say("/menu")
    await admin.sees(with_button("Документы и ссылки"))
    await admin.press("Документы и ссылки")
    await admin.sees(with_button("Добавить документ"))
    await admin.press("Добавить документ")
    await admin.sees("Что добавить?")
    await admin.press(shelf)
    await admin.sees("Пришлите файл с подписью")
    await admin.say(text)


@pytest.mark.requirement("R-090", "R-091")
async def test_a_link_is_published_read_by_a_family_and_taken_away(admin: Persona, olga: Persona) -> None:
    await olga.say("/docs")
    await olga.sees("Здесь пока ничего нет.")
    await publish(admin, "Положения и приказы", "Устав <b>школы</b> https://school.example/ustav")
    await admin.sees("Готово, теперь документ видят все.")
    await olga.say("/menu")
    await olga.sees("Аня")
    olga.rest()
    await olga.press("Ещё")
    await olga.sees("Аня")
    await olga.press("Документы и ссылки")
    seen = await olga.sees("Устав <b>школы</b>")
    link = next(button for row in seen.buttons for button in row if "Устав" in button.text)
    assert link.url == "https://school.example/ustav"
    assert olga.taps == 2
    await admin.press("Показать: только сотрудники")
    await admin.sees("Кто видит: только сотрудники")
    await olga.say("/docs")
    await olga.sees("Здесь пока ничего нет.")
    await admin.press("Убрать")
    await admin.sees("Больше его никто не увидит")
    await admin.press("Да, убрать")
    await admin.sees("Здесь пока ничего нет.")


async def test_a_file_is_sent_as_it_came(admin: Persona, olga: Persona) -> None:
    await admin.say("/docs")
    await admin.sees("Документы и ссылки")
    await admin.press("Добавить документ")
    await admin.sees("Что добавить?")
    await admin.press("Инструкции и памятки")
    await admin.sees("Пришлите файл")
    await admin.send_document(b"%PDF-1.4", "rezhim.pdf", "Режим дня")
    await admin.sees("Режим дня")
    await olga.say("/docs")
    await olga.sees("Режим дня")
    await olga.press("Файл: Режим дня")
    await olga.sees(lambda message: message.document is not None)


async def test_words_without_a_link_are_asked_for_again(admin: Persona) -> None:
    await publish(admin, "Полезные ссылки", "просто слова")
    await admin.sees("Здесь нет ни файла, ни ссылки")
    await admin.say("Олимпиады https://olymp.example")
    await admin.sees("Готово")


async def test_nobody_else_keeps_documents(admin: Persona, olga: Persona, anna: Persona) -> None:
    await publish(admin, "Полезные ссылки", "Олимпиады https://olymp.example")
    await admin.sees("Готово")
    number = admin.data("docr:").rpartition(":")[0].partition(":")[2]
    for person, words in ((olga, "Здесь для вас ничего нет"), (anna, "Этим занимается другой сотрудник")):
        await person.say("/docs")
        seen = await person.sees("Олимпиады")
        assert not any("Добавить" in button.text for row in seen.buttons for button in row)
        for data in (f"dock:{number}", "doca:", "doca:links", f"docr:{number}:staff", f"docx:{number}:1"):
            assert words in await person.press_data(seen, data), data
