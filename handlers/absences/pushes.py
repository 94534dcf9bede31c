"""Pushes of absences: notes and alarms for the class teacher, decisions and questions for families."""

from handlers.absences import notes, words
from handlers.absences.buttons import reasons, under_absence
from handlers.absences.callbacks import AskCb
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Button, Row, Screen, bold, grid, screen
from handlers.settings.why import why
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
        answers = under_absence(news.child.student_id, note.starts_on, note, t)
    return screen(
        " ".join((t("{child}, {day}.", child=name, day=words.days(note, t)), words.standing(note, t))),
        rows=(*answers, (why(Kind.NOTE_DECIDED, t, news.child),)),
    )


def child_missing(news: MissingNews, view: View) -> Screen:
    """An alarm for the class teacher and the deputy head on duty, or its end."""
    t, child = view.t, news.child
    params = {"student": f"{child.last_name} {child.first_name}", "unit": child.unit_name}
    if news.found:
        said = t("{student}, {unit}: the family says that all is well.", **params)
    else:
        said = t("{student}, {unit}: the family does not know where the child is!", **params)
    return screen(
        bold(said),
        t("From {adult}.", adult=news.author.short) if news.author else None,
        None if news.found else t("Please look for the child at school and call the family."),
        rows=((why(Kind.CHILD_MISSING, t, child),),),
    )


def nudge(news: NudgeNews, view: View) -> Screen:
    """Absences nobody explained, with the answers (for one day) or a button a day."""
    t, child = view.t, news.child
    by_day: dict[str, list[str]] = {}
    for day, _, subject in news.absences:
        by_day.setdefault(t.short_day(day), []).append(inside(subject))
    listed = "; ".join(f"{day} ({', '.join(subjects)})" for day, subjects in by_day.items())
    days = sorted({day for day, _, _ in news.absences})
    if len(days) == 1:
        answers = reasons(child.student_id, days[0], t)
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
