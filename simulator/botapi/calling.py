"""One call of the Bot API from raw parameters to an answer, by HTTP or in a webhook's response alike."""

import logging
from dataclasses import dataclass
from typing import Any

from simulator.botapi.registry import METHODS, canonical
from simulator.decoding import Upload, decode
from simulator.errors import Error, Refusal
from simulator.journal import Call, Journal
from simulator.limits import Limits
from simulator.numbers import whole
from simulator.world import World

log = logging.getLogger(__name__)

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """HTTP status and JSON body."""

    status: int
    body: Raw


@dataclass(frozen=True)
class Caller:
    """Runs calls against the world within the limits and writes each into the journal."""

    world: World
    limits: Limits
    journal: Journal

    async def call(self, name: str, raw: Raw, uploads: dict[str, Upload]) -> Answer:
        """Never raises but on cancellation: every refusal and every accident becomes an answer."""
        at = self.world.clock.elapsed()
        method = canonical(name)
        try:
            if self.world.logged_out:
                raise Error.LOGGED_OUT()
            if method is None:
                raise Error.METHOD_NOT_FOUND()
            answer = Answer(200, {"ok": True, "result": await self._run(method, raw, uploads)})
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.answer())
        except RecursionError:
            answer = Answer(400, Error.BODY().answer())
        except Exception:
            log.exception("the simulator failed in %s", method)
            answer = Answer(500, Error.INTERNAL().answer())
        self.note(at, method or name, raw, uploads, answer)
        return answer

    def note(self, at: float, method: str, raw: Raw, uploads: dict[str, Upload], answer: Answer) -> None:
        """Write a call into the journal."""
        files = {name: f"<{upload.name}, {len(upload.data)} bytes>" for name, upload in uploads.items()}
        self.journal.append(
            Call(
                at=at,
                method=method,
                params={**raw, **files},
                status=answer.status,
                chat_id=chat_of(raw),
                description=answer.body.get("description", ""),
                done=self.world.clock.elapsed(),
            )
        )

    async def _run(self, method: str, raw: Raw, uploads: dict[str, Upload]) -> Any:
        args = decode(method, raw, uploads)
        self.limits.spend(
            method,
            chat_of(raw),
            count=len(args.get("media", [0])),
            paid=args.get("allow_paid_broadcast", False),
        )
        return await METHODS[method](self.world, args)


def chat_of(raw: Raw) -> int | None:
    """The numeric chat of a call, if it has one."""
    return whole(raw.get("chat_id"))
