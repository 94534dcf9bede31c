"""Correspondence: a question answered, an answer not read yet, two questions that wait for the school."""

from collections.abc import Iterator
from datetime import timedelta

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, Draft, Row
from journal.model.messages import Office
from storage.tables import messages

FAMILY, SCHOOL = True, False
# Who writes (or whose family), to whom, as what, what was said by whom how many minutes ago, and whether the
# addressee of the last words has read them.
TALKS = (
    (
        "olga",
        "maria",
        Office.CLASS_TEACHER,
        (
            (FAMILY, 1530, "Мария Ивановна, здравствуйте! Аня завтра уйдёт после 5-го урока: приём у врача."),
            (SCHOOL, 1495, "Здравствуйте! Спасибо, принято."),
        ),
        True,
    ),
    (
        "olga",
        "anna",
        Office.TEACHER,
        (
            (FAMILY, 900, "Анна Сергеевна, можно ли Ане переписать самостоятельную по дробям?"),
            (SCHOOL, 48, "Да, в четверг после 6-го урока, каб. 214. Пусть повторит параграф 9."),
        ),
        False,
    ),
    (
        "neighbour",
        "maria",
        Office.CLASS_TEACHER,
        ((FAMILY, 71, "Добрый день! Нужна ли завтра спортивная форма? В дневнике её нет."),),
        False,
    ),
    (
        "neighbour",
        "anna",
        Office.TEACHER,
        ((FAMILY, 65, "Анна Сергеевна, подскажите, какие номера решать к пятнице?"),),
        False,
    ),
)


async def write_messages(draft: Draft) -> None:
    threads: list[Row] = []
    letters: list[Row] = []
    read: list[Row] = []
    heroes = {hero: person for person, hero in draft.roster.heroes.items()}
    neighbour, child = _neighbour(draft)
    for number, (writer, to, office, said, seen) in enumerate(TALKS, 1):
        family, staff = heroes.get(writer, neighbour), heroes[to]
        student = draft.roster.anya if writer in heroes else child
        written = list(_letters(number, len(letters), family, staff, said))
        letters += written
        threads.append(
            {
                "id": number,
                "student_id": student,
                "family_id": family,
                "office": office,
                "staff_id": staff,
                "created_at": written[0]["sent_at"],
                "last_at": written[-1]["sent_at"],
            }
        )
        last = written[-1]
        authors = {last["author_id"]} | ({family, staff} if seen else set())
        read += [
            {"conversation_id": number, "person_id": person, "read_up_to": last["id"]} for person in authors
        ]
    await draft.rows(messages.conversations, threads)
    await draft.rows(messages.messages, letters)
    await draft.rows(messages.conversation_members, read)


def _letters(
    thread: int, before: int, family: int, staff: int, said: tuple[tuple[bool, int, str], ...]
) -> Iterator[Row]:
    for number, (from_family, ago, text) in enumerate(said, before + 1):
        yield {
            "id": number,
            "conversation_id": thread,
            "author_id": family if from_family else staff,
            "from_family": from_family,
            "text": text,
            "sent_at": EPOCH - timedelta(minutes=ago),
        }


def _neighbour(draft: Draft) -> tuple[int, int]:
    """A guardian of the heroes' class who is no hero and connected the diary, with the child."""
    for item in draft.roster.classes:
        if item.name == HERO_CLASS:
            for student in item.students:
                for number, _ in student.guardians:
                    if number in draft.accounts and number not in draft.roster.heroes:
                        return number, student.id
    raise LookupError("nobody else of the class has connected the diary")
