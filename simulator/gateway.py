"""The HTTP door of the bot's side: token, faults, latency, then the call."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from simulator.botapi.calling import Answer, Caller, Raw, chat_of
from simulator.botapi.registry import canonical
from simulator.decoding import Upload
from simulator.errors import Error, Refusal
from simulator.faults import Fault, Faults
from simulator.files import MAX_DOWNLOAD
from simulator.reading import read_parameters

Latency = float | Callable[[], float]

_BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"


@dataclass
class Gateway:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; `latency` is seconds of a round trip."""

    token: str
    caller: Caller
    faults: Faults = field(default_factory=Faults)
    latency: Latency = 0.0

    def routes(self) -> list[web.RouteDef]:
        """What to add to the application."""
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One Bot API call."""
        pause = (self.latency() if callable(self.latency) else self.latency) / 2
        if pause:
            await asyncio.sleep(pause)
        try:
            self._authorise(request)
            raw, uploads = await read_parameters(request)
        except Refusal as refusal:
            return _json(Answer(refusal.status, refusal.answer()))
        response = await self._answer(request, request.match_info["method"], raw, uploads)
        if pause:
            await asyncio.sleep(pause)
        return response

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file that getFile named."""
        try:
            self._authorise(request)
        except Refusal as refusal:
            return _json(Answer(refusal.status, refusal.answer()))
        file = self.caller.world.files.by_path(request.match_info["path"])
        if file is None or file.size > MAX_DOWNLOAD:
            return _json(Answer(404, Error.NOT_FOUND().answer()))
        return web.Response(body=file.data, content_type="application/octet-stream")

    def _authorise(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if token == self.token:
            return
        number, _, secret = token.partition(":")
        raise Error.UNAUTHORIZED() if number.isdecimal() and secret else Error.NOT_FOUND()

    async def _answer(
        self, request: web.Request, name: str, raw: Raw, uploads: dict[str, Upload]
    ) -> web.StreamResponse:
        method = canonical(name) or name
        fault = self.faults.strike(method, chat_of(raw))
        if fault is None:
            return _json(await self.caller.call(name, raw, uploads))
        if fault.kind == "reset_after":
            await self.caller.call(name, raw, uploads)
            return _hang_up(request)
        answer = _failure(fault)
        self.caller.note(self.caller.world.clock.elapsed(), method, raw, uploads, answer)
        if fault.kind == "timeout":
            await asyncio.sleep(fault.seconds)
        if fault.kind in ("timeout", "reset_before"):
            return _hang_up(request)
        if fault.kind == "502":
            return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
        return _json(answer)


def _failure(fault: Fault) -> Answer:
    """What the journal and, for 429 and 500, the bot gets; status 0 means that no answer went out."""
    if fault.kind == "429":
        return Answer(429, Error.TOO_MANY_REQUESTS(retry_after=fault.retry_after).answer())
    if fault.refusal is not None:
        return Answer(fault.refusal.status, fault.refusal.answer())
    status = int(fault.kind) if fault.kind.isdecimal() else 0
    return Answer(status, Refusal(status, "Internal Server Error" if status == 500 else fault.kind).answer())


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _json(answer: Answer) -> web.Response:
    body = json.dumps(answer.body).encode()
    return web.Response(status=answer.status, body=body, content_type="application/json")
