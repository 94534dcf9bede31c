"""The way to the meetings from the class's card."""

from handlers.meetings.callbacks import MeetingsCb
from handlers.menu import ClassWay
from journal.policy import Permission

CLASS = (
    ClassWay(
        label=lambda t: t("Parents' meeting"),
        data=lambda unit: MeetingsCb(unit=unit).pack(),
        order=45,
        permission=Permission.PUBLISH_NOTICE,
    ),
)
