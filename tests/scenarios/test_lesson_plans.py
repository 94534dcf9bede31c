"""A teacher's lesson plans: a file or typed lines in, the preview, Save, a copy for another class."""

import pytest
from sqlalchemy import select, update

from reports.templates import workbook
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.timetable import curriculum
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import lesson_id, subject_id, unit_id

TYPED = """Глава 1. Выражения:
1. Числовые выражения — 2 — д/з: § 1, № 12
2. Линейные уравнения — 3
Контрольная работа № 1
"""


async def rows(stage: Stage, unit: str) -> list[tuple[int, str, int]]:
    async with stage.house.store.connection() as db:
        found = await db.all(
            select(plan_rows.c.number, plan_rows.c.topic, plan_rows.c.hours)
            .join(plans, plans.c.id == plan_rows.c.plan_id)
            .where(plans.c.unit_id == unit_id(unit))
            .order_by(plan_rows.c.number)
        )
        return [tuple(row) for row in found]


async def type_plan(anna: Persona, unit: str, text: str) -> None:
    await anna.say("/plans")
    await anna.sees("Планы (КТП)")
    await anna.press(f"{unit}, алгебра")
    await anna.sees(f"{unit}, алгебра")
    await anna.press("Загрузить")
    await anna.sees("по одной в строке")
    await anna.say(text)


@pytest.mark.requirement("R-077", "R-080", "R-081")
async def test_a_typed_plan_is_previewed_saved_and_copied_to_the_parallel_class(
    anna: Persona, stage: Stage
) -> None:
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    await anna.press("Планы (КТП)")
    shown = await anna.sees("Пока нет плана: 2")
    assert "7Б, алгебра: плана нет" in shown.text
    await type_plan(anna, "7Б", TYPED)
    shown = await anna.sees("7Б, алгебра: тем 3, часов 6")
    assert (
        "1. Числовые выражения (2\u00a0ч)\n2. Линейные уравнения (3\u00a0ч)\n3. Контрольная работа № 1"
        in shown.text
    )
    assert await rows(stage, "7Б") == []
    # A long plan comes in several messages.
    await anna.say("Степень с натуральным показателем — 4\n")
    preview = await anna.sees("тем 4, часов 10")
    save = anna.data("plf:")
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    known = await rows(stage, "7Б")
    assert known[1:3] == [(2, "Линейные уравнения", 3), (3, "Контрольная работа № 1", 1)]
    assert "уже сохранён или заменён" in await anna.press_data(preview, f"{save[:-1]}-")
    await anna.say("/plans")
    await anna.sees("7Б, алгебра: дано 0 из 10 ч, осталось 10")
    await anna.press("7Б, алгебра")
    shown = await anna.sees("Тем: 4, часов: 10")
    assert "→ 1. Числовые выражения (2\u00a0ч)" in shown.text
    await anna.press("Скопировать в другой класс")
    await anna.sees("В какой класс")
    await anna.press("7А")
    preview = await anna.sees("План: 7Б, алгебра")
    assert await rows(stage, "7А") == []
    async with stage.house.store.connection(writing=True) as db:
        await db.run(update(plan_rows).where(plan_rows.c.number == 1).values(hours=3))
        await db.connection.commit()
    assert "План изменился" in await anna.press("Сохранить")
    await anna.press_data(preview, "plt:11:21:12:")
    await anna.sees("7А, алгебра: тем 4, часов 11")
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    assert await rows(stage, "7А") == await rows(stage, "7Б")
    assert len(known) == len(await rows(stage, "7А"))


@pytest.mark.requirement("R-077")
async def test_a_file_names_its_classes_and_given_lessons_keep_their_topics(
    anna: Persona, stage: Stage
) -> None:
    sheet = [
        {"subject": "Алгебра", "school_class": "7А, 7Б", "topic": topic, "hours": hours}
        for topic, hours in (("Числовые выражения", 1), ("Линейные уравнения", 3), ("Степени", 2))
    ]
    await anna.send_document(workbook({"lesson_plan": sheet}), "КТП 7.xlsx")
    shown = await anna.sees("7А, алгебра: тем 3, часов 6")
    assert "7Б, алгебра: тем 3, часов 6" in shown.text
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    async with stage.house.store.connection(writing=True) as db:
        first = await db.scalar(select(plan_rows.c.id).where(plan_rows.c.topic == "Числовые выражения"))
        own = await db.scalar(select(plans.c.unit_id).join(plan_rows).where(plan_rows.c.id == first))
        lesson = lesson_id(
            "7А" if own == unit_id("7А") else "7Б", stage.clock.now().date(), 3 if own == unit_id("7А") else 2
        )
        await db.run(
            update(lessons)
            .where(lessons.c.id == lesson)
            .values(topic="Числовые выражения", plan_row_id=first)
        )
        await db.connection.commit()
    changed = [
        {"subject": "Алгебра", "school_class": "7А, 7Б", "topic": "Повторение"},
        {**sheet[0], "topic": "Выражения с числами"},
        *sheet[1:],
        {"subject": "Физика", "school_class": "7Б", "topic": "Сила"},
    ]
    await anna.send_document(workbook({"lesson_plan": changed}), "КТП 7.xlsx")
    shown = await anna.sees("Ошибок: 1")
    assert "«7Б, Физика» — не ваш класс или предмет. Пропущено строк: 1" in shown.text
    assert "У пройденных уроков темы не изменятся." in shown.text
    assert "2. Выражения с числами, было: 1. Числовые выражения" in shown.text
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    assert [row[1] for row in await rows(stage, "7Б")] == [
        "Повторение",
        "Выражения с числами",
        "Линейные уравнения",
        "Степени",
    ]
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(lessons.c.topic).where(lessons.c.id == lesson)) == "Числовые выражения"
    await anna.send_document(workbook({"lesson_plan": changed[:-1]}), "КТП 7.xlsx")
    shown = await anna.sees("Ничего не изменится")
    assert "Сохранить" not in str(shown.buttons)


