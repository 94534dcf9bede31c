"""The session to the messenger."""

import gc

from aiogram import Bot
from aiogram.methods import EditMessageText
from aiogram.types import Message

from bot.session import Session

ANSWER = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}'


def test_the_model_of_an_answer_outlives_a_collection_of_garbage() -> None:
    session, bot = Session(), Bot("123:ABC")
    method = EditMessageText(text="a", chat_id=1, message_id=1)
    models = set()
    for _ in range(3):
        answer = session.check_response(bot, method, 200, ANSWER)
        assert isinstance(answer.result, Message)
        models.add(id(type(answer)))
        del answer
        gc.collect()
    assert len(models) == 1
