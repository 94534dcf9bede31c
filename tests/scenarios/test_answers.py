"""Every sentence that is understood opens the very screen that answers it, for whoever asks."""

import pytest
from sqlalchemy import func, select

from storage.tables.messages import messages
from storage.tables.notices import notices
from tests.support.persona import Persona
from tests.support.scenario import Stage

# Who asks what, and the beginning of a line of the answer.
ANSWERS = {
    "olga": [
        ("сейчас какой урок", "Сейчас 2-й урок: алгебра, до 10:10."),
        ("во сколько домой", "Домой в 11:15"),
        ("пришли расписание на завтра", "Аня, 7Б: четверг, 15 октября"),
        ("какие контрольные на этой неделе", "Аня: контрольные впереди"),
        ("контрольные по алгебре", "Аня: контрольные, алгебра"),
        ("кто ведёт алгебру", "Алгебра: Кузнецова Анна Сергеевна"),
        ("как зовут классную", "Классный руководитель: Белова Мария Ивановна"),
        ("сколько прошли по программе", "Аня: программа года"),
        ("что проходили по алгебре", "Аня: темы, алгебра"),
        ("прогноз по алгебре", "Аня: прогноз"),
        ("отключи уведомления об оценках", "Аня: "),
        ("смени язык", "Язык"),
        ("тихие часы", "Тихие часы"),
        ("объявления", "Объявлений пока нет."),
        ("какие мероприятия", "Аня: что впереди"),
        ("когда каникулы", "Каникулы: 26 октября – 1 ноября."),
        ("четвертные по алгебре", "Аня: итоги, 2026/27"),
        ("сколько пропусков у Ани", "Аня: пропуски"),
        ("какой средний балл", "Аня: оценки"),
        ("напиши классной", "Аня → Белова М. И."),
        ("кто ведёт русский у Пети", "Петя: кто ведёт, русский язык"),
        ("долги у Пети", "Петя: долги"),
    ],
    "igor": [
        ("сейчас какой урок", "Сейчас 2-й урок: алгебра, до 10:10."),
        ("контрольные", "Аня: контрольные впереди"),
        ("кто учитель географии", "География: Громов Николай Петрович"),
        ("что задали", "Аня: задания на четверг"),
        ("прогноз", "Аня: прогноз"),
    ],
    "egor": [
        ("что задали", "Егор: задания на четверг"),
        ("кто ведёт алгебру", "Егор: кто ведёт, алгебра"),
        ("сейчас какой урок", "Сейчас 2-й урок: алгебра, до 10:10."),
        ("когда контрольная", "Егор: контрольные впереди"),
        ("мои оценки", "Егор: оценки"),
        ("напиши классной: можно на кружок?", "Егор → Белова М. И."),
    ],
    "anna": [
        ("напомни родителям 7Б, что завтра контрольная", "Завтра контрольная"),
        ("кого нет в 7Б", "7Б, алгебра, 2-й урок"),
        ("поставь Петровой 5", "7Б, алгебра, 2-й урок"),
        ("какие у меня сегодня уроки", "среда, 14 октября"),
        ("мои уроки завтра", "четверг, 15 октября"),
        ("оценки Петровой", "Все оценки и пропуски ученика видит классный руководитель."),
        ("прогноз 7Б по алгебре", "7Б: прогноз, алгебра"),
        ("четвертные 7Б", "7Б, алгебра: 1-я четверть"),
        ("итоговые", "Итоговые: 1-я четверть"),
    ],
    "maria": [
        ("объявление родителям: завтра собрание в 18:00", "Завтра собрание в 18:00"),
        ("напиши объявление", "Напишите объявление или перешлите его сюда."),
        ("кто сегодня болеет", "7Б, среда, 14 октября"),
        ("оценки Петровой", "Петрова Дина, 7Б: 1-я четверть"),
        ("сколько пропусков у Сидорова", "Сидоров Егор, 7Б: 1-я четверть"),
        ("как учится Козлова", "Козлова Вера, 7Б: 1-я четверть"),
        ("кому не выставлены четвертные", "Итоговые по"),
    ],
    "pavel": [
        ("кого нет", "Сегодня перекличек ещё не было."),
        ("кого нет в 7Б", "7Б, среда, 14 октября"),
        ("прогноз 7Б по алгебре", "7Б: прогноз по какому предмету?"),
        ("объявление для 7Б: завтра экскурсия", "Кому: родители, 7Б"),
        ("кому не выставлены четвертные", "Итоговые по школе: 1-я четверть"),
    ],
}


@pytest.mark.parametrize("who", sorted(ANSWERS))
async def test_a_sentence_opens_the_screen_that_answers_it(stage: Stage, who: str) -> None:
    asker = stage.person(who)
    wrong = []
    for text, head in ANSWERS[who]:
        await asker.say("отмена")
        await asker.sees("ничего не жду")
        await asker.say(text)
        seen = (await asker.sees()).text
        if not any(line.startswith(head) for line in seen.splitlines()):
            wrong.append((text, head, seen.splitlines()[:3]))
    assert not wrong, "\n".join(map(str, wrong))


