"""May this account still hear what was queued for it as a colleague, or under its own name? Pure.

What concerns a family's child is decided by its listener; all else is here, and what is not here is not told.
"""

from collections.abc import Callable, Mapping
from typing import Any

from journal.model.messages import Office
from journal.model.news import Kind
from journal.model.outbox import Push
from journal.model.people import Role
from storage.news.standing import Standing

_WHOLE_SCHOOL = (Role.DEPUTY_HEAD, Role.ADMINISTRATOR)
_ADMINISTRATION = (*_WHOLE_SCHOOL, Role.DIRECTOR)


def may_hear(standing: Standing, push: Push, facts: Any) -> bool:
    """Whether a push about no child of the account's own still concerns whoever holds the account."""
    rule = _RULES.get(push.kind)
    return rule is not None and rule(standing, push, facts)


def _answers_for_the_child(standing: Standing, _: Push, facts: Any) -> bool:
    unit = facts.child.unit_id if facts.child is not None else None
    return any(
        held.role in _WHOLE_SCHOOL
        or (held.role is Role.CLASS_TEACHER and unit is not None and held.unit_id == unit)
        for held in standing.roles
    )


def _is_that_teacher(standing: Standing, push: Push, _: Any) -> bool:
    return bool(standing.roles) and standing.colleague == push.payload["person"]


def _keeps_the_lesson(standing: Standing, _: Push, facts: Any) -> bool:
    return bool(standing.roles) and standing.colleague in facts.lesson.keepers


def _decides_requests(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role is Role.DEPUTY_HEAD for held in standing.roles)


def _asked_for_it(standing: Standing, _: Push, facts: Any) -> bool:
    return bool(standing.roles) and standing.colleague == facts.teacher.id


def _heads_the_class(standing: Standing, _: Push, facts: Any) -> bool:
    return _heads(standing, facts.unit.id)


def _heads_the_meeting(standing: Standing, _: Push, facts: Any) -> bool:
    return _heads(standing, facts.meeting.unit.id)


def _keeps_the_roll(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role in (Role.SECRETARY, Role.ADMINISTRATOR) for held in standing.roles)


def _prints(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role is Role.ADMINISTRATOR for held in standing.roles)


def _asked_to_print(standing: Standing, _: Push, facts: Any) -> bool:
    return bool(standing.roles) and standing.colleague == facts.request.asked_by.id


def _is_replaced_or_forms_the_day(standing: Standing, push: Push, facts: Any) -> bool:
    return _keeps_the_lesson(standing, push, facts) or _decides_requests(standing, push, facts)


def _keeps_what_is_asked(standing: Standing, _: Push, facts: Any) -> bool:
    keepers = {keeper for lesson in facts.finding.lessons for keeper in lesson.keepers}
    return bool(standing.roles) and standing.colleague in keepers


def _is_administrator(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role is Role.ADMINISTRATOR for held in standing.roles)


def _keeps_it_running(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role in (Role.ADMINISTRATOR, Role.TECHNICIAN) for held in standing.roles)


def _is_a_colleague(standing: Standing, _: Push, __: Any) -> bool:
    return bool(standing.roles)


def _wrote_it(standing: Standing, _: Push, facts: Any) -> bool:
    notice, _counter = facts
    return bool(standing.roles) and standing.colleague == notice.author_id


def _bears_that_name(standing: Standing, _: Push, facts: Any) -> bool:
    return facts.person.id in standing.persons


def _is_written_to(standing: Standing, _: Push, facts: Any) -> bool:
    thread = facts.conversation
    if thread.office is Office.ADMINISTRATION:
        return any(held.role in _ADMINISTRATION for held in standing.roles)
    return bool(standing.roles) and standing.colleague == thread.staff_id


def _decides_complaints(standing: Standing, _: Push, facts: Any) -> bool:
    sides = (facts.conversation.staff_id, facts.conversation.family_id)
    return standing.colleague not in sides and any(held.role in _WHOLE_SCHOOL for held in standing.roles)


