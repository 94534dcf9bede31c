"""The administrator loads a file through the bot: preview, decision, done."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from journal.imports.formats import read_bytes
from reports.templates import workbook
from storage.tables.control import imports
from storage.tables.people import people
from tests.imports.support import FIXTURES
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage

ASC = (FIXTURES / "asc" / "two-classes.xml").read_bytes()
CLASS_7A = [
    {"school_class": "7А", "last_name": "Абрамов", "first_name": "Лев", "birth_date": date(2013, 8, 8)},
    {
        "school_class": "7А",
        "last_name": "Яшин",
        "first_name": "Ян",
        "birth_date": date(2013, 4, 4),
        "guardian_1": "Яшина Рита",
        "relation_1": "мать",
    },
]


async def known(stage: Stage, last_name: str) -> int:
    async with stage.house.store.connection() as db:
        return int(
            await db.scalar(select(func.count()).select_from(people).where(people.c.last_name == last_name))
        )


@pytest.mark.requirement("R-145")
async def test_a_list_is_previewed_confirmed_and_saved(admin: Persona, stage: Stage) -> None:
    await admin.send_document(workbook({"students": CLASS_7A}), "7А.xlsx")
    shown = await admin.sees("Ученики: новых 1, закроется 1")
    assert "Ученики, закроются: Яковлева Зоя" in shown.text
    assert "Пока не подтвердите, ничего не сохранится." in shown.text
    assert await known(stage, "Яшин") == 0
    await admin.press("Применить")
    await admin.sees("Сохранено.")
    assert await known(stage, "Яшин") == 1


async def test_what_is_missing_can_be_kept_before_confirming(admin: Persona) -> None:
    await admin.send_document(workbook({"students": CLASS_7A}), "7А.xlsx")
    await admin.sees("закроется 1")
    await admin.press("Не закрывать")
    shown = await admin.sees(with_button("Закрыть, чего нет в файле"))
    assert "Ученики: новых 1" in shown.text
    assert "закро" not in shown.text.lower().replace("закрывать", "")
    await admin.press("Применить")
    await admin.sees("Сохранено.")


async def test_problems_are_shown_by_row_and_column(admin: Persona) -> None:
    text = "Класс;Фамилия;Имя;Дата рождения\n7А;Яшин;Ян;31.02.2013\n"
    await admin.send_document(text.encode(), "7А.csv")
    shown = await admin.sees("Ошибок: 1")
    assert "7А.csv, строка 2, «Дата рождения»: «31.02.2013»: не дата" in shown.text


async def test_everything_in_detail_comes_as_a_workbook(admin: Persona) -> None:
    await admin.send_document(ASC, "asc.xml")
    await admin.sees("Уроки в расписании: новых")
    await admin.press("Подробно")
    await admin.sees("Подробно: что добавится")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ASC[: len(ASC) // 2], "обрывается на строке"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "старый или закрытый паролем файл Excel"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><timetable/>", "объявления, которых в школьных выгрузках не бывает"),
        ("просто текст".encode(), "не нашлось списка"),
    ],
)
async def test_a_bad_file_is_refused_with_a_clear_word(data: bytes, said: str, admin: Persona) -> None:
    await admin.send_document(data, "файл")
    await admin.sees(said)


async def test_an_old_preview_cannot_be_confirmed_after_the_data_changed(
    admin: Persona, stage: Stage
) -> None:
    await admin.send_document(workbook({"students": CLASS_7A}), "7А.xlsx")
    preview = await admin.sees("закроется 1")
    async with stage.house.store.connection(writing=True) as db:
        await db.run(people.update().where(people.c.last_name == "Яковлева").values(first_name="Зинаида"))
        await db.connection.commit()
    await admin.press("Применить", preview)
    await admin.sees("данные школы изменились")
    assert await known(stage, "Яшин") == 0
    await admin.press("Посмотреть заново")
    await admin.sees("Ученики, закроются: Яковлева Зинаида")
    await admin.press("Применить")
    await admin.sees("Сохранено.")


async def test_letting_a_file_go_saves_nothing(admin: Persona, stage: Stage) -> None:
    await admin.send_document(workbook({"students": CLASS_7A}), "7А.xlsx")
    await admin.sees("закроется 1")
    await admin.press("Не загружать")
    await admin.sees("ничего не изменено")
    assert await known(stage, "Яшин") == 0


async def test_a_template_comes_as_a_workbook_one_can_fill_in(admin: Persona) -> None:
    await admin.say("/menu")
    await admin.sees("Школа № 5")
    await admin.press("Загрузить файл")
    await admin.sees("Пришлите файл документом")
    await admin.press("Нагрузка")
    shown = await admin.sees("Заполните и пришлите обратно")
    assert shown.file is not None
    assert read_bytes("шаблон.xlsx", shown.file.data).counts == {}


async def test_a_parent_s_document_is_not_taken_for_a_school_file(olga: Persona, stage: Stage) -> None:
    await olga.send_document(ASC, "asc.xml")
    await olga.sees()
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(imports)) == 0


async def test_a_teacher_may_not_load_a_class_list(anna: Persona, stage: Stage) -> None:
    await anna.send_document(workbook({"students": CLASS_7A}), "7А.xlsx")
    await anna.sees("не нашлось столбца с темами")
    assert await known(stage, "Яшин") == 0


async def test_a_file_that_the_messenger_has_no_longer_is_asked_for_again(admin: Persona) -> None:
    sent = await admin.phone.send_document(ASC, "school.xml")
    await admin.sees(with_button("Применить"))
    update = admin.phone.world.updates.history[-1]["message"]
    gone = {**update["document"], "file_id": "gone"}
    await admin.phone.inject({"message": {**update, "message_id": sent.id + 1000, "document": gone}})
    await admin.sees("не отдаёт этот файл")


async def test_only_templates_that_one_may_load_are_offered(pavel: Persona, admin: Persona) -> None:
    await pavel.say("/import")
    offered = str((await pavel.sees("Загрузить файл")).buttons)
    assert "Расписание" in offered
    assert "Классы и ученики" not in offered
    assert "Все листы в одной книге" not in offered
    await admin.say("/import")
    assert "Классы и ученики" in str((await admin.sees("Загрузить файл")).buttons)


@pytest.mark.requirement("R-017")
async def test_a_family_gets_no_template_of_the_school(olga: Persona, admin: Persona) -> None:
    for person in (olga, admin):
        await person.say("/menu")
        await person.sees()
    assert "Здесь для вас ничего нет" in await olga.press_data(olga.screen, "imt:all")
    assert not [message for message in olga.phone.messages if message.document]
    await admin.press_data(admin.screen, "imt:all")
    assert (await admin.sees("Заполните")).document


async def test_bells_that_ring_after_the_deadline_are_warned_of_before_and_after(admin: Persona) -> None:
    second = [
        {"shift": 2, "slot": slot, "starts": time(hour, 10), "ends": time(hour, 55)}
        for slot, hour in ((1, 15), (2, 16), (3, 17))
    ]
    await admin.send_document(workbook({"bells": second}), "Звонки.xlsx")
    shown = await admin.sees("замечаний: 1")
    assert "3-й урок кончается в 17:55, а срок записи в школе — 17:00" in shown.text
    await admin.press("Применить")
    await admin.sees("Сохранено.")
    await admin.say("/import")
    seen = await admin.sees("Смена 2: 3-й урок кончается в 17:55")
    assert "(п. 4.5)" in seen.text
