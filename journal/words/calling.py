"""Who wants to speak, not to write: «пусть позвонит классная», «номер телефона классной». Pure."""

from journal.words.tokens import begins, words_of

_CALL = ("позвони", "перезвони", "звонок=", "call=")
_ASKED = (
    *("мне=", "нам=", "прош", "попрос", "пусть=", "просьба=", "пожалуйста=", "хоч", "можно="),
    *("me=", "us=", "please=", "ask="),
)
_NUMBER = ("телефон", "номер", "контакт", "phone", "number", "contact")
_SAID = ("напиш", "написа", "передай", "передат", "скаж", "сообщ", "write=", "tell=")


def wants_call(text: str) -> bool:
    """Whether a call is asked for, not told of: «позвоните мне, пожалуйста»."""
    words = words_of(text)
    if any(begins(word, _SAID) for word in words):
        return False
    return any(begins(word, _CALL) for word in words) and any(begins(word, _ASKED) for word in words)


def wants_number(text: str) -> bool:
    """Whether somebody's telephone number is asked for."""
    words = words_of(text)
    return any(begins(word, _NUMBER) for word in words) and not any(begins(word, _SAID) for word in words)