def _holds_it_or_answers(standing: Standing, push: Push, facts: Any) -> bool:
    return (_bears_that_name if push.payload["holder"] else _answers_for_the_child)(standing, push, facts)


def _heads_that_class(standing: Standing, push: Push, _: Any) -> bool:
    return _heads(standing, push.payload["unit"])


def _heads(standing: Standing, unit_id: int) -> bool:
    return any(held.role is Role.CLASS_TEACHER and held.unit_id == unit_id for held in standing.roles)


def _is_deputy_head(standing: Standing, _: Push, __: Any) -> bool:
    return any(held.role is Role.DEPUTY_HEAD for held in standing.roles)


_RULES: Mapping[Kind, Callable[[Standing, Push, Any], bool]] = {
    Kind.NOTE_SENT: _answers_for_the_child,
    Kind.COMMENT_WITHDRAWN: _is_that_teacher,
    Kind.CONTRADICTION_ASKED: _keeps_what_is_asked,
    Kind.MEMORY_BROKEN: _is_administrator,
    Kind.CALL_ASKED: _answers_for_the_child,
    Kind.OUTAGE: _keeps_it_running,
    Kind.LETTERS_LOST: _keeps_it_running,
    Kind.STARS_LACKING: _keeps_it_running,
    Kind.FAMILY_UNREACHED: _answers_for_the_child,
    Kind.CHILD_MISSING: _answers_for_the_child,
    Kind.GUARDIAN_BOUND: _answers_for_the_child,
    Kind.CODE_LOCKED: _answers_for_the_child,
    Kind.ACCESS_WAITING: _answers_for_the_child,
    Kind.BINDING_QUESTIONED: _answers_for_the_child,
    Kind.BINDING_DISOWNED: _answers_for_the_child,
    Kind.FAMILY_DECIDED: _answers_for_the_child,
    Kind.AUTHORITY_ENDING: _holds_it_or_answers,
    Kind.PROFILE_CHANGE_ASKED: _answers_for_the_child,
    Kind.PROFILE_CHANGE_DECIDED: _bears_that_name,
    Kind.CLASS_REVIEW: _heads_that_class,
    Kind.BREACHES: _is_deputy_head,
    Kind.ENTRY_REMINDER: _is_that_teacher,
    Kind.ENTRY_ASKED: _decides_requests,
    Kind.ENTRY_DECIDED: _asked_for_it,
    Kind.RESULT_ASKED: _decides_requests,
    Kind.RESULT_DECIDED: _asked_for_it,
    Kind.RESULTS_DUE: _is_that_teacher,
    Kind.RESULTS_OVERDUE: _decides_requests,
    Kind.MONTH_DUE: _heads_the_class,
    Kind.LIST_DUE: _heads_the_class,
    Kind.LIST_FLAWED: _keeps_the_roll,
    Kind.LIST_MENDED: _heads_the_class,
    Kind.MEETING_COUNTER: _heads_the_meeting,
    Kind.PLANS_MISSING: _decides_requests,
    Kind.PLANS_DUE: _is_that_teacher,
    Kind.PRINTOUTS_DUE: _heads_the_class,
    Kind.PRINT_ASKED: _prints,
    Kind.PRINT_SETTLED: _asked_to_print,
    Kind.LESSON_CHANGED: _keeps_the_lesson,
    Kind.TEACHER_AWAY: _decides_requests,
    Kind.SUBSTITUTED: _is_replaced_or_forms_the_day,
    Kind.NOTICE: _is_a_colleague,
    Kind.NOTICE_COUNTER: _wrote_it,
    Kind.MESSAGE: _is_written_to,
    Kind.MESSAGES_REPORTED: _decides_complaints,
    Kind.PHONE_ADDED: _bears_that_name,
    Kind.ACCESS_OPENED: _bears_that_name,
}
