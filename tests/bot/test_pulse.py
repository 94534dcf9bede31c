"""The sign of life of the messenger: what fails and goes on failing, and what counts as an answer."""

import pytest
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramServerError,
)

from bot.pulse import Pulse
from bot.wiring import client
from simulator import Simulator
from simulator.faults import Kind
from tests.support.scenario import TOKEN

NOBODY = 424242
FAULTS: dict[Kind, type[AiogramError]] = {
    "500": TelegramServerError,
    "502": ClientDecodeError,
    "reset_before": TelegramNetworkError,
}


async def test_the_messenger_fails_until_it_answers_and_a_refusal_is_an_answer(simulator: Simulator) -> None:
    pulse = Pulse()
    async with client(TOKEN, simulator.base_url) as bot:
        bot.session.middleware(pulse)
        await bot.get_me()
        assert pulse.failing is None
        for kind, error in FAULTS.items():
            simulator.faults.add(kind=kind, times=1)
            with pytest.raises(error):
                await bot.get_me()
            assert pulse.failing is not None
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(NOBODY, "ау")
        assert pulse.failing is None
