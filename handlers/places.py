"""Places as somebody typed them, a room in the reader's language."""

import re

from locales.texts import Texts

_ROOM = re.compile(r"(?:каб\.?|кабинет)\s*(?=\d)(?P<room>\S+)", re.IGNORECASE)


def place_name(place: str, t: Texts) -> str:
    """`каб. 214` is `room 214` to who reads English; any other place stands as it was typed."""
    room = _ROOM.fullmatch(place.strip())
    return t("room {room}", room=room["room"]) if room else place
