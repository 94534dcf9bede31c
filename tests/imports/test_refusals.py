"""Broken, huge and malicious files: refused with one clear code, and nothing else happens."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.imports.formats import read_bytes, read_path
from journal.imports.limits import Limits
from journal.imports.problems import Code, ImportRefused, Refusal
from journal.imports.rows import StaffRow
from reports.templates import template, workbook
from tests.imports.support import FIXTURES, codes, problems

ASC = (FIXTURES / "asc" / "two-classes.xml").read_bytes()
STAFF = workbook({"staff": [{"last_name": "Иванова", "first_name": "Анна", "roles": "учитель"}]})


def refusal(data: bytes, limits: Limits | None = None, name: str = "файл") -> Refusal:
    with pytest.raises(ImportRefused) as refused:
        read_bytes(name, data, limits or Limits())
    return refused.value.refusal


def outcome(data: bytes) -> Refusal | None:
    """How the file was refused, if it was; anything else that is raised fails the test."""
    try:
        read_bytes("файл", data)
    except ImportRefused as refused:
        return refused.refusal
    return None


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def rezipped(data: bytes, change: Callable[[str, bytes], bytes], *extra: tuple[str, bytes]) -> bytes:
    """The archive with its members changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, change(name, archive.read(name))) for name in archive.namelist()]
    return zipped(*members, *extra)


def in_first_sheet(data: bytes, before: bytes, after: bytes) -> bytes:
    return rezipped(
        data,
        lambda name, content: (
            content.replace(before, after, 1) if name == "xl/worksheets/sheet1.xml" else content
        ),
    )


def test_nothing_at_all_is_refused() -> None:
    assert refusal(b"") is Refusal.EMPTY
    assert refusal(b" \r\n ") is Refusal.EMPTY


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_path(tmp_path / "nothing.xml")
    assert refused.value.refusal is Refusal.NOT_FOUND
    with pytest.raises(ImportRefused) as refused:
        read_path(tmp_path)
    assert refused.value.refusal is Refusal.NOTHING_RECOGNISED


def test_an_old_excel_file_is_named_as_such() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) is Refusal.OLD_EXCEL


