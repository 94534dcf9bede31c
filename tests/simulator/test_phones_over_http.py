"""The person's side over HTTP and websocket: what the page of phones lives on."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, WSMsgType, web

from simulator import Control, Person, Simulator
from simulator.client.markup import safe_html
from tests.simulator.conftest import Api
from tests.simulator.pictures import PNG


class Page:
    """The page's view of the server."""

    def __init__(self, api: Api) -> None:
        self.session, self.base = api.session, api.base

    async def get(self, path: str) -> Any:
        async with self.session.get(self.base + path) as response:
            return await response.json()

    async def post(self, path: str, body: Any = None, **more: Any) -> tuple[int, Any]:
        async with self.session.post(self.base + path, json=body, **more) as response:
            return response.status, await response.json()


@pytest.fixture
def page(api: Api) -> Page:
    return Page(api)


async def test_the_state_names_the_bot_the_people_and_the_controls(sim: Simulator, page: Page) -> None:
    sim.controls.append(Control("Следующий урок", "http://127.0.0.1:1/", "Часы школы"))
    state = await page.get("/client/state")
    assert state["bot"] == {"id": 4242, "name": "Дневничок", "username": "dnevnichok_bot"}
    assert [(each["id"], each["title"], each["blocked"]) for each in state["people"]] == [
        (1001, "Родитель", False),
        (1002, "Учитель", False),
    ]
    assert state["controls"] == [{"label": "Следующий урок", "group": "Часы школы", "kind": "button"}]


async def test_what_is_typed_on_the_page_reaches_the_bot(page: Page, api: Api) -> None:
    status, shown = await page.post("/client/people/1001/say", {"text": "/start abc"})
    assert (status, shown["text"], shown["from_bot"]) == (200, "/start abc", False)
    (update,) = await api.result("getUpdates")
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["first_name"] == "Ольга"


async def test_a_press_by_place_or_by_data_reaches_the_bot(page: Page, api: Api, olga: Person) -> None:
    keyboard = [[{"text": "А", "callback_data": "a"}, {"text": "Б", "callback_data": "b"}]]
    sent = await api.result(
        "sendMessage", chat_id=1001, text="Кнопки", reply_markup={"inline_keyboard": keyboard}
    )
    press = {"message_id": sent["message_id"]}
    assert (await page.post("/client/people/1001/press", {**press, "row": 0, "column": 1}))[0] == 200
    assert (await page.post("/client/people/1001/press", {**press, "data": "forged"}))[0] == 200
    updates = await api.result("getUpdates")
    assert [update["callback_query"]["data"] for update in updates] == ["b", "forged"]
    assert (await page.post("/client/people/1001/press", {**press, "row": 5, "column": 5}))[0] == 400
    assert (await page.post("/client/people/1001/press", {"message_id": 99, "data": "a"}))[0] == 400


async def test_messages_carry_safe_html_and_buttons_and_files(page: Page, api: Api, olga: Person) -> None:
    await api.result(
        "sendMessage",
        chat_id=1001,
        text="<b>Урок &lt;1&gt;</b>",
        parse_mode="HTML",
        disable_notification=True,
        reply_markup={"inline_keyboard": [[{"text": "Да", "callback_data": "y", "style": "success"}]]},
    )
    await api.form("sendDocument", chat_id=1001, document=("отчёт.txt", b"data", "text/plain"))
    _, text, document = await page.get("/client/people/1001/messages")
    assert text["html"] == "<b>Урок &lt;1&gt;</b>"
    assert text["silent"] is True
    assert text["buttons"] == [[{"text": "Да", "data": "y", "url": None, "style": "success", "copy": None}]]
    assert document["document"]["file_name"] == "отчёт.txt"
    assert document["document"]["size"] == 4
    async with api.session.get(f"{api.base}/client/files/{document['document']['file_id']}") as response:
        assert await response.read() == b"data"
        assert response.headers["Content-Disposition"].startswith("attachment")


async def test_an_uploaded_picture_reaches_the_bot(api: Api, olga: Person) -> None:
    form = FormData({"kind": "photo", "caption": "справка"})
    form.add_field("file", PNG, filename="a.png", content_type="image/png")
    async with api.session.post(f"{api.base}/client/people/1001/upload", data=form) as response:
        assert response.status == 200
        assert (await response.json())["photo"]["width"] == 3
    (update,) = await api.result("getUpdates")
    assert update["message"]["caption"] == "справка"
    assert update["message"]["photo"][0]["height"] == 2


async def test_a_broken_picture_is_refused_on_the_page(api: Api, olga: Person) -> None:
    form = FormData({"kind": "photo"})
    form.add_field("file", b"no picture", filename="a.png")
    async with api.session.post(f"{api.base}/client/people/1001/upload", data=form) as response:
        assert response.status == 400
        assert "IMAGE_PROCESS_FAILED" in (await response.json())["error"]


async def test_a_new_phone_is_added_and_told_of(sim: Simulator, page: Page) -> None:
    status, person = await page.post("/client/people", {"first_name": "Анна", "title": "Завуч"})
    assert (status, person["id"], person["title"]) == (201, 1003, "Завуч")
    assert sim.person(1003).first_name == "Анна"
    assert (await page.post("/client/people", {"first_name": " "}))[0] == 400


