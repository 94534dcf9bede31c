"""How a family of the little school writes letters, and what stands in them."""

from simulator import SimMessage
from tests.support.persona import Persona, with_button

ALGEBRA = "Кузнецова А. С. · алгебра"


HEAD = "Белова М. И. · классный руководитель"


async def choose(olga: Persona, to: str) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press(to)
    await olga.sees("Напишите сообщение")


async def write(olga: Persona, to: str, text: str) -> SimMessage:
    await choose(olga, to)
    await olga.say(text)
    return await olga.sees("Отправлено")


def data_of(message: SimMessage, label: str) -> str:
    return next(b.data or "" for row in message.buttons for b in row if label in b.text)


def quoted(message: SimMessage) -> list[str]:
    """What stands in the quotations of the message, by the messenger's own offsets."""
    units = message.text.encode("utf-16-le")
    return [
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in message.entities
        if one["type"] == "blockquote"
    ]


async def opened(reader: Persona) -> SimMessage:
    """The thread that the last screen tells of."""
    await reader.press("Открыть переписку")
    return await reader.sees("· 14.10, 10:05")
