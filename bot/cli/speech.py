"""The operator's language, as the machine is set to it."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.errors import JournalError
    from locales.texts import Texts

# In the order in which programs heed them.
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def texts() -> "Texts":
    """Russian where the machine speaks it, else English."""
    from journal.regulation import preset
    from locales.texts import Texts

    told = next((value for name in VARIABLES if (value := os.environ.get(name))), "")
    return Texts("ru" if told.lower().startswith("ru") else "en", preset("default").terms)


def told(refusal: "JournalError") -> str:
    """A refusal in the sentence that the bot would say, with what to do."""
    from handlers.errors import sentence

    return sentence(refusal, texts())
