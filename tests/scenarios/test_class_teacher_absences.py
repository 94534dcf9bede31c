"""From the register to the reason: the family answers with one tap, the class teacher confirms."""

import asyncio
from datetime import timedelta

import pytest

from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, student_id

HOLD = timedelta(minutes=6)


async def alert(anna: Persona, stage: Stage) -> None:
    """Anna saves a register without Аня, and the hold passes."""
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    stage.clock.move(HOLD)


async def test_a_reason_is_one_tap_and_the_class_teacher_confirms_with_one(
    anna: Persona, olga: Persona, igor: Persona, maria: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    pushed = await olga.sees("Аня: нет на 2-м уроке (алгебра, 9:25). Знаете причину?", within=10)
    olga.rest()
    await olga.press("Болеет")
    thanked = await olga.sees("Спасибо, передали классному руководителю: болеет.")
    assert thanked.id == pushed.id
    assert "Аня: нет на 2-м уроке" in thanked.text
    assert (olga.taps, olga.typed) == (1, 0)
    note = await maria.sees("Иванова Аня, 7Б, 14 октября: болеет.", within=10)
    assert "Сообщает Иванова О. В." in note.text
    await igor.sees("Спасибо, передали классному руководителю: болеет.", within=10)
    maria.rest()
    await maria.press("Принять")
    assert (await maria.sees("Принято")).id == note.id
    assert maria.taps == 1
    await igor.sees("Классный руководитель принял причину: болеет.", within=10)
    await olga.sees("Классный руководитель принял причину: болеет.", within=10)


async def test_the_class_teacher_accepts_with_the_reason_she_knows(
    anna: Persona, olga: Persona, maria: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("Болеет")
    await maria.sees("болеет", within=10)
    await maria.press("Принять: по семейным делам")
    await maria.sees("Принято")
    await olga.sees("Классный руководитель принял причину: по семейным делам.", within=10)


async def test_the_list_of_absences_leads_to_the_reason_until_one_is_given(
    anna: Persona, olga: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.say("/attendance")
    await olga.sees(with_button("Указать причину: ср 14.10"))
    await olga.press("Указать причину: ср 14.10")
    await olga.sees("Аня: нет на 2-м уроке (алгебра, 9:25).")
    await olga.press("Болеет")
    await olga.sees("Спасибо")
    await olga.say("/attendance")
    again = await olga.sees("Пропущено")
    assert not any("Указать причину" in button.text for row in again.buttons for button in row)


async def test_an_absence_called_unexcused_may_still_be_explained(
    anna: Persona, olga: Persona, maria: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await maria.say("/class")
    await maria.sees(with_button("Пропуски за неделю"))
    await maria.press("Пропуски за неделю")
    await maria.sees("Без причины: 1")
    await maria.press("✗ Иванова")
    await maria.sees("✗ ср 14.10")
    await olga.say("/attendance")
    await olga.sees(with_button("Указать причину: ср 14.10"))


async def test_declining_takes_a_word_that_the_family_reads(
    anna: Persona, olga: Persona, maria: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("По семейным")
    await olga.sees("Спасибо")
    await maria.sees("по семейным", within=10)
    await maria.press("Отклонить")
    await maria.sees("Напишите коротко")
    await maria.say("Сегодня контрольная <b>")
    await maria.sees("Отклонено")
    told = [await olga.sees("не принял причину: Сегодня контрольная <b>", within=10) for _ in range(2)]
    answers = [[button.text for row in message.buttons for button in row] for message in told]
    # Of the two messages only the new one asks for another reason.
    assert sorted("Болеет" in labels for labels in answers) == [False, True]


async def test_a_missing_child_alarms_the_class_teacher_and_the_deputy_head_until_it_is_found(
    anna: Persona, olga: Persona, maria: Persona, pavel: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("Не знаю, где ребёнок")
    await olga.sees("Поднять тревогу?")
    await olga.press("Да, не знаю, где ребёнок")
    await olga.sees("Позвоните ребёнку и держите телефон рядом")
    for colleague in (maria, pavel):
        alarm = await colleague.sees("Иванова Аня, 7Б: семья не знает, где ребёнок!", within=10)
        assert "14 октября: нет со 2-го урока (алгебра)." in alarm.text
    await olga.press("Всё в порядке")
    relieved = await olga.sees("Хорошо, что всё в порядке. Школа знает.")
    assert [button.text for button in relieved.buttons[0]] == ["Указать причину"]
    for colleague in (maria, pavel):
        await colleague.sees("всё в порядке", within=10)


async def test_the_deputy_head_finds_the_child_and_the_family_hears_it(
    anna: Persona, olga: Persona, maria: Persona, pavel: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("Не знаю, где ребёнок")
    await olga.sees("Поднять тревогу?")
    await olga.press("Да, не знаю, где ребёнок")
    await pavel.sees("семья не знает, где ребёнок!", within=10)
    pavel.rest()
    await pavel.press("Ребёнок нашёлся")
    await pavel.sees("ребёнок нашёлся. Семья узнает.")
    assert pavel.taps == 1
    await olga.sees("Аня, 14 октября. Ребёнок нашёлся, сообщает школа.", within=10)
    await maria.sees("ребёнок нашёлся", within=10)


async def test_an_announced_absence_is_changed_and_taken_back(
    olga: Persona, maria: Persona, stage: Stage
) -> None:
    stage.clock.move(timedelta(hours=6))
    await olga.say("/menu")
    await olga.sees(with_button("Сообщить об отсутствии"))
    await olga.press("Сообщить об отсутствии")
    await olga.sees("Кого не будет в школе?")
    await olga.press("Аня, 7Б")
    await olga.sees("весь день")
    await olga.press("Болеет")
    await olga.sees("Спасибо")
    card = await maria.sees("15 октября: болеет.", within=10)
    await olga.press("Исправить")
    asked = await olga.sees("Сейчас: болеет. Что изменить?")
    labels = [button.text for row in asked.buttons for button in row]
    assert "Не знаю, где ребёнок" not in labels
    assert "Это ошибка" not in labels
    olga.rest()
    await olga.press("Отменить заявку")
    await olga.sees("Аня придёт 15 октября. Передали классному руководителю.")
    assert olga.taps == 1
    taken_back = await maria.sees("Семья отменила заявку", within=10)
    assert taken_back.id == card.id


async def test_more_days_and_a_certificate(anna: Persona, olga: Persona, stage: Stage) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("Болеет")
    await olga.sees("Спасибо")
    await olga.press("Ещё дни")
    await olga.sees("До какого дня?")
    await olga.press("16.10")
    await olga.sees("болеет, 14–16 октября")
    await olga.press("Справка будет")
    await olga.sees("Справку принесут.")


async def test_an_absence_is_announced_ahead_for_tomorrow(
    olga: Persona, maria: Persona, stage: Stage
) -> None:
    stage.clock.move(timedelta(hours=6))
    await olga.say("/menu")
    await olga.sees(with_button("Сообщить об отсутствии"))
    olga.rest()
    await olga.press("Сообщить об отсутствии")
    await olga.sees("Кого не будет в школе?")
    await olga.press("Аня, 7Б")
    await olga.sees("Аня, отсутствие: четверг, 15 октября, весь день")
    await olga.press("Болеет")
    await olga.sees("Спасибо, передали классному руководителю: болеет.")
    assert olga.taps == 3
    await maria.sees("Иванова Аня, 7Б, 15 октября: болеет.", within=10)


@pytest.mark.parametrize("typed", ["аня заболела", "/absent"])
async def test_a_family_that_announced_the_absence_hears_that_it_is_accepted(
    anna: Persona, olga: Persona, maria: Persona, stage: Stage, typed: str
) -> None:
    await olga.say(typed)
    if typed == "/absent":
        await olga.sees("Кого не будет в школе?")
        await olga.press("Аня, 7Б")
    await olga.sees("весь день")
    await olga.press("Болеет")
    await olga.sees("Спасибо, передали классному руководителю: болеет.")
    await maria.sees("Иванова Аня, 7Б, 14 октября: болеет.", within=10)
    # The register says so too, which the family that announced it is not told again.
    await alert(anna, stage)
    await asyncio.sleep(1)
    await maria.press("Принять")
    await maria.sees("Принято")
    await olga.sees("Классный руководитель принял причину: болеет.", within=10)


async def test_the_first_lesson_missed_reads_the_same_in_the_heading_and_on_the_buttons(
    olga: Persona, stage: Stage
) -> None:
    stage.clock.move(timedelta(hours=6))
    await olga.say("/absent")
    await olga.sees("Кого не будет в школе?")
    await olga.press("Аня, 7Б")
    await olga.sees("весь день")
    await olga.press("Уйдёт после 1-го урока")
    chosen = await olga.sees("15 октября, уйдёт после 1-го урока")
    labels = [button.text for row in chosen.buttons for button in row]
    assert "● Уйдёт после 1-го урока" in labels
    assert "По семейным делам, уйдёт после 1-го урока" in labels


@pytest.mark.requirement("R-016", "R-017")
async def test_forged_buttons_about_another_child_do_nothing(
    anna: Persona, olga: Persona, tatyana: Persona, maria: Persona, stage: Stage
) -> None:
    await alert(anna, stage)
    await olga.sees("Знаете причину?", within=10)
    await olga.press("Болеет")
    await olga.sees("Спасибо")
    await maria.sees("болеет", within=10)
    await tatyana.say("/menu")
    mine = await tatyana.sees()
    anya, day = student_id("anya"), TODAY.toordinal()
    forged = [
        f"abr:{anya}:{day}:ill",
        f"abr:{anya}:99999999:ill",
        f"abr:{anya}:{day}:nonsense",
        f"abq:{anya}:{day}",
        f"abs:{anya}:{day}:{day}:0:ill",
        f"aba:{anya}:0:0:0",
        f"abj:11:{anya}:{day}:1:0",
        f"abw:11:{day}:0",
        *(f"abn:1:{act}:0" for act in "cdfhpans"),
        f"abu:1:{day}:0",
    ]
    for data in forged:
        answer = await tatyana.press_data(mine, data)
        assert "Аня" not in answer + tatyana.phone.last.text
        assert "Иванова" not in tatyana.phone.last.text


@pytest.mark.parametrize(
    ("words", "shown", "offered"),
    [
        (
            "отпустите Аню завтра в 9:20",
            "уйдёт в 9:20, после 1-го урока",
            "По семейным делам, уйдёт после 1-го урока",
        ),
        ("Аня завтра опоздает на 20 минут", "15 октября, опоздает", "Опоздает"),
        ("Аня завтра опоздает, придёт ко 2-му уроку", "15 октября, придёт к уроку 2", "Придёт ко 2-му уроку"),
    ],
)
async def test_an_absence_said_in_words_keeps_its_hour(
    olga: Persona, words: str, shown: str, offered: str
) -> None:
    await olga.say(words)
    seen = await olga.sees(shown)
    assert "весь день" not in seen.text
    labels = [button.text for row in seen.buttons for button in row]
    assert offered in labels
    assert "Отмена" in labels


async def test_the_lessons_of_a_late_child_are_those_it_comes_to(olga: Persona) -> None:
    await olga.say("Аня завтра опоздает, придёт ко 2-му уроку")
    seen = await olga.sees("15 октября, придёт к уроку 2")
    labels = [button.text for row in seen.buttons for button in row]
    assert "● Придёт ко 2-му уроку" in labels
    assert not [label for label in labels if "Уйдёт" in label or "с 3-го" in label]
    day = TODAY.toordinal()
    await olga.press_data(seen, f"aba:{student_id('anya')}:{day}:0:-3")
    again = await olga.sees("14 октября, придёт к уроку 3")
    assert "● Придёт к 3-му уроку" in [button.text for row in again.buttons for button in row]


async def test_a_child_to_be_let_go_at_an_hour_is_asked_for_only_where_there_are_two(
    olga: Persona, tatyana: Persona
) -> None:
    await tatyana.say("отпустите завтра в 9:20")
    await tatyana.sees("уйдёт в 9:20, после 1-го урока")
    await olga.say("отпустите завтра в 9:20")
    await olga.sees("Кого не будет в школе?")
    await olga.press("Аня, 7Б")
    seen = await olga.sees("уйдёт в 9:20, после 1-го урока")
    assert seen.text.startswith("Аня, отсутствие: ")
    await olga.press("По семейным делам, уйдёт после 1-го урока")
    await olga.sees("Спасибо")
