"""Screens of the history: of a thing, and of the school's day."""

from collections.abc import Callable
from datetime import date, timedelta

from markupsafe import Markup

from handlers.attendance.screens import title
from handlers.audit.callbacks import HistoryCb, SchoolHistoryCb
from handlers.audit.telling import Teller
from handlers.control.callbacks import JOURNALS, ClassJournalCb, PageCb
from handlers.home.screens import back
from handlers.lessons.callbacks import CardCb
from handlers.notices.callbacks import SentAct, SentCb
from handlers.paging import Page
from handlers.screen import Button, Row, Screen, bold, grid, screen
from journal.audit.history import LessonHistory, NoticeHistory, PageHistory, StudentHistory
from journal.context import Ctx
from journal.model.history import DayHistory, History
from locales.texts import Texts

DAY = timedelta(days=1)
# So many names are offered to choose one's changes by.
MOST = 40


def lesson(found: LessonHistory, asked: HistoryCb, ctx: Ctx, t: Texts) -> Screen:
    """What was done to a lesson, or to one of its marks."""
    one = found.lesson
    keeps = ctx.actor.person_id in one.keepers
    way = (
        Button(t("To the lesson"), CardCb(lesson=one.id).pack())
        if keeps
        else Button(t("To the page"), PageCb(lesson=one.id).pack())
    )
    return _screen(title(one, ctx, t), found.history, asked, way, ctx, t)


def student(found: StudentHistory, asked: HistoryCb, ctx: Ctx, t: Texts) -> Screen:
    """What was written of a student, in all subjects."""
    child = found.child
    head = f"{child.last_name} {child.first_name}, {child.unit_name}"
    way = ClassJournalCb(unit=child.unit_id).pack() if child.unit_id is not None else JOURNALS
    return _screen(head, found.history, asked, Button(t("Journal"), way), ctx, t, placed=True)


def results(found: PageHistory, asked: HistoryCb, ctx: Ctx, t: Texts) -> Screen:
    """What was done to the marks of periods and years of a page."""
    head = t("{unit}: marks of periods and years", unit=found.unit.name)
    way = Button(t("Journal"), ClassJournalCb(unit=found.unit.class_id).pack())
    return _screen(head, found.history, asked, way, ctx, t)


def notice(found: NoticeHistory, asked: HistoryCb, ctx: Ctx, t: Texts) -> Screen:
    """What was done to a notice."""
    own = found.notice.author_id == ctx.actor.person_id
    way = (
        Button(t("To the notice"), SentCb(notice=found.notice.id, act=SentAct.COUNTER).pack())
        if own
        else None
    )
    return _screen(t("Notice"), found.history, asked, way, ctx, t)


def school(found: DayHistory, asked: SchoolHistoryCb, ctx: Ctx, t: Texts) -> Screen:
    """All that was changed on a day; a name shows what that person changed."""
    person, day = asked.person, found.day.toordinal()

    def to(number: int) -> str:
        return SchoolHistoryCb(day=day, person=person, page=number).pack()

    teller = Teller(found.history, ctx, t)
    head = t("Changes: {day}", day=t.weekday(found.day))
    return screen(
        bold(f"{head}. {found.author.short}") if found.author else bold(head),
        *_entries(found.history, teller, t),
        rows=(
            _turns(found.history, to, t),
            *_authors(found, t),
            _days(found, ctx.today, person, t),
            (Button(t("Journals"), JOURNALS), back(t)),
        ),
    )


def _screen(
    head: str,
    history: History,
    asked: HistoryCb,
    way: Button | None,
    ctx: Ctx,
    t: Texts,
    *,
    placed: bool = False,
) -> Screen:
    def to(number: int) -> str:
        return asked.model_copy(update={"page": number}).pack()

    teller = Teller(history, ctx, t, placed=placed)
    return screen(
        bold(t("History: {what}", what=head)),
        *_entries(history, teller, t),
        rows=(_turns(history, to, t), (*((way,) if way else ()), back(t))),
    )


def _entries(history: History, teller: Teller, t: Texts) -> list[str | Markup]:
    if not history.traces:
        return [t("Nothing has been changed yet.")]
    return [part for trace in history.traces for part in ("", teller.told(trace))]


def _turns(history: History, to: Callable[[int], str], t: Texts) -> Row:
    """How many entries there are is never counted: only whether there are older ones."""
    return Page(history.traces, history.page, history.page + 1 + history.more).turns(to, t)


def _authors(found: DayHistory, t: Texts) -> tuple[Row, ...]:
    day = found.day.toordinal()
    if found.author is not None:
        return ((Button(t("Everybody's changes"), SchoolHistoryCb(day=day).pack()),),)
    buttons = [
        Button(person.short, SchoolHistoryCb(day=day, person=person.id).pack())
        for person in found.authors[:MOST]
    ]
    return grid(buttons)


def _days(found: DayHistory, today: date, person: int, t: Texts) -> Row:
    def to(label: str, day: date) -> Button:
        return Button(label, SchoolHistoryCb(day=day.toordinal(), person=person).pack())

    before, after = found.day - DAY, found.day + DAY
    row = [to(f"‹ {t.dated(before)}", before)]
    if after <= today:
        row.append(to(f"{t.dated(after)} ›", after))
    return tuple(row)
