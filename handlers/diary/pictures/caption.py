"""The words under a picture: the same facts, as many of them as a caption holds."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.screen import bold, folded, lines
from handlers.splitting import CAPTION_LIMIT, length
from locales.texts import Texts
from reports.pictures import Sheet


def caption(sheet: Sheet, words: Sequence[str], t: Texts) -> Markup:
    """Whose picture of what, then the facts, folded: the picture is to be seen above them.

    Where they do not fit, it says where all of them stand.
    """
    head = bold(t("{child}: {what}", child=sheet.title, what=sheet.subtitle))
    if not words:
        return lines(head, sheet.empty)
    whole = lines(head, folded(lines(*words)))
    if length(whole) <= CAPTION_LIMIT:
        return whole
    kept = list(words)
    while len(kept) > 1:
        kept.pop()
        cut = lines(head, folded(lines(*kept)), t("The rest is in the text."))
        if length(cut) <= CAPTION_LIMIT:
            return cut
    return lines(head, t("The rest is in the text."))
