"""The command line: what works, and one clear line for what cannot."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from journal.regulation import from_toml

SCHOOL = {
    "--name": "Средняя школа № 7",
    "--short-name": "Школа № 7",
    "--administrator": "Тихонов Денис Андреевич",
    "--order": "45-к от 01.09.2026",
    "--city": "Тула",
    "--zone": "Europe/Moscow",
    "--preset": "s3",
    "--founder": "municipal",
}


@pytest.fixture(autouse=True)
def _a_machine_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'var' / 'school.sqlite'}")
    monkeypatch.setenv("SECRET", "a-secret-of-this-test")
    monkeypatch.setenv("METRICS_PORT", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def install(**changed: str) -> Result:
    given = {**SCHOOL, **{f"--{name.replace('_', '-')}": value for name, value in changed.items()}}
    return run("install", *(part for pair in given.items() for part in pair))


@pytest.mark.requirement("R-002")
def test_a_new_school_gets_its_first_administrators_code() -> None:
    done = install()
    assert done.exit_code == 0, done.output
    assert "Тихонов Денис Андреевич" in done.output
    assert "Code: " in done.output


@pytest.mark.parametrize(("founder", "content"), [("municipal", "minimal"), ("private", "full")])
def test_the_founder_decides_how_much_a_messenger_may_carry(
    tmp_path: Path, founder: str, content: str
) -> None:
    assert install(founder=founder).exit_code == 0
    with closing(sqlite3.connect(tmp_path / "var" / "school.sqlite")) as database:
        ((rules,),) = database.execute("SELECT regulation FROM school").fetchall()
    assert from_toml(rules).delivery.content_on("telegram") == content


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"zone": "Mars/Olympus"},
            "There is no time zone “Mars/Olympus”. Write, for instance, Europe/Moscow.",
        ),
        ({"preset": "s9"}, "unknown_preset"),
        ({"founder": "кот"}, "founder"),
        ({"order": "без номера"}, "Write the number and the date, for instance 45-k of 01.09.2026."),
        ({"administrator": "Денис"}, "Write the last name, the first name and the patronymic."),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_written(
    changed: dict[str, str], said: str
) -> None:
    refused = install(**changed)
    assert refused.exit_code in (1, 2)
    assert said in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
    assert install().exit_code == 0


def test_a_database_holds_one_school() -> None:
    install()
    again = install()
    assert again.exit_code == 1
    assert again.stderr.startswith("This database holds a school already.")


def test_a_machine_that_speaks_russian_is_answered_in_russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "Код: " in install().output
    assert install().stderr.startswith("В этой базе уже есть школа.")
    assert run("invite", "Никто").stderr.startswith("Среди сотрудников нет «Никто».")


def test_what_has_a_default_is_not_asked_and_what_has_none_is_named_to_a_script() -> None:
    needed = ("--name", "--short-name", "--administrator", "--order")
    given = [part for option in needed for part in (option, SCHOOL[option])]
    lacking = run("install", *given[:-2])
    assert lacking.exit_code == 2
    assert "--order" in lacking.stderr
    assert "Aborted" not in lacking.output + lacking.stderr
    assert run("install", *given).exit_code == 0


def test_a_role_is_understood_by_the_schools_own_word() -> None:
    install()
    given = run("invite", "Орлов Павел Олегович", "--role", "Завуч", "--order", "46-к от 01.09.2026")
    assert given.exit_code == 0, given.output
    assert "Орлов Павел Олегович: " in given.output
    unknown = run("invite", "Орлов Павел Олегович", "--role", "кот")
    assert (unknown.exit_code, "завуч" in unknown.stderr) == (2, True)


def test_migrate_says_from_where_to_where() -> None:
    assert "went from step nothing" in run("migrate").output
    assert "is up to date" in run("migrate").output


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://x", "DATABASE_URL must begin with"),
        ("DATABASE_URL", "postgresql+asyncpg://nobody@127.0.0.1:1/x", "the database cannot be opened"),
        ("SECRET", "short", "SECRET is too short"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL"),
    ],
)
def test_a_misconfiguration_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    refused = run("migrate")
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("token", "said"), [("", "BOT_TOKEN is missing"), ("nonsense", "BOT_TOKEN is no token")]
)
def test_a_bot_without_a_token_says_so(monkeypatch: pytest.MonkeyPatch, token: str, said: str) -> None:
    if token:
        monkeypatch.setenv("BOT_TOKEN", token)
    refused = run("run")
    assert (refused.exit_code, len(refused.stderr.strip().splitlines())) == (2, 1)
    assert said in refused.stderr


def test_health_of_a_bot_that_does_not_run_is_bad() -> None:
    asked = run("health")
    assert asked.exit_code == 1
    assert "does not answer" in asked.stderr


def test_every_secret_is_new_and_long_enough() -> None:
    first, second = run("secret").output.strip(), run("secret").output.strip()
    assert first != second
    assert len(first) >= 32


def test_a_demo_whose_port_is_taken_says_so_and_leaves_the_other_in_peace(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        said = run("demo", "--port", str(taken), "--no-browser")
    assert said.exit_code == 2
    assert f"port {taken} is taken" in said.output
    assert not (tmp_path / "var").exists()


def tamper(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / "var" / "school.sqlite")) as database:
        for guard in ("audit_keeps_its_entries", "audit_loses_no_entry"):
            database.execute(f"DROP TRIGGER {guard}")
        database.execute(statement)
        database.commit()


@pytest.mark.requirement("R-125")
def test_the_journals_memory_is_verified_by_a_command(tmp_path: Path) -> None:
    install()
    good = run("audit", "verify")
    assert good.exit_code == 0, good.output
    assert "All is as it was written." in good.stdout
    tamper(tmp_path, "UPDATE audit SET origin = 'job' WHERE number = 2")
    bad = run("audit", "verify")
    assert bad.exit_code == 1
    assert "school, entry 2: the entry was changed" in bad.stdout


def test_heads_kept_elsewhere_show_that_the_end_was_cut_off(tmp_path: Path) -> None:
    install()
    kept = tmp_path / "heads.json"
    assert run("audit", "heads", str(kept)).exit_code == 0
    tamper(tmp_path, "DELETE FROM audit WHERE number > 1")
    assert run("audit", "verify").exit_code == 0
    cut = run("audit", "verify", "--against", str(kept))
    assert cut.exit_code == 1
    assert "school, entry 2: the end of the chain was cut off" in cut.stdout


def test_values_are_taken_out_on_a_lawful_request_and_the_chain_still_verifies() -> None:
    install()
    done = run("audit", "erase", "school", "1", "--reason", "запрос № 3 от 12.10.2026")
    assert done.exit_code == 0, done.output
    assert run("audit", "verify").exit_code == 0
    again = run("audit", "erase", "school", "1", "--reason", "ещё раз")
    assert again.exit_code == 1
    assert "Traceback" not in again.stderr


@pytest.mark.parametrize("content", ["", "[]", '{"school": 1}', "кот", '{"school": ["x", 1]}'])
def test_a_file_that_holds_no_heads_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    install()
    path = tmp_path / "heads.json"
    path.write_text(content, "utf-8")
    refused = run("audit", "verify", "--against", str(path))
    assert refused.exit_code == 2
    assert "not a file of `audit heads`" in refused.stderr
    assert "Traceback" not in refused.stderr
