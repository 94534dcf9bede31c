"""`python -m simulator --port 8081 --token 123:ABC --people people.json`: a local Telegram of its own."""

import argparse
import asyncio
import contextlib
import json
from pathlib import Path

from simulator.person import Person
from simulator.server import Simulator


async def main(port: int, token: str, people: list[Person]) -> None:
    """Run until interrupted."""
    async with Simulator(token, people, port) as simulator:
        print(f"Phones: {simulator.base_url}/  Bot API: {simulator.base_url}/bot{token}/", flush=True)  # noqa: T201
        await asyncio.Event().wait()


def read_people(path: Path) -> list[Person]:
    """A JSON list of objects with `id`, `first_name` and, if wanted, `last_name`, `title`, `username`."""
    return [Person(**person) for person in json.loads(path.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="123:ABC", help="the bot's token, digits:letters")
    parser.add_argument("--people", type=Path, help="a JSON file of the people who have phones")
    options = parser.parse_args()
    known = read_people(options.people) if options.people else [Person(1001, "Ольга", "Иванова", "Родитель")]
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(options.port, options.token, known))
