"""The beginning of a longer text, for a button, a list or a quotation. Pure."""


def glimpse(text: str, most: int) -> str:
    """The first `most` signs of the text in one line, as `cut` leaves them."""
    return cut(" ".join(text.split()), most)


def cut(line: str, most: int) -> str:
    """The first `most` signs of a line; «…» says that something was left out."""
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
