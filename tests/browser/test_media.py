"""Files of both sides: pictures, documents, voice."""

from pathlib import Path

import pytest

from tests.browser.page import Page, Phone
from tests.browser.pictures import HEIGHT, PICTURE, WIDTH
from tests.browser.stage import OLGA, Stage

pytestmark = pytest.mark.browser


def test_picture_is_shown_and_enlarged_by_a_click(page: Page, olga: Phone) -> None:
    olga.start()
    olga.say("картинка")
    picture = olga.sees("Неделя 7Б").find_element("css selector", "img")
    page.until(lambda: picture.get_property("naturalWidth") == WIDTH, "the picture's bytes")
    assert picture.get_dom_attribute("height") == str(HEIGHT)
    assert picture.get_attribute("alt") == "Неделя 7Б"
    olga.tap("photo")
    page.until(lambda: page.parts("lightbox"), "the picture over the window")
    page.part("lightbox").click()
    page.until(lambda: not page.parts("lightbox"), "the picture to go")


def test_document_has_name_size_and_its_bytes(page: Page, olga: Phone) -> None:
    olga.start()
    olga.say("файл")
    document = olga.part("document")
    assert document.text == "коды 7Б.txt\n9 Б"
    assert document.get_attribute("download") == "коды 7Б.txt"
    script = "return fetch(arguments[0]).then((answer) => answer.text())"
    assert page.run(script, document.get_attribute("href")) == "7K2M-99QX"


def test_person_sends_a_photo_with_a_caption(olga: Phone, stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "задание.png"
    picture.write_bytes(PICTURE)
    olga.start()
    olga.attach("photo", picture)
    assert "задание.png" in olga.part("attachment").text
    olga.say("на завтра")
    olga.sees("Вы: на завтра")
    assert not olga.has("attachment")
    sent = _sent(stage, "photo")
    assert (sent.text, sent.file.data) == ("на завтра", PICTURE)


def test_person_sends_several_files_at_once(olga: Phone, stage: Stage, tmp_path: Path) -> None:
    files = [tmp_path / "а.txt", tmp_path / "б.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    olga.start()
    olga.attach("document", *files)
    olga.tap("send")
    olga.page.until(lambda: len(olga.page.parts("document", olga.node)) == 2, "both files")
    names = [message.file.name for message in stage.person(OLGA).messages if message.file]
    assert names == ["а.txt", "б.txt"]


def test_attachment_can_be_taken_back(olga: Phone, tmp_path: Path) -> None:
    file = tmp_path / "лишнее.txt"
    file.write_text("лишнее", encoding="utf-8")
    olga.start()
    olga.attach("document", file)
    olga.part("attachment").find_element("css selector", "button").click()
    assert not olga.has("attachment")
    assert not olga.has("send")


def test_voice_is_recorded_by_two_taps(olga: Phone, stage: Stage) -> None:
    """The browser's pretended microphone beeps."""
    olga.start()
    olga.tap("microphone")
    olga.page.until(lambda: "recording" in olga.part("microphone").get_attribute("class"), "the recording")
    olga.page.run("return new Promise((done) => setTimeout(done, 300))")
    olga.tap("microphone")
    olga.part("voice")
    assert _sent(stage, "voice").file.size > 0


def _sent(stage: Stage, kind: str):
    messages = stage.person(OLGA).messages
    return next(message for message in messages if message.file and message.file.kind == kind)
