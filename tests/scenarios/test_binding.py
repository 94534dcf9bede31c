"""Families and colleagues find their way in: slip, consent, birth date, paper, done."""

import re

import pytest
from sqlalchemy import delete

from journal.access.issue import Issued, issue_guardian_code, issue_student_code
from journal.access.staff import issue_staff_code
from journal.context import Ctx, Origin
from journal.model.people import Capacity
from journal.regulation import preset
from storage.tables.access import consents
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import SCHOOL, SECRET, actor_of, person_id, student_id

CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}")
DATE = "12.01.2013"


def by(stage: Stage, name: str) -> Ctx:
    """What somebody of the school does outside the scenario."""
    house = stage.house
    return Ctx(actor_of(name), house.store, stage.clock, SCHOOL, house.regulation, Origin("test"), SECRET)


async def enter_as_anya(stage: Stage, stranger: Persona) -> Issued:
    """A student finds the way in; the code used up by that."""
    issued = await issue_student_code(by(stage, "maria"), student_id("anya"))
    await stranger.say(f"/start {issued.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    await stranger.sees("152-ФЗ")
    await stranger.press("Даю согласие")
    await stranger.sees("свою дату рождения")
    await stranger.say("05.03.2013")
    await stranger.sees("Готово: Аня, 7Б")
    return issued


@pytest.fixture
def by_tap(stage: Stage) -> None:
    """A school where a tap is consent enough."""
    stage.house.regulation = preset("s1")


@pytest.fixture
async def slip(stage: Stage, nina: int) -> Issued:
    """Nina's code for Boris."""
    return await issue_guardian_code(by(stage, "maria"), student_id("boris"), nina, Capacity.PARENT)


async def reach_date(stranger: Persona, slip: Issued) -> None:
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    await stranger.sees("152-ФЗ")
    await stranger.press("Даю согласие")
    await stranger.sees("дату рождения ребёнка")


@pytest.mark.requirement("R-014", "R-018", "R-019")
async def test_a_slip_opens_the_diary_in_three_taps_and_a_date(
    by_tap: None, slip: Issued, stranger: Persona
) -> None:
    # The first of the three taps is the messenger's own START, which says `/start CODE`.
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    shown = await stranger.sees("152-ФЗ")
    assert "Telegram" in shown.text
    assert "Борис" not in shown.text
    await stranger.press("Даю согласие")
    await stranger.sees("дату рождения ребёнка")
    await stranger.say("12 января 2013")
    shown = await stranger.sees("Готово: Борис, 7Б")
    assert "родитель" in shown.text
    assert (stranger.taps, stranger.typed) == (2, 2)
    await stranger.press("Хорошо")
    await stranger.sees("Борис")


async def test_a_code_may_be_typed_with_any_keyboard(by_tap: None, slip: Issued, stranger: Persona) -> None:
    await stranger.say(slip.text.lower().translate(str.maketrans("kmhpctx", "кмнрстх")))
    await stranger.sees("не просим")


async def test_a_wrong_code_and_a_used_one_get_the_same_answer(
    by_tap: None, slip: Issued, stranger: Persona
) -> None:
    await reach_date(stranger, slip)
    await stranger.say(DATE)
    await stranger.sees("Готово")
    await stranger.say(f"/start {slip.text}")
    used = await stranger.sees("ничего нового не открывает")
    await stranger.say("/start AAAAAAAAAA")
    wrong = await stranger.sees("ничего нового не открывает")
    assert (used.text, used.buttons) == (wrong.text, wrong.buttons)
    await stranger.say("/code")
    await stranger.sees("Напишите код")
    await stranger.say("что-то не то")
    await stranger.sees("Код не подошёл")


async def test_wrong_dates_are_counted_down_and_lock_the_code(
    by_tap: None, slip: Issued, stranger: Persona
) -> None:
    await reach_date(stranger, slip)
    await stranger.say("вчера")
    await stranger.sees("Не похоже на дату")
    for left in ("4 попытки", "3 попытки", "2 попытки", "1 попытка"):
        await stranger.say("01.01.2013")
        await stranger.sees(left)
    await stranger.say("01.01.2013")
    await stranger.sees("Код не подошёл")
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("Код не подошёл")


async def test_whoever_declines_is_not_reproached_and_keeps_the_code(
    by_tap: None, slip: Issued, stranger: Persona
) -> None:
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    await stranger.sees("152-ФЗ")
    await stranger.press("Не согласен(на)")
    shown = await stranger.sees("Код по-прежнему действует")
    assert "Результаты можно каждую неделю получать на бумаге" in shown.text
    await stranger.press("Бланк на бумаге")
    form = (await stranger.sees("Распечатайте, заполните от руки")).document
    assert form is not None
    assert form.data.startswith(b"%PDF")
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")


async def test_buttons_of_the_way_in_lead_nowhere_without_a_code(by_tap: None, stranger: Persona) -> None:
    for forged in ("ac-yes", "ac-go", "ac-no"):
        await stranger.say("/start")
        await stranger.press_data(await stranger.sees("Это дневник"), forged)
        await stranger.sees("Напишите код")


@pytest.mark.requirement("R-019")
async def test_under_a_regulation_of_paper_the_class_teacher_opens_the_diary(
    slip: Issued, stranger: Persona, maria: Persona
) -> None:
    await reach_date(stranger, slip)
    await stranger.say(DATE)
    await stranger.sees("подписать бумагу")
    await stranger.say("/menu")
    await stranger.sees("подписать бумагу")
    await stranger.say("что там с бумагой")
    lost = await stranger.sees("Не удалось это понять")
    assert "подписать бумагу" in lost.text
    assert "код с него" not in lost.text
    await stranger.say("/marks")
    await stranger.sees("Дневник ребёнка вам пока не открыт")
    await maria.say("/access")
    await maria.sees("Ждут бумагу: 1")
    await maria.press("Ёлкин Борис")
    await maria.sees("ждёт")
    await maria.press("Бумага получена")
    await maria.sees("на связи")
    await stranger.say("/menu")
    await stranger.sees("Борис")


@pytest.mark.requirement("R-024")
async def test_a_student_gets_the_own_diary_and_no_staff_buttons(
    by_tap: None, stage: Stage, stranger: Persona
) -> None:
    await enter_as_anya(stage, stranger)
    await stranger.say("/access")
    await stranger.sees("ничего нет")


@pytest.mark.requirement("R-002")
async def test_a_colleague_enters_with_one_tap(stage: Stage, stranger: Persona) -> None:
    issued = await issue_staff_code(by(stage, "admin"), person_id("nikolai"))
    await stranger.say(f"/start {issued.text}")
    await stranger.sees("код сотрудника")
    await stranger.press("Войти")
    await stranger.sees("Готово: Николай Петрович")
    await stranger.say("/now")
    await stranger.sees("7Б")


async def test_staff_who_are_parents_keep_one_account_and_change_hats(
    by_tap: None, stage: Stage, slip: Issued, nikolai: Persona
) -> None:
    await nikolai.say(slip.text)
    await nikolai.sees("152-ФЗ")
    await nikolai.press("Даю согласие")
    await nikolai.sees("дату рождения")
    await nikolai.say(DATE)
    await nikolai.sees("Готово: Борис")
    await nikolai.press("Хорошо")
    await nikolai.sees("Борис")
    await nikolai.press("К работе")
    await nikolai.sees("Школа № 5")
    await nikolai.press("К моим детям")
    await nikolai.sees("Борис")


async def test_two_persons_of_the_register_on_one_phone_do_not_lend_each_other_their_rights(
    by_tap: None, stage: Stage, slip: Issued, nikolai: Persona
) -> None:
    await nikolai.say(slip.text)
    await nikolai.sees("152-ФЗ")
    await nikolai.press("Даю согласие")
    await nikolai.sees("дату рождения")
    await nikolai.say(DATE)
    await nikolai.sees("Готово: Борис")
    # As a parent: the own child and no other, whoever is taught; a command of work is still there.
    await nikolai.say("/menu")
    home = await nikolai.sees("Борис")
    assert "Этим занимается другой" in await nikolai.press_data(home, f"di:{student_id('anya')}:m:0")
    await nikolai.say("/now")
    await nikolai.sees("7Б, география")
    # Consents are those of the parent; withdrawing them ends the diary, and the work goes on.
    await nikolai.say("/consent")
    own = await nikolai.sees("Борис: доступ и согласия")
    assert "✓ Персональные данные" in own.text
    await nikolai.press("Персональные данные")
    await nikolai.sees("152-ФЗ")
    await nikolai.press("Отозвать согласие")
    await nikolai.sees("отозвать согласие?")
    await nikolai.press("Отозвать согласие")
    await nikolai.sees("Согласие отозвано")
    assert "Этим занимается другой" in await nikolai.press_data(home, f"di:{student_id('boris')}:m:0")
    await nikolai.say("/menu")
    await nikolai.sees("Школа № 5")
    await nikolai.say("/now")
    await nikolai.sees("7Б")


UNTIL_CONSENT = "Дневник откроется, когда школа получит согласие родителя"


@pytest.mark.parametrize("held", [True, False])
async def test_a_student_hears_of_a_missing_consent_only_where_it_is_missing(
    by_tap: None, stage: Stage, stranger: Persona, held: bool
) -> None:
    if not held:
        async with stage.house.store.connection(writing=True) as db:
            await db.run(delete(consents))
            await db.connection.commit()
    issued = await issue_student_code(by(stage, "maria"), student_id("anya"))
    await stranger.say(f"/start {issued.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    shown = await stranger.sees("152-ФЗ")
    assert (UNTIL_CONSENT in shown.text) is not held


async def test_whoever_is_connected_is_not_asked_for_a_code_by_start(
    by_tap: None, stage: Stage, stranger: Persona
) -> None:
    issued = await enter_as_anya(stage, stranger)
    for said in ("/start", f"/start {issued.text}"):
        await stranger.say(said)
        home = await stranger.sees("Аня, 7Б: сегодня")
        assert "Напишите код" not in home.text
        assert "не подошёл" not in home.text
        assert "Ввести снова" not in home.labels
