"""Screens of entries that contradict each other."""

from handlers.attendance.screens import names
from handlers.control.callbacks import FINDINGS, AsideCb, AskKeepersCb, FindingCb, FindingsCb, MendCb, PageCb
from handlers.home.screens import back
from handlers.lessons.callbacks import AskDeputyCb, CardCb
from handlers.marks.callbacks import MarkCb
from handlers.paging import Page
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from journal.context import Ctx
from journal.control.integrity.mending import WORDS
from journal.control.integrity.reviewing import PAGE
from journal.entry import Record
from journal.model.attendance import Presence
from journal.model.integrity import Finding, FindingPage, Findings, Flaw, Way
from journal.model.lessons import Lesson
from locales.texts import Texts
from locales.words import inside


def waiting(found: Findings, t: Texts) -> Screen:
    """What waits for a word, each with the way to it."""
    if not found.total:
        return screen(t("Everything adds up: no entries contradict each other."), rows=((back(t),),))
    part = Page(found.shown, found.page, max(1, -(-found.total // PAGE)))
    lines = [f"{number}. {line(one, t)}" for number, one in enumerate(found.shown, 1)]
    buttons = [
        Button(f"{number}. {_label(one, t)}", FindingCb(finding=one.id).pack())
        for number, one in enumerate(found.shown, 1)
    ]
    return screen(
        bold(t("Entries that do not add up: {count}.", count=found.total)),
        *lines,
        rows=(
            *grid(buttons),
            part.turns(lambda number: FindingsCb(page=number).pack(), t),
            (back(t),),
        ),
    )


def finding(page: FindingPage, ctx: Ctx, t: Texts) -> Screen:
    """One contradiction with its lessons and the ways to put it right."""
    found = page.finding
    to_list = Button(t("The others"), FINDINGS)
    head = bold(line(found, t))
    if page.settled:
        return screen(head, t("This is settled."), rows=((to_list, back(t)),))
    return screen(
        head,
        *(_lesson(lesson, t) for lesson in found.lessons),
        t("Mark: {mark}.", mark=page.mark) if page.mark else None,
        t("The teacher was asked today.") if page.asked else None,
        t("What was it really?"),
        rows=(
            *((way_button(found, way, t),) for way in page.ways),
            *_further(page, ctx, t),
            *(_accept(found, t) if page.may_accept else ()),
            *grid([_open(lesson, ctx, t) for lesson in found.lessons]),
            (to_list, back(t)),
        ),
    )


def _accept(found: Finding, t: Texts) -> tuple[Row, ...]:
    """It was so: by the word that explains it most often, or in one's own."""
    aside = AsideCb(finding=found.id)
    return (
        (Button(so_it_was(WORDS[found.found.flaw], t), aside.pack(), style=Style.GOOD),),
        (Button(t("In my own words"), aside.model_copy(update={"typed": True}).pack()),),
    )


def word(page: FindingPage, t: Texts) -> Screen:
    """The question how it was, to be answered in words."""
    back_to = Button(t("Back"), FindingCb(finding=page.finding.id).pack())
    return screen(
        bold(line(page.finding, t)),
        t("Write in a few words how it was: it is kept, and not asked again."),
        rows=((back_to,),),
    )


def so_it_was(code: str, t: Texts) -> str:
    """The word that explains it, one tap away; one's own as it was typed."""
    known = {
        "came": t("Came to school after all"),
        "away": t("Was truly absent"),
        "both": t("Was at a part of each"),
        "allowed": t("Was let go for a while"),
        "later": t("The work was handed in later"),
        "by_order": t("A school day by order"),
    }
    return known.get(code, code)


def line(found: Finding, t: Texts) -> str:
    """`7Б, 14.10, Иванова Аня: по заявлению не будет, а стоит на уроках 2, 3`."""
    day = t.short_day(found.found.date)
    unit = _unit(found)
    slots = ", ".join(str(lesson.slot) for lesson in found.lessons)
    subjects = ", ".join(inside(lesson.subject) for lesson in found.lessons)
    said = {
        Flaw.DESPITE_NOTE: t(
            "absent by an accepted note, present by the register, lessons {slots}", slots=slots
        ),
        Flaw.DISPUTED: t("absent at lessons {slots}; the family says it is an error", slots=slots),
        Flaw.TWO_LESSONS: t("present at two lessons at once: {subjects}", subjects=subjects),
        Flaw.FLICKER: t("present, absent at lessons {slots}, present again", slots=slots),
        Flaw.MARK_WHILE_ABSENT: t("absent, yet with a mark: {subjects}", subjects=subjects),
        Flaw.DAY_OFF: t("a lesson on a day off: {subjects}", subjects=subjects),
    }[found.found.flaw]
    whose = f"{unit}, {day}, {found.student.listed}" if found.student else f"{unit}, {day}"
    return f"{whose}: {said}"


def _label(found: Finding, t: Texts) -> str:
    day = t.short_day(found.found.date)
    if found.student is not None:
        return f"{names([found.student])[0]} {day}"
    return f"{_unit(found)} {day}"


def _unit(found: Finding) -> str:
    """The class, where one of the lessons is of all of it."""
    return min((lesson.unit_name for lesson in found.lessons), key=len, default="")


def _lesson(lesson: Lesson, t: Texts) -> str:
    return t("• lesson {slot}, {subject}", slot=lesson.slot, subject=inside(lesson.subject))


def way_button(found: Finding, way: Way, t: Texts) -> Button:
    """One tap that puts it right."""
    lesson = way.lesson
    at = {"slot": lesson.slot, "subject": inside(lesson.subject)}
    if way.presence is None:
        label = t("Cancel lesson {slot}, {subject}", **at)
    elif way.presence is Presence.ABSENT:
        label = t("Was not at lesson {slot}, {subject}", **at)
    else:
        label = t("Was at lesson {slot}, {subject}", **at)
    return Button(label, MendCb(finding=found.id, lesson=lesson.id).pack(), style=Style.MAIN)


def _further(page: FindingPage, ctx: Ctx, t: Texts) -> list[Row]:
    """Correcting the mark; asking the deputy head where the own register is closed by now."""
    rows: list[Row] = []
    if page.mark_id is not None:
        rows.append((Button(t("Correct the mark"), MarkCb(mark=page.mark_id).pack()),))
    if page.may_ask and not page.asked:
        ask_them = AskKeepersCb(finding=page.finding.id).pack()
        rows.append((Button(t("Ask the teacher"), ask_them, style=Style.MAIN),))
    own = [lesson for lesson in page.finding.lessons if ctx.actor.person_id in lesson.keepers]
    if own and not page.ways and page.finding.found.flaw is not Flaw.DAY_OFF:
        ask = AskDeputyCb(lesson=own[0].id, record=Record.ATTENDANCE)
        rows.append((Button(t("Ask the deputy head"), ask.pack(), style=Style.MAIN),))
    return rows


def _open(lesson: Lesson, ctx: Ctx, t: Texts) -> Button:
    keeps = ctx.actor.person_id in lesson.keepers
    data = CardCb(lesson=lesson.id).pack() if keeps else PageCb(lesson=lesson.id).pack()
    return Button(t("Open lesson {slot}, {subject}", slot=lesson.slot, subject=inside(lesson.subject)), data)
