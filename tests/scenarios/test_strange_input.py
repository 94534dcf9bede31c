"""What people send where something else was asked: nothing to see, a picture, an album, a hostile name."""

from datetime import date

import pytest

from handlers.settings.callbacks import HoursCb
from reports.templates import workbook
from tests.simulator.pictures import png
from tests.support.persona import Persona, with_button
from tests.support.school import PLATFORM_IDS

ALBUM_OF_TEN = range(10)
ROWS = [{"school_class": "7А", "last_name": "Абрамов", "first_name": "Лев", "birth_date": date(2013, 8, 8)}]


async def asked_for_hours(olga: Persona) -> None:
    await olga.say("/settings")
    await olga.press_data(await olga.sees("Настройки"), HoursCb().pack())
    await olga.sees("Напишите, с какого до какого часа не беспокоить")


@pytest.mark.parametrize("unseen", ["\u200b\u200d", "\u200f\u200f", "\u2800", "\u202e\u2066\u2069"])
async def test_a_letter_nobody_can_see_is_no_letter_and_the_question_stays(
    olga: Persona, anna: Persona, unseen: str
) -> None:
    await olga.say("/menu")
    await olga.sees()
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press("Кузнецова А. С. · алгебра")
    await olga.sees("Аня → Кузнецова А. С.")
    await olga.say(unseen)
    await olga.sees("В этом сообщении нечего прочесть")
    await olga.say("Добрый \u202eдень\u202c!\u0007")
    await olga.sees("Отправлено")
    assert "Добрый день!" in (await anna.sees("Добрый")).text


async def test_a_picture_where_words_are_asked_for_brings_the_question_again(olga: Persona) -> None:
    await asked_for_hours(olga)
    await olga.send_photo(png(3, 2))
    again = await olga.sees("Здесь нужен текст")
    assert "Напишите, с какого до какого часа не беспокоить" in again.text
    await olga.send_document(b"x" * 21_000_000, "ночь.mp4")
    await olga.sees("Здесь нужен текст")
    await olga.say("с 22:30 до 6:45")
    await olga.sees(with_button("✓ Свои: 22:30–6:45"))


async def test_ten_pictures_of_an_album_are_answered_once(olga: Persona) -> None:
    await asked_for_hours(olga)
    before = len(olga.phone.messages)
    for number in ALBUM_OF_TEN:
        await olga.phone.inject({"message": _picture(number)})
    await olga.say("с 22:30 до 6:45")
    await olga.sees(with_button("✓ Свои: 22:30–6:45"))
    told = [message.text for message in olga.phone.messages[before:] if message.from_bot]
    assert [text.startswith("Здесь нужен текст") for text in told] == [True, False], told


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../7А.xlsx", "7А.xlsx"),
        ("я" * 300 + ".xlsx", "я" * 75 + ".xlsx"),
        ("список\nна год.xlsx", "список на год.xlsx"),
        ("a\u202exslx.exe.xlsx", "axslx.exe.xlsx"),
    ],
)
async def test_a_file_of_a_hostile_name_is_told_of_by_a_safe_one(
    admin: Persona, name: str, kept: str
) -> None:
    await admin.send_document(workbook({"students": ROWS}), name)
    shown = await admin.sees("Ученики: закроется 1")
    assert shown.text.startswith(f"{kept}\n")


def _picture(number: int) -> dict[str, object]:
    size = {"file_id": f"p{number}", "file_unique_id": f"u{number}", "width": 90, "height": 90}
    return {**_message("olga", 9_100 + number), "media_group_id": "ten", "photo": [size]}


def _message(who: str, number: int) -> dict[str, object]:
    account = PLATFORM_IDS[who]
    return {
        "message_id": number,
        "date": 1_792_000_000,
        "chat": {"id": account, "type": "private", "first_name": who},
        "from": {"id": account, "is_bot": False, "first_name": who},
    }
