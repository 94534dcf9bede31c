"""A push as a letter: the same facts, nothing else of anybody, and no header that a name could make."""

import re
from dataclasses import replace
from html import unescape
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from handlers import pushes
from handlers.channels.letter import letter, written
from handlers.channels.plain import plain, whole_lines
from handlers.channels.sms import WIDE_SEGMENT, short
from handlers.screen import bold, quote, screen
from journal.model.access import Privacy
from journal.model.news import Kind
from journal.model.notices import NoticeStatus
from journal.regulation import Regulation, from_toml
from locales.texts import Texts
from notifications.courier import Parcel, Recipient
from notifications.kinds import RULES
from tests.notifications.samples import sample
from tests.support.school import SCHOOL

BOT = "school_5_bot"


def to(privacy: Privacy = Privacy.FULL, locale: str = "ru", *, large: bool = False) -> Recipient:
    return Recipient(1, "email", "olga@example.org", locale, privacy, large=large)


@pytest.mark.parametrize("kind", [kind for kind in Kind if RULES[kind].topic is not None])
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_kind_of_familys_news_is_a_letter_with_all_its_words(
    kind: Kind, locale: str, regulation: Regulation
) -> None:
    parcel = Parcel(9, to(locale=locale), (sample(kind),))
    made = letter(parcel, SCHOOL, regulation, BOT)
    shown = pushes.render(parcel, SCHOOL, regulation)
    for line in whole_lines(shown.text):
        for part in plain(line).split("\n"):
            assert part in made.text
    in_html = unescape(re.sub(r"<[^>]+>", " ", made.html))
    for word in plain(shown.text).replace(">", " ").split():
        assert word in in_html
    assert f"https://t.me/{BOT}?start=mail" in made.text


def test_a_subject_names_the_child_by_the_first_name_alone_and_only_where_nothing_is_hidden(
    regulation: Regulation,
) -> None:
    news = sample(Kind.MARKS)
    child = news.facts.child
    for privacy in Privacy:
        made = letter(Parcel(9, to(privacy), (news,)), SCHOOL, regulation, BOT)
        assert (child.first_name in made.subject) is (privacy is Privacy.FULL)
    assert made.subject == "Новости из школы"


@pytest.mark.requirement("R-096")
@pytest.mark.parametrize("large", [False, True])
def test_who_hides_news_on_a_locked_screen_reads_them_in_the_letter_and_not_in_the_list(
    regulation: Regulation, large: bool
) -> None:
    news = sample(Kind.ATTENDANCE)
    name = news.facts.child.first_name
    open_one = letter(Parcel(9, to(), (news,), student_id=1), SCHOOL, regulation, BOT)
    parcel = Parcel(9, to(Privacy.NOTHING, large=large), (news,), student_id=1)
    made = letter(parcel, SCHOOL, regulation, BOT)
    assert made.subject == "Новости из школы"
    told = plain(pushes.opened(parcel, SCHOOL, regulation).text)
    assert told in open_one.text
    assert told in made.text
    # A list of letters shows a line of what comes first.
    assert name not in made.text[:90]
    shown = unescape(re.sub(r"<title>.*?</title>|<[^>]+>", "", made.html))
    assert shown.lstrip().startswith("Новое сообщение из школы.")
    assert name not in shown[:400]
    assert name in shown


def test_a_school_that_lets_nothing_out_by_mail_sends_no_name(regulation: Regulation) -> None:
    rules = from_toml('[delivery.messenger_content]\nemail = "minimal"')
    made = letter(Parcel(9, to(), (sample(Kind.MARKS),)), SCHOOL, rules, BOT)
    assert made.subject == "Новости из школы"
    assert made.text.startswith("Есть новости из школы.")


def test_a_letter_says_that_a_notice_waits_for_its_signature_and_only_then(regulation: Regulation) -> None:
    asked = "Школа просит подтвердить в боте, что вы ознакомились."
    news = sample(Kind.NOTICE)
    for sign_off, signed, privacy in product((True, False), (True, False), (Privacy.FULL, Privacy.NOTHING)):
        notice = replace(news.facts.notice, sign_off=sign_off, status=NoticeStatus.SENT)
        one = replace(news, facts=replace(news.facts, notice=notice, signed=signed))
        made = letter(Parcel(9, to(privacy), (one,)), SCHOOL, regulation, BOT)
        waits = sign_off and not signed
        assert (asked in made.text, asked in made.html) == (waits, waits)


def test_a_letter_that_puts_an_earlier_one_right_stands_under_it(regulation: Regulation) -> None:
    first = letter(Parcel(9, to(), (sample(Kind.MARKS),)), SCHOOL, regulation, BOT)
    second = letter(Parcel(12, to(), (sample(Kind.MARKS),), edits=9), SCHOOL, regulation, BOT)
    assert second.subject == f"Re: {first.subject}"


def test_words_of_people_stay_words() -> None:
    shown = screen(bold("<script>alert(1)</script>"), quote("два\n<img src=x>\nтри"), "a < b & c")
    made = written("x", shown, SCHOOL, BOT, Texts("ru"))
    assert "<script" not in made.html
    assert "<img" not in made.html
    assert "<script>alert(1)</script>" in made.text
    assert "> два\n> <img src=x>\n> три" in made.text


@given(st.text())
def test_what_is_escaped_for_a_screen_reads_in_plain_as_it_was_written(said: str) -> None:
    assert plain(escape(said)) == said.strip()


@given(st.text(max_size=400))
def test_a_short_message_is_one_segment_and_says_where_it_was_cut(said: str) -> None:
    made = short(said)
    assert "\n" not in made
    assert len(made) <= (160 if made.isascii() else WIDE_SEGMENT)
    whole = " ".join(said.split())
    assert made == whole or (made.endswith("…") and whole.startswith(made[:-1]))


def test_an_alert_is_a_short_message_in_one_piece() -> None:
    said = "Аня: нет на 1-м уроке (алгебра, 8:30)"
    assert short(said) == said
    assert short("а" * 71) == "а" * 69 + "…"
