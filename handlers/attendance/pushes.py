"""Pushes of the attendance area: what families hear of a child's presence."""

from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Screen, screen
from handlers.settings.why import why
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import AttendanceForm, AttendanceNews, Kind, LessonPresence
from locales.words import inside


def attendance(news: AttendanceNews, view: View) -> Screen:
    """The living message about a child's day: the first name, then the fact, then what can be done."""
    said = {
        AttendanceForm.ABSENT: _absent,
        AttendanceForm.VANISHED: _vanished,
        AttendanceForm.ARRIVED: _arrived,
        AttendanceForm.LATE: _late,
        AttendanceForm.CORRECTED: _corrected,
    }[news.form]
    return screen(said(news, view), rows=((why(Kind.ATTENDANCE, view.t, news.child),),))


def _absent(news: AttendanceNews, view: View) -> str:
    return " ".join(part for part in (_missed(news, view), _reason(news, view)) if part)


def _missed(news: AttendanceNews, view: View) -> str:
    t, name = view.t, child_name(news.child, view.recipient.privacy)
    if len(news.absent) == 1:
        lesson = news.absent[0]
        return t("{child}: not at lesson {slot} ({subject}, {time}).", child=name, **_words(lesson, view))
    lessons = t.listing(f"{lesson.slot} ({inside(lesson.subject)})" for lesson in news.absent)
    return t("{child}: not at lessons {lessons}.", child=name, lessons=lessons)


def _reason(news: AttendanceNews, view: View) -> str:
    """What is known of the reason; a question where nothing is."""
    t, note = view.t, news.note
    if note is None or note.status in (NoteStatus.DECLINED, NoteStatus.CLOSED):
        return t("Do you know why?")
    if note.status is NoteStatus.MISSING:
        return t(
            "The class teacher and the deputy head on duty know already. "
            "Call the child and keep your phone at hand."
        )
    if note.status is NoteStatus.DISPUTED:
        return t("Passed on: the school is checking the register.")
    if note.status is NoteStatus.ACCEPTED:
        return t("The class teacher has accepted the reason: {reason}.", reason=reason_words(note, view))
    return t("Thank you, passed on to the class teacher: {reason}.", reason=reason_words(note, view))


def reason_words(note: AbsenceNote, view: View) -> str:
    """The family's reason inside a sentence."""
    t = view.t
    known = {
        "ill": t("is ill"),
        "family": t("family reasons"),
        "will_be_late": t("will be late"),
        "excused": t("a valid reason"),
    }
    return known.get(note.reason, note.reason)


def _vanished(news: AttendanceNews, view: View) -> str:
    seen = {lesson.slot for lesson in (news.seen,) if lesson}
    lesson = next((lesson for lesson in news.absent if not seen or lesson.slot > max(seen)), news.absent[-1])
    said = view.t(
        "{child}: was at lesson {seen}, is not at lesson {slot} ({subject}, {time}).",
        child=child_name(news.child, view.recipient.privacy),
        seen=news.seen.slot if news.seen else "",
        **_words(lesson, view),
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
    return {
        "slot": lesson.slot,
        "subject": inside(lesson.subject),
        "time": view.t.clock(lesson.starts_at, view.school.zone),
    }


PUSHES = {Kind.ATTENDANCE: attendance}
