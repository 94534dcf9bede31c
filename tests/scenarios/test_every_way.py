"""Families press every button there is: nothing fails, nothing is a dead end, and all is near."""

from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.run import running
from bot.settings import Settings
from handlers.diary.callbacks import (
    DatesCb,
    LessonCb,
    Look,
    MarkCb,
    SubjectCb,
    SubjectPageCb,
    TopicsCb,
    WorksCb,
)
from handlers.documents.callbacks import DOCUMENTS
from handlers.home.callbacks import HOME
from handlers.notices.callbacks import INBOX
from handlers.settings.callbacks import SETTINGS
from journal.clock import FrozenClock
from journal.model.attendance import Reason
from simulator import SimMessage, Simulator
from storage.tables.lessons import lessons
from tests.attack.forgery import classes
from tests.attack.sweep import ends_access, look
from tests.support.given import give_mark, miss, plan_event, set_homework
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, student_id

NEAR = 3
# What a button that one may press never answers.
WRONG = (
    "Здесь для вас ничего нет",
    "Этим занимается другой сотрудник",
    "Не удалось это понять",
    "Сохранить не вышло",
    "Кнопка устарела",
    "Что-то пошло не так",
)
# Language, large letters and the like change every screen after them.
CHANGING = frozenset(
    cls.__prefix__ for cls in classes() if cls.__module__ == "handlers.settings.callbacks"
) - {SETTINGS.partition(":")[0]}
MOST = 400


@pytest.fixture
async def patient(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Stage]:
    """A stage whose guard against floods lets a tireless thumb pass."""
    settings = settings_of(simulator.base_url, rate_burst=10**9, rate_per_second=1e9)
    async with running(settings, clock) as bot:
        yield Stage(simulator, bot.house, clock)


@dataclass
class Walk:
    """Every kind of screen within reach of the first one, by the kind of button that opens it."""

    person: Persona
    near: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    async def go(self) -> None:
        await self.person.say("/menu")
        home = await self.person.sees("Домой в")
        waiting = deque([(0, home.id, button) for button in _buttons(home)])
        while waiting and len(self.near) < MOST:
            depth, message, data = waiting.popleft()
            if look(data) in self.near or ends_access(data) or data.partition(":")[0] in CHANGING:
                continue
            self.near[look(data)] = depth + 1
            shown = await self._press(message, data)
            if shown is not None:
                waiting.extend((depth + 1, shown.id, button) for button in _buttons(shown))

    async def _press(self, message: int, data: str) -> SimMessage | None:
        before = {one.id for one in self.person.phone.messages}
        said = await self.person.press_data(message, data)
        if any(wrong in said for wrong in WRONG):
            self.complaints.append(f"{data} answers «{said}»")
        new = [one for one in self.person.phone.messages if one.id not in before and one.from_bot]
        shown = new[-1] if new else self.person.phone.chat.messages[message]
        if shown.deleted:
            return None
        # A form leads back to the screen it was opened from; the first screen is known by its settings.
        met = {look(button) for button in _buttons(shown)} & self.near.keys() - {look(data)}
        if not met and not {HOME, SETTINGS} & {*_buttons(shown)}:
            self.complaints.append(f"{data} has no way back: {shown.text[:60]}")
        return shown

    def depth(self, data: str) -> int:
        return self.near.get(look(data), MOST)


def _buttons(message: SimMessage) -> list[str]:
    return [button.data for row in message.buttons for button in row if button.data]


async def _fill(stage: Stage) -> None:
    """A school in which no screen of the diary is empty."""
    store = stage.house.store
    for student in (student_id("anya"), student_id("egor")):
        for _ in range(31):
            await give_mark(store, "4", student=student)
    await miss(store, 1, Reason.ILL)
    await miss(store, 2)
    await set_homework(store, "№ 215")
    await plan_event(store, "Музей", TODAY)
    async with store.connection(writing=True) as db:
        held = lesson_id("7Б", TODAY - timedelta(days=7), 2)
        await db.run(lessons.update().where(lessons.c.id == held).values(topic="Дроби"))
        await db.connection.commit()


def _main_screens(student: int) -> dict[str, str]:
    pages = {page.name: f"di:{student}:{page.value}:0" for page in Look}
    return {
        **pages,
        "marks by date": DatesCb(student=student, period=1, page=0).pack(),
        "marks by work": WorksCb(student=student, period=1, page=0).pack(),
        "a subject": SubjectCb(student=student, period=1, subject=22).pack(),
        "a mark": MarkCb(mark=1, period=1).pack(),
        "a lesson": LessonCb(student=student, lesson=1).pack(),
        "topics of a subject": TopicsCb(student=student, subject=22, period=1, page=0).pack(),
        "homework of a subject": SubjectPageCb(student=student, subject=22, look="h").pack(),
        "notices": INBOX,
        "documents": DOCUMENTS,
        "settings": SETTINGS,
    }


@pytest.mark.requirement("R-009", "R-017", "R-024")
@pytest.mark.parametrize("name", ["olga", "egor"])
async def test_every_button_of_a_family_works_leads_home_and_is_near(patient: Stage, name: str) -> None:
    await _fill(patient)
    walk = Walk(patient.person(name))
    await walk.go()
    assert not walk.complaints, "\n".join(walk.complaints)
    own = student_id("anya") if name == "olga" else student_id("egor")
    far = {what: walk.depth(data) for what, data in _main_screens(own).items() if walk.depth(data) > NEAR}
    assert far == {}
    assert len(walk.near) > 30
