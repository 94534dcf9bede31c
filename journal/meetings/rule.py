"""When a meeting begins, what looks like one, and what a family says of it. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from journal.access.overview import StudentAccess
from journal.model.class_events import ClassEvent
from journal.model.meetings import Invited, Reply
from journal.model.people import Person
from journal.model.school import School

_STEMS = ("собрани", "meeting")


def begins(event: ClassEvent, school: School) -> datetime:
    """Until then answers are taken; an hour that nobody named is the end of the day."""
    return school.moment(event.day, event.starts or time.max)


def looks_like_meeting(event: ClassEvent) -> bool:
    """Whether the title speaks of a meeting, so that inviting to it is worth offering."""
    return any(stem in event.title.casefold() for stem in _STEMS)


def replies(
    members: Sequence[Person], linked: Sequence[StudentAccess], answers: Mapping[int, bool]
) -> tuple[Invited, ...]:
    """What each family says, in the order of the `members`, whose `linked` they are; answers by person."""
    return tuple(_reply(student, family, answers) for student, family in zip(members, linked, strict=True))


def _reply(student: Person, family: StudentAccess, answers: Mapping[int, bool]) -> Invited:
    said = {
        adult.person: answers[adult.person.id] for adult in family.guardians if adult.person.id in answers
    }
    coming = tuple(adult for adult, comes in said.items() if comes)
    if coming:
        return Invited(student, Reply.COMING, coming)
    if said:
        return Invited(student, Reply.DECLINED)
    return Invited(student, Reply.SILENT if family.family_linked else Reply.UNCONNECTED)