async def test_the_same_is_asked_about_the_other_child_in_one_tap(stage: Stage, olga: Persona) -> None:
    await olga.say("кто ведёт русский язык")
    await olga.sees("Аня: кто ведёт, русский язык")
    await olga.press("Петя")
    await olga.sees("Петя: кто ведёт, русский язык")


async def test_a_subject_that_the_named_child_has_not_is_said_to_be_unknown(
    stage: Stage, olga: Persona
) -> None:
    await olga.say("кто ведёт алгебру")
    await olga.sees("Аня: кто ведёт, алгебра")
    await olga.press("Петя")
    seen = await olga.sees("Петя: кто ведёт")
    assert "Предмет «алгебра» не нашёлся" in seen.text


async def test_a_notice_begun_by_a_sentence_is_for_the_own_class_and_not_sent(
    stage: Stage, maria: Persona, olga: Persona
) -> None:
    await maria.say("напомни родителям, что завтра экскурсия, сбор в 9:00")
    seen = await maria.sees("Объявление, ещё не отправлено")
    assert "Завтра экскурсия, сбор в 9:00" in seen.text
    assert "Кому: родители, 7Б" in seen.text
    await olga.sees_nothing("экскурсия")
    await maria.say("Сменная обувь не нужна")
    await maria.sees("Сменная обувь не нужна")
    await maria.press("Отправить")
    await olga.sees("Завтра экскурсия, сбор в 9:00", within=10)


async def test_a_teacher_writes_a_notice_to_the_class_that_was_named(stage: Stage, anna: Persona) -> None:
    await anna.say("напомни родителям 7А, что завтра контрольная")
    await anna.sees("Кому: родители, 7А")


async def test_a_teacher_names_no_class_of_others_in_a_notice(stage: Stage, anna: Persona) -> None:
    await anna.say("объявление родителям 3А: завтра контрольная")
    seen = await anna.sees("Объявление, ещё не отправлено")
    assert "Кому: пока никому" in seen.text
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(notices)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Передайте Анне Сергеевне, что Аня уйдёт с третьего урока",
        "напиши учителю алгебры: Аня уйдёт с третьего урока",
    ],
)
async def test_a_message_begun_by_a_sentence_waits_for_a_tap(
    stage: Stage, olga: Persona, anna: Persona, text: str
) -> None:
    await olga.say(text)
    seen = await olga.sees("Аня → Кузнецова А. С.")
    assert "Аня уйдёт с третьего урока" in seen.text
    await anna.sees_nothing("третьего урока")
    await olga.press("Отправить")
    await olga.sees("Отправлено: Кузнецова А. С.")
    await anna.sees("Аня уйдёт с третьего урока", within=10)


async def test_an_old_draft_is_never_sent_in_place_of_another(stage: Stage, olga: Persona) -> None:
    await olga.say("напиши классной: первое")
    old = await olga.sees("Первое")
    await olga.say("отмена")
    await olga.sees("ничего не жду")
    await olga.press("Отправить", on=old)
    assert await _sent(stage) == 0
    await olga.say("напиши классной: второе")
    await olga.sees("Второе")
    data = next(button.data for row in old.buttons for button in row if button.text == "Отправить")
    await olga.press_data(old, data or "")
    await olga.press_data(old, "msg:1")
    assert await _sent(stage) == 0


async def _sent(stage: Stage) -> int:
    async with stage.house.store.connection() as db:
        return int(await db.scalar(select(func.count()).select_from(messages)) or 0)


async def test_what_is_asked_about_both_children_is_answered_about_both(stage: Stage, olga: Persona) -> None:
    await olga.say("что задали детям на завтра")
    seen = await olga.sees("Аня: задания на четверг")
    assert "Петя: задания на четверг" in seen.text
    await olga.press("Петя")
    seen = await olga.sees("Петя: задания на четверг")
    assert "Аня: задания" not in seen.text


@pytest.mark.parametrize("who", ["egor", "olga"])
async def test_the_words_behind_the_class_teacher_are_the_letter(stage: Stage, who: str) -> None:
    writer = stage.person(who)
    await writer.say("напиши классной привет")
    seen = await writer.sees("→ Белова М. И.")
    assert "Привет" in seen.text
    assert "Ещё не отправлено" in seen.text
    assert await _sent(stage) == 0


@pytest.mark.parametrize(
    "question", ["оценки по алгебре", "контрольные по алгебре", "кто ведёт алгебру", "прогноз по алгебре"]
)
async def test_a_subject_of_another_child_leaves_the_one_looked_at(
    stage: Stage, olga: Persona, question: str
) -> None:
    await olga.say("оценки Пети")
    await olga.sees("Петя: оценки")
    await olga.say(question)
    await olga.sees("Аня: ")
    await olga.say("пропуски")
    await olga.sees("Петя: пропуски")
