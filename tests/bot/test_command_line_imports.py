"""`import` and `template` on the command line: preview, question, result."""

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.bot.test_command_line import install
from tests.imports.support import FIXTURES

ASC = str(FIXTURES / "asc" / "two-classes.xml")
ONEROSTER = str(FIXTURES / "oneroster-1.1")


@pytest.fixture(autouse=True)
def _a_school_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'var' / 'school.sqlite'}")
    monkeypatch.setenv("SECRET", "a-secret-of-this-test")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert install().exit_code == 0


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


@pytest.mark.requirement("R-067", "R-145")
def test_a_timetable_is_shown_confirmed_and_saved_once() -> None:
    first = run("import", ASC, typed="y\n")
    assert first.exit_code == 0, first.output
    assert "Lessons of the timetable" in first.output
    assert "two-classes.xml, row 58, “teacherids”" in first.output
    assert "Saved." in first.output
    again = run("import", ASC, "--yes")
    assert "Nothing to change" in again.output


def test_without_a_yes_nothing_is_saved() -> None:
    assert "Nothing was changed." in run("import", ASC, typed="n\n").output
    assert "Apply exactly this?" in run("import", ASC, typed="n\n").output


def test_a_folder_of_oneroster_is_read() -> None:
    done = run("import", ONEROSTER, "--yes")
    assert done.exit_code == 0, done.output
    assert "Saved." in done.output


def test_all_remarks_can_be_written_into_a_workbook(tmp_path: Path) -> None:
    run("import", ASC, "--details", "details.xlsx", typed="n\n")
    book = openpyxl.load_workbook(tmp_path / "details.xlsx")
    assert book.sheetnames == ["To be added", "Remarks"]


def test_a_broken_file_is_one_line_and_an_exit_code(tmp_path: Path) -> None:
    (tmp_path / "t.xml").write_bytes(Path(ASC).read_bytes()[:900])
    refused = run("import", "t.xml")
    assert refused.exit_code == 1
    assert refused.stderr.strip().startswith("The file is damaged: it breaks off at line ")


def test_a_template_is_written_for_the_named_sheets(tmp_path: Path) -> None:
    assert run("template", "t.xlsx", "--sheet", "staff", "--sheet", "workload").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames == [
        "Сотрудники",
        "Нагрузка",
        "Как заполнять",
    ]
    assert "choose from" in run("template", "t.xlsx", "--sheet", "cats").output


def test_a_template_has_a_workbooks_name(tmp_path: Path) -> None:
    refused = run("template", "t.pdf")
    assert (refused.exit_code, (tmp_path / "t.pdf").exists()) == (2, False)
    assert ".xlsx" in refused.stderr
