"""A chat with one message of each kind, so that a refusal can be asked for by name."""

from dataclasses import dataclass, field

from simulator import Person, Simulator
from tests.simulator.conftest import Api
from tests.simulator.pictures import PNG

KEYBOARD = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


@dataclass
class Stage:
    """Ids of messages in Olga's chat by what they are; Vera (1003) started the bot and then blocked it."""

    ids: dict[str, int] = field(default_factory=dict)
    photo: str = ""


async def set_stage(sim: Simulator, api: Api, olga: Person) -> Stage:
    """Let the bot say one of everything to Olga."""
    sim.limits.enabled = False
    stage = Stage()
    vera = sim.add(Person(1003, "Вера"))
    await vera.say("/start")
    vera.block()
    stage.ids["hers"] = (await olga.say("от Ольги")).id
    for name, more in {
        "text": {"text": "старое"},
        "buttons": {"text": "кнопки", "reply_markup": KEYBOARD},
        "keyboard": {"text": "клавиши", "reply_markup": {"keyboard": [["Да"]]}},
        "protected": {"text": "тайна", "protect_content": True},
    }.items():
        stage.ids[name] = (await api.result("sendMessage", chat_id=1001, **more))["message_id"]
    _, answer = await api.form("sendPhoto", chat_id=1001, photo=("a.png", PNG, "image/png"), caption="вид")
    stage.ids["photo"] = answer["result"]["message_id"]
    stage.photo = answer["result"]["photo"][0]["file_id"]
    forward = await api.result(
        "forwardMessage", chat_id=1001, from_chat_id=1001, message_id=stage.ids["text"]
    )
    stage.ids["forward"] = forward["message_id"]
    return stage
