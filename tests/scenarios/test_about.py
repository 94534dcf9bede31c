"""The way into the bot, for anybody: a link as text, and a page with its QR code for the school's site."""

import pytest

from tests.support.persona import Persona, with_button


@pytest.mark.requirement("R-012")
async def test_the_way_in_is_a_text_and_a_page_with_its_code(maria: Persona, stranger: Persona) -> None:
    for persona in (stranger, maria):
        await persona.say("/about")
        shown = await persona.sees("https://t.me/")
        assert "никому не откроет дневник" in shown.text
    await maria.press("Листок на доску и сайт")
    page = await maria.sees("Текст для ссылки: https://t.me/")
    assert page.document is not None
    assert page.document.data.startswith(b"%PDF")
    await maria.say("/access")
    await maria.sees(with_button("Листок на доску и сайт"))
