"""What a page asks for, checked: a JSON object, a number, a refusal with a word of why."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web


async def json_body(request: web.Request) -> Mapping[str, Any]:
    """The JSON object of a request, 400 for anything else."""
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise wrong("Нужен JSON")
    return body


def wrong(why: str, kind: type[web.HTTPError] = web.HTTPBadRequest) -> web.HTTPError:
    """The refusal `{"error": why}` to raise."""
    return kind(text=web.json_response({"error": why}).text, content_type="application/json")
