"""What the page's files show without a browser: contrast, no outside address, one place that parses HTML."""

import re
from pathlib import Path

import pytest

import simulator

PAGE = Path(simulator.__file__).parent / "page"
Colour = tuple[float, float, float]

# (words, ground): each pair stands somewhere on the page as text.
PAIRS = [
    ("text", "surface"), ("text", "surface-2"), ("text", "page"), ("text", "bubble-in"),
    ("text", "bubble-out"),
    ("muted", "surface"), ("muted", "surface-2"), ("accent", "surface"), ("accent", "surface-2"),
    ("accent", "accent-soft"), ("on-accent", "accent"), ("on-chip", "chip"), ("meta-in", "bubble-in"),
    ("meta-out", "bubble-out"), ("link", "bubble-in"), ("link-out", "bubble-out"), ("key-text", "key"),
    ("key-text", "key-hover"), ("on-style", "success"), ("on-style", "danger"), ("on-style", "primary"),
    ("text", "flash"), ("key-text", "flash"),
]  # fmt: skip


def _themes() -> dict[str, dict[str, str]]:
    light, dark = (PAGE / "css/tokens.css").read_text(encoding="utf-8").split("@media")
    light_tokens = dict(re.findall(r"--([\w-]+):\s*([^;]+);", light))
    return {"light": light_tokens, "dark": light_tokens | dict(re.findall(r"--([\w-]+):\s*([^;]+);", dark))}


def _colour(value: str, ground: Colour) -> Colour:
    """A hex colour, or `rgb(r g b / a)` laid over `ground`."""
    if value.startswith("#"):
        return tuple(int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))  # type: ignore[return-value]
    red, green, blue, alpha = map(float, re.findall(r"[\d.]+", value))
    over = zip((red, green, blue), ground, strict=True)
    return tuple(part / 255 * alpha + under * (1 - alpha) for part, under in over)  # type: ignore[return-value]


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(theme: str, words: str, ground: str) -> None:
    """WCAG AA: 4.5 to 1, on either end of the wallpaper where the ground is see-through."""
    tokens = _themes()[theme]
    for wall in ("wall-a", "wall-b"):
        under = _colour(tokens[wall], (0, 0, 0))
        laid = _colour(tokens[ground], under)
        assert _contrast(_colour(tokens[words], laid), laid) >= 4.5


def test_page_names_no_outside_address() -> None:
    """Nothing is loaded from elsewhere: the demo must work without a network."""
    for file in (path for path in PAGE.rglob("*") if path.is_file()):
        addresses = re.findall(r"""https?://[^\s"'`<>)]+""", file.read_text(encoding="utf-8"))
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}, file.name


def test_only_the_html_of_the_server_is_ever_parsed() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (PAGE / "js").glob("*.js"))
    assert len(re.findall(r"\.innerHTML\b", sources)) == 1
    assert not re.search(r"outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", sources)


def test_every_script_and_style_is_used() -> None:
    """A file that nothing mentions is a leftover."""
    files = [path for path in PAGE.rglob("*") if path.is_file()]
    mentions = "".join(path.read_text(encoding="utf-8") for path in files)
    unused = [path.name for path in files if path.name not in mentions]
    assert unused == ["index.html"]
