"""Bytes of a text file into text: by its mark, as UTF-8, as it declares, or as Windows writes Russian."""

import codecs
import re

from journal.imports.problems import ImportRefused, Refusal

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Some codecs of the standard library are not encodings of text, or take quadratic time.
_DECLARABLE = re.compile(
    r"^(utf-?8|utf-?16(le|be)?|windows-?125\d|cp-?(125\d|866)|koi8-?[ru]|(iso-?)?8859-?\d{1,2}|(us-)?ascii)$"
)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_FALLBACK = "cp1251"


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was read in.

    Text that reads as UTF-8 is UTF-8 whatever it declares: Russian in another encoding never does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    for candidate in ("utf-8", declared, _FALLBACK):
        if candidate and _DECLARABLE.match(candidate.lower()):
            try:
                return data.decode(candidate), candidate
            except (UnicodeDecodeError, LookupError):
                continue
    raise ImportRefused(Refusal.BROKEN)


def declared_encoding(data: bytes) -> str | None:
    """What an XML file says of itself in its first line."""
    found = _DECLARATION.match(data[:300])
    return found.group(1).decode("ascii").lower() if found else None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportRefused(Refusal.BROKEN) from error
