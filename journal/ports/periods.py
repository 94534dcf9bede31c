"""What use cases need of periods and of the marks given for them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from journal.model.control import RequestStatus
from journal.model.marks import Mark
from journal.model.people import Person
from journal.model.periods import Assessment, Closure, Order, ResultPage, ResultRequest
from journal.model.results import Given, ResultDraft
from journal.model.school import Period
from journal.model.span import Span

# unit, subject
PageKey = tuple[int, int]


class Periods(Protocol):
    async def running(self, year_id: int, grade: int, day: date) -> Period | None:
        """The period of that grade's year that runs on that day; None in the holidays."""
        ...

    async def period(self, period_id: int) -> Period | None: ...

    async def of_student(self, student_id: int) -> list[Period]:
        """The periods of every year the student was at school, by the grade of that year, oldest first."""
        ...

    async def year(self, day: date) -> int | None:
        """The school year of that day; in the summer the one that ended last."""
        ...

    async def of_year(self, year_id: int) -> list[tuple[Period, range]]:
        """The periods of a school year with the grades they are for, in order of time."""
        ...

    async def orders(self, year_id: int) -> list[Order]:
        """The orders about marks of the year, exams and final marks."""
        ...

    async def page(self, unit_id: int, subject_id: int) -> ResultPage | None: ...

    async def pages(self, year_id: int, teacher_id: int | None = None) -> list[ResultPage]:
        """The pages of the workload of a year, or those of one teacher, by grade, unit and subject."""
        ...

    async def teachers(self, year_id: int) -> dict[PageKey, list[Person]]:
        """Who teaches each page of the workload."""
        ...

    async def students(self, page: ResultPage, day: date) -> list[Person]:
        """The students of a page on that day in list order, without those with a plan of their own."""
        ...

    async def counts(
        self, pages: Sequence[ResultPage], assessment: Assessment, day: date
    ) -> dict[PageKey, tuple[int, int]]:
        """Of each page, how many students have the mark and how many get one; two statements."""
        ...

    async def marks(self, students: Collection[int], subject_id: int, span: Span) -> list[Mark]:
        """The marks of these students in a subject in these days, oldest first."""
        ...

    async def results(
        self, students: Collection[int], subject_id: int, year_id: int
    ) -> dict[int, dict[str, Given]]:
        """All results of a year in a subject, by student and the assessment's code."""
        ...

    async def set(
        self, page: ResultPage, assessment: Assessment, new: Mapping[int, Given], at: datetime
    ) -> list[int]:
        """Write marks that were not set; returns their ids."""
        ...

    async def correct(self, result: Given) -> None:
        """Change a set mark: value, reason, author; the revision goes up by one."""
        ...

    async def withdraw(self, result_ids: Collection[int]) -> None: ...

    async def draft(self, page: ResultPage, assessment: Assessment, author: int) -> ResultDraft: ...

    async def keep_draft(
        self, page: ResultPage, assessment: Assessment, author: int, draft: ResultDraft, at: datetime
    ) -> None: ...

    async def closure(self, page: ResultPage, assessment: Assessment) -> Closure | None:
        """The last closing of the page; None where it was never closed."""
        ...

    async def closures(self, year_id: int, assessment: Assessment) -> dict[PageKey, Closure]:
        """The last closing of each page of an assessment."""
        ...

    async def close(self, page: ResultPage, assessment: Assessment, by: int, at: datetime) -> None: ...

    async def unclose(self, page: ResultPage, assessment: Assessment) -> None:
        """Undo the last closing, as if it had not been."""
        ...

    async def reopen(self, page: ResultPage, assessment: str, by: int, at: datetime, reason: str) -> None:
        """Open a closed page again; `assessment` is its code. An open page stays as it is."""
        ...

    async def requests_of(self, page: ResultPage, assessment: Assessment) -> list[ResultRequest]:
        """What the deputy head was asked about the page, in order."""
        ...

    async def requests(self, status: RequestStatus) -> list[ResultRequest]: ...

    async def requests_by_id(self, numbers: Collection[int]) -> dict[int, ResultRequest]: ...

    async def request(self, request_id: int) -> ResultRequest | None: ...

    async def ask(
        self,
        page: ResultPage,
        assessment: Assessment,
        student_id: int | None,
        kind: str,
        reason: str,
        by: int,
        at: datetime,
    ) -> int: ...

    async def set_order(self, assessment: Assessment, order: Order, by: int, at: datetime) -> None:
        """Write the last day of an assessment by order: with its period, or for the grades named."""
        ...