@pytest.mark.requirement("R-078")
async def test_hours_that_differ_from_the_curriculum_are_refused_with_the_clause(
    anna: Persona, stage: Stage
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(curriculum, year_id=1, subject_id=subject_id("algebra"), grade=7, hours_year=7)
        await db.connection.commit()
    await type_plan(anna, "7Б", TYPED)
    shown = await anna.sees("По учебному плану: 7; не хватает 1.")
    assert "Часы должны совпадать (п. 4.5)" in shown.text
    assert "Сохранить" not in str(shown.buttons)
    await anna.say("Работа над ошибками")
    await anna.sees("По учебному плану: 7, сходится.")
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    assert len(await rows(stage, "7Б")) == 4


async def test_a_bad_file_or_a_file_for_an_unknown_class_saves_nothing(anna: Persona, stage: Stage) -> None:
    await anna.send_document(b"\x89PNG\r\n" + bytes(50), "план.xlsx")
    await anna.sees("Это картинка")
    await anna.send_document(workbook({"curriculum": []}), "план.xlsx")
    await anna.sees("не нашлось столбца с темами")
    await anna.send_document("Дроби — 0\nСтепени\n".encode("cp1251"), "план.csv")
    shown = await anna.sees("Прочитана 1 тема.")
    assert "план.csv, строка 1" in shown.text
    await anna.press("7А, алгебра")
    await anna.sees("7А, алгебра: тем 1, часов 1")
    await anna.press("Не загружать")
    await anna.sees("ничего не изменено")
    assert await rows(stage, "7А") == []


@pytest.mark.requirement("R-082")
async def test_a_topic_is_skipped_joined_or_put_in_and_the_next_one_stays_right(
    anna: Persona, stage: Stage
) -> None:
    await type_plan(anna, "7Б", "Выражения\nУравнения — 2\nСтепени\nМногочлены\n")
    await anna.sees("тем 4, часов 5")
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    await anna.say("/now")
    await anna.sees("2-й урок")
    await anna.press("Назад")
    await anna.sees(with_button("Тема: Выражения"))
    await anna.press("Тема")
    await anna.sees("Выберите тему плана")
    await anna.press("Поправить план")
    await anna.sees("Дальше по плану: 1. Выражения")
    await anna.press("Пропустить «Выражения»")
    shown = await anna.sees("Пропущена: 1. Выражения")
    assert "Дальше по плану: 2. Уравнения" in shown.text
    await anna.press("Отменить")
    await anna.sees("Дальше по плану: 1. Выражения")
    await anna.press("Объединить с «Уравнения»")
    shown = await anna.sees("Дальше по плану: 1. Выражения. Уравнения")
    assert "После неё: 3. Степени" in shown.text
    await anna.press("Вставить свою тему")
    await anna.sees("встанет перед темой «Выражения. Уравнения»")
    await anna.say("Вводная контрольная работа — 0")
    await anna.sees("Не удалось понять часы")
    await anna.say("Вводная контрольная работа")
    shown = await anna.sees("Добавлена в план: 1. Вводная контрольная работа")
    taken_out = anna.data("plr:")
    await anna.press("Записать в этот урок")
    await anna.sees("Тема: Вводная контрольная работа")
    # The lesson stands by it now, so it stays.
    assert "уже был урок" in await anna.press_data(shown, taken_out)
    await anna.say("/plans")
    await anna.sees("Планы (КТП)")
    await anna.press("7Б, алгебра")
    shown = await anna.sees("✓ 1. Вводная контрольная работа · 14.10")
    assert "→ 2. Выражения" in shown.text
    assert "3. Уравнения (2\u00a0ч) · вместе с предыдущей" in shown.text


@pytest.mark.requirement("R-080")
async def test_the_deputy_head_copies_any_plan_from_the_programme(
    anna: Persona, pavel: Persona, stage: Stage
) -> None:
    await type_plan(anna, "7Б", TYPED)
    await anna.sees("часов 6")
    await anna.press("Сохранить")
    await anna.sees("Сохранено.")
    await pavel.say("/programme")
    await pavel.press("По предметам", await pavel.sees("Выполнение программ"))
    await pavel.press("Алгебра", await pavel.sees("Какой предмет?"))
    await pavel.press("План: 7Б", await pavel.sees(with_button("План: 7Б")))
    shown = await pavel.sees("Тем: 3, часов: 6")
    assert "Загрузить" not in str(shown.buttons)
    await pavel.press("Скопировать в другой класс")
    await pavel.press("7А", await pavel.sees("В какой класс"))
    await pavel.press("Сохранить", await pavel.sees("7А, алгебра: тем 3, часов 6"))
    await pavel.sees("Сохранено.")
    assert await rows(stage, "7А") == await rows(stage, "7Б")
