"""The bar above the demo's phones: the school clock, how tables are shown, more phones; doors on loopback."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.demo.hours import Hours
from handlers.nativeness import Nativeness
from handlers.table import Tables
from simulator import HOST, Control, Person, Simulator

CLOCK, TABLES, PHONES = "Часы школы", "Таблицы", "Ещё телефоны"
Door = tuple[str, str, Callable[[], str]]


@asynccontextmanager
async def bar(
    simulator: Simulator, hours: Hours, nativeness: Nativeness, others: Sequence[Person]
) -> AsyncIterator[None]:
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

    async def bring(request: web.Request) -> web.Response:
        return web.json_response({"text": await _bring(simulator, others[int(request.match_info["place"])])})

    app = web.Application()
    app.router.add_get("/clock", look)
    app.router.add_post(f"/{{door:{'|'.join(doors)}}}", push)
    app.router.add_post(r"/phones/{place:\d}", bring)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, 0).start()
        base = f"http://{HOST}:{runner.addresses[0][1]}"
        simulator.controls = [
            Control("Часы школы", f"{base}/clock", CLOCK, "status"),
            *(Control(label, f"{base}/{door}", group) for door, (label, group, _) in doors.items()),
            *(Control(one.title, f"{base}/phones/{place}", PHONES) for place, one in enumerate(others)),
        ]
        yield
    finally:
        await runner.cleanup()


def _turn(nativeness: Nativeness) -> str:
    """The other way of showing tables, from the next screen on."""
    nativeness.tables = Tables.OFF if nativeness.tables is Tables.AUTO else Tables.AUTO
    return "Таблицы — текстом" if nativeness.tables is Tables.OFF else "Таблицы — как в Telegram"


async def _bring(simulator: Simulator, person: Person) -> str:
    """That person's phone beside the others, once."""
    if person not in simulator.people:
        simulator.add(person)
        person.chat.started = True
        await person.say("/start")
    return f"Телефон: {person.title}"
