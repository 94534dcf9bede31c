"""A sheet becomes a PNG, drawn off the event loop and once only while it is asked for often."""

import hashlib
import json
from collections import OrderedDict
from dataclasses import asdict

from reports import typesetting
from reports.pictures.letters import written
from reports.pictures.sheets import Sheet

# Raised whenever a layout changes: pictures drawn before are no longer the same.
VERSION = 4
# 360 points become 720 pixels, two to a point: sharp in a chat, its hairlines with it, and quick to draw.
PPI = 144
# Pictures held, some 100 KB each.
HELD = 24

_held: OrderedDict[str, bytes] = OrderedDict()


def key_of(sheet: Sheet) -> str:
    """A digest of everything the picture shows, its language with it, and of the way it is drawn."""
    shown = json.dumps([VERSION, sheet.layout, asdict(sheet)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()


async def drawn(sheet: Sheet) -> bytes:
    """The sheet as a PNG, 720 pixels wide, as high as it takes."""
    key = key_of(sheet)
    if key not in _held:
        _held[key] = await typesetting.png(sheet.layout, written(asdict(sheet)), PPI)
        while len(_held) > HELD:
            _held.popitem(last=False)
    if key in _held:
        _held.move_to_end(key)
    return _held[key]
