"""Pushes of the attendance area: what families hear of a child's presence."""

from handlers.absences.buttons import under_absence
from handlers.absences.words import standing
from handlers.attendance import words
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Row, Screen, screen
from handlers.settings.why import why_topic
from journal.model.attendance import NoteStatus
from journal.model.news import AttendanceForm, AttendanceNews, Kind, LessonPresence
from journal.model.subscriptions import Topic


def attendance(news: AttendanceNews, view: View) -> Screen:
    """The living message about a child's day: the first name, then the fact, then what can be done."""
    said = {
        AttendanceForm.ABSENT: _absent,
        AttendanceForm.VANISHED: _vanished,
        AttendanceForm.ARRIVED: _arrived,
        AttendanceForm.LATE: _late,
        AttendanceForm.CORRECTED: _corrected,
    }[news.form]
    late = news.form is AttendanceForm.LATE
    reasons = (why_topic(Topic.LATENESS if late else Topic.ABSENCES, view.t, news.child),)
    return screen(said(news, view), _why_here(news, view), rows=(*_answers(news, view), reasons))


def _why_here(news: AttendanceNews, view: View) -> str | None:
    """Why it comes to somebody who chose otherwise; of the other adult no more than that."""
    if not news.instead:
        return None
    return view.t("You get this because a message to another adult of the family does not arrive now.")


def _absent(news: AttendanceNews, view: View) -> str:
    return " ".join(part for part in (_missed(news, view), _reason(news, view)) if part)


def _missed(news: AttendanceNews, view: View) -> str:
    return words.missed(child_name(news.child, view.recipient.privacy), news.absent, view.school.zone, view.t)


def _reason(news: AttendanceNews, view: View) -> str:
    """What is known of the reason; a question where nothing is."""
    return standing(news.note, view.t)


def _vanished(news: AttendanceNews, view: View) -> str:
    seen = news.seen.slot if news.seen else ""
    if len(news.absent) > 1:
        said = " ".join((_missed(news, view), view.t("Was at lesson {seen}.", seen=seen)))
    else:
        said = view.t(
            "{child}: was at lesson {seen}, is not at lesson {slot} ({subject}, {time}).",
            child=child_name(news.child, view.recipient.privacy),
            seen=seen,
            **_words(news.absent[0], view),
        )
    return f"{said} {_reason(news, view)}"


def _arrived(news: AttendanceNews, view: View) -> str:
    lesson = news.arrived
    name = child_name(news.child, view.recipient.privacy)
    if lesson is None:
        return _absent(news, view)
    t = view.t
    since = t("since lesson 2") if lesson.slot == 2 else t("since lesson {slot}", slot=lesson.slot)
    time = t.clock(lesson.starts_at, view.school.zone)
    said = t("{child}: here {since} ({time}).", child=name, since=since, time=time)
    return said if news.known else f"{_missed(news, view)} {said}"


def _late(news: AttendanceNews, view: View) -> str:
    name = child_name(news.child, view.recipient.privacy)
    return " ".join(
        view.t("{child}: late for lesson {slot} ({subject}, {time}).", child=name, **_words(lesson, view))
        for lesson in news.late
    )


def _corrected(news: AttendanceNews, view: View) -> str:
    name = child_name(news.child, view.recipient.privacy)
    if news.late:
        return view.t("Corrected: {child} is at the lesson, came late. Sorry for the alarm.", child=name)
    return view.t("Corrected: {child} is at the lesson. Sorry for the alarm.", child=name)


def _words(lesson: LessonPresence, view: View) -> dict[str, object]:
    return words.of(lesson, view.school.zone, view.t)


def _answers(news: AttendanceNews, view: View) -> tuple[Row, ...]:
    """The buttons to say why, under the message that tells of an absence."""
    told_before = news.form is AttendanceForm.ARRIVED and news.known
    if _told_apart(news, view):
        return ()
    if not news.absent or told_before or news.form in (AttendanceForm.LATE, AttendanceForm.CORRECTED):
        return ()
    return under_absence(news.child.student_id, news.day, news.note, view.t, current=news.current)


def _told_apart(news: AttendanceNews, view: View) -> bool:
    """Whether the decision comes to this reader as a message of its own, with the buttons to answer it."""
    note = news.note
    return (
        note is not None
        and note.status is NoteStatus.DECLINED
        and note.account_id == view.recipient.account_id
    )


PUSHES = {Kind.ATTENDANCE: attendance}
