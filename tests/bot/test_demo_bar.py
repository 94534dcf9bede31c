"""The bar above the demo's phones."""

from bot.demo.bar import bar
from bot.demo.hours import Hours
from bot.demo.seed import EPOCH, SCHOOL
from handlers.nativeness import Nativeness
from journal.clock import OffsetClock
from simulator import Person, Simulator


async def test_another_phone_comes_once_and_with_a_greeting() -> None:
    secretary = Person(4004, "Нина", "Зайцева", "Секретарь")
    async with Simulator("1:A", []) as simulator:
        async with bar(simulator, Hours(OffsetClock(EPOCH), SCHOOL), Nativeness(), [secretary]):
            button = next(each for each in simulator.controls if each.label == "Секретарь")
            assert await button.use() == {"text": "Телефон: Секретарь"}
            assert await button.use() == {"text": "Телефон: Секретарь"}
        assert simulator.people == [secretary]
        assert [message.text for message in secretary.chat.messages.values()] == ["/start"]
