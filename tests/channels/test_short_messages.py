"""Urgent news as SMS, through an adapter that the settings name; all else stays in the messenger."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta

import pytest

from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.clock import FrozenClock
from journal.model.news import Kind
from journal.regulation import Regulation
from notifications.courier import Delivered, Failed, Outcome, Parcel, Recipient, Unreachable
from simulator import Simulator
from tests.channels.recorded import RecordedSms
from tests.notifications.samples import sample
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import SCHOOL

HOLD = timedelta(minutes=5)
PHONE = "+79001234567"
ADAPTER = "tests.channels.recorded:RecordedSms"


@pytest.fixture(autouse=True)
def _nothing_sent() -> Iterator[None]:
    yield
    RecordedSms.sent.clear()
    RecordedSms.answer = None


@pytest.fixture
async def stage(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Stage]:
    """The stage of a school with a vendor of short messages."""
    settings = settings_of(simulator.base_url, sms_carrier=ADAPTER, sms_per_second=50.0)
    async with running(settings, clock) as bot:
        yield Stage(simulator, bot.house, clock)


@pytest.mark.requirement("R-096")
async def test_who_left_the_messenger_gets_an_absence_as_one_short_message(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("SMS")
    await tatyana.press("Указать адрес")
    await tatyana.sees("Напишите свой номер")
    await tatyana.say("8 900 123-45-67")
    await tatyana.sees("Код отправлен")
    ((phone, text, _),) = RecordedSms.sent
    code = re.match(r"\d{6}", text)
    assert code is not None
    assert phone == PHONE
    await tatyana.say(code[0])
    await tatyana.sees("Готово")
    tatyana.phone.block()
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")
    stage.clock.move(HOLD)
    while len(RecordedSms.sent) < 2:
        await anna.sees_nothing("Егор", during=0.05)
    phone, text, key = RecordedSms.sent[1]
    assert (phone, text) == (PHONE, "Егор: нет на 2-м уроке (алгебра, 9:25). Знаете причину?")
    assert key.startswith("push-")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (None, Delivered(7)),
        (Unreachable("no such number"), Unreachable("no such number")),
        (TimeoutError(), Failed("timeout")),
        (ConnectionResetError(), Failed("ConnectionResetError")),
    ],
)
async def test_what_the_vendor_says_is_the_outcome(
    regulation: Regulation, answer: Outcome | Exception | None, outcome: Outcome
) -> None:
    RecordedSms.answer = answer
    carrier = RecordedSms(lambda: (SCHOOL, regulation))
    parcel = Parcel(7, Recipient(1, "sms", PHONE, "ru"), (sample(Kind.ATTENDANCE),))
    assert await carrier.deliver(parcel) == outcome


@pytest.mark.parametrize("path", ["nowhere.at.all:Vendor", "tests.channels.recorded:Nobody", "nonsense"])
async def test_an_adapter_that_is_not_there_is_told_in_one_line(
    simulator: Simulator, settings_of: Callable[..., Settings], store: object, path: str
) -> None:
    with pytest.raises(Misconfigured, match="SMS_CARRIER: there is no"):
        async with running(settings_of(simulator.base_url, sms_carrier=path)):
            pass
