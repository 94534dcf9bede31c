"""Pushes of lessons: homework, changes, and what a teacher has not entered."""

from datetime import date, datetime

from handlers.attendance.callbacks import OpenRegisterCb
from handlers.deadlines import due
from handlers.deputy.callbacks import UncoveredCb
from handlers.diary.callbacks import Look, to_page
from handlers.lessons.callbacks import CardCb, SubstituteCb
from handlers.lessons.requests import about, open_until
from handlers.marks.callbacks import OpenWorkCb
from handlers.marks.naming import work_name
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, grid, quote, screen
from handlers.settings.why import why
from journal.entry import Record
from journal.model.control import RequestStatus
from journal.model.covering import AwayLessons
from journal.model.day import DayLesson, ReminderNews
from journal.model.lessons import LessonStatus
from journal.model.news import HomeworkMissingNews, HomeworkNews, Kind, LessonNews
from journal.model.requests import EntryRequest
from locales.texts import Texts
from locales.words import inside

# More would not be read in a push.
MOST_LESSONS, MOST_WORKS = 12, 6


def homework(news: HomeworkNews, view: View) -> Screen:
    """What is to be done, as the teacher wrote it."""
    t = view.t
    gone = news.withdrawn or news.no_work
    return screen(
        t(
            "{child}, for {day}: {task}",
            child=view.name(news.child),
            day=_day(news.due, t),
            task=_head(news, t),
        ),
        quote(news.text) if news.text and not gone else None,
        t("To bring: {things}", things=news.bring) if news.bring and not gone else None,
        t.plural("{count} file", "{count} files", news.attachments)
        if news.attachments and not gone
        else None,
        rows=(
            (_tasks(news.child.student_id, news.due, t),),
            (why(Kind.HOMEWORK, t, news.child),),
        ),
    )


def _head(news: HomeworkNews, t: Texts) -> str:
    subject = inside(news.subject)
    if news.withdrawn or news.no_work:
        return t("corrected: {subject}, nothing is set", subject=subject)
    return t("corrected: {subject}", subject=subject) if news.corrected else subject


def homework_line(news: HomeworkNews, view: View) -> str:
    """`на 20 октября (вт): алгебра: № 512; с собой: линейка`."""
    t = view.t
    parts = [news.text] if news.text else []
    if news.bring:
        parts.append(t("bring: {things}", things=news.bring))
    if news.attachments:
        parts.append(t.plural("{count} file", "{count} files", news.attachments))
    gone = news.withdrawn or news.no_work
    task = _head(news, t) if gone or not parts else f"{_head(news, t)}: {'; '.join(parts)}"
    return t("for {day}: {task}", day=_day(news.due, t), task=task)


def untold(news: HomeworkMissingNews, view: View) -> Screen:
    """Homework that is not there yet, so that nobody asks around the class."""
    t = view.t
    return screen(
        f"{view.name(news.child)}, {untold_line(news, view)}",
        t("We will tell you when it appears."),
        rows=((_tasks(news.child.student_id, news.due, t),), (why(Kind.HOMEWORK_MISSING, t, news.child),)),
    )


def untold_line(news: HomeworkMissingNews, view: View) -> str:
    """One line of it."""
    t = view.t
    subjects = t.listing(inside(subject) for subject in news.subjects)
    return t("for {day}: not entered yet: {subjects}.", day=_day(news.due, t), subjects=subjects)


def changed(news: LessonNews, view: View) -> Screen:
    """A lesson that will be different."""
    t, lesson = view.t, news.lesson
    who = view.name(news.child) if news.child is not None else lesson.unit_name
    rows = [(why(Kind.LESSON_CHANGED, t, news.child),)]
    if news.child is not None:
        day = Button(t("The whole day"), to_page(news.child.student_id, Look.DAY, lesson.date))
        rows.insert(0, (day,))
    head = t("Changed once more.") if news.corrected else None
    return screen(head, f"{who}, {changed_line(news, view)}", rows=rows)


def changed_line(news: LessonNews, view: View) -> str:
    """`15 октября (чт): 2-й урок, алгебра: отменён.`"""
    t, lesson = view.t, news.lesson
    place = {"day": _day(lesson.date, t), "slot": lesson.slot, "subject": inside(lesson.subject)}
    if lesson.status is LessonStatus.CANCELLED:
        return t("{day}: lesson {slot}, {subject}: cancelled.", **place)
    time = t.clock(lesson.starts_at, view.school.zone)
    if news.substitute is not None:
        return t(
            "{day}: lesson {slot}, {subject}: given by {teacher}, {time}.",
            teacher=news.substitute.short,
            time=time,
            **place,
        )
    if lesson.room:
        return t(
            "{day}: lesson {slot}, {subject}: at {time}, room {room}.", time=time, room=lesson.room, **place
        )
    return t("{day}: lesson {slot}, {subject}: at {time}.", time=time, **place)


def substituted(news: LessonNews, view: View) -> Screen:
    """A colleague gives the lesson: for whoever is replaced, and for the deputy head."""
    t, lesson = view.t, news.lesson
    place = {
        "unit": lesson.unit_name,
        "subject": inside(lesson.subject),
        "slot": lesson.slot,
        "day": _day(lesson.date, t),
    }
    if news.substitute is None:
        said = t("{unit}, {subject}, lesson {slot}, {day}: no substitution after all.", **place)
    else:
        said = t(
            "{unit}, {subject}, lesson {slot}, {day}: given by {teacher}.",
            teacher=news.substitute.short,
            **place,
        )
    return screen(said, rows=((why(Kind.SUBSTITUTED, t),),))


