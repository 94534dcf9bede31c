"""Small words and names as they stand inside a Russian or English sentence."""


def opening(text: str) -> str:
    """A text at the beginning of a line: «Среда, 14 октября»."""
    return text[:1].upper() + text[1:]


def inside(name: str) -> str:
    """A subject's name in the middle of a sentence: «алгебра», but «ОБЖ» stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
