"""The masks of aSc: which days, weeks and terms a card stands in."""

import re

from journal.imports.names import fold

_MASK = re.compile(r"^[01]{1,60}$")
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("понедельник", "monday", "пн"),
            ("вторник", "tuesday", "вт"),
            ("среда", "wednesday", "ср"),
            ("четверг", "thursday", "чт"),
            ("пятница", "friday", "пт"),
            ("суббота", "saturday", "сб"),
            ("воскресенье", "sunday", "вс"),
        ),
        start=1,
    )
    for name in names
}


def united(said: str) -> str | None:
    """Several masks of one length (`10,01` or `10|01`) as the one that covers them; None if unreadable."""
    masks = [mask for mask in re.split(r"[,|\s]+", said) if mask]
    if not masks or not all(_MASK.match(mask) for mask in masks) or len({len(mask) for mask in masks}) > 1:
        return None
    return "".join("1" if "1" in bits else "0" for bits in zip(*masks, strict=True))


def cycle(said: str) -> str | None:
    """A mask of weeks or terms in our form: `1` where every one is meant, None if unreadable."""
    mask = united(said or "1")
    if mask is None or "1" not in mask:
        return None
    return mask if "0" in mask else "1"


def weekday_order(definitions: list[tuple[str, str]]) -> dict[int, int]:
    """Position in a day mask → ISO weekday: by the days' names where all are known, else from Monday."""
    named = {}
    for mask, name in definitions:
        if mask.count("1") == 1 and fold(name) in _WEEKDAYS:
            named[mask.index("1")] = _WEEKDAYS[fold(name)]
    singles = {mask for mask, _ in definitions if mask.count("1") == 1}
    if named and len(named) == len(singles) and len(set(named.values())) == len(named):
        return named
    return {position: position + 1 for position in range(7)}
