"""Families decide how news comes, from the push itself or from the settings."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from handlers.settings.callbacks import WhyCb
from journal.model.news import Kind
from simulator import SimMessage
from storage.tables.access import bindings
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import student_id

HOLD = timedelta(minutes=5)


def labels(message: SimMessage) -> list[str]:
    return [button.text for row in message.buttons for button in row]


async def press_at_last(person: Persona, label: str) -> None:
    """Press a button of a large screen, wherever it stands."""
    while label not in labels(person.screen):
        await person.press(next(each for each in labels(person.screen) if each.startswith("Ещё…")))
    await person.press(label)


async def register(anna: Persona, name: str = "Сидоров") -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press(name)
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")


@pytest.mark.requirement("R-095")
async def test_the_push_leads_to_its_own_toggle_in_two_taps(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await register(anna)
    stage.clock.move(HOLD)
    push = await tatyana.sees("Егор: нет")
    tatyana.rest()
    await tatyana.press("Почему это пришло?")
    answer = await tatyana.sees("Вы подключены к дневнику: Егор, 7Б. Это сообщение из раздела «Пропуски».")
    assert answer.id != push.id
    await tatyana.press("сразу, без звука")
    assert "✓ сразу, без звука" in labels(await tatyana.sees("Сейчас: сразу, без звука."))
    assert tatyana.taps == 2


async def test_settings_show_what_comes_and_how(stage: Stage, olga: Persona) -> None:
    await olga.say("/settings")
    seen = await olga.sees("Настройки")
    assert {"Аня", "Петя"} <= set(labels(seen))
    await olga.press("Аня")
    seen = await olga.sees("Аня: о чём и как сообщать")
    assert "Пропуски: сразу" in labels(seen)
    assert "Оценки: одной карточкой после уроков" in labels(seen)
    await olga.press("Оценки")
    await olga.press("сразу")
    await olga.sees("Сейчас: сразу.")


async def test_a_student_sets_the_own_account_without_absences(stage: Stage, egor: Persona) -> None:
    await egor.say("/settings")
    seen = await egor.sees("Настройки")
    assert not any(label.startswith("Пропуски") for label in labels(seen))
    assert any(label.startswith("Оценки") for label in labels(seen))


async def test_quiet_hours_day_language_and_screen_are_a_tap_each(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Тихие часы")
    await tatyana.press("22:00–7:00")
    await tatyana.press("Все настройки")
    assert "Тихие часы: 22:00–7:00" in labels(await tatyana.sees("Настройки"))
    await tatyana.press("День сводки")
    await tatyana.press("воскресенье")
    await tatyana.press("Все настройки")
    assert "День сводки: воскресенье" in labels(await tatyana.sees("Настройки"))
    await tatyana.press("Язык")
    await tatyana.press("English")
    await tatyana.sees("Language")


@pytest.mark.requirement("R-140")
async def test_a_locked_phone_shows_nothing_until_the_message_is_opened(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("На закрытом экране")
    await tatyana.press("только «новое сообщение»")
    await tatyana.press("Главная")
    await register(anna)
    stage.clock.move(HOLD)
    hidden = await tatyana.sees("Новое сообщение из школы.")
    assert "Егор" not in hidden.text
    await tatyana.press("Открыть")
    shown = await tatyana.sees("Егор: нет на 2-м уроке")
    assert shown.id == hidden.id


@pytest.mark.requirement("R-140")
async def test_a_push_names_the_child_by_the_first_name_alone(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await register(anna)
    stage.clock.move(HOLD)
    push = await tatyana.sees("Егор: нет")
    assert "Сидоров" not in push.text


async def test_somebody_elses_hidden_message_cannot_be_opened(
    stage: Stage, anna: Persona, tatyana: Persona, olga: Persona
) -> None:
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет")
    await olga.say("/settings")
    mine = await olga.sees("Настройки")
    for number in range(1, 4):
        await olga.press_data(mine, f"pu:{number}")
    await olga.sees_nothing("Егор")


async def test_a_forged_choice_for_another_familys_child_changes_nothing(
    stage: Stage, tatyana: Persona, olga: Persona
) -> None:
    await olga.say("/settings")
    seen = await olga.sees("Настройки")
    answer = await olga.press_data(seen, "sem:206:absences:off")
    assert "Сохранено" not in answer
    await tatyana.say("/settings")
    assert "Пропуски: сразу" in labels(await tatyana.sees("Настройки"))


async def test_large_and_simple_leaves_four_wide_buttons_and_no_abbreviations(
    stage: Stage, olga: Persona
) -> None:
    await olga.say("/settings")
    await olga.sees("Настройки")
    await olga.press("Крупно и просто: нет")
    home = await olga.sees("Аня, 7Б: сегодня")
    assert labels(home) == ["Петя", "Оценки", "Сообщить об отсутствии", "Все разделы"]
    assert all(len(row) == 1 for row in home.buttons)
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    assert "среда" in labels(week)
    assert all(len(row) == 1 for row in week.buttons[:-1])
    await olga.say("главная")
    await olga.sees("Аня, 7Б: сегодня")
    await olga.press("Все разделы")
    everything = await olga.sees("Все разделы")
    assert labels(everything)[-2:] == ["Ещё… 1 из 4", "Главная"]
    await press_at_last(olga, "Настройки")
    await olga.sees("Настройки")
    await press_at_last(olga, "Обычный вид")
    await olga.sees("Настройки")
    await olga.say("/menu")
    assert len((await olga.sees("Аня, 7Б: сегодня")).buttons[0]) == 3


async def test_a_reminder_of_missing_entries_names_the_rule_it_rests_on(stage: Stage, anna: Persona) -> None:
    await anna.say("/menu")
    seen = await anna.sees("Школа № 5")
    await anna.press_data(seen, WhyCb(kind=Kind.ENTRY_REMINDER, student=0).pack())
    said = await anna.sees("По правилам школы урок заполняется в срок")
    assert stage.house.regulation.clause("entry.deadline").words in said.text


@pytest.mark.requirement("R-095")
async def test_a_preset_settles_every_topic_of_one_child_in_one_tap(stage: Stage, olga: Persona) -> None:
    await olga.say("/settings")
    await olga.sees("Настройки")
    await olga.press("Петя")
    assert "✓ Как обычно" in labels(await olga.sees("Петя: о чём и как сообщать"))
    await olga.press("Только важное")
    seen = await olga.sees("Сразу: пропуски и изменения расписания.")
    assert "В недельной сводке: опоздания, оценки и задания." in seen.text
    assert {"✓ Только важное", "Оценки: в недельной сводке", "Пропуски: сразу"} <= set(labels(seen))
    await olga.press("Оценки")
    await olga.sees("Сейчас: в недельной сводке.")
    await olga.press("сразу, без звука")
    await olga.press("Все настройки")
    await olga.sees("У каждого раздела своя настройка.")
    await olga.press("Все настройки")
    await olga.sees("Настройки")
    await olga.press("Аня")
    assert "✓ Как обычно" in labels(await olga.sees("Аня: о чём и как сообщать"))


async def test_an_only_child_keeps_its_presets_on_the_first_screen_of_settings(
    stage: Stage, tatyana: Persona
) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Одной карточкой вечером")
    seen = await tatyana.sees("Одной карточкой вечером: опоздания, оценки, задания")
    assert "Тихие часы: 21:00–7:00" in labels(seen)


async def test_quiet_hours_may_be_typed_and_nonsense_is_asked_again(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Тихие часы")
    await tatyana.press("Свои часы…")
    await tatyana.sees("Напишите, с какого до какого часа не беспокоить")
    for nonsense in ("25:99", "😴", "<b>22:00–7:00</b>", "2" * 4000):
        await tatyana.say(nonsense)
        await tatyana.sees("Нужны два времени на часах.")
    await tatyana.say("с 22:30 до 6:45")
    assert "✓ Свои: 22:30–6:45" in labels(await tatyana.sees("Тихие часы"))


@pytest.mark.requirement("R-140")
async def test_the_preview_shows_a_push_just_as_it_would_come(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("На закрытом экране")
    await tatyana.sees("Так придёт новая оценка:\nЕгор: 5, география, ответ на уроке 14.10.")
    await tatyana.press("инициалы и новость")
    await tatyana.sees("Так придёт новая оценка:\nЕ. С.: 5, география")
    await tatyana.press("только «новое сообщение»")
    seen = await tatyana.sees("Так придёт новая оценка:\nНовое сообщение из школы.")
    assert "Егор" not in seen.text


async def test_the_language_changes_the_list_of_commands_too(stage: Stage, tatyana: Persona) -> None:
    def listed() -> set[str]:
        commands = stage.simulator.world.profile.commands_for(tatyana.phone.id, "ru")
        return {command["description"] for command in commands}

    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Язык")
    await tatyana.press("English")
    await tatyana.sees("Language")
    assert "First screen" in listed()
    await tatyana.press("Русский")
    await tatyana.sees("Язык")
    assert "Главный экран" in listed()


async def test_a_colleague_chooses_the_language_and_what_a_locked_phone_shows(
    stage: Stage, anna: Persona
) -> None:
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    await anna.press("Настройки")
    seen = await anna.sees("Настройки")
    assert not any(label.startswith(("Пропуски", "Тихие часы", "Крупно")) for label in labels(seen))
    await anna.press("На закрытом экране")
    await anna.press("только «новое сообщение»")
    await anna.sees("Что видно на закрытом экране")


async def test_old_buttons_of_a_child_unlinked_meanwhile_change_nothing(stage: Stage, olga: Persona) -> None:
    await olga.say("/settings")
    old = await olga.sees("Настройки")
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(bindings)
            .where(bindings.c.student_id == student_id("petya"))
            .values(ended_at=stage.clock.now(), ended_reason="x")
        )
        await db.connection.commit()
    petya = student_id("petya")
    for data in (f"sec:{petya}", f"set:{petya}:marks", f"sem:{petya}:marks:off", f"ser:{petya}:important"):
        assert "Здесь для вас ничего нет" in await olga.press_data(old, data)
    await olga.say("/settings")
    assert "Петя" not in labels(await olga.sees("Настройки"))


async def test_the_evening_card_comes_at_the_chosen_hour_and_says_when_the_night_holds_it(
    stage: Stage, tatyana: Persona
) -> None:
    await tatyana.say("/settings")
    assert "Вечерняя карточка: 19:00" in labels(await tatyana.sees("Настройки"))
    await tatyana.press("Вечерняя карточка")
    await tatyana.press("20:00")
    assert "✓ 20:00" in labels(await tatyana.sees("Когда присылать вечернюю карточку"))
    await tatyana.press("22:00")
    await tatyana.sees("Это время тихих часов: карточка придёт в 7:00.")
    assert "Сохранено" not in await tatyana.press_data(tatyana.screen, "seh:25")
    await tatyana.say("/settings")
    assert "Вечерняя карточка: 22:00" in labels(await tatyana.sees("Настройки"))
