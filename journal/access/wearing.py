"""Hats: staff who are parents keep one account and say as whom they are here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.errors import NotFoundError
from journal.model.access import Hat

if TYPE_CHECKING:
    from journal.context import Ctx


async def wear(ctx: Ctx, hat: Hat) -> Ctx:
    """Put on one of the own hats; returns the context as it is from now on.

    A hat chooses what is shown first. It gives and takes no right: those follow from roles and bindings.
    """
    if hat not in ctx.actor.hats:
        raise NotFoundError(kind="hat")
    async with ctx.writing() as work:
        await work.access.wear(ctx.actor.account_id, hat)
        await work.commit()
    return ctx.as_actor(replace(ctx.actor, hat=hat))
