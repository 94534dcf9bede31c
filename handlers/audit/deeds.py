"""What can be done to the journal, by the names the audit keeps, in the reader's words."""

from datetime import date

from handlers.lessons.screens import task_types
from journal.model.attendance import Presence, Reason
from locales.texts import Texts

# The deeds whose values are told; of the others only that they were done: they belong to other screens.
TOLD = frozenset(
    {
        "absence.reason",
        "comment.withdraw",
        "homework.change",
        "homework.save",
        "homework.withdraw",
        "lesson.fill",
        "lesson.give_back",
        "lesson.substitute",
        "material.add",
        "mark.correct",
        "mark.withdraw",
        "marks.save",
        "marks.undo",
        "remark.give",
        "remark.withdraw",
        "register.correct",
        "register.minutes",
        "register.save",
        "register.undo",
        "result.correct",
        "results.save",
        "results.undo",
    }
)


def name(action: str, t: Texts) -> str:
    """The deed in a word or two; the audit's own name of one that has none here."""
    return _names(t).get(action, action)


def field(key: str, t: Texts) -> str | None:
    """What a value stands for; None where it says nothing to people."""
    return {
        "topic": t("topic"),
        "tasks": t("tasks"),
        "task_type": t("kind of work"),
        "text": t("text"),
        "link": t("link"),
        "place": t("place of entry"),
        "bring": t("to bring"),
        "teacher": t("by the timetable"),
        "substitute": t("substitute"),
        "day": t("day"),
        "minutes": t("minutes"),
        "reason": t("reason"),
        "reasons": t("reasons"),
    }.get(key)


def value(key: str, said: object, t: Texts) -> object:
    """A value of that field in words."""
    if key == "task_type":
        return task_types(t).get(str(said), said)
    if key == "day" and isinstance(said, str):
        return t.short_day(date.fromisoformat(said))
    if key == "reason":
        return _reason(said, t)
    if key == "reasons" and isinstance(said, list):
        return ", ".join(dict.fromkeys(str(_reason(each, t)) for each in said))
    return said


def standing(status: object, t: Texts) -> str:
    """How a student stands in a register; whoever is not named is there."""
    return {
        Presence.PRESENT: t("here"),
        Presence.ABSENT: t.context("register", "absent"),
        Presence.LATE: t.context("register", "late"),
        Presence.LEFT_EARLY: t.context("register", "left early"),
    }[Presence(str(status)) if status else Presence.PRESENT]


def _reason(said: object, t: Texts) -> object:
    known: dict[object, str] = {
        None: t("no reason"),
        Reason.ILL: t("is ill"),
        Reason.FAMILY: t("family reasons"),
        Reason.EXCUSED: t("a valid reason"),
        Reason.WILL_BE_LATE: t("will be late"),
        Reason.UNEXCUSED: t("unexcused"),
    }
    return known.get(said, said)


def _names(t: Texts) -> dict[str, str]:
    return {**_journal(t), **_families(t), **_school(t)}


def _journal(t: Texts) -> dict[str, str]:
    return {
        "comment.withdraw": t("words taken out of the diary"),
        "contradiction.accept": t("entries that do not add up: it was so"),
        "contradiction.ask": t("entries that do not add up: teachers asked"),
        "entry.ask": t("asked to open the lesson"),
        "entry.declined": t("the lesson was not opened"),
        "entry.granted": t("the lesson was opened"),
        "homework.change": t("homework changed"),
        "homework.save": t("homework"),
        "homework.withdraw": t("homework taken back"),
        "lesson.cancel": t("lesson cancelled"),
        "lesson.fill": t("lesson page"),
        "lesson.give_back": t("substitution taken back"),
        "lesson.cover": t("decision about a lesson"),
        "lesson.shift": t("lesson moved"),
        "teacher.away": t("away"),
        "teacher.back": t("back at work"),
        "lesson.substitute": t("substitution"),
        "material.add": t("material added"),
        "material.remove": t("material removed"),
        "mark.correct": t("mark corrected"),
        "mark.withdraw": t("mark taken out"),
        "marks.save": t("marks"),
        "marks.undo": t("marks taken back"),
        "plan.load": t("lesson plan loaded"),
        "plan.copy": t("lesson plan copied"),
        "plan.adjust": t("lesson plan changed"),
        "page.reopen": t("page opened again"),
        "result.ask": t("asked about a period mark"),
        "result.granted": t("leave given about a period mark"),
        "result.declined": t("no leave given about a period mark"),
        "result.expired": t("nobody answered about a period mark"),
        "entry.expired": t("nobody answered about the lesson"),
        "results.order": t("order on the dates of the period"),
        "results.remind": t("teachers reminded of period marks"),
        "page.close": t("page closed for the period"),
        "remark.give": t("said in words"),
        "remark.withdraw": t("words taken back"),
        "register.correct": t("register corrected"),
        "register.minutes": t("minutes of a register"),
        "register.save": t("register"),
        "register.undo": t("register taken back"),
        "result.correct": t("period mark corrected"),
        "results.save": t("period marks"),
        "results.undo": t("period marks taken back"),
        "work.finish": t("checking finished"),
        "work.resume": t("checking goes on"),
        "work.start": t("work taken for checking"),
        "work.plan": t("test planned"),
        "work.unplan": t("test no longer planned"),
    }


