"""The deputy head's side: every notice of the school, to withdraw an unlawful one (S0 §1.11)."""

from __future__ import annotations

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.notices import Notice, NoticeStatus
from journal.model.people import Person
from journal.notices.preview import Preview, show
from journal.policy import Permission, allows

PAGE = 10


@dataclass(frozen=True, slots=True)
class SchoolNotices:
    """A page of the notices that went out, newest first, with their authors; `more` are older."""

    notices: tuple[tuple[Notice, Person | None], ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class SchoolNotice:
    preview: Preview
    author: Person | None


def may(ctx: Ctx) -> bool:
    """Whether the actor may withdraw other people's notices."""
    return allows(Permission.WITHDRAW_NOTICE, ctx.actor, (), ctx.regulation)


async def of_school(ctx: Ctx, page: int = 0) -> SchoolNotices:
    """The notices of everybody, withdrawn ones too. Raises as the gate does."""
    async with ctx.reading() as work:
        gate.school(work, Permission.WITHDRAW_NOTICE)
        found = await work.notices.latest(page * PAGE, PAGE + 1)
        authors = await work.people.persons(sorted({one.author_id for one in found}))
        shown = tuple((one, authors.get(one.author_id)) for one in found[:PAGE])
        return SchoolNotices(shown, page, len(found) > PAGE)


async def look(ctx: Ctx, notice_id: int) -> SchoolNotice:
    """One notice with its author and the figures of its audience. Nobody's drafts are shown."""
    async with ctx.reading() as work:
        gate.school(work, Permission.WITHDRAW_NOTICE)
        notice = await work.notices.notice(notice_id)
        if notice is None or notice.status is NoticeStatus.DRAFT:
            raise NotFoundError(kind="notice")
        return SchoolNotice(await show(work, notice), await work.people.person(notice.author_id))
