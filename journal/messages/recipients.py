"""Whom a message begun by a sentence goes to."""

from collections.abc import Iterable

from journal.context import Ctx
from journal.diary.subjects import known
from journal.messages.parties import Addressee
from journal.messages.source import whose
from journal.messages.writing import own_child
from journal.model.people import Person
from journal.words.tokens import words_of

# A name shorter than this says nothing by its beginning.
SHORTEST = 4
# A surname is declined by so many letters.
ENDING = 2


async def meant(ctx: Ctx, student_id: int, subject_id: int | None, text: str) -> Addressee | None:
    """Who of the child's teachers is named, or teaches that subject; None where nobody, or several are."""
    async with ctx.reading() as work:
        child = await own_child(work, student_id)
        teachers = await work.messages.teachers(student_id, work.today)
        head = await work.messages.class_teacher(child.unit_id, work.today) if child.unit_id else None
        people = {one.person.id: one.person for one in teachers} | ({head.id: head} if head else {})
        fits = named(text, people.values())
        if not fits and subject_id is not None:
            subject = (await known(work, [student_id]))[student_id].get(subject_id)
            fits = [one.person for one in teachers if subject in one.subjects]
        return await whose(work, child, [fits[0].id]) if len(fits) == 1 else None


def named(text: str, people: Iterable[Person]) -> list[Person]:
    """Whose patronymic or surname stands in the text, whatever its case; the best named alone. Pure."""
    words = words_of(text)
    scored = [(_named(words, person), person) for person in people]
    best = max((score for score, _ in scored), default=0)
    return [person for score, person in scored if score == best] if best > 1 else []


def _named(words: tuple[str, ...], person: Person) -> int:
    """A patronymic or a surname tells who it is, a first name only tells namesakes apart."""
    middle, last, first = (
        _folded(name) for name in (person.middle_name, person.last_name, person.first_name)
    )
    score = 2 * any(len(middle) > SHORTEST and word.startswith(middle[:-1]) for word in words)
    score += 2 * any(_is_surname(word, last) for word in words)
    return score + any(len(first) >= SHORTEST and word.startswith(first[:-1]) for word in words)


def _is_surname(word: str, last: str) -> bool:
    stem = last.rstrip("аяй")
    return len(stem) >= SHORTEST and word.startswith(stem) and len(word) - len(stem) <= ENDING


def _folded(name: str) -> str:
    return name.casefold().replace("ё", "е")
