"""What the parts of the access queries share: the transaction, the moment, whoever acts."""

from datetime import datetime

from journal.context import Ctx
from storage.db import Db


class Queries:
    def __init__(self, db: Db, ctx: Ctx) -> None:
        self.db = db
        self.ctx = ctx

    @property
    def now(self) -> datetime:
        return self.ctx.now

    @property
    def account_id(self) -> int:
        return self.ctx.actor.account_id

    @property
    def person_id(self) -> int | None:
        return self.ctx.actor.person_id
