"""Pictures are real ones, in letters that can be read, and equal facts make an equal picture."""

import zlib
from dataclasses import replace
from pathlib import Path
from struct import unpack, unpack_from

import font_roboto
import pytest

from reports.pictures import WeekSheet, drawn, key_of
from reports.pictures.letters import writable
from tests.reports.sheets import sheets

WIDE = 720
# What the messenger takes as a photo: its sides together, and one against the other.
SIDES, RATIO = 10_000, 20
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "ӘөҮңҗһ" + "№–…«»×"


def blank(title: str) -> WeekSheet:
    return WeekSheet(title=title, subtitle="", empty="", language="ru", days=())


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the unpacked rows; raises on a broken checksum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = unpack(">II", png[16:24])
    place, packed = 8, b""
    while place < len(png):
        (size,) = unpack(">I", png[place : place + 4])
        kind, body = png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        assert unpack(">I", png[place + 8 + size : place + 12 + size])[0] == zlib.crc32(kind + body)
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


async def test_every_letter_is_drawn_as_itself() -> None:
    shown = {letter: await drawn(blank(letter)) for letter in LETTERS}
    assert len(set(shown.values())) == len(LETTERS)


@pytest.mark.parametrize(
    "typed",
    [
        *('#panic("x")', "<b>Аня</b>", "$x$", "= *Аня* _7Б_", "\\ // /* "),
        *('"); #panic("x', '\\"); #panic("x', '\\\\"); #panic("x', "\\u{41}"),
    ],
)
async def test_what_people_typed_is_never_a_command(typed: str) -> None:
    shown = await drawn(blank(typed))
    assert pixels(shown)[0] == WIDE
    assert shown != await drawn(blank(""))


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        *(("Аня 😀👨‍👩‍👧, 7Б", "Аня, 7Б"), ("مرحبا, 7Б", "…, 7Б"), ("❤️ Аня", "Аня"), ("🔥", "")),
        *(("Әсел Өтегенова", "Әсел Өтегенова"), ("José, «5»  №2 — 4,33…", "José, «5»  №2 — 4,33…")),
    ],
)
async def test_what_the_font_lacks_is_left_out_rather_than_shown_as_a_box(typed: str, left: str) -> None:
    assert writable(typed) == left
    assert await drawn(blank(typed)) == await drawn(blank(left))


def test_all_that_is_left_in_is_in_the_font() -> None:
    kept = {code for code in range(0x11000) if writable(chr(code)) == chr(code)}
    assert set(map(ord, LETTERS)) < kept
    for weight in ("Regular", "Medium", "Bold"):
        assert kept - {ord(" ")} <= characters(Path(font_roboto.font_directory, f"Roboto-{weight}.ttf"))


def characters(font: Path) -> set[int]:
    """What a font has glyphs for, by the format of its `cmap` that covers all planes."""
    data = font.read_bytes()
    tables = {
        data[at : at + 4]: unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)
    }
    start, found = tables[b"cmap"], set[int]()
    for record in range(start + 4, start + 4 + 8 * unpack_from(">H", data, start + 2)[0], 8):
        at = start + unpack_from(">I", data, record + 4)[0]
        if unpack_from(">H", data, at)[0] == 12:
            for group in range(at + 16, at + 16 + 12 * unpack_from(">I", data, at + 12)[0], 12):
                first, last = unpack_from(">II", data, group)
                found.update(range(first, last + 1))
    return found


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
