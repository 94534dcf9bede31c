"""The button under every push that leads to the very toggle."""

from handlers.screen import Button
from handlers.settings.callbacks import WhyCb, WhyTopicCb
from journal.model.news import Kind
from journal.model.people import Child
from journal.model.subscriptions import Topic
from locales.texts import Texts

_OWN = frozenset({Kind.NOTICE_COUNTER, Kind.MEETING_COUNTER})
_PREFIXES = tuple(f"{cls.__prefix__}{cls.__separator__}" for cls in (WhyCb, WhyTopicCb))


def why(kind: Kind, t: Texts, child: Child | None = None) -> Button:
    """«Почему это пришло?»"""
    data = WhyCb(kind=kind, student=child.student_id if child else 0).pack()
    return Button(t("Why do I get this?"), data)


def why_topic(topic: Topic, t: Texts, child: Child) -> Button:
    """The same under news whose kind belongs to several topics."""
    return Button(t("Why do I get this?"), WhyTopicCb(topic=topic, student=child.student_id).pack())


def is_own(kind: Kind) -> bool:
    """Whether such news stands in a message that its reader asked for: nobody wonders why it came."""
    return kind in _OWN


def leads_to_reason(button: Button) -> bool:
    """Whether the button is one of these."""
    return (button.data or "").startswith(_PREFIXES)
