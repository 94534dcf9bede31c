"""Catalogues read from the `.po` files into memory: one file a locale and area, no stale `.mo`."""

import gettext
import io
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
SOURCE = "en"
DEFAULT = "ru"
LOCALES = (DEFAULT, SOURCE)


@cache
def translations(locale: str) -> gettext.NullTranslations:
    """All areas of a locale merged; English is the language of the sources and needs no catalogue."""
    if locale == SOURCE:
        return gettext.NullTranslations()
    merged = Catalog(locale=locale)
    for path in sorted((FOLDER / locale).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=locale):
                if message.id:
                    merged.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
