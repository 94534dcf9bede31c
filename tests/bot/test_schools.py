"""Several schools in one process: each with its own people and bot, and an ill one alone is ill."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog
from sqlalchemy import func, select
from structlog.contextvars import merge_contextvars
from typer.testing import CliRunner, Result

from bot import naming
from bot.cli import app
from bot.health import Check, Doctor
from bot.intake import webhook
from bot.intake.webhook import Webhook
from bot.schools import files, keeper
from bot.schools.serve import serving
from bot.settings import Misconfigured, Settings
from simulator import Simulator
from storage.engine import open_engine
from storage.tables.outbox import inbox
from storage.unit_of_work import SqlStore
from tests.bot.test_health import ask
from tests.bot.test_intake import message_of
from tests.bot.test_webhook import free_port
from tests.support.persona import Persona
from tests.support.scenario import phones
from tests.support.school import found_school

TOKENS = {"north": "111:north", "south": "222:south"}
ILL = {
    "away": "DATABASE_URL=postgresql+asyncpg://nobody@127.0.0.1:1/nothing\nBOT_TOKEN=333:away\nSECRET={secret}",
    "careless": "DATABASE_URL=sqlite+aiosqlite:///{folder}/careless.sqlite\nBOT_TOKEN=444:careless",
    "twin": "DATABASE_URL=sqlite+aiosqlite:///{folder}/twin.sqlite\nBOT_TOKEN=111:north\nSECRET={secret}",
    "empty": "DATABASE_URL=sqlite+aiosqlite:///{folder}/empty.sqlite\nBOT_TOKEN=555:empty\nSECRET={secret}",
    "revoked": "DATABASE_URL=sqlite+aiosqlite:///{folder}/revoked.sqlite\nBOT_TOKEN=666:no\nSECRET={secret}",
}


def secret_of(school: str) -> str:
    return f"{school} and nobody else knows"


def door_secret_of(school: str) -> str:
    return f"only-the-messenger-of-{school}"


@dataclass
class District:
    """A folder of schools, of which two can work, and what the process has in common."""

    folder: Path
    door: int
    schools: dict[str, Simulator] = field(default_factory=dict)

    @property
    def process(self) -> Settings:
        common = {"schools": self.folder, "webhook_port": self.door, "metrics_port": 0, "stop_patience": 2.0}
        return Settings(_env_file=None, tables="off", **common)  # type: ignore[arg-type, call-arg]

    def url(self, school: str) -> str:
        return f"http://127.0.0.1:{self.door}/{school}"

    def write(self, school: str, *lines: str) -> None:
        (self.folder / f"{school}.env").write_text("\n".join(lines), "utf-8")

    def person(self, school: str, number: int) -> Persona:
        return Persona(school, self.schools[school].person(number))

    async def kept(self, school: str) -> int:
        """How many updates the school has taken in."""
        engine = open_engine(f"sqlite+aiosqlite:///{self.folder}/{school}.sqlite")
        async with engine.connect() as connection:
            found = await connection.scalar(select(func.count()).select_from(inbox))
        await engine.dispose()
        return int(found or 0)


@pytest.fixture
async def district(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[District]:
    made = District(tmp_path, free_port())
    async with AsyncExitStack() as stack:
        for school, token in TOKENS.items():
            simulator = await stack.enter_async_context(Simulator(token=token, people=phones()))
            simulator.limits.enabled = False
            for person in simulator.people:
                person.chat.started = True
            made.schools[school] = simulator
            shutil.copy(sqlite_template, tmp_path / f"{school}.sqlite")
            made.write(
                school,
                f"DATABASE_URL=sqlite+aiosqlite:///{tmp_path}/{school}.sqlite",
                f"API_URL={simulator.base_url}",
                f"BOT_TOKEN={token}",
                f"SECRET={secret_of(school)}",
                f"WEBHOOK_URL={made.url(school)}",
                f"WEBHOOK_SECRET={door_secret_of(school)}",
            )
        yield made


async def test_each_school_answers_its_own_people_at_its_own_address(district: District) -> None:
    async with serving(district.process) as port:
        for school in TOKENS:
            olga = district.person(school, 1301)
            await olga.say("абракадабра")
            await olga.sees("Вот что можно сделать")
        assert [await district.kept(school) for school in TOKENS] == [1, 1]
        # What one school's messenger knows does not open another's door.
        update = message_of(700_000, 1301, "чужое", 5)
        assert await post(district.url("south"), update, door_secret_of("north")) == 401
        assert await post(district.url("nowhere"), update, door_secret_of("north")) == 404
        assert [await district.kept(school) for school in TOKENS] == [1, 1]
        _, measured = await ask(port, "/metrics")
        for school in TOKENS:
            assert f'dnevnichok_updates_total{{outcome="done",school="{school}"}}' in measured


async def test_ill_schools_are_named_and_the_others_go_on(
    district: District, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "PAUSES", (0.5,))
    monkeypatch.setattr(keeper, "RECOVERED", 0.7)
    shutil.copy(sqlite_template, district.folder / "revoked.sqlite")
    async with Simulator(token="555:empty") as messenger:
        for school, text in ILL.items():
            filled = text.format(secret=secret_of(school), folder=district.folder)
            district.write(school, filled, f"API_URL={messenger.base_url}")
        with structlog.testing.capture_logs([merge_contextvars]) as logged:
            async with serving(district.process) as port:
                olga = district.person("south", 1301)
                await olga.say("абракадабра")
                await olga.sees("Вот что можно сделать")
                ill = await until_ill(port, set(ILL))
                assert "SECRET is missing" in ill["careless"]
                assert "the BOT_TOKEN is that of north" in ill["twin"]
                assert "BOT_TOKEN is refused" in ill["revoked"]
                assert "no school in the database" in ill["empty"]
                assert (await ask(port, "/ready"))[0] == 200
                # Whoever is put right comes back by itself.
                engine = open_engine(f"sqlite+aiosqlite:///{district.folder}/empty.sqlite")
                await found_school(SqlStore(engine))
                await engine.dispose()
                await until_ill(port, set(ILL) - {"empty"})
    assert {line.get("school") for line in logged if line["event"] == "school_failed"} >= {"away", "empty"}


@pytest.mark.parametrize("end", [None, asyncio.CancelledError()])
async def test_a_school_of_which_a_part_ends_without_a_word_is_ill_and_comes_back(
    district: District, monkeypatch: pytest.MonkeyPatch, end: BaseException | None
) -> None:
    monkeypatch.setattr(keeper, "PAUSES", (0.2,))
    monkeypatch.setattr(keeper, "RECOVERED", 0.5)

    async def ends_in_the_north(webhook: Webhook) -> None:
        if naming.present() != "north":
            await taking_in(webhook)
        elif end is not None:
            raise end

    with monkeypatch.context() as meanwhile:
        taking_in = Webhook.run
        meanwhile.setattr(Webhook, "run", ends_in_the_north)
        with structlog.testing.capture_logs() as logged:
            async with serving(district.process) as port:
                for _ in range(500):
                    if any(line["event"] == "school_failed" for line in logged):
                        break
                    await asyncio.sleep(0.02)
                meanwhile.undo()
                assert await until_ill(port, {"north"}) == {"north": "ended by itself: intake"}
                await until_ill(port, set())


async def test_schools_are_examined_side_by_side_and_told_in_order(
    district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    together, examine = asyncio.Barrier(len(TOKENS)), Doctor.examine

    async def meeting(doctor: Doctor) -> list[Check]:
        async with asyncio.timeout(10):
            await together.wait()
        return await examine(doctor)

    async with serving(district.process) as port:
        monkeypatch.setattr(Doctor, "examine", meeting)
        _, told = await ask(port)
    schools = [check["school"] for check in told["checks"]]
    assert schools == sorted(schools)
    assert set(schools) == set(TOKENS)


async def until_ill(port: int, wanted: set[str]) -> dict[str, str]:
    """Wait until just these schools are ill; returns what is told of them."""
    for _ in range(200):
        _, told = await ask(port)
        found = {check["school"]: check["told"] for check in told["checks"] if check["name"] == "school"}
        if set(found) == wanted:
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"ill are {found}, not {wanted}")


async def post(url: str, body: dict[str, Any], secret: str) -> int:
    headers = {webhook.HEADER: secret}
    async with aiohttp.ClientSession(headers=headers) as session, session.post(url, json=body) as response:
        return response.status


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("METRICS_PORT=1", "south.env: METRICS_PORT is set for all schools at once"),
        ("SECRET=short", "south.env: SECRET is too short"),
        ("WEBHOOK_URL={north}", "the path of WEBHOOK_URL is that of north"),
        ("DATABASE_URL=sqlite+aiosqlite:///{folder}/./north.sqlite", "the DATABASE_URL is that of north"),
    ],
)
def test_what_is_wrong_with_a_schools_file_is_one_clear_line(
    district: District, line: str, said: str
) -> None:
    before = (district.folder / "south.env").read_text("utf-8")
    district.write("south", before, line.format(folder=district.folder, north=district.url("north")))
    found = files.read_all(district.process)
    assert isinstance(found["north"], Settings)
    assert isinstance(found["south"], Misconfigured)
    assert said in str(found["south"])


def test_a_school_never_takes_what_is_its_own_from_the_environment(
    district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://another.example/updates")
    monkeypatch.setenv("SECRET", "of another school altogether")
    monkeypatch.setenv("MAIL_PER_SECOND", "7")
    (north, *_) = files.read_all(district.process).values()
    assert isinstance(north, Settings)
    assert (north.webhook_url, north.pepper.decode()) == (district.url("north"), secret_of("north"))
    assert north.mail_per_second == 7
    district.write("north", *(line for line in _lines(district) if not line.startswith("WEBHOOK")))
    (north, *_) = files.read_all(district.process).values()
    assert isinstance(north, Settings)
    assert north.webhook_url is None


def _lines(district: District) -> list[str]:
    return (district.folder / "north.env").read_text("utf-8").splitlines()


def test_a_command_says_which_school_it_is_for(
    district: District, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCHOOLS", str(district.folder))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    unsaid = run("migrate")
    assert (unsaid.exit_code, "--school" in unsaid.stderr, "north, south" in unsaid.stderr) == (2, True, True)
    assert "there is no school west" in run("--school", "west", "migrate").stderr
    assert "is up to date" in run("--school", "south", "migrate").output
