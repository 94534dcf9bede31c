"""`python -m bench.botapi`: with a JSON of `Rules`, or with `--port` and the fields of `Rules` as options."""

import asyncio
import json
import sys
from importlib.util import find_spec

from aiohttp import web

from bench.botapi.rules import Rules
from bench.botapi.server import BotApi

PORT = 8081


async def _serve(rules: Rules, port: int) -> None:
    runner = web.ServerRunner(web.Server(BotApi(rules).answer, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


def _asked(arguments: list[str]) -> tuple[Rules, int]:
    if len(arguments) == 1:
        return Rules(**json.loads(arguments[0])), 0
    options = dict(zip(arguments[::2], arguments[1::2], strict=True))
    port = int(options.pop("--port", PORT))
    return Rules(**{name.lstrip("-"): json.loads(value) for name, value in options.items()}), port


def _main() -> None:
    if find_spec("uvloop"):
        from uvloop import run
    else:
        from asyncio import run
    run(_serve(*_asked(sys.argv[1:])))


_main()
