"""HTTP of the phones: who there is, what they see, and what they say, press and send."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from aiohttp import BodyPartReader, web

from simulator.client.asking import json_body, wrong
from simulator.client.controls import Control
from simulator.client.rendering import message_json, person_json
from simulator.errors import Refusal
from simulator.messages import Button, SimMessage
from simulator.numbers import whole
from simulator.people import BotProfile
from simulator.person import Person
from simulator.world import World

FIRST_ID = 1001
MAX_NAME = 64


class Phones:
    """The handlers; `people` and `controls` are the simulator's own, alive."""

    def __init__(
        self,
        world: World,
        people: Mapping[int, Person],
        controls: list[Control],
        add: Callable[[Person], Person],
    ) -> None:
        self._world = world
        self._people = people
        self._controls = controls
        self._add = add

    def routes(self) -> list[web.RouteDef]:
        """What to add to the application."""
        person = "/client/people/{person}"
        return [
            web.get("/client/state", self.state),
            web.post("/client/people", self.add),
            web.post(person + "/block", self.block),
            web.post(person + "/unblock", self.block),
            web.get(person + "/messages", self.messages),
            web.post(person + "/say", self.say),
            web.post(person + "/press", self.press),
            web.post(person + "/upload", self.upload),
            web.get("/client/files/{file_id}", self.file),
            web.get("/client/control/{number}", self.control),
            web.post("/client/control/{number}", self.control),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """The bot, the people, the bar's controls and what time it is."""
        people = [self._person_json(person) for person in self._people.values()]
        controls = [
            {"label": control.label, "group": control.group, "kind": control.kind}
            for control in self._controls
        ]
        clock = {"now": int(self._world.clock.now()), "zone": self._world.clock.zone}
        bot = _bot_json(self._world.bot)
        return web.json_response({"bot": bot, "people": people, "controls": controls, "clock": clock})

    async def add(self, request: web.Request) -> web.Response:
        """One more phone."""
        body = await json_body(request)
        first, last, title = (
            str(body.get(name) or "").strip() for name in ("first_name", "last_name", "title")
        )
        if not first or max(len(first), len(last), len(title)) > MAX_NAME:
            raise wrong("Имя нужно, и не длиннее 64 знаков")
        person = self._add(Person(max(self._people, default=FIRST_ID - 1) + 1, first, last, title))
        return web.json_response(self._person_json(person), status=201)

    async def block(self, request: web.Request) -> web.Response:
        """Block or unblock the bot."""
        person = self._person(request)
        if request.path.endswith("/unblock"):
            person.unblock()
        else:
            person.block()
        return web.json_response(self._person_json(person))

    async def messages(self, request: web.Request) -> web.Response:
        """The chat, oldest first, without deleted messages."""
        shown = [message_json(each) for each in self._person(request).messages if not each.deleted]
        return web.json_response(shown)

    async def say(self, request: web.Request) -> web.Response:
        """Type a text."""
        person, body = self._writing(request), await json_body(request)
        text, reply_to = body.get("text"), body.get("reply_to")
        if not isinstance(text, str) or not text.strip() or len(text) > 4096:
            raise wrong("Сообщение — от 1 до 4096 знаков")
        if reply_to is not None and whole(reply_to) is None:
            raise wrong("reply_to — номер сообщения")
        return web.json_response(message_json(await person.say(text, reply_to=reply_to)))

    async def press(self, request: web.Request) -> web.Response:
        """Press a button by its data, or by its row and column."""
        person, body = self._person(request), await json_body(request)
        message = person.chat.messages.get(whole(body.get("message_id")) or 0)
        data = body.get("data")
        if data is None and message is not None:
            data = _data_at(message, body.get("row"), body.get("column"))
        if not isinstance(data, str) or message is None or message.deleted:
            raise wrong("Такой кнопки нет")
        return web.json_response({"callback_query_id": await person.press_data(message.id, data)})

    async def upload(self, request: web.Request) -> web.Response:
        """Send a photo, a document or a voice message."""
        person = self._writing(request)
        fields: dict[str, str] = {}
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            if part.name != "file":
                fields[part.name or ""] = await part.text()
                continue
            data, name = bytes(await part.read(decode=True)), part.filename or "file"
            mime = part.headers.get("Content-Type", "application/octet-stream")
            sender = _sender(person, fields.get("kind", ""), name, mime, fields.get("caption", ""))
            try:
                return web.json_response(message_json(await sender(data)))
            except Refusal as refusal:
                raise wrong(refusal.description) from None
        raise wrong("Файла в запросе нет")

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file; pictures and recordings open in the page, anything else is saved."""
        file = self._world.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        inline = file.kind in ("photo", "voice")
        name = quote(file.name or file.kind)
        headers = {"Content-Disposition": f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{name}"}
        mime = file.mime if inline else "application/octet-stream"
        return web.Response(body=file.data, content_type=mime, headers=headers)

    async def control(self, request: web.Request) -> web.Response:
        """Press a control of the bar (POST) or read a status (GET)."""
        place = whole(request.match_info["number"])
        if place is None or not 0 <= place < len(self._controls):
            raise web.HTTPNotFound
        control = self._controls[place]
        if (control.kind == "status") != (request.method == "GET"):
            raise web.HTTPMethodNotAllowed(request.method, ["GET" if control.kind == "status" else "POST"])
        answer = await control.use()
        if answer is None:
            return web.json_response({"error": "Не отвечает"}, status=502)
        return web.json_response(answer)

    def _person(self, request: web.Request) -> Person:
        person = self._people.get(whole(request.match_info["person"]) or 0)
        if person is None:
            raise web.HTTPNotFound
        return person

    def _writing(self, request: web.Request) -> Person:
        person = self._person(request)
        if person.chat.blocked:
            raise wrong("Бот заблокирован: сначала разблокируйте", web.HTTPConflict)
        return person

    def _person_json(self, person: Person) -> dict[str, Any]:
        return person_json(self._world, person.chat, person.title)


def _bot_json(bot: BotProfile) -> dict[str, Any]:
    return {"id": bot.id, "name": bot.name, "username": bot.username}


def _data_at(message: SimMessage, row: Any, column: Any) -> str | None:
    try:
        button: Button = message.buttons[row][column]
    except (IndexError, TypeError):
        return None
    return button.data


def _sender(
    person: Person, kind: str, name: str, mime: str, caption: str
) -> Callable[[bytes], Awaitable[SimMessage]]:
    if kind == "photo":
        return lambda data: person.send_photo(data, caption)
    if kind == "voice":
        return person.send_voice
    if kind == "document":
        return lambda data: person.send_document(data, name, caption, mime)
    raise wrong("kind — photo, document или voice, и идёт перед file")
