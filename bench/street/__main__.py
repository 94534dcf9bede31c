"""The street's process: one JSON line asks for a walk, one answers with the times."""

import asyncio
import gc
import json
import sys
import time
from typing import Any

import uvloop

from bench.street.messenger import Messenger
from bench.street.people import Door, People, Times, spread


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


async def main() -> None:
    people = People()
    messenger = Messenger(people.heard)
    say(port=await messenger.listen())
    gc.freeze()
    gc.disable()
    while line := await asyncio.to_thread(sys.stdin.readline):
        await walk(people, messenger, **json.loads(line))


async def walk(
    people: People,
    messenger: Messenger,
    *,
    port: int,
    path: str,
    secret: str,
    deeds: list[dict[str, Any]],
    connections: int,
    warm: float,
    seconds: float,
    rate: float,
) -> None:
    """Warm the bot up, say so, then measure: as fast as it goes, or at `rate` deeds a second."""
    doors = [Door(path, secret) for _ in range(connections)]
    for door in doors:
        await door.open(port)
    hands = spread(deeds, connections)
    until = time.monotonic() + warm
    await asyncio.gather(*(people.live(door, hand, until) for door, hand in zip(doors, hands, strict=True)))
    people.times = Times()
    before = messenger.calls
    say(warm=True)
    began = time.monotonic()
    if rate:
        await evenly(people, list(zip(doors, hands, strict=True)), rate, seconds)
    else:
        until = began + seconds
        walks = (people.live(door, hand, until) for door, hand in zip(doors, hands, strict=True))
        await asyncio.gather(*walks)
    took = time.monotonic() - began
    times = people.times
    say(
        seconds=took,
        calls=messenger.calls - before,
        posted=times.posted,
        shown=times.shown,
        answered=times.answered,
    )
    for door in doors:
        door.close()


async def evenly(people: People, ways: list[tuple[Door, Any]], rate: float, seconds: float) -> None:
    """One deed every 1/rate seconds, whether or not those before it are answered."""
    began = time.monotonic()
    acting: set[asyncio.Task[None]] = set()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        door, hand = ways[number % len(ways)]
        acting.add(asyncio.create_task(people.act(door, hand)))
    await asyncio.gather(*acting)


uvloop.run(main())
