"""People and moments of the correspondence in words."""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from handlers.screen import bold, italic, lines, quote
from journal.glimpse import glimpse as first_of
from journal.messages import Asked
from journal.model.access import Actor
from journal.model.lessons import Attachment, AttachmentKind
from journal.model.messages import About, Context, Letter, Office
from journal.model.people import Child, Person
from journal.model.school import School
from journal.words.people import named_in
from journal.words.tokens import words_of
from locales.texts import Texts
from locales.words import inside

GLIMPSE = 24


def addressee(office: Office, staff: Person | None, t: Texts) -> str:
    """`Кузнецова А. С.`, or the administration."""
    if office is Office.ADMINISTRATION or staff is None:
        return t("School administration")
    return staff.short


def written_to(what: Asked, t: Texts) -> str:
    """`Кузнецова А. С.`, the administration, or who of the family a colleague writes to."""
    if what.family is not None:
        return what.family.short
    return addressee(what.addressee.office, what.staff, t)


def title(what: Asked, t: Texts) -> str:
    """`Аня → Кузнецова А. С.`, for a colleague `Аня Иванова, 7Б → Иванова О. В.`"""
    child = child_named(what.child) if what.family is not None else what.child.first_name
    return bold(t("{child} → {addressee}", child=child, addressee=written_to(what, t)))


def child_named(child: Child) -> str:
    """`Аня Иванова, 7Б`, as staff must know the child."""
    return ", ".join(part for part in (f"{child.first_name} {child.last_name}", child.unit_name) if part)


def at(moment: datetime, school: School, t: Texts) -> str:
    """`14.10, 10:05`."""
    return f"{t.short_day(school.day(moment))}, {t.clock(moment, school.zone)}"


def later(moment: datetime, school: School, now: datetime, t: Texts) -> str:
    """`8:00`, with the day where it is another one."""
    clock = t.clock(moment, school.zone)
    day = school.day(moment)
    return clock if day == school.day(now) else f"{t.dated(day)}, {clock}"


def glimpse(text: str) -> str:
    """The first words, for a button."""
    return first_of(text, GLIMPSE)


def letter(one: Letter, persons: Mapping[int, Person], reader: int | None, school: School, t: Texts) -> str:
    """One message in a thread: who and when, what it was written from, the words, the files."""
    author = persons.get(one.author_id)
    name = t("You") if one.author_id == reader else author.short if author is not None else ""
    return lines(
        bold(f"{name} · {at(one.sent_at, school, t)}"),
        italic(source(one.context, t)) if one.context is not None else None,
        # What somebody writes stands apart from what the bot says: no letter looks like a heading.
        quote(one.text) if one.text else None,
        files(one.attachments, t),
    )


def source(context: Context, t: Texts) -> str:
    """`Алгебра, 14 октября: 4`."""
    if context.about is About.MONTH:
        return t("The letter of the month")
    if context.about is About.REPORT:
        return t("Report: {period}", period=context.subject)
    head = t("{subject}, {day}", subject=context.subject, day=t.day(context.day))
    return f"{head}: {context.words}" if context.words else head


def files(attachments: tuple[Attachment, ...], t: Texts) -> str | None:
    """`[фото, файл]`: what came along."""
    names = {
        AttachmentKind.PHOTO: t("photo"),
        AttachmentKind.DOCUMENT: t("file"),
        AttachmentKind.VOICE: t("voice message"),
    }
    said = ", ".join(names[one.kind] for one in attachments)
    return f"[{said}]" if said else None


def taught(subjects: tuple[str, ...]) -> str:
    """`алгебра, геометрия`."""
    return ", ".join(inside(subject) for subject in subjects)


def new_messages(count: int, t: Texts) -> Markup | None:
    """A line of the first screen; nothing where there is nothing new."""
    return bold(t("New messages: {count}", count=count)) if count else None


def other_named(text: str, student: int, actor: Actor) -> Child | None:
    """The own child whom a letter about another one names alone."""
    found = named_in(words_of(text), actor.children)
    return found[0] if len(found) == 1 and found[0].student_id != student else None
