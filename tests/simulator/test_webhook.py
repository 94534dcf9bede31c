"""The webhook: secret, order, repetition, answers that call methods, conflicts with polling."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import MultipartWriter, web

from simulator import Person, Simulator
from tests.simulator.conftest import Api, until
from tests.simulator.pictures import PNG

WEBHOOK_IS_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
    " the webhook first"
)


@dataclass
class Bot:
    """A webhook that answers what it is told to and keeps what it got."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    pause: float = 0.0
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self.came:
            self.came.notify_all()
        await asyncio.sleep(self.pause)
        return self.answers.pop(0) if self.answers else web.Response()

    async def has(self, count: int) -> None:
        async with asyncio.timeout(5), self.came:
            await self.came.wait_for(lambda: len(self.got) >= count)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot()
    app = web.Application()
    app.router.add_post("/hook", bot.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield bot
    await runner.cleanup()


async def test_updates_are_posted_in_order_with_the_secret(
    sim: Simulator, api: Api, bot: Bot, olga: Person
) -> None:
    await olga.say("до")
    await api.result("setWebhook", url=bot.url, secret_token="s-e_c")
    await olga.say("после")
    await bot.has(2)
    assert bot.texts == ["до", "после"]
    assert set(bot.secrets) == {"s-e_c"}
    await until(lambda: len(sim.world.updates) == 0)
    assert (await api.result("getWebhookInfo"))["url"] == bot.url


async def test_an_update_is_repeated_until_taken_and_the_next_one_waits(
    sim: Simulator, api: Api, bot: Bot, olga: Person
) -> None:
    sim.world.webhook.first_pause = 0.02
    bot.answers = [web.Response(status=503, headers={"Retry-After": "0"}), web.Response(status=500)]
    await api.result("setWebhook", url=bot.url)
    await olga.say("раз")
    await olga.say("два")
    await bot.has(4)
    assert bot.texts == ["раз", "раз", "раз", "два"]
    info = await api.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_chats_do_not_wait_for_each_other(sim: Simulator, api: Api, bot: Bot, olga: Person) -> None:
    bot.pause = 4
    await api.result("setWebhook", url=bot.url)
    await olga.say("а")
    await sim.person(1002).say("б")
    await asyncio.wait_for(bot.has(2), 3)


async def test_a_method_in_the_answer_is_carried_out(
    sim: Simulator, api: Api, bot: Bot, olga: Person
) -> None:
    multipart = MultipartWriter("form-data")
    for name, value in (("method", "sendPhoto"), ("chat_id", "1001"), ("photo", "attach://p")):
        multipart.append(value).set_content_disposition("form-data", name=name)
    multipart.append(PNG).set_content_disposition("form-data", name="p", filename="a.png")
    bot.answers = [
        web.json_response({"method": "sendMessage", "chat_id": 1001, "text": "ответ"}),
        web.Response(body=multipart, headers=multipart.headers),
        web.json_response({"method": "sendMessage", "chat_id": 1001}),
        web.Response(text="ok"),
    ]
    await api.result("setWebhook", url=bot.url)
    await olga.say("раз")
    await olga.sees("ответ")
    await olga.say("два")
    assert (await olga.sees(lambda message: message.photo is not None)).photo.width == 3
    await olga.say("три")
    await olga.say("четыре")
    await until(lambda: len(bot.got) == 4 and sim.journal.refused())
    (refused,) = sim.journal.refused()
    assert refused.description == "Bad Request: message text is empty"


async def test_polling_and_webhook_exclude_each_other(sim: Simulator, api: Api, bot: Bot) -> None:
    poll = asyncio.create_task(api.refusal("getUpdates", timeout=5))
    await until(lambda: sim.world.updates.polled)
    await api.result("setWebhook", url=bot.url)
    assert await poll == (409, "Conflict: terminated by setWebhook request")
    assert await api.refusal("getUpdates") == (409, WEBHOOK_IS_ACTIVE)
    await api.result("setWebhook", url="")
    assert await api.result("getUpdates") == []
    assert (await api.result("getWebhookInfo"))["url"] == ""


async def test_pending_updates_are_dropped_on_demand(api: Api, bot: Bot, olga: Person) -> None:
    await olga.say("старое")
    await api.result("setWebhook", url=bot.url, drop_pending_updates=True)
    await olga.say("новое")
    await bot.has(1)
    assert bot.texts == ["новое"]
    await api.result("deleteWebhook")
    await olga.say("ещё")
    await api.result("deleteWebhook", drop_pending_updates=True)
    assert await api.result("getUpdates") == []


async def test_an_unreachable_webhook_is_reported(sim: Simulator, api: Api, olga: Person) -> None:
    sim.world.webhook.first_pause = 0.02
    await api.result("setWebhook", url="http://127.0.0.1:1/", max_connections=500)
    await olga.say("есть кто?")
    await until(lambda: sim.world.webhook.last_error)
    info = await api.result("getWebhookInfo")
    assert (info["pending_update_count"], info["max_connections"]) == (1, 100)
    assert info["last_error_message"] == "Connection failed: ClientConnectorError"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"url": "https://example.com/hook"}, "invalid webhook URL specified"),
        ({"url": "http://10.0.0.1/hook"}, "invalid webhook URL specified"),
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:99999/"}, "invalid webhook URL specified"),
        ({"secret_token": "s" * 257}, "secret token is too long"),
        ({"secret_token": "с"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(api: Api, more: dict[str, Any], why: str) -> None:
    given = {"url": "http://127.0.0.1:1/", **more}
    assert await api.refusal("setWebhook", **given) == (400, f"Bad Request: {why}")


async def test_a_webhook_survives_a_restart_of_the_server(
    sim: Simulator, api: Api, bot: Bot, olga: Person
) -> None:
    await api.result("setWebhook", url=bot.url)
    await sim.stop()
    await olga.say("пока спали")
    await sim.start()
    await bot.has(1)
    assert bot.texts == ["пока спали"]
    assert (await api.result("getWebhookInfo"))["url"] == bot.url


async def test_hundreds_of_updates_arrive_once_each_and_in_order(
    sim: Simulator, api: Api, bot: Bot, olga: Person
) -> None:
    teacher = sim.person(1002)
    for number in range(200):
        await olga.say(f"о{number}")
        await teacher.say(f"п{number}")
    await api.result("setWebhook", url=bot.url)
    await bot.has(400)
    for letter in "оп":
        assert [text for text in bot.texts if text[0] == letter] == [f"{letter}{n}" for n in range(200)]
