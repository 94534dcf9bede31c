"""The whole person's side as routes of one application: page, phones, events."""

from pathlib import Path

from aiohttp import web

from simulator.client.live import Live
from simulator.client.phones import Phones

PAGE = Path(__file__).parent.parent / "page"


def attach(app: web.Application, phones: Phones, live: Live) -> None:
    """Add everything of the person's side to `app`."""
    app.add_routes(phones.routes())
    app.router.add_get("/client/events", live.serve)
    app.on_shutdown.append(live.close)
    if PAGE.is_dir():
        app.router.add_get("/", _index)
        app.router.add_static("/page", PAGE)


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})