@pytest.mark.parametrize("name", ["table.xlsx", "timetable.xml", "users.csv"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert read_bytes(name, STAFF).of(StaffRow)
    assert read_bytes(name, ASC).of(StaffRow)


def test_a_picture_is_refused() -> None:
    for signature in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"):
        assert refusal(signature + random.Random(1).randbytes(500)) is Refusal.PICTURE


def test_a_printed_page_is_no_list() -> None:
    assert refusal(b"%PDF-1.7\n" + random.Random(1).randbytes(500)) is Refusal.UNKNOWN_FORMAT


def test_xml_of_something_else_is_refused() -> None:
    assert refusal(b"<?xml version='1.0'?><html><body/></html>") is Refusal.UNKNOWN_FORMAT


def test_half_an_export_is_refused_with_the_line_it_breaks_at() -> None:
    with pytest.raises(ImportRefused) as refused:
        read_bytes("t.xml", ASC[: len(ASC) // 2])
    assert refused.value.refusal is Refusal.BROKEN
    assert refused.value.params["row"] > 10


@pytest.mark.parametrize(
    "declarations",
    [
        '<!DOCTYPE timetable [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>',
        '<!DOCTYPE timetable [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE timetable SYSTEM "http://127.0.0.1/evil.dtd">',
        '<!DOCTYPE timetable [<!ENTITY % remote SYSTEM "http://127.0.0.1/evil.dtd"> %remote;]>',
        "<!DOCTYPE timetable>",
    ],
)
def test_entities_and_document_types_are_refused(declarations: str) -> None:
    text = ASC.decode().replace("<timetable", f"{declarations}\n<timetable", 1)
    assert refusal(text.encode()) is Refusal.XML_DECLARATIONS
    assert refusal(text.replace("utf-8", "utf-16").encode("utf-16")) is Refusal.XML_DECLARATIONS


@pytest.mark.parametrize("encoding", ["idna", "unicode_escape", "zlib", "utf-7", "no-such-thing"])
def test_a_strange_declared_encoding_is_not_followed(encoding: str) -> None:
    text = ASC.decode().replace("utf-8", encoding, 1)
    assert read_bytes("t.xml", text.encode("cp1251")).of(StaffRow)[0].last_name == "Иванова"


def test_a_declaration_hidden_in_a_workbook_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    assert refusal(in_first_sheet(STAFF, b"<worksheet", bomb)) is Refusal.XML_DECLARATIONS
    in_utf_16 = rezipped(
        STAFF,
        lambda name, content: (
            content.decode().replace("UTF-8", "UTF-16").encode("utf-16")
            if name.endswith("sheet1.xml")
            else content
        ),
    )
    assert refusal(in_utf_16) is Refusal.XML_DECLARATIONS


class TestArchives:
    def test_a_zip_bomb_is_refused_before_it_is_unpacked(self) -> None:
        bomb = zipped(("users.csv", b"0" * 30_000_000))
        assert len(bomb) < 100_000
        assert refusal(bomb) is Refusal.ZIP_BOMB

    def test_many_small_bombs_are_refused_by_their_sum(self) -> None:
        bomb = zipped(*((f"{number}.csv", b"0" * 900_000) for number in range(200)))
        assert refusal(bomb) is Refusal.ZIP_BOMB

    def test_a_workbook_that_unpacks_to_gigabytes_is_refused(self) -> None:
        bomb = rezipped(STAFF, lambda name, content: content, ("xl/media/image1.xml", b" " * 40_000_000))
        assert refusal(bomb) is Refusal.ZIP_BOMB

    def test_a_lying_size_does_not_get_past(self) -> None:
        honest = bytearray(zipped(("users.csv", b"0" * 3_000_000)))
        directory = honest.rindex(b"PK\x01\x02")
        struct.pack_into("<L", honest, directory + 24, 10)
        struct.pack_into("<L", honest, 22, 10)
        assert refusal(bytes(honest)) is Refusal.BROKEN

    @pytest.mark.parametrize("name", ["../users.csv", "/etc/users.csv", "a/../../users.csv", "C:\\users.csv"])
    def test_a_name_that_climbs_out_is_refused(self, name: str) -> None:
        assert refusal(zipped((name, b"sourcedId\n"))) is Refusal.ZIP_UNSAFE_NAME

    def test_an_encrypted_member_is_refused(self) -> None:
        locked = bytearray(zipped(("users.csv", b"sourcedId\n1\n")))
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            locked[locked.index(mark) + offset] |= 1
        assert refusal(bytes(locked)) is Refusal.ZIP_ENCRYPTED

    def test_thousands_of_members_are_refused(self) -> None:
        assert refusal(zipped(*((f"{n}.csv", b"") for n in range(1_200)))) is Refusal.TOO_MANY_FILES

    def test_two_members_of_one_name_are_refused(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("users.csv", b"1")
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("users.csv", b"2")
        assert refusal(buffer.getvalue()) is Refusal.BROKEN

    def test_a_zip_inside_a_zip_is_not_opened(self) -> None:
        assert refusal(zipped(("export.zip", STAFF))) is Refusal.UNKNOWN_FORMAT

    def test_a_rare_compression_is_refused(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
            archive.writestr("users.csv", b"sourcedId\n")
        assert refusal(buffer.getvalue()) is Refusal.BROKEN


class TestWorkbooks:
    def test_macros_are_refused(self) -> None:
        with_macros = rezipped(STAFF, lambda _, content: content, ("xl/vbaProject.bin", b"\0"))
        assert refusal(with_macros) is Refusal.MACROS

    def test_a_formula_is_reported_by_its_cell_and_never_computed(self) -> None:
        data = in_first_sheet(STAFF, b'<c r="A2"', b'<c r="A2" t="str"><f>1+1</f><v>Hacker</v></c><c r="Z2"')
        staged = read_bytes("книга.xlsx", data)
        (formula,) = problems(staged, Code.FORMULA)
        assert (formula.place.row, formula.place.column) == (2, "Фамилия *")
        assert not staged.of(StaffRow)

    def test_a_flood_of_formulas_is_refused(self) -> None:
        flood = b"".join(b'<row r="%d"><c r="A%d"><f>A1</f></c></row>' % (n, n) for n in range(3, 2_200))
        data = in_first_sheet(STAFF, b"</sheetData>", flood + b"</sheetData>")
        assert refusal(data) is Refusal.TOO_MANY_FORMULAS

    def test_a_sheet_that_claims_a_million_columns_and_rows_is_read_by_what_it_holds(self) -> None:
        data = in_first_sheet(STAFF, b"<sheetViews>", b'<dimension ref="A1:XFD1048576"/><sheetViews>')
        assert read_bytes("книга.xlsx", data).of(StaffRow)

    @pytest.mark.parametrize("row", ["99999999999999999999", "-5", "x", "2000000"])
    def test_impossible_row_numbers_are_refused_or_survived(self, row: str) -> None:
        data = in_first_sheet(
            STAFF, b"</sheetData>", f'<row r="{row}"><c><v>1</v></c></row></sheetData>'.encode()
        )
        assert outcome(data) in (None, Refusal.BROKEN, Refusal.TOO_MANY_ROWS)

    def test_cells_far_to_the_right_cost_nothing(self) -> None:
        data = in_first_sheet(STAFF, b"</row>", b'<c r="XFD1"><v>1</v></c></row>')
        assert read_bytes("книга.xlsx", data).of(StaffRow)

    def test_too_many_rows_and_cells_are_refused(self) -> None:
        many = workbook(
            {"curriculum": [{"grade": 7, "subject": f"п{n}", "hours_year": 1} for n in range(50)]}
        )
        assert refusal(many, Limits(rows=40)) is Refusal.TOO_MANY_ROWS
        assert refusal(many, Limits(cells=100)) is Refusal.TOO_MANY_CELLS

    def test_a_workbook_without_known_sheets_is_refused(self) -> None:
        nothing = rezipped(
            STAFF,
            lambda name, content: content.replace("Сотрудники".encode(), b"X").replace(
                "Фамилия".encode(), b"Y"
            ),
        )
        assert refusal(nothing) is Refusal.NOTHING_RECOGNISED


class TestTables:
    def test_size_rows_and_cells_are_bounded(self) -> None:
        text = ("Параллель;Предмет;Часов в год\n" + "7;Алгебра;102\n" * 60).encode()
        assert refusal(text, Limits(file_bytes=100)) is Refusal.TOO_BIG
        assert refusal(text, Limits(rows=50)) is Refusal.TOO_MANY_ROWS
        assert refusal(text, Limits(cells=50)) is Refusal.TOO_MANY_CELLS

    def test_an_endless_cell_is_refused(self) -> None:
        text = 'Параллель;Предмет;Часов в год\n7;"' + "а" * 200_000 + '";1\n'
        assert refusal(text.encode()) is Refusal.BROKEN

    def test_a_long_text_is_a_problem_of_its_cell(self) -> None:
        staged = read_bytes("п.csv", f"Параллель;Предмет;Часов в год\n7;{'а' * 900};1\n".encode())
        assert codes(staged) == {Code.VALUE_TOO_LONG}

    def test_problems_are_counted_when_there_are_too_many_to_list(self) -> None:
        text = "Параллель;Предмет;Часов в год\n" + "77;Алгебра;102\n" * 800
        staged = read_bytes("п.csv", text.encode())
        assert len(staged.problems) == 501
        assert staged.problems[-1].code is Code.MORE_PROBLEMS
        assert staged.problems[-1].params == {"count": 300}

    def test_invisible_and_control_characters_do_not_enter_names(self) -> None:
        text = "Фамилия;Имя;Роли\nИва\u202eно\u200bва\x07;А\u0301нна;учитель\n"
        (staff,) = read_bytes("с.csv", text.encode()).of(StaffRow)
        assert staff.last_name == "Иванова"


_VICTIMS = {
    "asc": ASC,
    "workbook": template(),
    "staff": STAFF,
    "zip": zipped(*((path.name, path.read_bytes()) for path in (FIXTURES / "oneroster-1.1").glob("*.csv"))),
    "csv": (FIXTURES / "sheets" / "students.csv").read_bytes(),
}


@pytest.mark.parametrize("victim", _VICTIMS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_random_damage_raises_nothing_but_a_refusal(victim: str, data: st.DataObject) -> None:
    original = bytearray(_VICTIMS[victim])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(original) - 1))
        match data.draw(st.sampled_from(("flip", "cut", "repeat", "insert"))):
            case "flip":
                original[at] = data.draw(st.integers(0, 255))
            case "cut":
                del original[at : at + data.draw(st.integers(1, 200))]
                original = original or bytearray(b"x")
            case "repeat":
                original[at:at] = original[at : at + 50]
            case _:
                original[at:at] = data.draw(st.binary(max_size=8))
    outcome(bytes(original))


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_damage_inside_a_sound_archive_raises_nothing_but_a_refusal(member: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(STAFF)) as archive:
        inside = archive.read(member).decode()
    at = data.draw(st.integers(0, len(inside)))
    piece = data.draw(
        st.sampled_from(('"', "<", ">", "-1", "9" * 30, 't="s"', 't="d"', "<f/>", "\x00", "é", ""))
    )
    damaged = inside[:at] + piece + inside[at + data.draw(st.integers(0, 30)) :]
    outcome(rezipped(STAFF, lambda name, old: damaged.encode() if name == member else old))


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_random_bytes_raise_nothing_but_a_refusal(data: bytes) -> None:
    for prefix in (b"", b"PK\x03\x04", b"<timetable>", b"\xff\xfe"):
        outcome(prefix + data)


def test_a_damaged_stream_inside_a_zip_is_refused() -> None:
    data = zipped(("users.csv", b"sourcedId,givenName,familyName\n" * 500))
    start = data.index(b"users.csv") + len("users.csv")
    broken = data[:start] + zlib.compress(b"x") + data[start + 9 :]
    assert refusal(broken) is Refusal.BROKEN
