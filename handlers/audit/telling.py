"""An entry of the audit in human words: who, when, from where, what it was and what it is now, why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handlers.audit import deeds
from handlers.control.contradictions_screens import so_it_was
from handlers.lessons.screens import cancelled_why
from handlers.marks import correcting_screens as marks
from handlers.marks.naming import kind_name
from handlers.periods import words as periods
from handlers.screen import bold, lines, quote
from journal.context import Ctx
from journal.glimpse import cut
from journal.model.history import History, Place, Trace, Values
from journal.model.people import Person
from locales.texts import Texts
from locales.words import inside

# Reasons that are offered are kept as codes: by kind of what was changed, who knows their words.
REASONS: Mapping[str, Callable[[str, Texts], str]] = {
    "contradiction": so_it_was,
    "lesson": cancelled_why,
    "mark": marks.reason_words,
    "result": periods.reason_words,
}
# What stands in the audit for a place that nothing was written into.
NOTHING = "–"
LONGEST = 200
# Of a class's marks so many are told; all of them stand on the page itself.
MOST = 10


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the entries of one history; `placed` where each may belong to another lesson."""

    history: History
    ctx: Ctx
    t: Texts
    placed: bool = True

    def told(self, trace: Trace) -> Markup:
        """`Мария Ивановна Белова · 14.10 15:02 · в чате`, then what was done."""
        place = self._place(trace.place) if self.placed and trace.place else None
        what = self._what(trace)
        reason = self._reason(trace)
        return lines(
            bold(self._head(trace)), f"{place}: {what}" if place else what, quote(reason) if reason else None
        )

    def _head(self, trace: Trace) -> str:
        t, zone = self.t, self.ctx.school.zone
        day = t.short_day(self.ctx.school.day(trace.at))
        return f"{self._who(trace)} · {day} {t.clock(trace.at, zone)} · {self._origin(trace)}"

    def _who(self, trace: Trace) -> str:
        if trace.author_id is None:
            operator = trace.origin.partition(": ")[2]
            return operator or self.t("The bot")
        author = self.history.people.get(trace.author_id)
        return f"{author.formal} {author.last_name}" if author else self.t("somebody removed")

    def _origin(self, trace: Trace) -> str:
        known = {
            "telegram": self.t("in the chat"),
            "scheduler": self.t("by itself"),
            "command line": self.t("on the command line"),
        }
        channel = trace.origin.partition(": ")[0]
        return known.get(channel, channel)

    def _reason(self, trace: Trace) -> str | None:
        if not trace.reason:
            return None
        said = cut(trace.reason, LONGEST)
        words = REASONS.get(trace.kind)
        return self.t("Reason: {reason}", reason=words(said, self.t) if words else said)

    def _place(self, place: Place) -> str:
        subject = inside(place.subject)
        if place.day is None:
            return f"{place.unit}, {subject}"
        day = self.t.short_day(place.day)
        if place.work is not None:
            work = kind_name(place.work, self.ctx.regulation, self.t)
            return self.t(
                "{unit}, {subject}, {work} of {day}", unit=place.unit, subject=subject, work=work, day=day
            )
        return self.t(
            "{unit}, {subject} of {day}, lesson {slot}",
            unit=place.unit,
            subject=subject,
            day=day,
            slot=place.slot,
        )

    def _what(self, trace: Trace) -> str:
        head = deeds.name(trace.action, self.t)
        told = list(self._details(trace))
        left = len(told) - MOST
        more = [self.t("and more: {count}", count=left)] if left > 0 else []
        details = "; ".join([*told[:MOST], *more])
        return f"{head}: {details}" if details else head

    def _details(self, trace: Trace) -> Iterator[str]:
        """What it was and what it is now: by student, by field, or of one mark."""
        before, after = _unfolded(trace.before), _unfolded(trace.after)
        if trace.action not in deeds.TOLD:
            return
        if trace.action == "register.save" and not after:
            yield self.t("everyone is here")
        if trace.kind in ("mark", "result"):
            whose = self._name(trace.place.student_id) if trace.place and trace.place.student_id else ""
            yield " ".join(part for part in (whose, _arrow(before.get("value"), after.get("value"))) if part)
            return
        first = not before
        for key in [*after, *(key for key in before if key not in after)]:
            if key.isdigit():
                if self.history.about in (None, int(key)):
                    yield self._student(trace.kind, int(key), before.get(key), after.get(key), first=first)
            elif before.get(key) != after.get(key) and (label := deeds.field(key, self.t)):
                was, now = (self._said(key, values.get(key)) for values in (before, after))
                yield f"{label} {_arrow(was, now, first=first)}"

    def _student(self, kind: str, student: int, before: object, after: object, *, first: bool) -> str:
        was, now = (self._standing(kind, value) for value in (before, after))
        return f"{self._name(student)} {_arrow(was, now, first=first)}"

    def _standing(self, kind: str, value: object) -> object:
        """How a student stands in a register, or the marks given."""
        if kind == "lesson":
            return deeds.standing(value, self.t)
        return " ".join(map(str, value)) if isinstance(value, list) else value

    def _said(self, key: str, value: object) -> object:
        if key in ("teacher", "substitute", "person") and isinstance(value, int):
            person = self.history.people.get(value)
            return person.short if person else NOTHING
        return deeds.value(key, value, self.t)

    def _name(self, student: int) -> str:
        person: Person | None = self.history.people.get(student)
        return person.listed if person else self.t("somebody removed")


def _unfolded(values: Values) -> Values:
    """Marks of a page stand one level deeper."""
    inner = values.get("marks")
    return inner if isinstance(inner, dict) else values


def _arrow(before: object, after: object, *, first: bool = False) -> str:
    """`3 → 4`; what stood nowhere before is told alone."""
    now = NOTHING if after in (None, "") else cut(str(after), LONGEST)
    if first:
        return now
    was = NOTHING if before in (None, "") else cut(str(before), LONGEST)
    return f"{was} → {now}"
