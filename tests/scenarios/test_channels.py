"""Ольга gives an address, proves it by the code that came there, and her news goes as she wants it."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock
from journal.model.channels import Channel
from journal.model.outbox import PushState
from simulator import SimMessage, Simulator
from storage.tables.access import input_states
from storage.tables.channels import destinations
from storage.tables.outbox import outbox
from tests.support.mail import MailServer, mail_server, words
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import person_id

HOLD = timedelta(minutes=5)
MAILBOX = "tatyana@example.org"


def labels(message: SimMessage) -> list[str]:
    return [button.text for row in message.buttons for button in row]


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    async with mail_server() as server:
        yield server


@pytest.fixture
async def stage(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock, mail: MailServer
) -> AsyncIterator[Stage]:
    """The stage of a school with a mail server."""
    given = {"smtp_url": f"smtp+plain://127.0.0.1:{mail.port}", "mail_from": "diary@school5.example"}
    async with running(settings_of(simulator.base_url, mail_per_second=50.0, **given), clock) as bot:
        yield Stage(simulator, bot.house, clock)


async def register(anna: Persona, name: str = "Сидоров") -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press(name)
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")


async def put_right(anna: Persona) -> None:
    await anna.press("Исправить")
    await anna.press("Сидоров")
    await anna.press("Сидоров")
    await anna.press("Все на месте")


async def ends(stage: Stage, mail: MailServer) -> int:
    """How many letters there are once nothing is left to send."""
    left = select(func.count()).where(outbox.c.state.in_([PushState.WAITING, PushState.LEASED]))
    for _ in range(200):
        async with stage.house.store.connection() as db:
            if not await db.scalar(left):
                return len(mail.to(MAILBOX))
        await asyncio.sleep(0.05)
    raise AssertionError("something is left to send")


async def open_mail(who: Persona) -> None:
    await who.say("/settings")
    await who.sees("Настройки")
    await who.press("Почта")


def code_in(letter: object) -> str:
    found = re.search(r"Ваш код: (\d{6})", words(letter))  # type: ignore[arg-type]
    assert found is not None
    return found[1]


async def give_address(who: Persona, mail: MailServer, use: str | None = None) -> None:
    await open_mail(who)
    await who.sees("Адрес указываете только вы")
    await who.press("Указать адрес")
    await who.sees("Напишите свой адрес")
    await who.say(MAILBOX)
    await who.sees("Код отправлен")
    await who.say(code_in(await mail.brings(MAILBOX)))
    await who.sees("Готово")
    if use is not None:
        await who.press(use)
        await who.sees(MAILBOX)


@pytest.mark.requirement("R-096")
async def test_a_proven_address_hears_of_an_absence_beside_the_messenger(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail, "и в Telegram, и на почту")
    assert "✓ и в Telegram, и на почту" in labels(tatyana.screen)
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет на 2-м уроке")
    letter = await mail.brings(MAILBOX, 2)
    assert letter["Subject"] == "Егор: новости из школы"
    assert "Егор: нет на 2-м уроке" in words(letter)
    assert "Сидоров" not in words(letter) + words(letter, "html") + letter["Subject"]


@pytest.mark.requirement("R-096", "R-102")
async def test_an_address_that_takes_nothing_any_more_loses_nothing_and_is_told(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail, "только на почту")
    mail.refusals[MAILBOX] = "550 5.1.1 no such user"
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет на 2-м уроке", within=10)
    await tatyana.say("/menu")
    await tatyana.sees("Почта: на ваш адрес ничего не доходит")
    await open_mail(tatyana)
    await tatyana.sees("На этот адрес ничего не доходит")
    mail.refusals.clear()
    await tatyana.press("и в Telegram, и на почту")
    await tatyana.say("/menu")
    assert "не доходит" not in (await tatyana.sees()).text


@pytest.mark.requirement("R-096", "R-102")
async def test_who_left_the_messenger_hears_by_mail(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail)
    tatyana.phone.block()
    await register(anna)
    stage.clock.move(HOLD)
    letter = await mail.brings(MAILBOX, 2)
    assert "Егор: нет на 2-м уроке" in words(letter)


async def test_mail_alone_leaves_the_messenger_quiet_until_the_address_goes(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail, "только на почту")
    await register(anna)
    stage.clock.move(HOLD)
    await mail.brings(MAILBOX, 2)
    await tatyana.sees_nothing("Егор: нет", during=0.3)
    # The link under every letter leads to the place where letters end.
    await tatyana.say("/start mail")
    await tatyana.sees(MAILBOX)
    await tatyana.press("Удалить адрес")
    await tatyana.sees("Адрес удалён.")
    assert "Этот адрес удалён" in await tatyana.press_data(tatyana.screen, "chu:email:reserve")
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(destinations)) == 0


async def test_a_correction_is_a_letter_under_the_first(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail, "только на почту")
    await register(anna)
    stage.clock.move(HOLD)
    first = await mail.brings(MAILBOX, 2)
    await put_right(anna)
    stage.clock.move(HOLD)
    second = await mail.brings(MAILBOX, 3)
    assert second["In-Reply-To"] == first["Message-ID"]
    assert second["Subject"].startswith("Re: ")
    assert "Простите за беспокойство" in words(second)


async def test_what_the_messenger_told_is_put_right_by_mail_once_the_messenger_is_left(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail)
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет на 2-м уроке")
    assert len(mail.to(MAILBOX)) == 1
    tatyana.phone.block()
    await put_right(anna)
    stage.clock.move(HOLD)
    letter = await mail.brings(MAILBOX, 2)
    assert "Простите за беспокойство" in words(letter)
    assert letter["In-Reply-To"] is None


async def test_both_ways_are_put_right(
    stage: Stage, anna: Persona, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail, "и в Telegram, и на почту")
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет на 2-м уроке")
    first = await mail.brings(MAILBOX, 2)
    await put_right(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Простите за беспокойство", within=10)
    second = await mail.brings(MAILBOX, 3)
    assert "Простите за беспокойство" in words(second)
    assert second["In-Reply-To"] == first["Message-ID"]
    # In the messenger an edit rings nowhere, so the apology comes beside it; one letter says both.
    assert await ends(stage, mail) == 3


async def test_a_wrong_code_is_counted_and_the_fifth_ends_it(
    stage: Stage, tatyana: Persona, mail: MailServer
) -> None:
    await open_mail(tatyana)
    await tatyana.press("Указать адрес")
    await tatyana.say("это не адрес")
    await tatyana.sees("Не похоже")
    await tatyana.say(MAILBOX)
    await tatyana.sees("Код отправлен")
    right = code_in(await mail.brings(MAILBOX))
    async with stage.house.store.connection() as db:
        kept = await db.scalar(select(input_states.c.payload))
    assert right not in str(kept)
    for unclear in ("привет", "12345"):
        await tatyana.say(unclear)
        await tatyana.sees("Попытка не потрачена")
    wrong = f"{(int(right) + 1) % 10**6:06}"
    for left in ("4 попытки", "3 попытки", "2 попытки", "1 попытка"):
        await tatyana.say(wrong)
        await tatyana.sees(left)
    assert labels(tatyana.screen) == ["Новый код", "Другой адрес", "Назад", "Главная"]
    await tatyana.say(wrong)
    await tatyana.sees("Код не подошёл и больше не действует")
    await tatyana.say(right)
    await tatyana.sees("Этот код больше не действует")
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(destinations)) == 0
    await tatyana.press("Новый код")
    await tatyana.sees(f"Новый код отправлен на {MAILBOX}")
    await tatyana.say(code_in(await mail.brings(MAILBOX, 2)))
    await tatyana.sees("Готово")


@pytest.mark.requirement("R-096")
async def test_no_mailbox_is_filled_with_codes_and_the_last_stays_good(
    stage: Stage, tatyana: Persona, olga: Persona, mail: MailServer
) -> None:
    """Limits are of the account and of the mailbox, whoever asks and however it is written."""
    await open_mail(tatyana)
    await tatyana.press("Указать адрес")
    for typed, said in (
        (f"{MAILBOX}, b@example.ru", "Напишите один адрес"),
        ("ольга@почта.рф", "латинскими буквами"),
    ):
        await tatyana.say(typed)
        assert "Назад" in labels(await tatyana.sees(said))
    await tatyana.say(MAILBOX)
    await tatyana.sees("Код отправлен")
    await tatyana.press("Другой адрес")
    await tatyana.say(MAILBOX.replace("@", "+school@"))
    await tatyana.sees("Код отправлен")
    await tatyana.press("Новый код")
    await tatyana.sees("Новый код отправлен")
    await tatyana.press("Другой адрес")
    await tatyana.say(MAILBOX)
    await tatyana.sees("Вы запросили уже много кодов")
    assert "ещё действует" in tatyana.screen.text
    assert labels(tatyana.screen) == ["Назад", "Главная"]
    await open_mail(olga)
    await olga.press("Указать адрес")
    await olga.say(MAILBOX)
    await olga.sees("На этот адрес отправлено уже много кодов")
    assert labels(olga.screen) == ["Другой адрес", "Назад", "Главная"]
    assert len(mail.letters) == 3
    await tatyana.say(code_in(mail.letters[-1][1]))
    await tatyana.sees("Готово")


async def test_a_code_is_over_after_a_while_and_codes_are_few(
    stage: Stage, tatyana: Persona, mail: MailServer
) -> None:
    for number in (1, 2, 3):
        await open_mail(tatyana)
        await tatyana.press("Указать адрес")
        await tatyana.say(MAILBOX)
        await tatyana.sees("Код отправлен")
        await mail.brings(MAILBOX, number)
    stage.clock.move(timedelta(minutes=21))
    await tatyana.say(code_in(mail.to(MAILBOX)[-1]))
    await open_mail(tatyana)
    await tatyana.sees("Адрес указываете только вы")
    await tatyana.press("Указать адрес")
    await tatyana.say(MAILBOX)
    await tatyana.sees("Вы запросили уже много кодов")
    assert len(mail.letters) == 3


async def test_an_address_that_the_server_refuses_is_asked_for_again(
    stage: Stage, tatyana: Persona, mail: MailServer
) -> None:
    mail.refusals[MAILBOX] = "550 5.1.1 no such user"
    await open_mail(tatyana)
    await tatyana.press("Указать адрес")
    await tatyana.say(MAILBOX)
    await tatyana.sees("Почта не принимает адрес")
    mail.refusals.clear()
    await tatyana.say(MAILBOX)
    await tatyana.sees("Код отправлен")


async def test_an_address_that_nobody_asked_for_is_led_to_its_button(
    stage: Stage, tatyana: Persona, anna: Persona, mail: MailServer
) -> None:
    await open_mail(tatyana)
    await tatyana.sees("Адрес указываете только вы")
    await tatyana.say(f" {MAILBOX}")
    await tatyana.sees("нажмите «Указать адрес» и напишите его ещё раз")
    assert not mail.letters
    await give_address(tatyana, mail)
    await tatyana.say("/menu")
    await tatyana.sees()
    await tatyana.say("other@example.org")
    await tatyana.sees("нажмите «Другой адрес» и напишите его ещё раз")
    # Whoever is offered no mail hears nothing of it.
    await anna.say(MAILBOX)
    await anna.sees("Не удалось это понять")


async def test_only_guardians_are_offered_a_channel(stage: Stage, anna: Persona, egor: Persona) -> None:
    for who in (anna, egor):
        await who.say("/settings")
        assert not any(label.startswith("Почта") for label in labels(await who.sees("Настройки")))
        said = await who.press_data(who.screen, f"cha:{Channel.EMAIL}")
        assert said or await who.sees()
    async with stage.house.store.connection() as db:
        waiting = await db.scalars(
            select(input_states.c.kind).where(
                input_states.c.account_id.in_([person_id("anna"), person_id("egor")])
            )
        )
    assert "channel_address" not in waiting


async def test_whoever_unlinks_the_own_phone_leaves_no_address(
    stage: Stage, tatyana: Persona, mail: MailServer
) -> None:
    await give_address(tatyana, mail)
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Доступ и согласия")
    await tatyana.sees()
    await tatyana.press("Отключить этот телефон")
    await tatyana.sees()
    await tatyana.press("Отключить")
    async with stage.house.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(destinations)) == 0
