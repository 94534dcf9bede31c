"""The catalogues' tool: what it finds in the sources, and what it keeps of the translations."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from locales import extraction

SOURCE = """
def screens(t, view):
    t("Saved. Absent: {count}.", count=2)
    view.t.plural("{count} lesson", "{count} lessons", 3)
    t.context("mark", "pass")
    t("Said " "in two pieces")
"""
RUSSIAN = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Saved. Absent: {count}."
msgstr "Сохранено. Нет: {count}."

msgid "Said no more"
msgstr "Больше не говорится"
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little house with one area and an old catalogue under another name."""
    for folder in ("handlers/marks", "reports", "notifications", "bot", "locales/ru"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "handlers/marks/screens.py").write_text(SOURCE, "utf-8")
    (tmp_path / "reports/marks.py").write_text('t("Class register")', "utf-8")
    (tmp_path / "bot/errors.py").write_text('t("Too fast")', "utf-8")
    (tmp_path / "locales/ru/lessons.po").write_text(RUSSIAN, "utf-8")
    monkeypatch.setattr(extraction, "ROOT", tmp_path)
    monkeypatch.setattr(extraction, "FOLDER", tmp_path / "locales")
    return tmp_path / "locales" / "ru"


def _read(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        return {message.id: message.string for message in read_po(file, locale="ru") if message.id}


def test_every_way_of_saying_is_found_and_a_moved_text_keeps_its_translation(house: Path) -> None:
    assert extraction.main([]) == 0
    assert _read(house / "marks.po") == {
        "Saved. Absent: {count}.": "Сохранено. Нет: {count}.",
        ("{count} lesson", "{count} lessons"): ("", "", ""),
        "pass": "",
        "Said in two pieces": "",
        "Class register": "",
    }
    assert _read(house / "common.po") == {"Too fast": ""}


def test_what_is_said_no_more_is_dropped_with_its_file(house: Path) -> None:
    extraction.main([])
    assert not (house / "lessons.po").exists()


def test_a_catalogue_out_of_step_is_told_and_left_alone(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extraction.main(["--check"]) == 1
    assert "make i18n" in capsys.readouterr().err
    assert (house / "lessons.po").exists()


def test_renewing_twice_changes_nothing(house: Path) -> None:
    extraction.main([])
    before = {path.name: path.read_bytes() for path in house.iterdir()}
    assert extraction.main(["--check"]) == 0
    extraction.main([])
    assert {path.name: path.read_bytes() for path in house.iterdir()} == before
