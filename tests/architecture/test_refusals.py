"""Every refusal can be said: each code has one sentence, whichever area it comes from."""

from handlers.areas import modules
from handlers.errors import SENTENCES, sentence
from journal.errors import InvalidError
from locales.texts import Texts


def test_no_two_areas_speak_for_one_code() -> None:
    spoken = [code for module in modules("errors") for code in module.SENTENCES]
    assert sorted(spoken) == sorted(set(spoken))
    assert not set(spoken) & set(SENTENCES)


def test_a_refusal_is_said_and_an_unknown_code_falls_back_on_its_kind() -> None:
    t = Texts("ru")
    assert sentence(InvalidError("reason_missing"), t) != sentence(InvalidError(), t)
    assert sentence(InvalidError("never_heard_of"), t) == sentence(InvalidError(), t)