def away(news: AwayLessons, view: View) -> Screen:
    """A teacher is away: the lessons that wait, and the way to decide about each."""
    t = view.t
    lines = [
        f"• {_day(lesson.date, t)}, {lesson.slot}. {lesson.unit_name}, {inside(lesson.subject)}"
        for lesson in news.lessons[:MOST_LESSONS]
    ]
    decide = Button(t("Decide about the lessons"), UncoveredCb().pack(), style=Style.MAIN)
    return screen(
        bold(
            t(
                "{teacher} is ill. Lessons to be decided about: {count}.",
                teacher=news.away.teacher.short,
                count=len(news.lessons),
            )
        ),
        *lines,
        rows=((decide,), (why(Kind.TEACHER_AWAY, t),)),
    )


def reminder(news: ReminderNews, view: View) -> Screen:
    """What is missing and until when, with a button to each lesson and to each work to be marked."""
    t = view.t
    lessons, works = news.lessons[:MOST_LESSONS], news.works[:MOST_WORKS]
    dues = {_due(line) for line in news.lessons} - {None}
    one = next(iter(dues)) if len(dues) == 1 else None
    to_lessons = [
        Button(f"{line.lesson.unit_name}, {line.lesson.slot}", CardCb(lesson=line.lesson.id).pack())
        for line in lessons
    ]
    to_works = [
        Button(
            t("{unit}: marks of {day}", unit=work.unit_name, day=t.short_day(work.day)),
            OpenWorkCb(work=work.id).pack(),
        )
        for work in works
    ]
    return screen(
        bold(t("Still to be entered for {day}:", day=_day(news.day, t))) if lessons else None,
        *(_lacks(line, view, told=one is not None) for line in lessons),
        _more(len(news.lessons) - len(lessons), t),
        t("In time until {time}.", time=due(one, news.day, view.school.zone, t)) if one else None,
        bold(t("Works to be marked:")) if works else None,
        *(f"• {work_name(work, view.regulation, t)}" for work in works),
        _more(len(news.works) - len(works), t),
        rows=(*grid(to_lessons, 3), *grid(to_works, 1), (why(Kind.ENTRY_REMINDER, t),)),
    )


def _due(line: DayLesson) -> datetime | None:
    """Until when the first of what is missing is in time; None where that has passed."""
    verdicts = [lack.verdict for lack in line.missing]
    return min((one.until for one in verdicts if one.until is not None and not one.late), default=None)


def _more(count: int, t: Texts) -> str | None:
    return t("and more: {count}", count=count) if count > 0 else None


def decided(news: EntryRequest, view: View) -> Screen:
    """What became of a request to open a lesson, with a button to that very lesson."""
    t = view.t
    granted = news.status is RequestStatus.GRANTED
    if granted:
        said = open_until(news, view.school, t)
    elif news.status is RequestStatus.DECLINED:
        said = t("The deputy head declined your request.")
    else:
        said = t("Nobody answered your request for a week. You may ask once more.")
    return screen(
        bold(about(news, t)),
        said,
        quote(news.answer) if news.answer else None,
        rows=((_onward(news, t),) if granted else (), (why(Kind.ENTRY_DECIDED, t),)),
    )


def _onward(news: EntryRequest, t: Texts) -> Button:
    """To where the entry that was opened is made."""
    lesson, style = news.lesson, Style.MAIN
    if news.record is Record.SUBSTITUTION:
        return Button(t("I substitute"), SubstituteCb(lesson=lesson.id).pack(), style=style)
    if news.record is Record.ATTENDANCE:
        return Button(t("Register"), OpenRegisterCb(lesson=lesson.id).pack(), style=style)
    return Button(t("To the lesson"), CardCb(lesson=lesson.id).pack(), style=style)


def _lacks(line: DayLesson, view: View, *, told: bool) -> str:
    """`7Б, алгебра, 2: тема, задание`, with the time it is due where that is not `told` for all at once."""
    t, lesson, until = view.t, line.lesson, _due(line)
    words = {
        Record.ATTENDANCE: t("register"),
        Record.LESSON: t("topic"),
        Record.HOMEWORK: t("homework"),
    }
    lacks = ", ".join(words[lack.record] for lack in line.missing if lack.record in words)
    said = f"{lesson.unit_name}, {inside(lesson.subject)}, {lesson.slot}: {lacks}"
    if told or until is None:
        return said
    time = due(until, lesson.date, view.school.zone, t)
    return t("{lesson}. In time until {time}.", lesson=said, time=time)


def _day(day: date, t: Texts) -> str:
    """`20 октября (вт)`: no case of the weekday to get wrong."""
    return f"{t.day(day)} ({t.short_weekday(day)})"


def _tasks(student_id: int, day: date, t: Texts) -> Button:
    return Button(t("All homework"), to_page(student_id, Look.TASKS, day))


PUSHES = {
    Kind.HOMEWORK: homework,
    Kind.HOMEWORK_MISSING: untold,
    Kind.LESSON_CHANGED: changed,
    Kind.SUBSTITUTED: substituted,
    Kind.TEACHER_AWAY: away,
    Kind.ENTRY_REMINDER: reminder,
    Kind.ENTRY_DECIDED: decided,
}
LINES = {
    Kind.HOMEWORK: homework_line,
    Kind.HOMEWORK_MISSING: untold_line,
    Kind.LESSON_CHANGED: changed_line,
}
