"""Pushes of absences: notes and alarms for the class teacher, decisions and questions for families."""

from handlers.absences import notes, words
from handlers.absences.buttons import after, reasons
from handlers.absences.callbacks import AskCb
from handlers.absences.search import search
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Button, Row, Screen, grid, screen
from handlers.settings.why import why
from journal.absences import Alarm
from journal.model.attendance import NoteStatus
from journal.model.news import Kind, MissingNews, NoteNews, NudgeNews
from locales.words import inside


def note_sent(news: NoteNews, view: View) -> Screen:
    """A family's note with «Принять» and «Отклонить»; in the same place what became of it."""
    shown = notes.note(news.note, news.child, news.author, view.t)
    return screen(shown.text, rows=(*shown.rows, (why(Kind.NOTE_SENT, view.t, news.child),)))


def note_decided(news: NoteNews, view: View) -> Screen:
    """What the class teacher decided; a declined reason may be given anew."""
    t, note = view.t, news.note
    name = child_name(news.child, view.recipient.privacy)
    answers: tuple[Row, ...] = ()
    if note.status is NoteStatus.DECLINED:
        answers = after(note, note.starts_on, t, missed=bool(news.missed), current=news.current)
    said = t("The school has found the child.") if note.found else words.standing(note, t)
    return screen(
        " ".join((t("{child}, {day}.", child=name, day=words.days(note, t)), said)),
        rows=(*answers, (why(Kind.NOTE_DECIDED, t, news.child),)),
    )


def child_missing(news: MissingNews, view: View) -> Screen:
    """An alarm for the class teacher and the deputy head on duty, or its end."""
    found = Alarm(news.note, news.child, news.author, news.missed)
    return search(found, view.t)


def nudge(news: NudgeNews, view: View) -> Screen:
    """Absences nobody explained, with the answers (for one day) or a button a day."""
    t, child = view.t, news.child
    by_day: dict[str, list[str]] = {}
    for day, _, subject in news.absences:
        by_day.setdefault(t.short_day(day), []).append(inside(subject))
    listed = "; ".join(f"{day} ({', '.join(subjects)})" for day, subjects in by_day.items())
    days = sorted({day for day, _, _ in news.absences})
    if len(days) == 1:
        answers = reasons(child.student_id, days[0], t, missed=True, current=False)
    else:
        answers = grid(
            Button(t.short_day(day), AskCb(student=child.student_id, day=day.toordinal()).pack())
            for day in days
        )
    name = child_name(child, view.recipient.privacy)
    return screen(
        t("{child}: nobody said why the lessons were missed: {list}.", child=name, list=listed),
        t("Do you know why?"),
        rows=(*answers, (why(Kind.ABSENCE_NUDGE, t, child),)),
    )


PUSHES = {
    Kind.NOTE_SENT: note_sent,
    Kind.NOTE_DECIDED: note_decided,
    Kind.CHILD_MISSING: child_missing,
    Kind.ABSENCE_NUDGE: nudge,
}


def note_line(news: NoteNews, view: View) -> str:
    """`Сидоров Егор, 7Б, 14 октября: болеет`, in a list of notes."""
    child = news.child
    who = f"{child.last_name} {child.first_name}, {child.unit_name}, {words.days(news.note, view.t)}"
    return f"{who}: {words.reason(news.note, view.t)}"


def decision_line(news: NoteNews, view: View) -> str:
    """`14 октября. Классный руководитель принял причину: болеет.`, in a list by child."""
    return f"{words.days(news.note, view.t)}. {words.standing(news.note, view.t)}"


def nudge_line(news: NudgeNews, view: View) -> str:
    """How many absences still lack a reason, in a list by child."""
    return view.t("absences nobody explained: {count}", count=len(news.absences))


LINES = {Kind.NOTE_SENT: note_line, Kind.NOTE_DECIDED: decision_line, Kind.ABSENCE_NUDGE: nudge_line}
