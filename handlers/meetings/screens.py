"""The class teacher's meeting: the invitation before it goes, who comes, the papers of the evening."""

from collections.abc import Sequence

from handlers.access.callbacks import ClassAccessCb
from handlers.attendance.screens import names
from handlers.class_events.screens import line
from handlers.classroom.callbacks import ClassCb
from handlers.home.callbacks import Living
from handlers.home.screens import back
from handlers.living import refresh
from handlers.meetings.callbacks import Act, MeetingCb, MeetingsCb, NewMeetingCb, SendCb
from handlers.screen import Button, File, Row, Screen, Style, bold, italic, quote, screen
from journal.meetings import Drafted
from journal.model.class_events import ClassEvent
from journal.model.meetings import Calendar, Meeting, Reply, Sheets
from journal.model.people import Person, Unit
from locales.texts import Texts


def only(found: Calendar) -> ClassEvent | None:
    """The meeting that is opened without asking which: the one ahead, where there is nothing else."""
    ahead = [one for one in found.meetings if one.day >= found.today]
    return ahead[0] if len(ahead) == 1 and not found.proposals else None


def calendar(found: Calendar, t: Texts) -> Screen:
    """The meetings there are; what is planned already may become one in a tap."""
    unit = found.unit
    meetings = [(Button(f"{t.short_day(one.day)} {one.title}", _to(one.id)),) for one in found.meetings]
    proposals = [
        (
            Button(
                t("Invite to: {day} {title}", day=t.short_day(one.day), title=one.title),
                _to(one.id, Act.PREVIEW),
                style=Style.MAIN,
            ),
        )
        for one in found.proposals
    ]
    return screen(
        bold(t("{unit}: parents' meetings", unit=unit.name)),
        *(line(one, t) for one in found.meetings),
        *(t("{event}: nobody is invited yet", event=line(one, t)) for one in found.proposals),
        None
        if found.meetings or found.proposals
        else t(
            "No meeting is planned. Name the day, the hour and the place: "
            "the families answer whether they come, and I prepare the papers."
        ),
        rows=(
            *proposals,
            *meetings,
            (Button(t("A new meeting"), NewMeetingCb(unit=unit.id).pack()),),
            (_class(unit, t), back(t)),
        ),
    )


def question(unit: Unit, event_id: int, t: Texts) -> Screen:
    """Asks for the line."""
    way = (
        Button(t("Leave it as it is"), _to(event_id))
        if event_id
        else Button(t("All meetings"), MeetingsCb(unit=unit.id, listed=True).pack())
    )
    return screen(
        bold(t("{unit}: when is the meeting?", unit=unit.name)),
        t("Write in one line the day, the hour and the place, for example:"),
        italic(t("23.10 18:30 room 214")),
        rows=((way, back(t)),),
    )


def preview(found: Drafted, t: Texts) -> Screen:
    """The invitation before anybody gets it."""
    meeting_ = found.meeting
    unit, event = meeting_.unit, meeting_.event
    asked = len(meeting_.families) - meeting_.count(Reply.UNCONNECTED)
    send = SendCb(unit=unit.id, mark=found.mark).pack() if not event.id else _to(event.id, Act.INVITE)
    return screen(
        bold(t("{unit}: invitation, not sent yet", unit=unit.name)),
        quote(line(event, t)),
        t("Buttons under it: “I will come”, “I cannot come”, “A question”."),
        t.plural("It goes to {count} family.", "It goes to {count} families.", asked),
        _unconnected(meeting_, t),
        rows=(
            (Button(t("Invite"), send, style=Style.MAIN),),
            (
                Button(t("Other words"), NewMeetingCb(unit=unit.id).pack()),
                Button(t("All meetings"), MeetingsCb(unit=unit.id, listed=True).pack()),
            ),
        ),
    )


def invited(found: Meeting, t: Texts) -> Screen:
    return meeting(found, t, notice=t("The invitations are on their way."))


def meeting(found: Meeting, t: Texts, *, notice: str | None = None, living: bool = False) -> Screen:
    """Who comes, in figures, and everything for the evening; `living` where it moves."""
    return screen(
        *((italic(notice), "") if notice else ()),
        bold(f"{found.unit.name}: {line(found.event, t)}"),
        *_figures(found, t),
        rows=(
            *_papers(found, t),
            *_changes(found, t),
            (refresh(Living.MEETING, found.event.id, t),) if living else (),
            _ways(found.unit, t),
        ),
    )


