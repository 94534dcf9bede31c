"""Huge, broken and malicious files, sent to whoever takes files and to everybody else."""

import io
import zipfile
from collections.abc import Iterator

import pytest

from tests.attack import ledger
from tests.attack.conftest import Arena
from tests.attack.crowd import handled
from tests.attack.nonsense import strange_message
from tests.simulator.pictures import PNG

pytestmark = [pytest.mark.parametrize("database_url", ["sqlite"], indirect=True), pytest.mark.timeout(600)]

BIG = 20 * 1024 * 1024
BIGGEST_PICTURE = 10 * 1024 * 1024
STRANGE_FILES = ("a file that is gone", "a huge file", "a huge photo", "a document without a name")
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY x SYSTEM "file:///etc/passwd">]><timetable>&b;&x;</timetable>'
)


def bad_files() -> Iterator[tuple[str, bytes]]:
    """Files that pretend to be a school's data."""
    for ending in ("xlsx", "xml", "csv", "zip"):
        yield f"empty.{ending}", b"\0"
        yield f"picture.{ending}", PNG
        yield f"words.{ending}", "Иванова;Аня\n".encode() * 3
        yield f"half.{ending}", _zip({"[Content_Types].xml": b"<Types/>"})[:-20]
    yield "entities.xml", ENTITIES
    yield "bomb.zip", _zip({"classes.csv": b"0" * 60_000_000})
    yield "bomb.xlsx", _zip({"xl/workbook.xml": b" " * 60_000_000})
    yield "../../etc/passwd.csv", b"a,b\n1,2\n"
    yield "..\\win.zip", _zip({"../../../etc/cron.d/x": b"x", "/etc/passwd": b"x"})
    yield "=cmd()<b>&.csv", b"=cmd|'/c calc'!A1,<b>&\n"
    yield "\u202excod.xml", "<a>".encode("utf-16")
    yield "ж" * 250 + ".csv", b"\xff\xfe\x00\x00"
    yield "big.csv", b"a,b,c\n" * (BIG // 6)


def _zip(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("role", ["administrator", "teacher", "guardian", "stranger"])
async def test_a_bad_file_is_refused_in_words_and_nothing_is_lost(arena: Arena, role: str) -> None:
    attacker, store = arena.attacker(role), arena.stage.house.store
    with arena.watcher.watching():
        await attacker.enter()
        before = await ledger.read(store)
        for name, data in bad_files():
            await attacker.phone.send_document(data, name)
            arena.watcher.act(attacker.phone.id, name)
        for number, kind in enumerate(STRANGE_FILES):
            await attacker.inject(strange_message(attacker.phone, kind, 6_000_000 + number), kind)
        await attacker.phone.send_photo(PNG + b"\0" * (BIGGEST_PICTURE - len(PNG)))
        await handled(arena.stage)
        sent = arena.stage.simulator.journal.of("sendMessage", ok=True)
        changed = list(ledger.changes(before, await ledger.read(store)))
    entered = [change for change in changed if change.table not in ("imports", "accounts", "homework_drafts")]
    assert not entered, [str(change) for change in entered]
    assert len(sent) >= len(list(bad_files())) + len(STRANGE_FILES) + 1
    assert not arena.watcher.findings, arena.watcher.report()
