"""A walk through the bot: one button of each kind is pressed, and every screen kept as it was seen."""

import re
from collections.abc import Collection, Iterable
from copy import copy

from simulator import SimMessage
from tests.support.persona import Persona

# Two buttons of one kind differ in their numbers and digests alone.
_NUMBERS = re.compile(r"-?\d+|[a-z2-7]{24}")


async def walk(
    person: Persona, starts: Iterable[str], *, spared: Collection[str] = (), most: int = 200
) -> list[SimMessage]:
    """Every screen that came: of the typed `starts`, then of the buttons on what came.

    Buttons whose data begins with one of `spared` are left alone, e.g. what ends the person's own access.
    """
    seen: dict[tuple[int, int, str], SimMessage] = {}
    met: dict[str, tuple[int, str]] = {}

    def look_around() -> None:
        for message in person.phone.messages:
            if not message.from_bot or message.deleted:
                continue
            seen.setdefault((message.id, message.edited, _buttons(message)), copy(message))
            for button in message.pressable:
                if button.data and not button.data.startswith(tuple(spared)):
                    met.setdefault(_kind(button.data), (message.id, button.data))

    for typed in starts:
        await person.say(typed)
        await person.sees()
        look_around()
    pressed: set[str] = set()
    while len(pressed) < most and (waiting := [kind for kind in met if kind not in pressed]):
        pressed.add(waiting[0])
        await person.press_data(*met[waiting[0]])
        look_around()
    return list(seen.values())


def labels(message: SimMessage) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def _buttons(message: SimMessage) -> str:
    return "|".join(labels(message))


def _kind(data: str) -> str:
    return data if data.startswith("fold:") else _NUMBERS.sub("#", data)
