"""Screens of forecasts: all subjects of a child, one of them, a subject of a class."""

from collections.abc import Sequence

from handlers.diary.callbacks import Look, SubjectCb, to_page
from handlers.diary.screens.parts import period_title
from handlers.forecast import words
from handlers.forecast.callbacks import MY_CLASSES, ClassForecastCb, ForecastCb
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, bold, grid, italic, screen
from journal.model.forecast import ClassForecast, ClassPages, ForecastBook, Outlook
from journal.model.people import Child, Person, Unit
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside, opening


def book(found: ForecastBook, siblings: Sequence[Child], t: Texts) -> Screen:
    """Every subject of the child: what is likely, what is set already, where there are too few marks."""
    student = found.child.student_id
    told = [item for item in found.subjects if item.forecast is not None]
    buttons = [
        Button(item.subject, ForecastCb(student=student, subject=item.subject_id).pack()) for item in told
    ]
    return screen(
        bold(_head(found, t)),
        *([_line(item, t) for item in told] or [_none(found, t)]),
        _early(found.subjects, t),
        needed(found.least, t) if _too_few(found.subjects) else None,
        _set(found.subjects, t),
        *(("", italic(caveat(t))) if told else ()),
        rows=(
            *grid(buttons),
            _others(siblings, 0),
            (Button(t("Marks"), to_page(student, Look.MARKS)), back(t)),
        ),
    )


def subject(found: ForecastBook, item: Outlook, siblings: Sequence[Child], t: Texts) -> Screen:
    """One subject of the child: every mark's chance, and what the forecast rests on."""
    student = found.child.student_id
    head = t("{child}: forecast, {subject}", child=found.child.first_name, subject=inside(item.subject))
    marks = SubjectCb(student=student, period=0, subject=item.subject_id)
    return screen(
        bold(head),
        *_detail(found, item, t),
        rows=(
            (Button(t("Marks: {subject}", subject=inside(item.subject)), marks.pack()),),
            _others(siblings, item.subject_id),
            (Button(t("All forecasts"), ForecastCb(student=student).pack()), back(t)),
        ),
    )


def _others(siblings: Sequence[Child], subject: int) -> Row:
    """The same of the other children of the family."""
    return tuple(
        Button(one.first_name, ForecastCb(student=one.student_id, subject=subject).pack()) for one in siblings
    )


def classes(units: Sequence[Unit], t: Texts) -> Screen:
    """Which class, by grade and name."""
    buttons = [Button(unit.name, ClassForecastCb(unit=unit.id).pack()) for unit in units]
    asked = t("Forecast: which class?") if units else t("No class is in your hands this year.")
    return screen(bold(asked), rows=(*grid(buttons, 6), (back(t),)))


def pages(found: ClassPages, t: Texts) -> Screen:
    """Which subject of the class."""
    buttons = [
        Button(page.subject, ClassForecastCb(unit=found.unit.id, subject=page.subject_id).pack())
        for page in found.pages
    ]
    asked = t("{unit}: forecast of which subject?", unit=found.unit.name)
    empty = None if buttons else t("No subject of this class is in the workload yet.")
    return screen(bold(asked), empty, rows=(*grid(buttons), (_other_classes(t), back(t))))


def group(found: ClassForecast, regulation: Regulation, t: Texts) -> Screen:
    """The class in the order of its list, and what to expect of it together."""
    head = t("{unit}: forecast, {subject}", unit=found.unit.name, subject=inside(found.page.subject))
    others = Button(t("Other subjects"), ClassForecastCb(unit=found.unit.id).pack())
    return screen(
        bold(head),
        _passed(found.passed, t) if found.period else t("No period runs now: there is nothing to forecast."),
        _expected(found, t),
        *(_student(person, item, t) for person, item in found.students),
        _helped(found, regulation, t),
        italic(caveat(t)) if found.students else None,
        rows=((others, _other_classes(t)), (back(t),)),
    )


def caveat(t: Texts) -> str:
    """What must stand under every forecast."""
    return t("A forecast from the marks so far; the teacher sets the final mark.")


def needed(least: int, t: Texts) -> str:
    return t.plural("A forecast needs {count} mark.", "A forecast needs {count} marks.", least)


def _head(found: ForecastBook, t: Texts) -> str:
    if found.period is None:
        return t("{child}: forecast", child=found.child.first_name)
    return t(
        "{child}: forecast, {period}", child=found.child.first_name, period=period_title(found.period, t)
    )


def _none(found: ForecastBook, t: Texts) -> str:
    if found.markless:
        return t("There are no marks in the first grade, so there is nothing to forecast.")
    if found.period is None:
        return t("No period runs now: there is nothing to forecast.")
    return t("Too few marks for a forecast so far.")


def _line(item: Outlook, t: Texts) -> str | None:
    if item.forecast is None:
        return None
    said, basis = words.likely(item.forecast, t), words.by_marks(item.count, t)
    return t("{subject}: {forecast}; {basis}", subject=item.subject, forecast=said, basis=basis)


def _too_few(subjects: Sequence[Outlook]) -> list[Outlook]:
    return [item for item in subjects if item.forecast is None and item.result is None]


def _early(subjects: Sequence[Outlook], t: Texts) -> str | None:
    early = ", ".join(f"{inside(item.subject)} ({item.count})" for item in _too_few(subjects))
    return t("Too early to say: {subjects}.", subjects=early) if early else None


def _set(subjects: Sequence[Outlook], t: Texts) -> str | None:
    known = ", ".join(f"{inside(item.subject)} {item.result}" for item in subjects if item.result)
    return t("Already set: {marks}.", marks=known) if known else None


def _detail(found: ForecastBook, item: Outlook, t: Texts) -> list[str]:
    if item.result is not None:
        return [t("The mark of the period is set: {mark}.", mark=item.result)]
    if item.forecast is None:
        return [t("Too few marks for a forecast so far."), needed(found.least, t)]
    basis = words.by_marks(item.count, t)
    return [
        opening(words.likely(item.forecast, t)),
        "",
        *words.bars(item.forecast, t),
        "",
        opening(f"{words.average(item.forecast.average, t)}, {basis}"),
        _passed(found.passed, t),
        italic(caveat(t)),
    ]


def _passed(share: float, t: Texts) -> str:
    return t("{percent}% of the period is over.", percent=round(share * 100))


def _expected(found: ClassForecast, t: Texts) -> str | None:
    """`Ожидается: 5 — 7, 4 — 12, 3 — 6`."""
    told = sum(item.forecast is not None for _, item in found.students)
    counts = words.shared(found.expected, told)
    said = ", ".join(f"{mark} — {count}" for mark, count in counts.items() if count)
    return t("To be expected: {marks}", marks=said) if said else None


def _student(person: Person, item: Outlook, t: Texts) -> str:
    if item.result is not None:
        said = t("set: {mark}", mark=item.result)
    elif item.forecast is None:
        said = t.plural("{count} mark, too early", "{count} marks, too early", item.count)
    else:
        said = f"{words.likely(item.forecast, t)} · {t.average(item.forecast.average)} ({item.count})"
    return t("{student}: {forecast}", student=person.listed, forecast=said)


def _helped(found: ClassForecast, regulation: Regulation, t: Texts) -> str | None:
    """Who is likely to end with a mark that fails, in the order of the list."""
    worst = regulation.marks.failing_period_mark
    people = [
        person.listed for person, item in found.students if item.forecast and item.forecast.likely <= worst
    ]
    return t("Help is needed: {names}.", names=", ".join(people)) if people else None


def _other_classes(t: Texts) -> Button:
    return Button(t("Other classes"), MY_CLASSES)
