"""Screens that announce an absence: child, days, lessons; a reason sends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from handlers.absences.buttons import answer
from handlers.absences.callbacks import AheadCb, AnnounceCb, AtHourCb
from handlers.home.callbacks import HOME
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from journal.absences import Outlook, Said
from journal.absences.rules import FORESEEN
from journal.model.people import Child
from locales.texts import Texts

# Lessons offered in one row.
LESSONS = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen so far; `slot` 0 is the whole day."""

    day: date
    until: date
    slot: int

    @property
    def several(self) -> bool:
        return self.until > self.day


def children(
    found: Sequence[Child], asked: AheadCb, t: Texts, *, comes: bool = False, hour: time | None = None
) -> Screen:
    """Which of several children; the days and the hour that were said already stay."""

    def data(student: int) -> str:
        if hour is None or asked.slot:
            return asked.model_copy(update={"student": student}).pack()
        minute = hour.hour * 60 + hour.minute
        return AtHourCb(student=student, day=asked.day, until=asked.until, minute=minute, comes=comes).pack()

    buttons = [Button(f"{child.first_name}, {child.unit_name}", data(child.student_id)) for child in found]
    return screen(t("Who will not be at school?"), rows=(*grid(buttons), (back(t),)))


def at_hour(found: Outlook, asked: AheadCb, hour: time, t: Texts, *, comes: bool) -> Screen:
    """The same with the lesson that begins at the hour, or after it, on the day that was said."""
    day = next((one for one in found.days if one.toordinal() == asked.day), found.usual)
    if day is not None and not asked.slot:
        asked = asked.model_copy(update={"slot": found.lesson_at(day, hour)})
    return announcing(found, asked, t, comes=comes, hour=hour)


def announcing(
    found: Outlook, asked: AheadCb, t: Texts, *, comes: bool = False, hour: time | None = None
) -> Screen:
    """One screen to choose days and lessons; a tap on a reason sends it.

    Words may say that the child `comes` late rather than leaves, and at what `hour`.
    """
    choice = chosen(found, asked)
    comes = (comes or asked.slot < 0) and choice is not None and not choice.several
    if choice is None:
        return screen(t("{child}: no lessons in sight.", child=found.child.first_name), rows=((back(t),),))
    return screen(
        bold(
            t(
                "{child} will not be there: {when}",
                child=found.child.first_name,
                when=_when(choice, t, comes=comes, hour=hour),
            )
        ),
        t("Choose the days, then tap the reason: it goes to the class teacher at once."),
        rows=(
            *grid(_days(found, choice, t), 3),
            *_further(found, choice, t),
            *_lessons(found, choice, t, comes=comes),
            *_send(found, choice, t, comes=comes),
            (Button(t("Cancel"), HOME), back(t)),
        ),
    )


def chosen(found: Outlook, asked: AheadCb) -> Choice | None:
    """What the buttons said, mended where the days have moved on."""
    if found.usual is None:
        return None
    day, offered = found.usual, [day.toordinal() for day in found.days]
    if offered[0] <= asked.day <= offered[-1]:
        # A day off that was named in words is the next school day.
        day = next(day for day in found.days if day.toordinal() >= asked.day)
    until = max((last for last in found.days if day < last and last.toordinal() <= asked.until), default=day)
    slot = abs(asked.slot) if until == day and abs(asked.slot) in found.slots[day][1:] else 0
    return Choice(day, until, slot)


def _when(choice: Choice, t: Texts, *, comes: bool, hour: time | None) -> str:
    if choice.several:
        return t.days(choice.day, choice.until)
    day = t.weekday(choice.day)
    if comes and choice.slot:
        return t("{day}, comes to lesson {slot}", day=day, slot=choice.slot)
    if comes:
        return t("{day}, comes late", day=day)
    last = choice.slot - 1
    if hour is not None and choice.slot:
        return t("{day}, leaves at {time}, after lesson {slot}", day=day, time=t.clock(hour), slot=last)
    if choice.slot:
        return f"{day}, {_leaves(choice, t)}"
    return t("{day}, the whole day", day=t.weekday(choice.day))


def _leaves(choice: Choice, t: Texts) -> str:
    return t("leaves after lesson {slot}", slot=choice.slot - 1)


def _to(found: Outlook, day: date, until: date | None = None, slot: int = 0) -> str:
    last = 0 if until is None else until.toordinal()
    return AheadCb(student=found.child.student_id, day=day.toordinal(), until=last, slot=slot).pack()


def _days(found: Outlook, choice: Choice, t: Texts) -> list[Button]:
    def button(day: date) -> Button:
        inside = choice.day <= day <= choice.until
        sign = "● " if inside else ""
        style = Style.MAIN if inside else None
        return Button(f"{sign}{t.dated(day)}", _to(found, day), style=style)

    return [button(day) for day in found.days]


def _further(found: Outlook, choice: Choice, t: Texts) -> tuple[Row, ...]:
    """One school day more, or only the first again."""
    later = [day for day in found.days if day > choice.until]
    row = []
    if later:
        label = t("until {day} inclusive", day=t.short_day(later[0]))
        row.append(Button(label, _to(found, choice.day, later[0])))
    if choice.several:
        row.append(Button(t("Only {day}", day=t.short_day(choice.day)), _to(found, choice.day)))
    return (tuple(row),) if row else ()


def _lessons(found: Outlook, choice: Choice, t: Texts, *, comes: bool) -> tuple[Row, ...]:
    """The lesson after which the child leaves, or to which a late one comes."""
    if choice.several or len(found.slots[choice.day]) < 2:
        return ()

    def button(slot: int) -> Button:
        label = _comes(slot, t) if comes else t("Leaves after lesson {slot}", slot=slot - 1)
        if slot == choice.slot:
            return Button(f"● {label}", _to(found, choice.day))
        return Button(label, _to(found, choice.day, slot=-slot if comes else slot))

    return grid((button(slot) for slot in dict.fromkeys(found.slots[choice.day][1:])), LESSONS)


def _comes(slot: int, t: Texts) -> str:
    """`Придёт ко 2-му уроку`, `Придёт к 3-му уроку`."""
    return t("Comes to lesson 2") if slot == 2 else t("Comes to lesson {slot}", slot=slot)


def _send(found: Outlook, choice: Choice, t: Texts, *, comes: bool) -> tuple[Row, ...]:
    def button(said: Said) -> Button:
        label = answer(said, t)
        if choice.slot and said is Said.LATE:
            label = _comes(choice.slot, t)
        elif choice.slot:
            label = f"{label}, {_leaves(choice, t)}"
        data = AnnounceCb(
            student=found.child.student_id,
            day=choice.day.toordinal(),
            until=choice.until.toordinal(),
            slot=choice.slot,
            said=said,
        )
        return Button(label, data.pack(), style=Style.GOOD)

    said_late = (Said.LATE,) if comes and choice.slot else FORESEEN
    offered = [said for said in said_late if not (choice.several and said is Said.LATE)]
    return grid((button(said) for said in offered), 1 if choice.slot else 3)