def _families(t: Texts) -> dict[str, str]:
    return {
        "absence.accepted": t("reason accepted"),
        "absence.announce": t("absence announced"),
        "absence.closed": t("note about an absence closed"),
        "absence.declined": t("reason declined"),
        "absence.found": t("the child was found"),
        "absence.prolong": t("absence prolonged"),
        "absence.reason": t("reason of the absences"),
        "absence.say": t("the family named a reason"),
        "absence.withdraw": t("note about an absence taken back"),
        "access.bind": t("account connected"),
        "access.consent": t("consent"),
        "access.end": t("access ended"),
        "channel.confirm": t("address beside the messenger given"),
        "channel.use": t("use of an address chosen"),
        "channel.remove": t("address beside the messenger removed"),
        "access.export": t("own data handed out"),
        "access.extend": t("power of attorney prolonged"),
        "access.papers": t("papers received"),
        "access.withdraw": t("consent taken back"),
        "message.allow": t("correspondence allowed"),
        "message.block": t("correspondence stopped"),
        "message.close": t("conversation closed"),
        "message.hours": t("office hours set"),
        "message.month": t("letter of the month sent"),
        "message.oversee": t("conversation read after a complaint"),
        "message.report": t("complaint about a conversation"),
        "message.send": t("message sent"),
        "message.take_back": t("message taken back"),
        "status.end": t("status ended"),
        "status.note": t("word on the status"),
        "status.say": t("status of the student"),
        "people.ask_change": t("change of personal data asked for"),
        "people.change_confirmed": t("change of personal data confirmed"),
        "people.change_declined": t("change of personal data declined"),
        "people.print_results": t("printouts for the family"),
    }


def _school(t: Texts) -> dict[str, str]:
    return {
        "audit.erase": t("values taken out of the audit"),
        "class_event.add": t("event of the class added"),
        "class_event.cancel": t("event of the class cancelled"),
        "class_event.change": t("event of the class changed"),
        "class_list.confirm": t("class list confirmed"),
        "class_list.nudge": t("class teachers asked to confirm their lists"),
        "letter.again": t("messages sent once more"),
        "letter.put_away": t("messages that did not arrive put away"),
        "class_list.report": t("mistake in the class list reported"),
        "class_list.settle": t("mistake in the class list put right"),
        "club.add": t("club added"),
        "club.choose": t("members of the club"),
        "club.end": t("club ended"),
        "control.nudge": t("teachers reminded"),
        "control.report": t("gaps reported to the deputy head"),
        "document.address": t("addressees of the document"),
        "document.publish": t("document published"),
        "document.withdraw": t("document withdrawn"),
        "meeting.invite": t("families invited to a meeting"),
        "meeting.nudge": t("families reminded of a meeting"),
        "meeting.sheets": t("sheets for a meeting printed"),
        "meeting.sign_in": t("list for a meeting printed"),
        "import.add": t("import: added"),
        "import.change": t("import: changed"),
        "import.close": t("import: closed"),
        "notice.send": t("notice sent"),
        "notice.withdraw": t("notice withdrawn"),
        "papers.ask": t("asked the office to print"),
        "papers.handed": t("printout handed over"),
        "papers.report": t("report sent to the families"),
        "papers.settle": t("request to print settled"),
        "papers.week": t("results of the week printed"),
        "plans.remind": t("teachers reminded of lesson plans"),
        "place.add": t("place of lessons added"),
        "place.remove": t("place of lessons removed"),
        "people.add": t("colleague added"),
        "people.add_guardian": t("adult added"),
        "people.appoint": t("role by order"),
        "school.found": t("school set up"),
    }
