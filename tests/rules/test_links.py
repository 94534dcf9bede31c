"""A link and its title in what somebody typed."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.documents import linked


@pytest.mark.parametrize(
    ("text", "title", "link"),
    [
        ("Устав школы https://school.example/ustav", "Устав школы", "https://school.example/ustav"),
        ("https://school.example/a?b=1#c – Устав", "Устав", "https://school.example/a?b=1#c"),
        ("Сайт: www.school.example.", "Сайт", "https://www.school.example"),
        ("https://school.example", "school.example", "https://school.example"),
        ("Реестр https://Школа.example/документы", "Реестр", "https://xn--80atdl2c.example/%D0%B4%D0%BE"),
        ("Диск HTTP://disk.example:8080/x, общий", "Диск общий", "http://disk.example:8080/x"),
    ],
)
def test_a_link_is_found_with_its_title(text: str, title: str, link: str) -> None:
    found, url = linked(text)
    assert found == title
    assert url is not None
    assert url.startswith(link)


@pytest.mark.parametrize(
    "text",
    [
        "Устав",
        "",
        "javascript:alert(1)",
        "https://user:word@school.example",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/",
        "https://school.example:99999/",
        "https://",
        "https://" + "a" * 2000 + ".example",
        "tg://resolve?domain=x",
        "https://school..example",
    ],
)
def test_what_is_no_public_link_is_refused(text: str) -> None:
    assert linked(text) == (" ".join(text.split()), None)


@given(st.text() | st.text().map(lambda text: f"Сайт https://{text}"))
def test_any_text_gives_a_clean_link_or_none(text: str) -> None:
    title, link = linked(text)
    assert "\n" not in title
    if link is not None:
        assert urlsplit(link).scheme in ("http", "https")
        assert link.isascii()
        assert not set(link) & set(' "<>\\\n\t')
        assert linked(link)[1] == link