def who(found: Meeting, t: Texts) -> Screen:
    """By name: who comes, who does not, who has not answered, who could not be asked."""
    heads = {
        Reply.COMING: t("Come"),
        Reply.DECLINED: t("Cannot come"),
        Reply.SILENT: t("Have not answered"),
        Reply.UNCONNECTED: t("Not connected"),
    }
    listed = [(label, found.of(reply)) for reply, label in heads.items()]
    return screen(
        bold(f"{found.unit.name}: {line(found.event, t)}"),
        *(part for label, people in listed if people for part in _group(label, people)),
        rows=((Button(t("The meeting"), _to(found.event.id)), back(t)),),
    )


def _group(label: str, people: Sequence[Person]) -> tuple[str, str]:
    return bold(f"{label} ({len(people)})"), _names(people)


def cancelling(found: Meeting, t: Texts) -> Screen:
    """Asks once more."""
    number = found.event.id
    return screen(
        t("The meeting does not take place? Everybody invited will be told."),
        rows=(
            (Button(t("Yes, cancel it"), _to(number, Act.SURE), style=Style.BAD),),
            (Button(t("No, it takes place"), _to(number)), back(t)),
        ),
    )


def sheets(found: Sheets, content: bytes, t: Texts) -> Screen:
    return screen(
        bold(t("{unit}: sheets for the families", unit=found.unit.name)),
        t(
            "Pages: {count}. On each only the own child: hand them over one by one.",
            count=len(found.children),
        ),
        file=File(t("sheets {unit}.pdf", unit=found.unit.name), content),
    )


def sign_in(found: Meeting, content: bytes, t: Texts) -> Screen:
    return screen(
        bold(t("{unit}: the list to sign", unit=found.unit.name)),
        file=File(t("sign-in list {unit}.pdf", unit=found.unit.name), content),
    )


def _figures(found: Meeting, t: Texts) -> list[str]:
    if found.event.cancelled:
        return [t("Cancelled. Everybody invited is told.")]
    if not found.event.invited:
        return [t("Nobody is invited yet.")]
    said = [
        t(
            "Come: {coming} of {count}, cannot come: {declined}.",
            coming=found.count(Reply.COMING),
            count=len(found.families),
            declined=found.count(Reply.DECLINED),
        )
    ]
    if silent := found.count(Reply.SILENT):
        said.append(t("Have not answered: {count}.", count=silent))
    if (unconnected := _unconnected(found, t)) is not None:
        said.append(unconnected)
    return said


def _unconnected(found: Meeting, t: Texts) -> str | None:
    without = found.of(Reply.UNCONNECTED)
    return t("Not connected: {names}", names=_names(without)) if without else None


def _papers(found: Meeting, t: Texts) -> list[Row]:
    if found.event.cancelled:
        return []
    number = found.event.id
    rows: list[Row] = [
        (
            Button(t("Sheets for the families"), _to(number, Act.SHEETS), style=Style.MAIN),
            Button(t("The list to sign"), _to(number, Act.SIGN_IN)),
        )
    ]
    if found.event.invited:
        rows.append((Button(t("Who comes"), _to(number, Act.WHO)),))
    if found.count(Reply.UNCONNECTED):
        rows.append((Button(t("Codes for those not connected"), ClassAccessCb(unit=found.unit.id).pack()),))
    return rows


def _changes(found: Meeting, t: Texts) -> list[Row]:
    if found.event.cancelled or not found.ahead:
        return []
    number = found.event.id
    if not found.event.invited:
        return [(Button(t("Invite"), _to(number, Act.PREVIEW), style=Style.MAIN),)]
    silent = found.count(Reply.SILENT)
    remind = Button(t("Remind the silent ({count})", count=silent), _to(number, Act.NUDGE))
    return [
        (remind,) if silent else (),
        (
            Button(t("Change"), NewMeetingCb(unit=found.unit.id, event=number).pack()),
            Button(t("Cancel the meeting"), _to(number, Act.CANCEL), style=Style.BAD),
        ),
    ]


def _ways(unit: Unit, t: Texts) -> Row:
    everything = Button(t("All meetings"), MeetingsCb(unit=unit.id, listed=True).pack())
    return (everything, _class(unit, t), back(t))


def _class(unit: Unit, t: Texts) -> Button:
    return Button(t("The class's day"), ClassCb(unit=unit.id).pack())


def _names(people: Sequence[Person]) -> str:
    return ", ".join(names(list(people)))


def _to(event: int, act: Act = Act.SHOW) -> str:
    return MeetingCb(event=event, act=act).pack()
