"""What an order is to write: «напомни родителям, что завтра сбор» → «Завтра сбор». Pure."""

import re

from journal.words.people import first_name_in_genitive, is_patronymic
from journal.words.tokens import begins, words_of

# Before a colon stands to whom it is said; a longer head is a sentence of its own.
LONGEST_HEAD = 8
_ORDER = (
    r"\s*(?:(?:пожалуйста|please|хочу|надо|нужно|можно)[\s,]+)?"
    r"(?:напиш|написать|сообщ|переда|скаж|напомн|объяв|разошл|предупред|уведом|оповест|отправ|сдела|созда|дай|"
    r"write|tell|send|remind|announce|message)\w*"
)
_TOLD = re.compile(rf"{_ORDER}(?:\s+[\w\-«»]+){{0,5}}?(?:,\s*|\s+)(?:что|that)\s+(?P<said>\S.*)", re.I | re.S)
_KIN = ("сын", "доч", "внук", "внуч", "старш", "младш", "ребен", "дет", "класса=")
_THING = r"(?:новое\s+)?(?:объявлени\w*|сообщени\w*|письмо|рассылк\w*|notice|message)"
_WHOM = r"(?:для|всем|всех|нашим|моим|for|to|all|родител\w*|семь\w*|класс\w*|школ\w*|parents|\d+-?[а-я])"
_BARE = re.compile(
    rf"(?:{_ORDER}|\s*(?:новое\s+)?объявление)(?:\s+{_THING})?(?:\s+{_WHOM}){{0,5}}[.!\s]*$", re.I
)


_WRITE = re.compile(rf"{_ORDER.split('(?:напиш')[0]}(?:напиш|переда|сообщ|отправ|скаж|write|tell)", re.I)


# «Напиши классной привет»: to an office, and then the words; «про поездку», «письмо», «завтра» are none.
_OFFICE = r"(?:классн\w+(?:\s+руководител\w*)?|классрук\w*|завуч\w*|директор\w*|администраци\w*)"
_NO_WORDS = (
    r"(?:руководит\w*|о|об|обо|про|насч[её]т|по|чтоб\w*|сообщени\w*|письм\w*|пожалуйста|"
    r"сейчас|срочно|завтра|сегодня)\b"
)
_LETTER = re.compile(
    rf"\s*(?:напиш|переда|сообщ|отправ)\w*\s+(?:наш\w+\s+|мо\w+\s+)?{_OFFICE}\s+(?!{_NO_WORDS})(?P<said>[^\W\d].*)",
    re.I | re.S,
)


# «Задай 7Б по алгебре на завтра: № 215»: to whom, of what and until when is no part of the task.
_UNTIL = (
    r"(?:на|for)\s+(?:завтра|послезавтра|понедельник|вторник|среду|четверг|пятницу|субботу|tomorrow|"
    r"следующ\w+\s+(?:урок|раз)|\d{1,2}\.\d{1,2})"
)
_UNIT = r"\d{1,2}\s?-?[а-яё](?![а-яё])"
_TASK = re.compile(
    rf"\s*(?:пожалуйста[\s,]+)?(?:задай\w*|задать|дз|д/з|домашк\w+|домашнее\s+задание|homework)"
    rf"(?:[\s,:]+(?:{_UNTIL}|{_UNIT}|по\s+(?!тем|учебн|карточ|образц|вариант)[а-яё]+))*[\s,:]+(?P<task>\S.*)",
    re.I | re.S,
)
_TASK_END = re.compile(rf"[\s,]+(?:{_UNTIL}|и\s+{_UNIT}(?:\s+тоже)?)[\s.!]*$", re.I)


def task_in(text: str) -> str:
    """What is to be done at home: «задай № 215 на завтра» → «№ 215»; without the order the text as it is."""
    found = _TASK.match(text)
    if found is None:
        return text.strip()
    task = found["task"].strip()
    while (cut := _TASK_END.sub("", task)) != task:
        task = cut
    return task


def orders(text: str) -> bool:
    """Whether a text begins with the order to write to somebody: «напиши учителю алгебры …»."""
    return _WRITE.match(text) is not None


def told_in(text: str) -> str:
    """All after the first colon, or after «…, что», as a sentence of its own; "" where there is neither."""
    head, colon, rest = text.partition(":")
    # «В 18:00» is no colon of speech.
    if colon and rest.strip() and len(head.split()) <= LONGEST_HEAD and not head[-1:].isdecimal():
        return _begun(rest)
    found = _TOLD.match(text)
    return _begun(found["said"]) if found else ""


def letter_in(text: str) -> str:
    """The words of a letter, also where they stand right behind whom it goes to: «напиши классной привет»."""
    found = _LETTER.match(text)
    told = told_in(text)
    if told or found is None:
        return told
    first, second = (*words_of(found["said"])[:2], "", "")[:2]
    # «Классной Пети», «классной Марии Ивановне» still say to whom.
    names = first_name_in_genitive(first) or is_patronymic(second) or begins(first, _KIN)
    return "" if names else _begun(found["said"])


def body_of(text: str) -> str:
    """What was told; else the whole text, "" where it is an order alone."""
    return told_in(text) or ("" if _BARE.match(text) else text.strip())


def _begun(said: str) -> str:
    bare = said.strip()
    return bare[:1].upper() + bare[1:]
