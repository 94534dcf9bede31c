"""parse_mode=HTML: text with Telegram's tags → plain text and entities, refused in Telegram's own words.

Offsets and lengths of entities are UTF-16 units, offsets in error texts are bytes of the UTF-8 source.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Error, Refusal

Entity = dict[str, Any]

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = {*_STYLES, "a", "blockquote", "tg-emoji", "tg-time"}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PLAIN = re.compile(r"[^<&]*")
_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


def utf16_length(text: str) -> int:
    """How Telegram counts text: one for each UTF-16 unit, two for most emoji."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class _Open:
    """A tag waiting for its end: where its text began, in UTF-16 units and in the output."""

    name: str
    argument: str
    offset: int
    begin: int


@dataclass
class _Parser:
    source: str
    position: int = 0
    output: list[str] = field(default_factory=list)
    offset: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def run(self) -> tuple[str, list[Entity]]:
        while self.position < len(self.source):
            character = self.source[self.position]
            if character == "<":
                self._tag()
            elif character == "&":
                self._reference()
            else:
                self._put(self._take(_PLAIN, self.position))
        if self.opened:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.output), self.entities

    def _put(self, text: str) -> None:
        self.output.append(text)
        self.offset += utf16_length(text)

    def _reference(self) -> None:
        decoded, self.position = _decode(self.source, self.position)
        self._put(decoded)

    def _tag(self) -> None:
        begin = self.position
        if self.source.startswith("</", begin):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._take(_NAME, begin + 1).lower()
        if self._at_end():
            raise self._refusal("Unclosed start tag", begin)
        if name not in _TAGS:
            raise self._refusal(f'Unsupported start tag "{name}"', begin)
        argument = ""
        while True:
            self._take(_SPACE, self.position)
            if self._peek() == ">":
                break
            argument = self._attribute(name, begin) or argument
        self.position += 1
        if name == "span" and argument != "spoiler":
            raise self._refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(_Open(name, argument, self.offset, len(self.output)))

    def _attribute(self, tag: str, begin: int) -> str:
        attribute = self._take(_ATTRIBUTE, self.position)
        if not attribute:
            if self._at_end():
                raise self._refusal(f'Unclosed start tag "{tag}"', begin)
            raise self._refusal(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(_SPACE, self.position)
        if self._peek() != "=":
            if self._at_end():
                raise self._refusal(f'Unclosed start tag "{tag}"', begin)
            return "1" if (tag, attribute) == ("blockquote", "expandable") else ""
        self._take(_SPACE, self.position + 1)
        if self._at_end():
            raise self._refusal(f'Unclosed start tag "{tag}"', begin)
        return _argument(tag, attribute, self._value(begin))

    def _value(self, begin: int) -> str:
        quote = self._peek()
        if quote not in "'\"":
            start = self.position
            token = self._take(_TOKEN, start).lower()
            if self._at_end():
                raise self._refusal("Unclosed start tag", begin)
            if self._peek() != ">" and not self._peek().isspace():
                raise self._refusal("Unexpected end of name token", start)
            return token
        end = self.source.find(quote, self.position + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise self._refusal("Unclosed start tag", begin)
        value = self.source[self.position + 1 : end]
        self.position = end + 1
        return unescape(value)

    def _end_tag(self, begin: int) -> None:
        if not self.opened:
            raise self._refusal("Unexpected end tag", begin)
        name = self._take(_NAME, begin + 2).lower()
        self._take(_SPACE, self.position)
        if self._peek() != ">":
            raise self._refusal("Unclosed end tag", begin)
        expected = self.opened[-1]
        if name and name != expected.name:
            raise self._refusal(
                "Unmatched end tag", begin, f', expected "</{expected.name}>", found "</{name}>"'
            )
        self.position += 1
        self.opened.pop()
        if self.offset > expected.offset:
            self._close(expected)

    def _close(self, tag: _Open) -> None:
        place = {"offset": tag.offset, "length": self.offset - tag.offset}
        last = self.entities[-1] if self.entities else {}
        same_place = {key: last.get(key) for key in place} == place
        if tag.name == "pre" and same_place and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
        elif tag.name == "code" and same_place and last["type"] == "pre" and tag.argument:
            last["language"] = tag.argument
        elif entity := _entity(tag, "".join(self.output[tag.begin :])):
            self.entities.append({**entity, **place})

    def _take(self, pattern: re.Pattern[str], position: int) -> str:
        match = pattern.match(self.source, position)
        assert match is not None  # noqa: S101 - every pattern here matches the empty string
        self.position = match.end()
        return match.group()

    def _peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def _at_end(self) -> bool:
        return self.position >= len(self.source)

    def _refusal(self, why: str, position: int, more: str = "") -> Refusal:
        return _refusal(f"{why} at byte offset {len(self.source[:position].encode())}{more}")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and its entities, sorted by place; raises `Refusal` «can't parse entities: …»."""
    text, entities = _Parser(source).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def unescape(text: str) -> str:
    """Resolve the only references Telegram knows: numeric, lt, gt, amp, quot. Others stay as they are."""
    return _REFERENCE.sub(lambda match: _decode(text, match.start())[0], text)


def _decode(text: str, position: int) -> tuple[str, int]:
    match = _REFERENCE.match(text, position)
    if match is None:
        return "&", position + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF or match.end() - position >= 11:
        return "&", position + 1
    if 0xD800 <= code <= 0xDFFF:
        raise _refusal(
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units"
        )
    return chr(code), match.end()


def _argument(tag: str, attribute: str, value: str) -> str:
    """What the attribute means to its tag; attributes that mean nothing are dropped, as Telegram does."""
    wanted = {
        ("a", "href"): value,
        ("tg-emoji", "emoji-id"): value,
        ("tg-time", "unix"): value,
        ("blockquote", "expandable"): "1",
        ("code", "class"): value.removeprefix("language-") if value.startswith("language-") else "",
        ("span", "class"): value.removeprefix("tg-") if value.startswith("tg-") else "",
    }
    return wanted.get((tag, attribute), "")


def _entity(tag: _Open, text: str) -> Entity | None:
    if tag.name == "a":
        return _link(tag.argument or text)
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if tag.argument else "blockquote"}
    if tag.name == "tg-emoji":
        if not tag.argument.isdigit() or int(tag.argument) == 0:
            raise _refusal("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": tag.argument}
    if tag.name == "tg-time":
        return {"type": "date_time", "unix_time": int(tag.argument)} if tag.argument.isdigit() else None
    entity: Entity = {"type": _STYLES[tag.name]}
    if tag.name == "code" and tag.argument:
        entity["language"] = tag.argument
    return entity


def _link(url: str) -> Entity | None:
    """A link that is no web address silently becomes plain text, as in Telegram."""
    mention = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if mention:
        return {"type": "text_mention", "user": {"id": int(mention.group(1))}}
    if url.startswith("tg://"):
        return {"type": "text_link", "url": url}
    checked = checked_url(url)
    return {"type": "text_link", "url": checked} if checked else None


def checked_url(url: str) -> str | None:
    """The address as Telegram keeps it (scheme added, host in lower case) or None when it is none."""
    match = re.fullmatch(r"(?:(https?|ton|tonsite)://)?([^/?#\s:@]+)(:\d{1,5})?([/?#]\S*)?", url, re.I)
    if match is None:
        return None
    scheme, host, port, rest = match.groups()
    if "." not in host.strip(".") or ".." in host:
        return None
    return f"{(scheme or 'http').lower()}://{host.lower()}{port or ''}{rest or '/'}"


def _refusal(why: str) -> Refusal:
    return Error.ENTITIES(why=why)
