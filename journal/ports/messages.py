"""What use cases need of the correspondence."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from journal.model.lessons import Attachment
from journal.model.messages import (
    About,
    Colleague,
    Context,
    Conversation,
    Letter,
    Listed,
    MonthDraft,
    Office,
    Phrase,
)
from journal.model.people import Person
from journal.office_hours import Hours


class Messages(Protocol):
    async def conversation(self, conversation_id: int) -> Conversation | None: ...

    async def standing(
        self, student_id: int, family_id: int, office: Office, staff_id: int | None
    ) -> Conversation | None:
        """The newest thread of these two about the child, if it is open or blocked."""
        ...

    async def stopped_with(self, family_id: int) -> frozenset[int | None]:
        """With whom the school has stopped that person's letters; None is the administration."""
        ...

    async def reads(self, family_id: int, student_id: int, day: date) -> bool:
        """Whether that person has the child's diary on any phone, so that a message would reach it."""
        ...

    async def begin(
        self, student_id: int, family_id: int, office: Office, staff_id: int | None, at: datetime
    ) -> int: ...

    async def add(
        self,
        conversation_id: int,
        author_id: int,
        text: str,
        files: Sequence[Attachment],
        at: datetime,
        *,
        from_family: bool,
        context: Context | None = None,
    ) -> int:
        """Add a message, which opens a closed thread again."""
        ...

    async def attach(self, letter_id: int, files: Sequence[Attachment], at: datetime) -> None: ...

    async def letters(self, conversation_id: int, before: int | None, limit: int) -> list[Letter]:
        """The newest messages of the thread (older than `before`), in the order they were written."""
        ...

    async def files(self, conversation_id: int, letter_id: int) -> tuple[Attachment, ...]:
        """The files of a message of that thread."""
        ...

    async def letter(self, conversation_id: int, letter_id: int) -> Letter | None:
        """A message of that thread."""
        ...

    async def seen(self, letter: Letter) -> bool:
        """Whether anybody but its author has read as far as the message."""
        ...

    async def take_back(self, letter: Letter, at: datetime) -> bool:
        """Remove a message that nobody was told of, with its files, and the thread that it leaves empty.

        False, and nothing is removed, where somebody was told already.
        """
        ...

    async def read(self, conversation_id: int, person_id: int, up_to: int) -> None:
        """Note how far somebody has read."""
        ...

    async def of_family(self, family_id: int, students: Sequence[int], day: date, limit: int) -> list[Listed]:
        """The family member's threads about these children, in their class of that day, the newest first."""
        ...

    async def of_staff(self, person_id: int, day: date, limit: int, *, administration: bool) -> list[Listed]:
        """The colleague's threads, with those of the administration, the newest first."""
        ...

    async def reported(self, reader_id: int, day: date, limit: int) -> list[Listed]:
        """The threads that somebody complained of and nobody has decided about, the newest first."""
        ...

    async def stopped(self, reader_id: int, day: date, limit: int) -> list[Listed]:
        """The threads that were stopped after a complaint of them, the newest first."""
        ...

    async def unread(self, person_id: int, students: Sequence[int], *, administration: bool) -> int:
        """How many messages of the other side the person has not read, on whichever side it stands."""
        ...

    async def unread_of_children(self, family_id: int, students: Sequence[int]) -> dict[int, int]:
        """By child: how many messages of the school the person has not read; who has none is left out."""
        ...

    async def sent_since(self, author_id: int, since: datetime) -> list[datetime]:
        """When the author wrote, from that moment on; letters to a whole class are no flood."""
        ...

    async def months_since(self, author_id: int, since: datetime) -> dict[int, datetime]:
        """The classes that the author sent the letter of the month from that moment on, and when."""
        ...

    async def month_drafts(self, unit_ids: Collection[int], month: date) -> dict[int, MonthDraft]:
        """What is written of the letters of the month that begins on that day, by class."""
        ...

    async def keep_month_draft(self, unit_id: int, month: date, draft: MonthDraft) -> None: ...

    async def drop_month_draft(self, unit_id: int, month: date) -> None: ...

    async def circulars(
        self, author_id: int, about: About, of: int, since: datetime
    ) -> tuple[datetime, int, int] | None:
        """When the author last wrote that to the families of the class, to how many, how many read it."""
        ...

    async def teachers(self, student_id: int, day: date) -> list[Colleague]:
        """Who teaches the student by the workload, by name."""
        ...

    async def class_teacher(self, unit_id: int, day: date) -> Person | None: ...

    async def pupils(self, unit_id: int, teacher_id: int | None, day: date) -> list[Person]:
        """The students of a class on that day in list order; those of that teacher alone, where named."""
        ...

    async def readers(self, students: Collection[int], day: date) -> dict[int, list[Person]]:
        """Who has each student's diary on a phone that day, the student too, by name; one statement."""
        ...

    async def conversation_of_push(self, account_id: int, message_id: int) -> int | None:
        """The thread that a message of the bot on that account's phone told of."""
        ...

    async def close(self, conversation_id: int, by: int, at: datetime) -> None: ...

    async def report(self, conversation_id: int, by: int, at: datetime) -> None: ...

    async def decide(self, conversation_id: int, by: int, at: datetime, *, block: bool) -> None:
        """Note the decision on the thread, and stop (or free) every thread of its two people."""
        ...

    async def phrases(self, person_id: int) -> list[Phrase]: ...

    async def add_phrase(self, person_id: int, text: str, at: datetime) -> None: ...

    async def remove_phrase(self, person_id: int, phrase_id: int) -> None: ...

    async def hours(self, person_id: int) -> Hours | None:
        """The hours a colleague chose."""
        ...

    async def set_hours(self, person_id: int, hours: Hours) -> None: ...
