"""A link and its title in what was typed. Pure."""

import re
from urllib.parse import quote, urlsplit

LONGEST_LINK = 1000
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Signs around a link that do not belong to it.
_AROUND = ".,;:!?)»”\"'"
_JOINING = f"{_AROUND}–—-(« "
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}")


def linked(text: str) -> tuple[str, str | None]:
    """The title and the first link of a text: `Устав https://…` → (`Устав`, `https://…`).

    The link is as every messenger takes it: a public host, no user before it, nothing unescaped. Where there
    is none, or it is none, the second is None and the title is the whole text in one line.
    """
    found = _LINK.search(text)
    link = _clean(found.group().rstrip(_AROUND)) if found else None
    if found is None or link is None:
        return _line(text), None
    around = (text[: found.start()], text[found.end() :])
    title = " ".join(part for part in (_line(each).strip(_JOINING) for each in around) if part)
    return title or urlsplit(link).netloc, link


def _clean(link: str) -> str | None:
    if len(link) > LONGEST_LINK:
        return None
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return None
    if parts.username is not None or not _HOST.fullmatch(host):
        return None
    kept = parts._replace(
        scheme=parts.scheme.lower(),
        netloc=host + port,
        path=quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
        query=quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
        fragment=quote(parts.fragment, safe="/%:@!$&'()*+,;=~-._?"),
    )
    whole = kept.geturl()
    return whole if len(whole) <= LONGEST_LINK else None


def _line(text: str) -> str:
    return " ".join(text.split())
