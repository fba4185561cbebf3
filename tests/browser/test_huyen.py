"""The printed profile: one or two A4 pages with the figures, by the button and by the browser's own print."""

import io
import urllib.request

import pytest
from pypdf import PdfReader


def pages(content: bytes) -> list:
    return PdfReader(io.BytesIO(content)).pages


def text_of(made: list) -> str:
    """Without any space: letters from different fonts are told apart by spaces that nobody sees."""
    return "".join("".join(page.extract_text() for page in made).split())


@pytest.mark.parametrize("district", ["899", "911", "912"])
def test_the_pdf_is_one_or_two_pages_of_a4_with_the_figures(server, district):
    content = urllib.request.urlopen(f"{server}/ho-so/huyen.pdf?huyen={district}&nam=2019", timeout=60).read()
    made = pages(content)
    text = text_of(made)

    assert len(made) in (1, 2)
    assert [round(float(made[0].mediabox[n])) for n in (2, 3)] == [595, 842]
    assert "DIỄNTẬP" in text and "Tỷlệhộnghèo" in text
    assert {"899": "ThànhphốRạchGiá", "911": "HuyệnPhúQuốc", "912": "HuyệnKiênHải"}[district] in text
    if district == "912":
        assert "0,14%" in text


def test_the_screen_prints_as_one_or_two_clean_pages(visit):
    page = visit("/huyen?huyen=908&nam=2019")
    page.wait_for_selector(".d-profile section")
    page.wait_for_timeout(2500)
    made = pages(page.pdf(format="A4", prefer_css_page_size=True))
    text = text_of(made)

    assert len(made) in (1, 2)
    assert "HuyệnAnBiên" in text and "DIỄNTẬP" in text
    assert "BảninA4" not in text and "Diễnbiếnsovớitoàntỉnh" not in text
    assert page.outside == []


def test_the_screen_fits_a_phone_and_opens_the_paper_page(visit):
    page = visit("/huyen?huyen=912", 390, 844)
    page.wait_for_selector(".d-profile section")
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth + 1"
    )

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Bản in A4").click()
    opened.value.wait_for_selector(".d-profile section")
    assert "huyen=912" in opened.value.url
