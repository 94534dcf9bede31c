"""Every refusal has its words, said by one area only."""

from handlers import errors
from handlers.areas import modules


def test_no_code_is_put_into_words_by_two_areas() -> None:
    said = [code for module in modules("errors") for code in module.SENTENCES]
    repeated = {code for code in [*said, *errors.SENTENCES] if [*said, *errors.SENTENCES].count(code) > 1}
    assert repeated == set()
