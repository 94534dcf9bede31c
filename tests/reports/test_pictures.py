"""Pictures are real ones, in letters that can be read, and equal facts make an equal picture."""

import struct
import zlib
from dataclasses import replace

import pytest

from reports.pictures import WeekSheet, drawn, key_of
from tests.reports.sheets import sheets

WIDE = 800
# What the messenger takes as a photo: its sides together, and one against the other.
SIDES, RATIO = 10_000, 20
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "ӘөҮңҗһ" + "№–…«»×"


def blank(title: str) -> WeekSheet:
    return WeekSheet(title=title, subtitle="", empty="", language="ru", days=())


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the unpacked rows; raises on a broken checksum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    place, packed = 8, b""
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        kind, body = png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        assert struct.unpack(">I", png[place + 8 + size : place + 12 + size])[0] == zlib.crc32(kind + body)
        packed += body if kind == b"IDAT" else b""
        place += 12 + size
    return width, height, zlib.decompress(packed)


@pytest.mark.parametrize("name", sheets())
async def test_a_full_sheet_becomes_a_picture_as_wide_as_a_phone(name: str) -> None:
    width, height, rows = pixels(await drawn(sheets()[name]))
    assert width == WIDE
    assert width + height < SIDES
    assert height < RATIO * width
    assert len(rows) > width * height


async def test_every_letter_is_drawn_as_itself_and_none_as_an_empty_box() -> None:
    box = await drawn(blank("\ue000"))
    shown = {letter: await drawn(blank(letter)) for letter in LETTERS}
    assert box not in shown.values()
    assert len(set(shown.values())) == len(LETTERS)


@pytest.mark.parametrize(
    "typed", ['#panic("x")', "<b>Аня</b>", "$x$", "= *Аня* _7Б_", "\\ // /* ", "😀 مرحبا"]
)
async def test_what_people_typed_is_never_a_command(typed: str) -> None:
    assert pixels(await drawn(blank(typed)))[0] == WIDE


async def test_an_empty_week_is_a_picture_that_says_so() -> None:
    silent = blank("Аня, 7Б")
    assert await drawn(silent) != await drawn(replace(silent, empty="Уроков в эти дни нет."))


async def test_a_picture_is_known_by_everything_it_shows() -> None:
    anya, petya = sheets(1)["week"], sheets(2)["week"]
    assert key_of(anya) == key_of(sheets(1)["week"])
    assert len({key_of(one) for one in (anya, petya, replace(anya, language="en"))}) == 3
    assert key_of(sheets()["trends"]) != key_of(sheets()["spread"])


async def test_the_same_sheet_is_drawn_once() -> None:
    first = await drawn(sheets(3)["strip"])
    assert await drawn(sheets(3)["strip"]) is first
