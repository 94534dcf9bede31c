"""Who watches the attack: all that is shown, refused or logged, laid to the press that brought it about."""

from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import structlog
from structlog.testing import capture_logs

from handlers.access.callbacks import ConsentFormsCb, ExportCb
from handlers.gallery import FILE_GONE
from handlers.renderer import GONE_ALREADY, NOT_EDITABLE, UNCHANGED
from simulator import SimMessage, Simulator
from simulator.events import Event
from simulator.journal import Call
from tests.attack.canaries import escaped_twice, owners
from tests.attack.forgery import classes

# What Telegram refuses and the bot knows how to answer: a screen that stands already or is gone, a lost file.
EXPECTED = (UNCHANGED, GONE_ALREADY, *NOT_EDITABLE, *FILE_GONE)
QUIET = ("debug", "info")
# Areas whose buttons no family has, and the buttons of access by which a family gets a file of its own.
STAFF_AREAS = (
    "imports",
    "control",
    "audit",
    "deputy",
    "classroom",
    "lessons",
    "marks",
    "attendance",
    "access",
)
OWN_FILES = frozenset({ExportCb.__prefix__, ConsentFormsCb.__prefix__})
LONGEST_PRINTED = 40


@dataclass
class Finding:
    """Something that must not be, and the update that brought it about."""

    who: str
    did: str
    what: str

    def __str__(self) -> str:
        return f"{self.who} · {self.did!r} → {self.what}"


@dataclass
class Watcher:
    """Watches a simulator. `act` is told before each update, so that what follows is laid to it."""

    simulator: Simulator
    names: Mapping[int, str]
    families: Collection[str] = ()
    findings: list[Finding] = field(default_factory=list)
    # What each person saw of whose, and by which update first.
    seen: dict[str, dict[int, str]] = field(default_factory=dict)
    acts: dict[int, tuple[int, str]] = field(default_factory=dict)
    presses: dict[str, tuple[int, str]] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)
    _now: dict[int, str] = field(default_factory=dict)
    # What is not answered yet: live, by what was pressed, and in the journal, which is read later.
    _waiting: dict[int, deque[str]] = field(default_factory=dict)
    _open: dict[int, deque[str]] = field(default_factory=dict)
    _read: int = 0

    @contextmanager
    def watching(self) -> Iterator[list[Any]]:
        """Listen to phones and logs; afterwards everything is in `findings`."""
        quiet = self.simulator.world.bell.listen(self._hear)
        merge = structlog.contextvars.merge_contextvars
        with capture_logs(processors=[merge]) as lines:
            yield lines
            self._read_logs(lines)
        quiet()
        self.read_journal()

    def act(self, person: int, did: str) -> None:
        """The person's newest update, just queued, was this."""
        update = self.simulator.world.updates.history[-1]
        self.acts[update["update_id"]] = (person, did)
        query = update.get("callback_query")
        if isinstance(query, dict) and "id" in query:
            self.presses[query["id"]] = (person, did)
            self._waiting.setdefault(person, deque()).append(did)
            self._open.setdefault(person, deque()).append(query["id"])

    @property
    def unanswered(self) -> list[str]:
        """The presses, by their ids, that still wait for an answer."""
        return [query for queue in self._open.values() for query in queue]

    def give_up(self) -> None:
        """Note every press that was not answered, and wait for it no longer."""
        for query in self.unanswered:
            self.find(*self.presses[query], "not answered")
        self._open.clear()
        self._waiting.clear()

    def find(self, person: int, did: str, what: str) -> None:
        self.findings.append(Finding(self.names.get(person, str(person)), did, what))

    def find_leaks(self, name: str, allowed: Collection[int]) -> None:
        """Note what that person saw of anybody outside `allowed`."""
        for owner, did in self.seen.get(name, {}).items():
            if owner not in allowed:
                self.findings.append(Finding(name, did, f"saw what is {owner}'s"))

    def read_journal(self) -> None:
        """Note every call since the last time that Telegram refused."""
        calls = self.simulator.journal[self._read :]
        self._read += len(calls)
        for call in calls:
            person, did = self._presser(call)
            if not call.ok and not any(reason in call.description.lower() for reason in EXPECTED):
                self.find(person, did, f"{call.method}: {call.description}")
            if call.method == "answerCallbackQuery":
                self._answer(call)

    def report(self) -> str:
        """All findings, alike ones counted."""
        counted = Counter(map(str, self.findings))
        printed = [f"{line} (×{many})" if many > 1 else line for line, many in counted.items()]
        more = len(printed) - LONGEST_PRINTED
        return "\n".join([*printed[:LONGEST_PRINTED], *([f"… and {more} more"] if more > 0 else [])])

    def _answer(self, call: Call) -> None:
        query = str(call.params.get("callback_query_id"))
        self.answered[query] += 1
        if self.answered[query] > 1:
            self.find(*self._presser(call), "answered twice")
        else:
            self._close(query)

    def _close(self, query: str) -> None:
        queue = self._open.get(self.presses.get(query, (0, ""))[0], deque())
        if query in queue:
            queue.remove(query)

    def _presser(self, call: Call) -> tuple[int, str]:
        """Who brought the call about: the press it answers, or the oldest of that chat not answered yet."""
        person = call.chat_id or 0
        query = call.params.get("callback_query_id") or next(iter(self._open.get(person, ())), "")
        return self.presses.get(query, (person, "?"))

    def _doing(self, person: int) -> str:
        waiting = self._waiting.get(person)
        return waiting[0] if waiting else self._now.get(person, "?")

    def _hear(self, event: Event) -> None:
        if event.kind == "callback_answer":
            self._look(event.person, event.text)
            if waiting := self._waiting.get(event.person):
                self._now[event.person] = waiting.popleft()
        elif event.kind in ("message", "edit") and event.message and event.message.from_bot:
            self._look(event.person, shown(event.message))
            self._look_for_files(event.person, event.message)

    def _look(self, person: int, text: str) -> None:
        known = self.seen.setdefault(self.names.get(person, str(person)), {})
        for owner in owners(text):
            known.setdefault(owner, self._doing(person))
        if escaped_twice(text):
            self.find(person, self._doing(person), f"escaped twice: {text[:200]}")

    def _look_for_files(self, person: int, message: SimMessage) -> None:
        """A family that presses what only staff is offered gets no document for it."""
        did = self._doing(person)
        if message.document and self.names.get(person) in self.families and of_staff(did):
            self.find(person, did, f"got the document {message.document.name}")

    def _read_logs(self, lines: list[Any]) -> None:
        for line in lines:
            if line["log_level"] in QUIET and line["event"] != "press_not_answered":
                continue
            person, did = self.acts.get(line.get("update_id", 0), (0, "?"))
            error = line.get("exc_info") or line.get("error") or line.get("reason") or ""
            self.find(person, did, f"logged {line['event']}: {error!r:.300}")


def of_staff(data: str) -> bool:
    """Whether only staff is offered such a button."""
    prefix = data.partition(":")[0]
    return prefix in _staff_prefixes() and prefix not in OWN_FILES


@cache
def _staff_prefixes() -> frozenset[str]:
    areas = tuple(f"handlers.{area}." for area in STAFF_AREAS)
    return frozenset(cls.__prefix__ for cls in classes() if cls.__module__.startswith(areas))


def shown(message: SimMessage) -> str:
    """Everything a person can read in the message: words and buttons."""
    return "\n".join(
        [message.text, *message.labels, *(button.text for row in message.keyboard for button in row)]
    )
