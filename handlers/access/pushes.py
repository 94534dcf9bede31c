"""Pushes of access: whoever answers for a diary hears who was linked to it."""

from handlers.access.callbacks import (
    DisownBindingCb,
    ExtendCb,
    GuardianCodeCb,
    KnowBindingCb,
    OwnPhoneCb,
    PaperCb,
    ProfileCb,
    QuestionBindingCb,
    StaffCodeCb,
    StudentAccessCb,
    StudentCodeCb,
)
from handlers.access.screens import profile
from handlers.home.callbacks import HOME
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Button, Row, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.access.rights import GROUND
from journal.model.access_news import AuthorityNews, BoundNews, DecidedNews, Decision, LockedNews
from journal.model.news import Kind, ProfileNews
from journal.model.people import Capacity, Child
from journal.model.profile import ChangeStatus, ProfileChange


def bound(news: BoundNews, view: View) -> Screen:
    """To the other adults without a name, to the class teacher with it."""
    t, child = view.t, news.child
    if child is None:
        return screen(t("An account was linked."))
    if news.for_staff:
        return screen(
            t("{adult} is now linked to the diary of {child}.", adult=news.adult.full, child=_who(child)),
            rows=(_access(child, view), (why(Kind.GUARDIAN_BOUND, t, child),)),
        )
    answers: Row = (
        Button(t("I know"), KnowBindingCb(binding=news.binding_id).pack(), style=Style.GOOD),
        Button(
            t("Tell the class teacher"), QuestionBindingCb(binding=news.binding_id).pack(), style=Style.BAD
        ),
    )
    return screen(
        t(
            "One more adult was linked to the diary ({child}, {unit}).",
            child=view.name(child),
            unit=child.unit_name,
        ),
        rows=(answers, (why(Kind.GUARDIAN_BOUND, t, child),)),
    )


def phone(news: BoundNews, view: View) -> Screen:
    """To a person's other phones: was it you?"""
    t = view.t
    answers: Row = (
        Button(t("It is me"), OwnPhoneCb(binding=news.binding_id).pack(), style=Style.GOOD),
        Button(t("It was not me"), DisownBindingCb(binding=news.binding_id).pack(), style=Style.BAD),
    )
    return screen(
        t("One more phone was linked under your name. Was it you?"),
        rows=(answers, (why(Kind.PHONE_ADDED, t),)),
    )


def opened(news: BoundNews, view: View) -> Screen:
    """To whoever waited for the paper to be received."""
    t = view.t
    who = f"{view.name(news.child)}, {news.child.unit_name}" if news.child else ""
    return screen(
        t("The diary is open: {child}.", child=who),
        rows=((Button(t("Open the diary"), HOME, style=Style.MAIN),), (why(Kind.ACCESS_OPENED, t),)),
    )


def waiting(news: BoundNews, view: View) -> Screen:
    """To the class teacher: somebody waits for the tick «paper received»."""
    t = view.t
    received = Button(t("Paper received"), PaperCb(code=news.binding_id).pack(), style=Style.GOOD)
    rows: list[Row] = [(received,)]
    if news.child is not None:
        rows.append(_access(news.child, view))
    return screen(waiting_line(news, view), rows=(*rows, (why(Kind.ACCESS_WAITING, t),)))


def waiting_line(news: BoundNews, view: View) -> str:
    """One line of it."""
    return view.t(
        "{adult} has used the code ({child}) and waits: the signed consent is not here yet.",
        adult=news.adult.full,
        child=_who(news.child) if news.child else "",
    )


def questioned(news: BoundNews, view: View) -> Screen:
    """To the class teacher: the family does not know this adult."""
    t = view.t
    said = t(
        "The family does not know who was linked to the diary of {child}: {adult}. Please look into it.",
        child=_who(news.child) if news.child else "",
        adult=news.adult.full,
    )
    return screen(said, rows=_look_into(news, Kind.BINDING_QUESTIONED, view))


def disowned(news: BoundNews, view: View) -> Screen:
    """A phone was cut off by the person itself: to the school with a new code a tap away, to the family."""
    t = view.t
    if not news.for_staff:
        child = view.name(news.child) if news.child else ""
        return screen(
            t(
                "{child}: the phone that was linked lately is disconnected again: it was a mistake.",
                child=child,
            ),
            rows=((why(Kind.BINDING_DISOWNED, t, news.child),),),
        )
    said = t(
        "{adult} says: a phone linked under this name is somebody else's. It was cut off. Please check.",
        adult=news.adult.full,
    )
    rows = (_new_code(news, view), *_look_into(news, Kind.BINDING_DISOWNED, view))
    return screen(said, t("Codes handed out to this adult before do not work any more."), rows=rows)


def _new_code(news: BoundNews, view: View) -> Row:
    """What a lost slip takes: a new one, by the right the adult was linked by."""
    person = news.adult.id
    if news.child is None:
        data = StaffCodeCb(person=person).pack()
    elif news.capacity is None:
        data = StudentCodeCb(student=news.child.student_id).pack()
    else:
        student, capacity = news.child.student_id, Capacity(news.capacity)
        data = GuardianCodeCb(student=student, guardian=person, capacity=capacity).pack()
    return (Button(view.t("New code: {name}", name=news.adult.formal), data, style=Style.MAIN),)


