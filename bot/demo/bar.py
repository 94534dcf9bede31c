"""The bar above the phones of the demo: the school clock, and how tables are shown; doors on loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.demo.hours import Hours
from handlers.nativeness import Nativeness
from handlers.table import Tables
from simulator import HOST, Control, Simulator

CLOCK, TABLES = "Часы школы", "Таблицы"
Door = tuple[str, str, Callable[[], str]]


@asynccontextmanager
async def bar(simulator: Simulator, hours: Hours, nativeness: Nativeness) -> AsyncIterator[None]:
    """The buttons, for as long as the demo is on stage."""
    doors: dict[str, Door] = {
        "next-lesson": ("Следующий урок", CLOCK, hours.next_lesson),
        "lessons-over": ("Уроки кончились", CLOCK, hours.lessons_over),
        "friday": ("Пятница, 18:00", CLOCK, hours.friday_evening),
        "tables": ("Таблицы или текст", TABLES, lambda: _turn(nativeness)),
    }

    async def look(_: web.Request) -> web.Response:
        return web.json_response({"text": hours.told()})

    async def push(request: web.Request) -> web.Response:
        return web.json_response({"text": doors[request.match_info["door"]][2]()})

    app = web.Application()
    app.router.add_get("/clock", look)
    app.router.add_post(f"/{{door:{'|'.join(doors)}}}", push)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, 0).start()
        base = f"http://{HOST}:{runner.addresses[0][1]}"
        simulator.controls = [
            Control("Часы школы", f"{base}/clock", CLOCK, "status"),
            *(Control(label, f"{base}/{door}", group) for door, (label, group, _) in doors.items()),
        ]
        yield
    finally:
        await runner.cleanup()


def _turn(nativeness: Nativeness) -> str:
    """The other way of showing tables, from the next screen on."""
    nativeness.tables = Tables.OFF if nativeness.tables is Tables.AUTO else Tables.AUTO
    return "Таблицы — текстом" if nativeness.tables is Tables.OFF else "Таблицы — как в Telegram"
