"""The second renderer: a parcel as a letter, with the facts of its message and one link for its buttons."""

from collections.abc import Iterator
from dataclasses import dataclass

from handlers import pushes
from handlers.channels.callbacks import LEAVE
from handlers.channels.paper import Link, page
from handlers.channels.plain import plain
from handlers.screen import File, Screen, bold, followed
from journal.model.access import Privacy
from journal.model.news import Kind, NoticeNews
from journal.model.school import School
from journal.regulation import Regulation
from journal.regulation.values import MessengerContent
from locales.texts import Texts
from notifications.courier import Parcel

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written; who it is from and to is the courier's matter."""

    subject: str
    text: str
    html: str
    file: File | None = None


def letter(parcel: Parcel, school: School, regulation: Regulation, bot: str | None) -> Letter:
    """The parcel as a letter in its reader's language; `bot` is what its links call the bot, if known."""
    t = Texts(parcel.recipient.locale, regulation.terms, large=parcel.recipient.large)
    subject = _subject(parcel, regulation, t)
    if parcel.recipient.privacy is not Privacy.NOTHING or not _may_tell(parcel, regulation):
        shown = pushes.render(parcel, school, regulation)
        told = _with_request(shown, parcel, t) if _may_tell(parcel, regulation) else shown
        return written(subject, told, school, bot, t)
    # The choice is about the locked screen: subject and preview say nothing, the letter itself says the news.
    cover = t(
        "A new message from the school. The text is below: you chose to show only this on a locked screen."
    )
    whole = _with_request(pushes.opened(parcel, school, regulation), parcel, t)
    return written(subject, whole, school, bot, t, cover=cover)


def _with_request(shown: Screen, parcel: Parcel, t: Texts) -> Screen:
    """The button that signs a notice off stays in the messenger: a letter says that it is asked for."""
    if not any(isinstance(news.facts, NoticeNews) and news.facts.asks for news in parcel.news):
        return shown
    return followed(shown, "", bold(t("The school asks you to confirm in the bot that you have read this.")))


def written(
    subject: str,
    shown: Screen,
    school: School,
    bot: str | None,
    t: Texts,
    *,
    proven: bool = True,
    cover: str | None = None,
) -> Letter:
    """A screen as a letter with that subject; whoever has not proven the address is told no reason.

    `cover` is what a list of letters shows of it in place of its first words.
    """
    opening = (t("Open in Telegram"), f"https://t.me/{bot}") if bot else None
    stop = (t("Unsubscribe or choose another way"), leaving(bot)) if bot and proven else None
    said = [t("The files of this message are in Telegram.")] if shown.attachments else []
    if proven:
        said.append(
            t(
                "You receive these letters because you entered this address in the school diary: {school}.",
                school=school.name,
            )
        )
    told = [cover, "", ""] if cover else []
    foot = [*said, *_link(stop)]
    lines = [*told, plain(shown.text), "", *_link(opening), *(["", "-- ", *foot] if foot else []), ""]
    html = page(shown.parts, school=school.name, opening=opening, said=said, stop=stop, t=t, cover=cover)
    return Letter(subject, "\n".join(lines), html, shown.file)


def _link(to: Link | None) -> list[str]:
    return [": ".join(to)] if to else []


def leaving(bot: str) -> str:
    """Where a reader ends the letters or chooses another way."""
    return f"https://t.me/{bot}?start={LEAVE}"


def _subject(parcel: Parcel, regulation: Regulation, t: Texts) -> str:
    """No more of anybody than the child's first name, and that only where the reader hides nothing."""
    names = ", ".join(_names(parcel)) if _may_name(parcel, regulation) else ""
    if not names:
        said = t("News from the school")
    elif all(news.kind is Kind.WEEKLY for news in parcel.news):
        said = t("{children}: the week at school", children=names)
    else:
        said = t("{children}: news from the school", children=names)
    return f"Re: {said}" if parcel.edits is not None or parcel.outdated else said


def _may_name(parcel: Parcel, regulation: Regulation) -> bool:
    return _may_tell(parcel, regulation) and parcel.recipient.privacy is Privacy.FULL


def _may_tell(parcel: Parcel, regulation: Regulation) -> bool:
    return regulation.delivery.content_on(parcel.recipient.platform) is MessengerContent.FULL


def _names(parcel: Parcel) -> Iterator[str]:
    """The first names of the children that the parcel is about; none where they are too many to read."""
    found = {}
    for news in parcel.news:
        own = getattr(news.facts, "child", None)
        for child in (own,) if own is not None else getattr(news.facts, "children", ()):
            found[child.student_id] = child.first_name
    if len(found) <= _MOST_NAMES:
        yield from found.values()
