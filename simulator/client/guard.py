"""Who may use the person's side: pages of this very server, opened by a loopback name."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from yarl import URL

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:;"
    " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign origins and names (other sites, DNS rebinding); the bot's side is left alone."""
    if request.path.startswith(("/bot", "/file/")):
        return await handler(request)
    host = URL(f"http://{request.host}").host
    origin = request.headers.get("Origin")
    if host not in LOOPBACK or (origin is not None and origin != f"http://{request.host}"):
        return web.json_response({"error": "foreign origin"}, status=403)
    response = await handler(request)
    if not response.prepared:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        # A page opened after an update must not run yesterday's scripts.
        response.headers.setdefault("Cache-Control", "no-cache")
    return response
