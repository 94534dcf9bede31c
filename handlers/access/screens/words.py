"""Words that the screens and the printed forms of access share."""

from datetime import datetime

from journal.access.overview import Access, State
from journal.access.protocol import CodeState
from journal.model.people import Capacity, Role
from journal.model.school import School
from journal.regulation.values import ServiceRefusal
from locales.texts import Texts

SIGNS = {
    State.CONNECTED: "✓",
    State.UNREACHABLE: "!",
    State.WAITING: "…",
    State.INVITED: "✉",
    State.NEVER: "–",
    State.REFUSED: "✕",
}


def capacity(found: Capacity, t: Texts) -> str:
    """By what right an adult stands for a child."""
    return {
        Capacity.PARENT: t("parent"),
        Capacity.GUARDIAN: t("guardian"),
        Capacity.REPRESENTATIVE: t("representative by power of attorney"),
    }[found]


def state(access: Access, school: School, t: Texts) -> str:
    """How far somebody has come, in one line without a gender."""
    match access.state:
        case State.CONNECTED if access.expires_on is not None:
            return t("connected; power of attorney until {day}", day=t.full_day(access.expires_on))
        case State.CONNECTED:
            seen = _seen(access.last_seen_at, school, t)
            return t("connected, last time here: {day}", day=seen) if seen else t("connected")
        case State.UNREACHABLE:
            return t("connected, but messages do not arrive")
        case State.WAITING:
            return t("waiting: the paper is not received")
        case State.INVITED if access.code_ends_at is not None:
            return t("code valid until {day}", day=t.short_day(school.day(access.code_ends_at)))
        case State.REFUSED if access.refused_on is not None:
            return t("refused the diary in writing on {day}", day=t.short_day(access.refused_on))
        case _:
            return t("not connected")


def _seen(moment: datetime | None, school: School, t: Texts) -> str | None:
    return None if moment is None else t.short_day(school.day(moment))


def refusing(how: ServiceRefusal, t: Texts) -> str:
    """How a family refuses the diary by the school's rules."""
    return {
        ServiceRefusal.CLASS_TEACHER_FLAG: t("To refuse the diary, tell the {term.unit_head.english}."),
        ServiceRefusal.DECLARED: t("To refuse the diary, declare it to the school."),
        ServiceRefusal.WRITTEN_TO_DIRECTOR: t(
            "To refuse the diary, write an application to the director and hand it to the "
            "{term.unit_head.english}."
        ),
    }[how]


def role(found: Role, t: Texts) -> str:
    """A staff role by its name."""
    return {
        Role.TEACHER: t("{term.teacher.english}"),
        Role.CLASS_TEACHER: t("{term.unit_head.english}"),
        Role.DEPUTY_HEAD: t("deputy head"),
        Role.DIRECTOR: t("director"),
        Role.ADMINISTRATOR: t("administrator"),
        Role.TECHNICIAN: t("technician"),
        Role.SECRETARY: t("secretary"),
        Role.DISPATCHER: t("dispatcher"),
        Role.CONTROL_GROUP: t("control group"),
        Role.SITE_ADMINISTRATOR: t("site administrator"),
    }[found]


def colleagues(t: Texts) -> str:
    """What the protocol of the staff's codes is about."""
    return t("Colleagues")


def code_state(found: CodeState, t: Texts) -> str:
    """What became of a code."""
    return {
        CodeState.VALID: t("valid"),
        CodeState.USED: t("used"),
        CodeState.EXPIRED: t("expired"),
        CodeState.LOCKED: t("locked"),
        CodeState.REVOKED: t("revoked"),
    }[found]
