"""A vendor of short messages that keeps what it is handed: behind the real interface, on this machine."""

from typing import ClassVar

from handlers.channels.sms import SmsCarrier
from notifications.courier import Outcome


class RecordedSms(SmsCarrier):
    """Answers as told; what it took stands in `sent` as (phone, text, key)."""

    sent: ClassVar[list[tuple[str, str, str]]] = []
    answer: ClassVar[Outcome | Exception | None] = None

    async def send(self, phone: str, text: str, key: str) -> Outcome | None:
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.answer is None:
            self.sent.append((phone, text, key))
        return self.answer
