"""What is said of a student who needs help: to colleagues and to the family."""

from collections.abc import Iterator

from journal.model.at_risk import Need, Weak
from locales.texts import Texts
from locales.words import inside, opening


def need(found: Need, t: Texts) -> str:
    """`алгебра 2,33 (3 отметки); пропущено уроков: 12, без уважительной причины: 4`."""
    return "; ".join(_parts(found, t))


def lines(found: Need, t: Texts) -> list[str]:
    """The same, a line each, for the family."""
    return [f"• {opening(part)}" for part in _parts(found, t)]


def _parts(found: Need, t: Texts) -> Iterator[str]:
    yield from (_weak(item, t) for item in found.weak)
    if found.missed_much or found.unexcused:
        said = t("missed lessons: {count}", count=found.missed)
        if found.unexcused:
            said = f"{said}, " + t("without a valid reason: {count}", count=found.unexcused)
        yield said


def _weak(item: Weak, t: Texts) -> str:
    subject = inside(item.subject)
    if item.result is not None:
        return t("{subject}: {mark} for the period", subject=subject, mark=item.result)
    average = t.average(item.average) if item.average is not None else ""
    return t.plural(
        "{subject}: average {average} ({count} mark)",
        "{subject}: average {average} ({count} marks)",
        item.marks,
        subject=subject,
        average=average,
    )