async def test_the_page_blocks_and_unblocks_the_bot(page: Page, api: Api, olga: Person) -> None:
    assert (await page.post("/client/people/1001/block"))[1]["blocked"] is True
    assert (await api.refusal("sendMessage", chat_id=1001, text="а"))[0] == 403
    assert (await page.post("/client/people/1001/say", {"text": "а"}))[0] == 409
    assert (await page.post("/client/people/1001/unblock"))[1]["blocked"] is False
    await api.result("sendMessage", chat_id=1001, text="а")
    changes = [
        update["my_chat_member"]["new_chat_member"]["status"] for update in await api.result("getUpdates")
    ]
    assert changes == ["kicked", "member"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/client/people/1/say", {"text": "a"}, 404),
        ("/client/people/x/say", {"text": "a"}, 404),
        ("/client/people/1001/say", {"text": " "}, 400),
        ("/client/people/1001/say", {"text": 5}, 400),
        ("/client/people/1001/say", [1], 400),
        ("/client/people/1001/say", {"text": "a", "reply_to": "x"}, 400),
        ("/client/people/1001/press", {"message_id": [], "data": "x"}, 400),
        ("/client/people/1001/press", {"message_id": 1, "data": 7}, 400),
        ("/client/control/0", None, 404),
    ],
)
async def test_nonsense_from_outside_is_refused(api: Api, path: str, body: Any, status: int) -> None:
    async with api.session.post(api.base + path, json=body) as response:
        assert response.status == status


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}])
async def test_other_sites_may_not_use_the_phones(api: Api, headers: dict[str, str]) -> None:
    async with api.session.get(f"{api.base}/client/state", headers=headers) as response:
        assert response.status == 403


async def test_events_tell_of_messages_edits_answers_typing_and_deletion(api: Api, olga: Person) -> None:
    async with api.session.ws_connect(f"{api.base}/client/events") as socket:
        sent = await api.result("sendMessage", chat_id=1001, text="раз")
        where = {"chat_id": 1001, "message_id": sent["message_id"]}
        await api.result("editMessageText", **where, text="два")
        await api.result("sendChatAction", chat_id=1001, action="typing")
        query = await olga.press_data(sent["message_id"], "x")
        await api.result("answerCallbackQuery", callback_query_id=query, text="ага", show_alert=True)
        await api.result("deleteMessage", **where)
        events = [json.loads((await socket.receive(timeout=5)).data) for _ in range(5)]
    assert [event["event"] for event in events] == ["message", "edit", "typing", "callback_answer", "delete"]
    assert {event["person"] for event in events} == {1001}
    message, edit, typing, answer, deletion = events
    assert (message["message"]["text"], edit["message"]["text"]) == ("раз", "два")
    assert edit["message"]["edit_date"] is not None
    assert typing["action"] == "typing"
    assert (answer["text"], answer["show_alert"], answer["callback_query_id"]) == ("ага", True, query)
    assert deletion["message"]["id"] == sent["message_id"]


async def test_the_server_stops_while_a_page_is_open() -> None:
    simulator = Simulator("1:A", [Person(1, "А")])
    await simulator.start()
    async with (
        ClientSession() as session,
        session.ws_connect(f"{simulator.base_url}/client/events") as socket,
    ):
        await asyncio.wait_for(simulator.stop(), 5)
        assert (await socket.receive(timeout=5)).type in (
            WSMsgType.CLOSE,
            WSMsgType.CLOSING,
            WSMsgType.CLOSED,
        )


async def test_controls_are_pressed_for_the_page(sim: Simulator, page: Page) -> None:
    async def pressed(request: web.Request) -> web.Response:
        return web.json_response({"text": f"{request.method} урок"})

    app = web.Application()
    app.router.add_route("*", "/next", pressed)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/next"
    sim.controls += [
        Control("Дальше", url),
        Control("Часы", url, kind="status"),
        Control("?", "http://127.0.0.1:1/"),
    ]
    assert await page.post("/client/control/0") == (200, {"text": "POST урок"})
    assert await page.get("/client/control/1") == {"text": "GET урок"}
    assert (await page.post("/client/control/2"))[0] == 502
    await runner.cleanup()


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("<script>", [], "&lt;script&gt;"),
        ("😀да", [{"type": "bold", "offset": 2, "length": 2}], "😀<b>да</b>"),
        (
            "абв",
            [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}],
            "<b>а<i>б</i></b><i>в</i>",
        ),
        ("x", [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}], "x"),
        (
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": 'https://a.example/?"'}],
            '<a href="https://a.example/?&quot;" target="_blank" rel="noopener noreferrer">x</a>',
        ),
        ("a", [{"type": "bold", "offset": 5, "length": 9}], "a"),
    ],
)
def test_html_for_the_page_is_safe_and_well_formed(
    text: str, entities: list[dict[str, Any]], html: str
) -> None:
    assert safe_html(text, entities) == html
