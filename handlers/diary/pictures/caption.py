"""The words under a picture: the same facts, as many of them as a caption holds."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.screen import bold, lines
from handlers.splitting import CAPTION_LIMIT, length
from locales.texts import Texts
from reports.pictures import Sheet


def caption(sheet: Sheet, words: Sequence[str], t: Texts) -> Markup:
    """Whose picture of what, then the facts; where they do not fit, it says where all of them stand."""
    head = bold(t("{child}: {what}", child=sheet.title, what=sheet.subtitle))
    whole = lines(head, *(words or [sheet.empty]))
    if length(whole) <= CAPTION_LIMIT:
        return whole
    kept = list(words)
    while kept:
        kept.pop()
        cut = lines(head, *kept, t("The rest is in the text."))
        if length(cut) <= CAPTION_LIMIT:
            return cut
    return lines(t("The rest is in the text."))
