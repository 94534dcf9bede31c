"""The local messenger itself: lean, for it shares the machine with what it measures."""

import asyncio
import json
import random
import time
from collections import defaultdict, deque
from dataclasses import asdict, astuple
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bench.botapi.limits import Limits
from bench.botapi.rules import Call, Rules

Params = dict[str, str]
# What the limits count; answers to presses, edits and deletions are free.
COUNTED = ("send", "copy", "forward")
UNCOUNTED = ("sendChatAction",)
ME = {
    "id": 5000000005,
    "is_bot": True,
    "first_name": "Дневничок",
    "username": "bench_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


class BotApi:
    """Answers every method of every token; what it does not know is answered with True."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._limits = Limits(rules)
        self._blocked = set(rules.blocked)
        self._calls: list[Call] = []
        self._ids = count(1)
        self._done = 0
        self._updates: dict[str, deque[dict[str, Any]]] = defaultdict(deque)
        self._fed = asyncio.Event()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        match request.path.split("/", 2)[1:]:
            case ["control"]:
                self._change(await request.json())
                return web.json_response(asdict(self.rules))
            case ["feed"]:
                fed = await request.json()
                self._updates[fed["token"]].extend(fed["updates"])
                self._fed.set()
                return web.json_response(True)
            case ["tally"]:
                return web.json_response(self._done)
            case ["journal"]:
                return web.json_response([astuple(call) for call in self._calls])
            case [bot, method] if bot.startswith("bot"):
                return await self._called(bot[3:], method, request)
        return web.Response(status=404)

    def _change(self, changes: dict[str, Any]) -> None:
        for name, value in changes.items():
            setattr(self.rules, name, value)
        self._blocked = set(self.rules.blocked)

    async def _called(self, token: str, method: str, request: web.BaseRequest) -> web.StreamResponse:
        params = await _params(request)
        if method == "getUpdates":
            return _ok(await self._news(token, params))
        leg = max(0.0, self.rules.latency + random.uniform(-1, 1) * self.rules.jitter) / 2
        if leg:
            await asyncio.sleep(leg)
        fault = self._fault()
        response = self._take(token, method, params, fault)
        if fault.startswith("timeout"):
            await asyncio.sleep(self.rules.hang)
        elif leg:
            await asyncio.sleep(leg)
        if fault and not fault.isdigit() and request.transport is not None:
            request.transport.abort()
        return response

    def _take(self, token: str, method: str, params: Params, fault: str) -> web.Response:
        """Look at the call, let it take effect unless it fails, and note it."""
        now, chat, message_id, paid = time.monotonic(), _chat(params), 0, "allow_paid_broadcast" in params
        if fault and not fault.endswith("_after"):
            status = int(fault) if fault.isdigit() else 0
            response = _refusal(status or 500, "Fault", self.rules.retry_after if status == 429 else 0)
        else:
            response, message_id = self._decide(token, method, params, now)
            status = 0 if fault else response.status
        done = response.status == 200
        text = params.get("text") or params.get("caption") or params.get("rich_message") or ""
        self._calls.append(Call(now, token, method, chat, status, done, paid, message_id, text))
        return response

    def _fault(self) -> str:
        drawn = random.random() if self.rules.faults else 1.0
        for name, part in self.rules.faults.items():
            if drawn < part:
                return name
            drawn -= part
        return ""

    def _decide(self, token: str, method: str, params: Params, now: float) -> tuple[web.Response, int]:
        chat = _chat(params)
        if chat in self._blocked:
            return _refusal(403, "Forbidden: bot was blocked by the user"), 0
        if method.startswith(COUNTED) and method not in UNCOUNTED:
            if wait := self._limits.refused(token, chat, "allow_paid_broadcast" in params, now):
                return _refusal(429, "Too Many Requests: retry later", wait), 0
            message_id = next(self._ids)
            self._done += 1
        elif method.startswith("edit"):
            message_id = int(params.get("message_id") or 0)
        else:
            return _ok({"getMe": ME, "getWebhookInfo": WEBHOOK}.get(method, True)), 0
        return _ok(_message(message_id, chat, params)), message_id

    async def _news(self, token: str, params: Params) -> list[dict[str, Any]]:
        waiting, offset = self._updates[token], int(params.get("offset") or 0)
        while waiting and waiting[0]["update_id"] < offset:
            waiting.popleft()
        try:
            async with asyncio.timeout(float(params.get("timeout") or 0)):
                while not waiting:
                    self._fed.clear()
                    await self._fed.wait()
        except TimeoutError:
            return []
        return list(waiting)[: int(params.get("limit") or 100)]


def _chat(params: Params) -> int:
    return int(params.get("chat_id") or 0)


def _message(message_id: int, chat: int, params: Params) -> dict[str, Any]:
    message = {
        "message_id": message_id,
        "date": int(time.time()),
        "from": ME,
        "chat": {"id": chat, "type": "private", "first_name": "Ольга"},
        "text": params.get("text", ""),
    }
    if markup := params.get("reply_markup"):
        message["reply_markup"] = json.loads(markup)
    return message


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refusal(status: int, words: str, wait: float = 0) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": words}
    if wait:
        body["parameters"] = {"retry_after": max(1, -int(-wait // 1))}
    return web.json_response(body, status=status)


async def _params(request: web.BaseRequest) -> Params:
    match request.content_type:
        case "application/x-www-form-urlencoded":
            return dict(parse_qsl((await request.read()).decode()))
        case "application/json":
            found = await request.json()
            return {key: one if isinstance(one, str) else json.dumps(one) for key, one in found.items()}
        case "multipart/form-data":
            return {key: one for key, one in (await request.post()).items() if isinstance(one, str)}
    return dict(request.query)
