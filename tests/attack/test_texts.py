"""Whatever people type or send, at whatever moment, is answered, and nothing breaks."""

import itertools

import pytest
from sqlalchemy import select

from storage.tables.access import accounts, input_states
from tests.attack.conftest import Arena
from tests.attack.crowd import ROLES, Attacker, handled
from tests.attack.nonsense import ARGUMENTS, STRANGE, TEXTS, send_files, strange_message
from tests.attack.routes import awaited_kinds, commands
from tests.attack.sweep import explore

pytestmark = [pytest.mark.parametrize("database_url", ["sqlite"], indirect=True), pytest.mark.timeout(600)]

ASKED = ("guardian", "teacher", "class teacher", "deputy head", "administrator")


async def test_every_nonsense_is_answered_whoever_types_it(arena: Arena) -> None:
    with arena.watcher.watching():
        for turn, role in enumerate(ROLES):
            attacker = arena.attacker(role)
            before = sent(arena)
            for text in TEXTS:
                await attacker.say(text)
            for place, command in enumerate(commands()):
                await attacker.say(f"/{command} {ARGUMENTS[(place + turn) % len(ARGUMENTS)]}")
            await handled(arena.stage)
            answers = sent(arena) - before
            if answers < len(TEXTS) + len(commands()):
                arena.watcher.find(attacker.phone.id, "texts", f"only {answers} answers")
    assert not arena.watcher.findings, arena.watcher.report()


def sent(arena: Arena) -> int:
    """How many messages the bot has sent so far, files among them."""
    journal = arena.stage.simulator.journal
    return sum(len(journal.of(method, ok=True)) for method in ("sendMessage", "sendDocument", "sendPhoto"))


async def test_names_full_of_markup_are_shown_as_they_are(arena: Arena) -> None:
    olga = arena.attacker("guardian")
    with arena.watcher.watching():
        shown = await olga.enter()
    assert "<b>&" in shown.text
    assert any("<b>&Zq201z" in label for label in shown.labels)
    assert not arena.watcher.findings, arena.watcher.report()


async def test_an_awaited_answer_of_another_kind_is_refused_kindly(arena: Arena) -> None:
    asked: set[str] = set()
    with arena.watcher.watching():
        for role in ASKED:
            attacker = arena.attacker(role)
            for kind, data in (await questions(arena, attacker)).items():
                asked.add(kind)
                await answer_wrongly(arena, attacker, data)
    assert len(asked) > len(awaited_kinds()) / 3, f"only {sorted(asked)} of {awaited_kinds()} were asked"
    assert not arena.watcher.findings, arena.watcher.report()


async def questions(arena: Arena, attacker: Attacker) -> dict[str, str]:
    """A button that asks each kind of question that the attacker can be asked."""
    found: dict[str, str] = {}
    for data in await explore(attacker, 32):
        await attacker.press_all(attacker.phone.last.id, [data])
        if (kind := await awaited(arena, attacker)) is not None:
            found.setdefault(kind, data)
    return found


async def awaited(arena: Arena, attacker: Attacker) -> str | None:
    """The kind of answer that is awaited from the attacker now."""
    async with arena.stage.house.store.connection() as db:
        kind: str | None = await db.scalar(
            select(input_states.c.kind)
            .join(accounts, accounts.c.id == input_states.c.account_id)
            .where(accounts.c.platform_id == str(attacker.phone.id))
        )
    return kind


_numbers = itertools.count(5_000_000)


async def answer_wrongly(arena: Arena, attacker: Attacker, question: str) -> None:
    """Answer the question with everything it did not ask for, asking it anew in between."""
    screen = attacker.phone.last.id
    for kind in STRANGE:
        await attacker.press(screen, question)
        await attacker.inject(strange_message(attacker.phone, kind, next(_numbers)), f"{question} ← {kind}")
    for text in ("/menu", *TEXTS[::4]):
        await attacker.press(screen, question)
        await attacker.say(text)
    await attacker.press(screen, question)
    await send_files(attacker.phone)
    await attacker.answered()
    await handled(arena.stage)
