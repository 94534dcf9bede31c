"""Pushes of messages: to the other side of a thread, and of a complaint to who decides."""

from handlers.messages import screens, words
from handlers.messages.callbacks import MonthCb, ReadCb, ThreadCb
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, italic, quote, screen
from handlers.settings.why import why
from journal.model.access import Privacy
from journal.model.messages import Letter, MessageNews, MonthNews, ReportedNews
from journal.model.news import Kind
from journal.model.people import Child
from locales.texts import Texts


def message(news: MessageNews, view: View) -> Screen:
    """What was written, with the files, and the way to answer in one tap."""
    t, number = view.t, news.conversation.id
    opening = Button(t("Open the thread"), ThreadCb(conversation=number).pack())
    answer = (screens.answering(number, t), opening)
    read = Button(t("Read"), ReadCb(conversation=number, message=news.letters[-1].id).pack())
    reason = why(Kind.MESSAGE, t, None if news.for_staff else news.child)
    return screen(
        bold(_head(news, view)),
        *(part for letter in news.letters for part in _words(letter, t)),
        rows=(answer, (screens.customary(number, t), read), (reason,))
        if news.for_staff
        else (answer, (read, reason)),
        attachments=tuple(file for letter in news.letters for file in letter.attachments),
    )


def reported(news: ReportedNews, view: View) -> Screen:
    """Somebody complained: the thread is one tap away."""
    t = view.t
    return screen(
        bold(t("Complaint about messages")),
        t(
            "{child}: {family} and {addressee}",
            child=_whole(news.child, view),
            family=news.family.short,
            addressee=words.addressee(news.conversation.office, news.staff, t),
        ),
        rows=(
            (Button(t("Read and decide"), ThreadCb(conversation=news.conversation.id).pack()),),
            (why(Kind.MESSAGES_REPORTED, t),),
        ),
    )


def _head(news: MessageNews, view: View) -> str:
    """`Аня Иванова, 7Б · пишет Иванова О. В.`, or for the family `Аня · пишет Кузнецова А. С.`"""
    t = view.t
    author = news.persons.get(news.letters[-1].author_id, news.family)
    if not news.for_staff:
        return t("{child} · a message from {author}", child=view.name(news.child), author=author.short)
    child = _whole(news.child, view)
    if author.id == news.child.student_id:
        return t("A message from {author}", author=child)
    return t("{child} · a message from {author}", child=child, author=author.short)


def _whole(child: Child, view: View) -> str:
    if view.recipient.privacy is Privacy.FULL:
        return words.child_named(child)
    return f"{child_name(child, view.recipient.privacy)}, {child.unit_name}"


def _words(letter: Letter, t: Texts) -> tuple[str | None, ...]:
    return (
        italic(words.source(letter.context, t)) if letter.context is not None else None,
        quote(letter.text) if letter.text else words.files(letter.attachments, t),
    )


def month_due(news: MonthNews, view: View) -> Screen:
    """The letter of the month has not gone yet, and how much of it is written."""
    t, unit = view.t, news.unit
    return screen(
        bold(t("{unit}: the letter of the month has not gone yet", unit=unit.name)),
        t("Written in words of their own: {written} of {count}.", written=news.written, count=news.families),
        t("What is written stays. The other families get the common letter with their own figures."),
        rows=(
            (Button(t("Open the letter"), MonthCb(unit=unit.id).pack(), style=Style.MAIN),),
            (why(Kind.MONTH_DUE, t),),
        ),
    )


PUSHES = {
    Kind.MESSAGE: message,
    Kind.MESSAGES_REPORTED: reported,
    Kind.MONTH_DUE: month_due,
}
