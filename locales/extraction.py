"""Keeps the catalogues in step with the sources: `python -m locales.extraction [--check]`.

One file for each area of `handlers/` (and the report of the same name); all else speaks through `common`.
Translations stay, texts no longer said are dropped, new ones wait empty; a text that moved to another area
keeps its translation.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from locales.catalogue import DEFAULT, FOLDER

ROOT = FOLDER.parent
FLOORS = ("handlers", "reports", "notifications", "bot")
KEYWORDS = {"t": None, "plural": (1, 2), "context": ((1, "c"), 2)}
COMMON = "common"
PLURALS = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
HEADER = f"""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {PLURALS}\\n"

"""


def area_of(path: Path) -> str:
    """The catalogue a source file speaks through."""
    floor, *inner = path.relative_to(ROOT).with_suffix("").parts
    if floor == "handlers" and len(inner) > 1:
        return inner[0]
    return inner[0] if floor == "reports" and (FOLDER.parent / "handlers" / inner[0]).is_dir() else COMMON


def said() -> dict[str, Catalog]:
    """Every text of the sources, by area."""
    areas: dict[str, Catalog] = {}
    for path in _sources():
        catalogue = areas.setdefault(area_of(path), Catalog(locale=DEFAULT))
        found = extract_from_file("python", path, keywords=KEYWORDS)
        for _, message, _, context in found:
            catalogue.add(message, context=context)
    return {area: catalogue for area, catalogue in areas.items() if len(catalogue)}


def renewed() -> dict[Path, bytes]:
    """What the catalogue files should hold."""
    memory = {}
    for path in sorted((FOLDER / DEFAULT).glob("*.po")):
        with path.open("rb") as file:
            memory.update(
                {(entry.id, entry.context): entry.string for entry in read_po(file, locale=DEFAULT)}
            )
    files = {}
    for area, catalogue in said().items():
        for message in catalogue:
            message.string = memory.get((message.id, message.context), message.string)
            message.flags.clear()
        files[FOLDER / DEFAULT / f"{area}.po"] = _written(catalogue)
    return files


def main(arguments: list[str]) -> int:
    """Renew the files, or with `--check` only tell which are not in step; returns the exit code."""
    files = renewed()
    stale = [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
    dropped = sorted(set((FOLDER / DEFAULT).glob("*.po")) - files.keys())
    if "--check" in arguments:
        for path in (*stale, *dropped):
            sys.stderr.write(f"not in step with the sources: {path.relative_to(ROOT)} (run `make i18n`)\n")
        return 1 if stale or dropped else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(files[path])
    for path in dropped:
        path.unlink()
    return 0


def _sources() -> Iterator[Path]:
    for floor in FLOORS:
        yield from sorted((ROOT / floor).rglob("*.py"))


def _written(catalogue: Catalog) -> bytes:
    body = io.BytesIO()
    write_po(body, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
    return (HEADER + body.getvalue().decode().strip() + "\n").encode()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