def authority(news: AuthorityNews, view: View) -> Screen:
    """A power of attorney ends: to its holder what to bring, to the class teacher what to ask for."""
    t, day = view.t, view.t.full_day(news.until)
    reason: Row = (why(Kind.AUTHORITY_ENDING, t),)
    if news.for_holder:
        child = view.name(news.child) if news.child else ""
        return screen(
            t(
                "{child}: your power of attorney is valid until {day}. The diary closes after it.",
                child=child,
                day=day,
            ),
            t("Bring the new one to the {term.unit_head.english}, and nothing changes for you."),
            rows=(reason,),
        )
    adult, whose = news.person.full, _who(news.child) if news.child else ""
    if not news.days:
        said = t(
            "{adult} ({child}): the power of attorney ended on {day}, and the access with it.",
            adult=adult,
            child=whose,
            day=day,
        )
        return screen(said, rows=_look_into(news, Kind.AUTHORITY_ENDING, view))
    said = t(
        "{adult} ({child}): the power of attorney is valid until {day}.", adult=adult, child=whose, day=day
    )
    extend: tuple[Row, ...] = ()
    if news.child is not None:
        data = ExtendCb(student=news.child.student_id, guardian=news.person.id).pack()
        extend = ((Button(t("There is a new one"), data, style=Style.MAIN),),)
    return screen(said, rows=(*extend, *_look_into(news, Kind.AUTHORITY_ENDING, view)))


def decided(news: DecidedNews, view: View) -> Screen:
    """To the class teacher: an adult took back a consent or left; what is to be done now."""
    t = view.t
    ended = news.decision is not Decision.PHOTO
    ground = t("The journal is kept on: {ground}.", ground=GROUND)
    return screen(
        decided_line(news, view),
        t("Nothing about this child is sent to this adult any more.") if ended else None,
        ground if news.decision is Decision.PROCESSING else None,
        t("Please offer the family the results on paper.") if ended else None,
        rows=_look_into(news, Kind.FAMILY_DECIDED, view),
    )


def decided_line(news: DecidedNews, view: View) -> str:
    """One line of it."""
    t, child = view.t, _who(news.child) if news.child else ""
    adult = news.person.full
    return {
        Decision.PROCESSING: t(
            "{adult} ({child}): the consent to processing personal data is withdrawn.",
            adult=adult,
            child=child,
        ),
        Decision.MESSENGER: t(
            "{adult} ({child}): the consent to messages in Telegram is withdrawn.", adult=adult, child=child
        ),
        Decision.PHOTO: t(
            "{adult} ({child}): the consent to photo and video is withdrawn.", adult=adult, child=child
        ),
        Decision.UNLINKED: t(
            "{adult} ({child}): the phone is disconnected by its owner.", adult=adult, child=child
        ),
    }[news.decision]


def profile_asked(news: ProfileNews, view: View) -> Screen:
    """To the class teacher: a family's data changed; confirm or decline."""
    t, change = view.t, news.change
    return screen(
        bold(t("Changed data: {name}", name=_whose(change, view))),
        profile.change_line(change, t) if view.whole else profile.name_of(change.field, t),
        t("Asked by {adult}.", adult=change.asked_by.full),
        rows=(profile.decision(change, t), (why(Kind.PROFILE_CHANGE_ASKED, t),)),
    )


def profile_asked_line(news: ProfileNews, view: View) -> str:
    """One line of it."""
    change, t = news.change, view.t
    said = profile.change_line(change, t) if view.whole else profile.name_of(change.field, t)
    return f"{_whose(change, view)}: {said}"


def _whose(change: ProfileChange, view: View) -> str:
    return change.person.full if view.whole else child_name(change.person, view.recipient.privacy)


def profile_decided(news: ProfileNews, view: View) -> Screen:
    """To whoever asked: what the class teacher decided."""
    t, change = view.t, news.change
    said = (
        t("The school has confirmed the change:")
        if change.status is ChangeStatus.CONFIRMED
        else t("The change is not confirmed. Please ask the {term.unit_head.english} what is missing:")
    )
    data = Button(t("My data"), ProfileCb(student=change.student_id).pack())
    return screen(
        said,
        profile.change_line(change, t) if view.whole else profile.name_of(change.field, t),
        rows=((data,), (why(Kind.PROFILE_CHANGE_DECIDED, t),)),
    )


def locked(news: LockedNews, view: View) -> Screen:
    """To the class teacher: a code was locked after too many wrong answers."""
    t = view.t
    said = t("The code of {adult} was locked: too many wrong birth dates.", adult=news.person.full)
    child = t("It was for the diary of {child}.", child=_who(news.child)) if news.child else None
    rows = (_access(news.child, view),) if news.child else ()
    return screen(said, child, rows=(*rows, (why(Kind.CODE_LOCKED, t),)))


def _look_into(news: BoundNews | DecidedNews | AuthorityNews, kind: Kind, view: View) -> tuple[Row, ...]:
    rows = (_access(news.child, view),) if news.child else ()
    return (*rows, (why(kind, view.t),))


def _access(child: Child, view: View) -> Row:
    return (Button(view.t("Who is linked"), StudentAccessCb(student=child.student_id).pack()),)


def _who(child: Child) -> str:
    return f"{child.last_name} {child.first_name}, {child.unit_name}"


PUSHES = {
    Kind.GUARDIAN_BOUND: bound,
    Kind.PHONE_ADDED: phone,
    Kind.ACCESS_OPENED: opened,
    Kind.ACCESS_WAITING: waiting,
    Kind.BINDING_QUESTIONED: questioned,
    Kind.BINDING_DISOWNED: disowned,
    Kind.CODE_LOCKED: locked,
    Kind.FAMILY_DECIDED: decided,
    Kind.AUTHORITY_ENDING: authority,
    Kind.PROFILE_CHANGE_ASKED: profile_asked,
    Kind.PROFILE_CHANGE_DECIDED: profile_decided,
}
LINES = {
    Kind.ACCESS_WAITING: waiting_line,
    Kind.FAMILY_DECIDED: decided_line,
    Kind.PROFILE_CHANGE_ASKED: profile_asked_line,
}
