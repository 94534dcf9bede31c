"""Tables come as the messenger's own where it has them, and as text wherever it does not take them."""

import re
from collections.abc import AsyncIterator, Callable

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from hypothesis import given
from hypothesis import strategies as st

from bot.run import running
from bot.settings import Misconfigured, Settings, load
from bot.wiring import client
from handlers import native
from handlers.answering import TelegramReply
from handlers.nativeness import Nativeness
from handlers.renderer import Renderer
from handlers.screen import Button, Screen, bold, preceded, quote, screen
from handlers.table import Column, Table, Tables, across, line, note
from journal.clock import FrozenClock
from simulator import Person, Simulator
from simulator.rich import checked_rich
from tests.support.given import give_mark
from tests.support.persona import Persona
from tests.support.scenario import Stage

OLGA = 1301
COLUMNS = (Column("№", short=True), Column("Урок"), Column("Каб."))
TABLE = Table(COLUMNS, (line("1. Алгебра", "1", "Алгебра", ""), note("Тема: <x>")))
SHOWN = screen(bold("Аня, 7Б"), TABLE, "Домой в 12:20", rows=[[Button("Хорошо", "ok")]])
TEXT = "Аня, 7Б\n1. Алгебра\nТема: <x>\nДомой в 12:20"


class Seconds:
    """A steady clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def phone(simulator: Simulator) -> Person:
    return simulator.person(OLGA)


@pytest.fixture
async def renderer(simulator: Simulator, seconds: Seconds) -> AsyncIterator[Renderer]:
    async with client(simulator.token, simulator.base_url) as bot:
        yield Renderer(bot, Nativeness(now=seconds))


def calls(simulator: Simulator, method: str) -> int:
    return len(simulator.journal.of(method))


async def test_a_table_comes_as_the_messengers_own(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, SHOWN)
    rich = phone.last.rich
    assert rich is not None
    heading, table, after = rich["blocks"]
    assert (heading["type"], heading["text"]) == ("heading", "Аня, 7Б")
    # Nothing stands in the column of rooms: it is left out, and the note goes across what is left.
    assert [[cell["text"] for cell in row] for row in table["cells"]] == [
        [["№"], ["Урок"]],
        [["1"], ["Алгебра"]],
        [["Тема: <x>"]],
    ]
    assert table["cells"][2][0]["colspan"] == 2
    assert after["text"] == ["Домой в 12:20"]
    assert [[button.text for button in row] for row in phone.last.buttons] == [["Хорошо"]]


async def test_a_screen_without_a_table_stays_a_text(renderer: Renderer, phone: Person) -> None:
    await renderer.send(OLGA, screen("Готово"))
    assert phone.last.rich is None


async def test_an_old_server_gets_the_same_words_as_text_and_is_not_asked_again(
    simulator: Simulator, renderer: Renderer, phone: Person, seconds: Seconds
) -> None:
    simulator.rich_messages = False
    for _ in range(3):
        await renderer.send(OLGA, SHOWN)
        assert (phone.last.rich, phone.last.text) == (None, TEXT)
    assert calls(simulator, "sendRichMessage") == 1
    simulator.rich_messages = True
    seconds.now += 25 * 3600
    await renderer.send(OLGA, SHOWN)
    assert phone.last.rich is not None


async def test_an_edit_an_old_server_refuses_keeps_the_message(
    simulator: Simulator, renderer: Renderer, phone: Person
) -> None:
    simulator.rich_messages = False
    first = await renderer.send(OLGA, screen("раз"))
    assert await renderer.edit(OLGA, first, SHOWN) == first
    assert (phone.last.id, phone.last.text) == (first, TEXT)
    await renderer.edit(OLGA, first, screen("два"))
    await renderer.edit(OLGA, first, SHOWN)
    assert calls(simulator, "editMessageText") == 4


async def test_a_message_changes_between_text_and_table_in_place(renderer: Renderer, phone: Person) -> None:
    first = await renderer.send(OLGA, screen("раз"))
    for shown, is_rich in ((SHOWN, True), (SHOWN, True), (screen("два"), False), (SHOWN, True)):
        assert await renderer.edit(OLGA, first, shown) == first
        assert (phone.last.rich is not None) is is_rich
    assert len(phone.messages) == 1


async def test_a_message_that_is_gone_is_no_refusal_of_tables(renderer: Renderer, phone: Person) -> None:
    assert await renderer.edit(OLGA, 12345, SHOWN) == phone.last.id
    assert phone.last.rich is not None


async def test_a_chat_that_is_not_there_is_no_refusal_of_tables(renderer: Renderer) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await renderer.send(4242, SHOWN)
    assert renderer.nativeness.wanted


async def test_a_server_that_stumbles_over_a_table_is_given_the_text(
    simulator: Simulator, renderer: Renderer, phone: Person, seconds: Seconds
) -> None:
    simulator.faults.add("sendRichMessage", kind="502")
    await TelegramReply(renderer, OLGA).show(SHOWN)
    assert phone.last.text == TEXT
    simulator.faults.clear()
    await renderer.send(OLGA, SHOWN)
    assert phone.last.rich is None
    seconds.now += 600
    await renderer.send(OLGA, SHOWN)
    assert phone.last.rich is not None


async def test_a_failure_leaves_the_renderer_as_it_is_for_whoever_tries_again(
    simulator: Simulator, renderer: Renderer
) -> None:
    simulator.faults.add("sendRichMessage", kind="500")
    with pytest.raises(TelegramServerError):
        await renderer.send(OLGA, SHOWN)


async def test_a_flooded_chat_is_no_refusal_of_tables(
    simulator: Simulator, renderer: Renderer, phone: Person
) -> None:
    simulator.faults.add("sendRichMessage", kind="429", times=1)
    await TelegramReply(renderer, OLGA).show(SHOWN)
    assert phone.last.rich is not None


async def test_tables_switched_off_are_never_tried(simulator: Simulator, phone: Person) -> None:
    async with client(simulator.token, simulator.base_url) as bot:
        await Renderer(bot, Nativeness(Tables.OFF)).send(OLGA, SHOWN)
    assert phone.last.text == TEXT
    assert calls(simulator, "sendRichMessage") == 0


async def test_a_table_too_long_for_one_message_comes_as_texts_with_nothing_lost(
    renderer: Renderer, phone: Person
) -> None:
    rows = tuple(line(f"{n}. Алгебра", str(n), "Алгебра", "") for n in range(600))
    await renderer.send(OLGA, screen(Table(COLUMNS, rows)))
    assert all(message.rich is None for message in phone.messages)
    said = "\n".join(message.text for message in phone.messages)
    assert said.split("\n") == [f"{n}. Алгебра" for n in range(600)]


def test_the_setting_takes_auto_and_off_alone() -> None:
    assert load(_env_file=None).tables is Tables.AUTO
    assert load(_env_file=None, tables="off").tables is Tables.OFF
    with pytest.raises(Misconfigured, match="TABLES"):
        load(_env_file=None, tables="pretty")


WORDS = st.text(st.sampled_from("аяЁ<>&\"' *_\n5"), min_size=1, max_size=12)


@given(heads=WORDS, quoted=WORDS, cells=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_whatever_is_said_the_blocks_are_well_formed_and_lose_no_word(
    heads: str, quoted: str, cells: list[tuple[str, str, str]]
) -> None:
    rows = tuple(line(" ".join(row), *row) for row in cells)
    shown = screen(bold(heads), Table(COLUMNS, rows), quote(quoted), TABLE)
    message = native.rich_message(shown)
    assert message is not None
    _, said = checked_rich({"blocks": message.blocks})
    assert _letters(heads) in _letters(said)
    assert _letters(quoted) in _letters(said)
    for row in cells:
        assert all(_letters(cell) in _letters(said) for cell in row)


def _letters(said: str) -> str:
    return "".join(said.split())


def test_a_sentence_above_a_screen_keeps_its_table() -> None:
    below = preceded(SHOWN, "Это не про всех.", "")
    assert below.text.startswith("Это не про всех.\n\n<b>Аня, 7Б</b>")
    assert TABLE in below.parts


def test_a_table_without_rows_says_nothing() -> None:
    assert screen("раз", Table(COLUMNS, ()), "два").parts == screen("раз", "два").parts


@pytest.fixture
async def table_stage(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Stage]:
    async with running(settings_of(simulator.base_url, tables="auto"), clock) as bot:
        yield Stage(simulator, bot.house, clock)


async def test_a_parent_reads_day_week_marks_and_timetable_as_tables(table_stage: Stage) -> None:
    await give_mark(table_stage.house.store, "5")
    olga = table_stage.person("olga")
    for words, titles in (
        ("/today", ["№", "Время", "Урок", "Каб.", "Оценки"]),
        ("/week", ["№", "Урок", "Оценки"]),
        ("/timetable", ["№", "Время", "Урок", "Каб."]),
        ("/marks", ["Предмет", "Оценки", "Средний"]),
    ):
        await olga.say(words)
        seen = await olga.sees("Аня")
        assert seen.rich is not None, words
        tables = [block for block in seen.rich["blocks"] if block["type"] == "table"]
        assert titles in [[cell["text"][0] for cell in table["cells"][0]] for table in tables], words


async def test_titles_of_tables_are_words_for_who_reads_large(table_stage: Stage) -> None:
    olga = table_stage.person("olga")
    await olga.say("/settings")
    await olga.sees("Настройки")
    await olga.press("Крупно и просто: нет")
    await olga.say("/timetable")
    rich = (await olga.sees("Аня")).rich
    assert rich is not None
    table = next(block for block in rich["blocks"] if block["type"] == "table")
    titles = [(cell.get("text") or [""])[0] for cell in table["cells"][0]]
    assert titles == ["", "Время", "Урок", "Кабинет"]


async def test_every_page_of_the_diary_says_as_text_all_that_stands_in_its_tables(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await give_mark(stage.house.store, "5")
    seen: list[Screen] = []
    rich_message = native.rich_message
    monkeypatch.setattr(native, "rich_message", lambda shown: seen.append(shown) or rich_message(shown))
    monkeypatch.setattr(stage.house.renderer.nativeness, "tables", Tables.AUTO)
    olga: Persona = stage.person("olga")
    for words in ("/today", "/week", "/timetable", "/marks", "/finals", "/progress", "оценки за неделю"):
        await olga.say(words)
        await olga.sees("Аня")
    rows = [row for shown in seen for part in shown.parts if isinstance(part, Table) for row in part.lines]
    assert len(rows) > 10
    for row in rows:
        said = re.sub(r"<[^>]+>", "", row.said)
        for piece in " ".join(row.cells).split(" · "):
            assert across(row) or all(word in said for word in re.sub(r"<[^>]+>", "", piece).split()), row
