"""An outage in words: what, how long, what became of the messages."""

from datetime import date, datetime

from journal.model.school import School
from journal.model.trouble import Outage, OutageKind, OutageNews
from locales.texts import Texts


def said(found: Outage, school: School, t: Texts) -> str:
    """`Бот не отвечал 12 минут (10:05–10:17).`; of one that goes on, since when."""
    if found.ended_at is None:
        return _going_on(found.kind, _at(found.began_at, school, t), t)
    minutes = max(1, round((found.ended_at - found.began_at).total_seconds() / 60))
    span = f"{_at(found.began_at, school, t)}–{hour(found.ended_at, school.day(found.began_at), school, t)}"
    return _over(found.kind, _long(minutes, t), span, t)


def hour(moment: datetime, today: date, school: School, t: Texts) -> str:
    """The hour, with the day where it is another than `today`."""
    if school.day(moment) == today:
        return _at(moment, school, t)
    return f"{t.short_day(school.day(moment))}, {_at(moment, school, t)}"


def messages(news: OutageNews, t: Texts) -> str | None:
    """What became of the messages of that time."""
    if news.outage.ended_at is None:
        return None
    if not news.late:
        return t("No message came late.")
    if not news.waiting:
        return t("Messages that came late: {count}, all of them are sent.", count=news.late)
    return t(
        "Messages that came late: {count}, still waiting: {waiting}.", count=news.late, waiting=news.waiting
    )


def _long(minutes: int, t: Texts) -> str:
    if minutes < 60:
        return t.plural("{count} minute", "{count} minutes", minutes)
    hours = round(minutes / 60)
    return t.plural("{count} hour", "{count} hours", hours)


def _at(moment: datetime, school: School, t: Texts) -> str:
    return t.clock(moment, school.zone)


def _over(kind: OutageKind, long: str, span: str, t: Texts) -> str:
    return {
        OutageKind.DOWN: t("The bot did not answer for {long} ({span}).", long=long, span=span),
        OutageKind.SILENT: t("Messages did not leave for {long} ({span}).", long=long, span=span),
        OutageKind.IDLE: t("What is due by the clock stood still for {long} ({span}).", long=long, span=span),
        OutageKind.MESSENGER: t(
            "The messenger could not be reached for {long} ({span}).", long=long, span=span
        ),
        OutageKind.DATABASE: t(
            "The database could not be reached for {long} ({span}).", long=long, span=span
        ),
        OutageKind.STUCK: t("Messages were stuck for {long} ({span}).", long=long, span=span),
        OutageKind.BACKLOG: t("The long queue took {long} ({span}).", long=long, span=span),
    }[kind]


def _going_on(kind: OutageKind, at: str, t: Texts) -> str:
    return {
        OutageKind.DOWN: t("The bot has not answered since {at}.", at=at),
        OutageKind.SILENT: t("Messages have not left since {at}.", at=at),
        OutageKind.IDLE: t("What is due by the clock has stood still since {at}.", at=at),
        OutageKind.MESSENGER: t("The messenger cannot be reached since {at}.", at=at),
        OutageKind.DATABASE: t("The database cannot be reached since {at}.", at=at),
        OutageKind.STUCK: t("Messages are stuck since {at}: none leaves.", at=at),
        OutageKind.BACKLOG: t(
            "Many messages wait since {at}: it takes more than ten minutes. Urgent ones go first.", at=at
        ),
    }[kind]
