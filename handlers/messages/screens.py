"""Screens of the correspondence that both sides see: the list, a thread, what was sent."""

from collections.abc import Sequence
from datetime import datetime

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.callbacks import (
    CANCEL,
    REPORTED,
    THREADS,
    TO_FAMILIES,
    WAYS,
    WHOM,
    Act,
    ActCb,
    AnswerCb,
    FilesCb,
    HeldAct,
    HeldCb,
    PhraseCb,
    TakeBackCb,
    ThreadCb,
    ThreadsCb,
)
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.messages import Asked, Held, Inbox, Sent, Thread
from journal.model.lessons import Attachment
from journal.model.messages import Conversation, Letter, Listed, Side
from journal.model.school import School
from locales.texts import Texts

PAGE = 8
# What one message of the messenger holds, with room for the names.
ROOM = 3500


def mine(threads: Sequence[Listed], page: int, t: Texts) -> Screen:
    """A family's threads; a new message is one tap away."""
    shown = page_of(threads, page, PAGE)
    rows = [(Button(_to_school(one, t), way_to(one.conversation)),) for one in shown.shown]
    return screen(
        bold(t("Messages")),
        None if threads else t("Nothing written yet. Choose whom to write to."),
        rows=(
            *rows,
            shown.turns(lambda number: ThreadsCb(page=number).pack(), t),
            (Button(t("New message"), WHOM), back(t)),
        ),
    )


def inbox(found: Inbox, page: int, t: Texts) -> Screen:
    """A colleague's threads by child, what is new first."""
    ordered = sorted(found.threads, key=lambda one: one.unread == 0)
    shown = page_of(ordered, page, PAGE)
    rows = [(Button(of_family(one, t), way_to(one.conversation)),) for one in shown.shown]
    new = sum(one.unread for one in found.threads)
    return screen(
        bold(t("Messages of families")),
        t("New: {count}", count=new) if new else None,
        None if found.threads else t("No family has written yet. You can write first."),
        rows=(
            *rows,
            shown.turns(lambda number: ThreadsCb(page=number).pack(), t),
            (Button(t("Complaints: {count}", count=len(found.complaints.reported)), REPORTED),)
            if found.complaints
            else (),
            (Button(t("Write to a family"), TO_FAMILIES),),
            (Button(t("Hours and phrases"), WAYS), back(t)),
        ),
    )


def thread(found: Thread, ctx: Ctx, t: Texts) -> Screen:
    """A page of a thread with everything one may do in it."""
    reader = ctx.actor.person_id
    said = [words.letter(one, found.persons, reader, ctx.school, t) for one in found.letters]
    while len(said) > 1 and sum(len(one) for one in said) > ROOM:
        said = said[1:]
    shown = found.letters[-len(said) :] if said else ()
    older = found.older or len(shown) < len(found.letters)
    first = shown[0].id if older and shown else None
    return screen(
        bold(_title(found, t)),
        *(part for one in said for part in ("", one)),
        "" if _state(found, t) else None,
        _state(found, t),
        rows=_thread_rows(found, [one.id for one in shown if one.attachments], first, t),
    )


def asked(what: Asked, ctx: Ctx, t: Texts, begun: Held | None = None) -> Screen:
    """Asks for the message itself; what a sentence has `begun` goes by a tap."""
    return screen(
        words.title(what, t),
        italic(words.source(what.context, t)) if what.context is not None else None,
        quote(begun.text) if begun else None,
        t("Not sent yet. Tap “Send”, or write it in other words.")
        if begun
        else t("Write the message. A photo, a file or a voice message will do too."),
        _waits(what.told_at, ctx.school, ctx.now, t),
        rows=(
            (send(begun, t),) if begun else (),
            (Button(t("Cancel"), CANCEL), Button(t("Messages"), THREADS)),
            (back(t),),
        ),
    )


def send(draft: Held, t: Texts) -> Button:
    """Sends the very words under which it stands."""
    return Button(t("Send"), HeldCb(act=HeldAct.SEND, mark=draft.mark).pack(), style=Style.MAIN)


def sent(what: Sent, ctx: Ctx, t: Texts) -> Screen:
    """A message was taken; while it is on hold, one tap takes it back."""
    number = what.conversation.id
    to = words.addressee(what.conversation.office, what.staff, t)
    said = (
        t("Sent to the family: {name}.", name=what.family.short)
        if what.family is not None
        else t("Sent: {addressee}.", addressee=to)
    )
    return screen(
        said,
        _waits(what.told_at, ctx.school, ctx.now, t),
        t("Until they are told of it, you can take it back."),
        rows=(
            (Button(t("Take it back"), TakeBackCb(conversation=number, message=what.letter).pack()),),
            (Button(t("Open the thread"), way_to(what.conversation)), back(t)),
        ),
    )


