"""Screens become messages, against a messenger that refuses what Telegram refuses."""

from collections.abc import AsyncIterator

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.wiring import client
from handlers.answering import TelegramReply
from handlers.renderer import Manner, Renderer
from handlers.screen import Button, File, Style, screen
from journal.model.lessons import Attachment, AttachmentKind
from simulator import Person, Simulator
from tests.simulator.pictures import PNG

OLGA = 1301
OK = [[Button("Хорошо", "ok")]]


@pytest.fixture
def phone(simulator: Simulator) -> Person:
    return simulator.person(OLGA)


@pytest.fixture
async def renderer(simulator: Simulator) -> AsyncIterator[Renderer]:
    async with client(simulator.token, simulator.base_url) as bot:
        yield Renderer(bot)


async def test_text_and_buttons_come_as_drawn(renderer: Renderer, phone: Person) -> None:
    rows = [[Button("Есть", "a", style=Style.GOOD), Button("Нет", "b", style=Style.BAD)]]
    await renderer.send(OLGA, screen("Аня <7Б>", rows=rows))
    assert phone.last.text == "Аня <7Б>"
    shown = phone.last.buttons
    assert [[(button.text, button.data, button.style) for button in row] for row in shown] == [
        [("Есть", "a", "success"), ("Нет", "b", "danger")]
    ]


async def test_an_edit_keeps_the_message(renderer: Renderer, phone: Person) -> None:
    first = await renderer.send(OLGA, screen("раз", rows=OK))
    assert await renderer.edit(OLGA, first, screen("два")) == first
    assert (phone.last.text, phone.last.buttons) == ("два", [])


async def test_an_edit_that_changes_nothing_is_a_success(renderer: Renderer, phone: Person) -> None:
    first = await renderer.send(OLGA, screen("раз", rows=OK))
    assert await renderer.edit(OLGA, first, screen("раз", rows=OK)) == first


async def test_a_message_that_is_gone_comes_anew(renderer: Renderer, phone: Person) -> None:
    assert await renderer.edit(OLGA, 12345, screen("заново")) == phone.last.id
    assert phone.last.text == "заново"


async def test_a_picture_is_followed_by_a_new_message_never_edited_into_text(
    renderer: Renderer, phone: Person
) -> None:
    picture = await renderer.send(OLGA, screen("неделя", file=File("week.png", PNG, is_picture=True)))
    text = await renderer.edit(OLGA, picture, screen("словами"))
    assert text != picture
    assert [message.text for message in phone.messages] == ["неделя", "словами"]


async def test_a_long_text_comes_in_parts_with_the_buttons_below_the_last(
    renderer: Renderer, phone: Person
) -> None:
    lines = [f"{number}. " + "слово " * 20 for number in range(60)]
    last = await renderer.send(OLGA, screen(*lines, rows=OK))
    assert len(phone.messages) == 2
    assert phone.last.id == last
    assert [bool(message.buttons) for message in phone.messages] == [False, True]
    assert "".join("".join(m.text.split()) for m in phone.messages) == "".join("".join(lines).split())


async def test_a_document_carries_its_words_and_buttons(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, screen("Талоны", rows=OK, file=File("codes.pdf", b"%PDF-1.7 ...")))
    assert (phone.last.text, bool(phone.last.buttons)) == ("Талоны", True)
    assert phone.last.document is not None


async def test_words_too_long_for_a_caption_follow_the_document(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, screen("слово " * 300, rows=OK, file=File("codes.pdf", b"%PDF-1.7 ...")))
    assert [bool(message.document) for message in phone.messages] == [True, False]
    assert phone.last.buttons


async def test_what_the_messenger_keeps_is_sent_again_by_its_id(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, screen("фото", file=File("a.png", PNG, is_picture=True)))
    assert phone.last.photo is not None
    kept = Attachment(AttachmentKind.PHOTO, phone.last.photo.file_id)
    shown = screen("Задание", attachments=(kept, kept))
    await renderer.send(OLGA, shown)
    assert [bool(message.photo) for message in phone.messages[1:]] == [True, True, False]
    assert phone.last.text == "Задание"


async def test_a_message_may_come_silently_and_protected(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, screen("тихо"), Manner(silent=True, protect=True))
    assert (phone.last.silent, phone.last.protect) == (True, True)


async def test_a_reply_survives_a_moments_fault(
    simulator: Simulator, renderer: Renderer, phone: Person
) -> None:
    simulator.faults.add(method="sendMessage", share=1.0, kind="502", times=1)
    simulator.faults.add(method="sendMessage", share=1.0, kind="429", retry_after=1, times=1)
    await TelegramReply(renderer, OLGA).show(screen("всё-таки"))
    assert phone.last.text == "всё-таки"


async def test_a_refusal_of_our_own_making_is_not_hidden(renderer: Renderer) -> None:
    with pytest.raises(TelegramBadRequest):
        await renderer.send(OLGA, screen("x", rows=[[Button("y", "z" * 65)]]))
