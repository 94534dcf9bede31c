"""A strict reader of calendar files, of its own: the grammar of RFC 5545, line by line."""

import re
from dataclasses import dataclass, field

LONGEST = 75
_NAME = r"[A-Z][A-Z0-9-]*"
_VALUE = r'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*)'
_LINE = re.compile(rf"({_NAME})((?:;{_NAME}={_VALUE}(?:,{_VALUE})*)*):(.*)", re.DOTALL)
_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
_STAMP = re.compile(r"\d{8}T\d{6}Z?|\d{8}")
_OFFSET = re.compile(r"[+-]\d{4}(?:\d{2})?")
_TEXTS = {"SUMMARY", "LOCATION", "UID", "X-WR-CALNAME", "DESCRIPTION", "TZNAME", "COMMENT"}
_STAMPS = {"DTSTART", "DTEND", "DTSTAMP"}
_ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "LOCATION"}


@dataclass
class Component:
    """One component: its properties as (parameters, value) by name, and what is in it."""

    name: str
    properties: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    inner: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        return self.properties[name][0][1]

    def all(self, name: str) -> list["Component"]:
        return [component for component in self.inner if component.name == name]


def read(data: bytes) -> Component:
    """The calendar of a file. Raises `AssertionError` with what breaks the rules."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n"), "the last line has no end"
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text), "a line end is not CRLF"
    for raw in data.split(b"\r\n"):
        assert len(raw) <= LONGEST, f"a line of {len(raw)} octets"
        raw.decode("utf-8")
    root = Component("")
    open_ones = [root]
    for line in re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n"):
        found = _LINE.fullmatch(line)
        assert found, f"no content line: {line!r}"
        name, parameters, value = found.groups()
        if name == "BEGIN":
            made = Component(value)
            open_ones[-1].inner.append(made)
            open_ones.append(made)
        elif name == "END":
            assert open_ones.pop().name == value, f"END:{value} closes another"
        else:
            _check(name, parameters, value)
            open_ones[-1].properties.setdefault(name, []).append((parameters, value))
    assert open_ones == [root], "a component is left open"
    assert [one.name for one in root.inner] == ["VCALENDAR"], "not one calendar"
    _check_calendar(root.inner[0])
    return root.inner[0]


def _check(name: str, parameters: str, value: str) -> None:
    if name in _TEXTS:
        assert _TEXT.fullmatch(value), f"{name} is not escaped: {value!r}"
    elif name in _STAMPS:
        assert _STAMP.fullmatch(value), f"{name} is no time: {value!r}"
        assert ("VALUE=DATE" in parameters) is (len(value) == 8), f"{name}: a date is to be called one"
    elif name.startswith("TZOFFSET"):
        assert _OFFSET.fullmatch(value), f"{name} is no offset: {value!r}"


def _check_calendar(calendar: Component) -> None:
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("PRODID")
    assert calendar.inner, "a calendar needs something in it"
    zones = {zone.value("TZID") for zone in calendar.all("VTIMEZONE")}
    for zone in calendar.all("VTIMEZONE"):
        assert zone.inner, "a zone needs an observance"
        for rule in zone.inner:
            assert {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"} <= rule.properties.keys()
    uids = [event.value("UID") for event in calendar.all("VEVENT")]
    assert len(set(uids)) == len(uids), "two events have one UID"
    for event in calendar.all("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART"} <= event.properties.keys()
        for name, given in event.properties.items():
            assert len(given) == 1 or name not in _ONCE, f"{name} twice"
        for name in ("DTSTART", "DTEND"):
            for parameters, _ in event.properties.get(name, []):
                named = re.search(r"TZID=([^;:]+)", parameters)
                assert named is None or named[1] in zones, f"{name} in an unknown zone"
