"""The elements of an aSc export with their lines, read by a parser that knows no entities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.imports.limits import Limits, Progress
from journal.imports.names import clean
from journal.imports.problems import ImportRefused, Place, Refusal

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Element:
    """One element: everything aSc says stands in attributes."""

    place: Place
    attributes: Mapping[str, str]

    def text(self, name: str, limit: int = 200) -> str:
        return clean(self.attributes.get(name, "")[: 2 * limit])[:limit]

    def ids(self, name: str) -> tuple[str, ...]:
        """A list of ids; the older layout calls `classids` also `classid`."""
        said = self.attributes.get(name) or self.attributes.get(name.removesuffix("s")) or ""
        return tuple(dict.fromkeys(part.strip() for part in said.split(",") if part.strip()))


class Elements:
    """All elements by their tag, in the order of the file."""

    def __init__(self) -> None:
        self._by_tag: dict[str, list[Element]] = {}

    def add(self, tag: str, element: Element) -> None:
        self._by_tag.setdefault(tag, []).append(element)

    def of(self, tag: str) -> Sequence[Element]:
        return self._by_tag.get(tag, ())


def read_elements(file: str, text: str, limits: Limits, progress: Progress) -> Elements:
    """Parse the export; a document type, an entity or anything external refuses the file."""
    from xml.sax import SAXException, SAXParseException
    from xml.sax.handler import ContentHandler

    from defusedxml.common import DefusedXmlException
    from defusedxml.expatreader import create_parser

    elements = Elements()

    class Handler(ContentHandler):
        count = 0

        def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the parser calls it so
            if not self.count and name != "timetable":
                raise ImportRefused(Refusal.UNKNOWN_FORMAT)
            self.count += 1
            if self.count > limits.rows:
                raise ImportRefused(Refusal.TOO_MANY_ROWS, limit=limits.rows)
            elements.add(name, Element(Place(file, parser.getLineNumber()), dict(attrs)))

    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(Handler())
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK])
            progress(min(start + _CHUNK, len(text)), len(text))
        parser.close()
    except DefusedXmlException as error:
        raise ImportRefused(Refusal.XML_DECLARATIONS) from error
    except SAXParseException as error:
        raise ImportRefused(Refusal.BROKEN, row=error.getLineNumber()) from error
    except SAXException as error:
        raise ImportRefused(Refusal.BROKEN) from error
    return elements