def taken_back(letter: Letter, side: Side, t: Texts) -> Screen:
    """Nobody was told; the words stay to be copied."""
    again = Button(t("New message"), WHOM) if side is Side.FAMILY else Button(t("Messages"), THREADS)
    return screen(
        t("Taken back: nobody was told of this message."),
        quote(letter.text) if letter.text else words.files(letter.attachments, t),
        rows=((again, back(t)),),
    )


def files(conversation_id: int, found: tuple[Attachment, ...], t: Texts) -> Screen:
    """The files of one message, once more."""
    said = t.plural("{count} file", "{count} files", len(found)) if found else t("There are no files here.")
    way = Button(t("Open the thread"), ThreadCb(conversation=conversation_id).pack())
    return screen(said, rows=((way, back(t)),), attachments=found)


def closed(t: Texts) -> Screen:
    said = t("The thread is closed. A new message opens it again.")
    return screen(said, rows=((Button(t("Messages"), THREADS), back(t)),))


def _title(found: Thread, t: Texts) -> str:
    family = found.persons.get(found.conversation.family_id)
    staff = found.persons.get(found.conversation.staff_id or 0)
    to = words.addressee(found.conversation.office, staff, t)
    if found.side is Side.FAMILY:
        return f"{found.child.first_name} · {to}"
    writer = family.short if family is not None and family.id != found.child.student_id else ""
    parts = [words.child_named(found.child), writer]
    if found.side is Side.OVERSEER:
        parts.append(to)
    return " · ".join(part for part in parts if part)


def _state(found: Thread, t: Texts) -> str | None:
    one = found.conversation
    if one.blocked_at is not None:
        return italic(t("The school has stopped this thread."))
    if one.reported:
        return italic(t("Somebody complained about this thread; the school's management decides."))
    if one.closed_at is not None:
        return italic(t("The thread is closed. A new message opens it again."))
    return None


def _thread_rows(found: Thread, with_files: Sequence[int], first: int | None, t: Texts) -> list[Row]:
    one = found.conversation
    rows: list[Row] = []
    if first is not None or not found.newest:
        older = Button(t("‹ Older"), ThreadCb(conversation=one.id, before=first or 0).pack())
        newest = Button(t("Newest ›"), way_to(one))
        rows.append(
            tuple(b for b, there in ((older, first is not None), (newest, not found.newest)) if there)
        )
    rows += grid(
        Button(
            t("Files {number}", number=number) if len(with_files) > 1 else t("Files"),
            FilesCb(conversation=one.id, message=letter).pack(),
        )
        for number, letter in enumerate(with_files, 1)
    )
    return [*rows, *_acts(found, t), (Button(t("Messages"), THREADS), back(t))]


def _acts(found: Thread, t: Texts) -> list[Row]:
    one = found.conversation
    if found.side is Side.OVERSEER:
        return [(act(t("Let it go on"), one.id, Act.ALLOW), act(t("Stop it"), one.id, Act.BLOCK, Style.BAD))]
    if one.blocked_at is not None:
        return []
    rows: list[Row] = [(answering(one.id, t),)]
    if found.side is Side.SCHOOL:
        rows.append((customary(one.id, t),))
        rows += [
            (Button(words.glimpse(kept.text), PhraseCb(conversation=one.id, phrase=kept.id).pack()),)
            for kept in found.phrases
        ]
    ends = [] if one.closed_at is not None else [act(t("Close"), one.id, Act.CLOSE)]
    return [*rows, (*ends, act(t("Complain"), one.id, Act.ASK_REPORT))]


def answering(conversation_id: int, t: Texts) -> Button:
    return Button(t("Answer"), AnswerCb(conversation=conversation_id).pack(), style=Style.MAIN)


def customary(conversation_id: int, t: Texts) -> Button:
    """The answer that everybody has at hand."""
    return Button(phrase(t), PhraseCb(conversation=conversation_id).pack())


def phrase(t: Texts) -> str:
    return t("Thank you, noted.")


def act(label: str, conversation_id: int, act: Act, style: Style | None = None) -> Button:
    return Button(label, ActCb(conversation=conversation_id, act=act).pack(), style=style)


def way_to(found: Conversation) -> str:
    return ThreadCb(conversation=found.id).pack()


def _to_school(one: Listed, t: Texts) -> str:
    to = words.addressee(one.conversation.office, one.staff, t)
    return _marked(one, f"{one.child.first_name} · {to}", t)


def of_family(one: Listed, t: Texts) -> str:
    own = one.family.id == one.child.student_id
    name = words.child_named(one.child)
    return _marked(one, name if own else f"{name} · {one.family.short}", t)


def _marked(one: Listed, label: str, t: Texts) -> str:
    said = f"{label}: {words.glimpse(one.last)}" if one.last else label
    return t("● {count} · {label}", count=one.unread, label=said) if one.unread else said


def _waits(told_at: datetime | None, school: School, now: datetime, t: Texts) -> str | None:
    if told_at is None:
        return None
    return italic(
        t(
            "It is out of office hours now: an answer can come from {time}.",
            time=words.later(told_at, school, now, t),
        )
    )
