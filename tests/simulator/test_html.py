"""parse_mode=HTML: what Telegram makes of the tags, and how it refuses broken ones."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.client.markup import safe_html
from simulator.errors import Refusal
from simulator.formatting import FormattedText, message_text, typed_text
from simulator.html import parse_html, utf16_length

SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched"
    " surrogate code units"
)


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>жир</b>", "жир", [entity("bold", 0, 3)]),
        ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("<B>a</b>", "a", [entity("bold", 0, 1)]),
        ("😀<i>я</i>", "😀я", [entity("italic", 2, 1)]),
        ("<u><s>a</s>b</u>", "ab", [entity("underline", 0, 2), entity("strikethrough", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<b>a</>", "a", [entity("bold", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<code>a</code>", "a", [entity("code", 0, 1)]),
        ('<code class="language-py">a</code>', "a", [entity("code", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [entity("pre", 0, 1, language="py")]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ('<a href="https://Ya.ru/X">a</a>', "a", [entity("text_link", 0, 1, url="https://ya.ru/X")]),
        ("<a href=ya.ru>a</a>", "a", [entity("text_link", 0, 1, url="http://ya.ru/")]),
        ("<a>ya.ru</a>", "ya.ru", [entity("text_link", 0, 5, url="http://ya.ru/")]),
        ('<a href="javascript:x">a</a>', "a", []),
        ('<a href="tg://user?id=5">a</a>', "a", [entity("text_mention", 0, 1, user={"id": 5})]),
        (
            '<a href="https://ya.ru/?a=1&amp;b=2">a</a>',
            "a",
            [entity("text_link", 0, 1, url="https://ya.ru/?a=1&b=2")],
        ),
        ("&lt;&gt;&amp;&quot;", '<>&"', []),
        ("&#1046;&#x416;", "ЖЖ", []),
        ("&nbsp; &ltx; &", "&nbsp; &ltx; &", []),
        ("a > b", "a > b", []),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5")]),
        ('<tg-time unix="1700000000">a</tg-time>', "a", [entity("date_time", 0, 1, unix_time=1700000000)]),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("я<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("😀<b", "Unclosed start tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>ж</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        (
            "&#xd800;",
            SURROGATE,
        ),
    ],
)
def test_broken_tags_are_refused_with_the_byte_offset(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"


def test_length_is_counted_in_utf16_units_after_parsing() -> None:
    assert utf16_length("a😀я") == 4
    longest = "<b>" + "😀" * 2048 + "</b>"
    assert utf16_length(message_text(longest, "HTML", None).text) == 4096


def test_outer_white_space_is_cut_and_entities_follow() -> None:
    assert message_text("  <b> жир</b>ный \n", "html", None) == FormattedText(
        "жирный", [entity("bold", 0, 3)]
    )
    assert message_text(" a ", None, [entity("bold", 0, 1), entity("italic", 1, 1)]) == FormattedText(
        "a", [entity("italic", 0, 1)]
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start@dnevnichok_bot привет", [("bot_command", 0, 21)]),
        ("12/2 и/или /today", [("bot_command", 11, 6)]),
        ("пишите на mail@school.ru или @teacher_anna", [("email", 10, 14), ("mention", 29, 13)]),
        ("https://ya.ru/a?b#c и ya.ru", [("url", 0, 19), ("url", 22, 5)]),
        ("#домашка_5б #5", [("hashtag", 0, 11)]),
        ("т.е. и т.д. 5.4.2", []),
    ],
)
def test_telegram_finds_commands_links_and_names_by_itself(
    text: str, kinds: list[tuple[str, int, int]]
) -> None:
    found = [(each["type"], each["offset"], each["length"]) for each in typed_text(text).entities]
    assert found == kinds


PIECES = st.sampled_from(
    ["<b>", "</b>", "<i>", "</i>", "<a href='x.ru'>", "</a>", "&lt;", "&", "<", "я", "😀", " "]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_is_parsed_or_refused_and_shown_safely(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except Refusal:
        return
    end = utf16_length(text)
    assert all(0 <= each["offset"] < each["offset"] + each["length"] <= end for each in entities)
    shown, _ = parse_html(safe_html(text, entities).replace("&#x27;", "'"))
    assert shown == text
