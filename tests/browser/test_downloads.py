"""Downloads by real clicks: workbook, CSV, PNG and SVG, with title, source, date and mark."""

import io
import re
import struct
import xml.etree.ElementTree as ElementTree

import openpyxl
import pytest

from tests.browser.conftest import DRAWN, open_chip, settled

MARK = "DIỄN TẬP: số liệu minh họa"
PICTURES = {  # key → title of the rows, of the picture, a source, year or edition in the file's name
    "muc_ty_le_ho_ngheo_map": (
        "Tỷ lệ hộ nghèo theo huyện",
        "Tỷ lệ hộ nghèo: cao nhất Giang Thành",
        "Nguồn: Diễn tập",
        r"2017_phien-ban-\d+_minh-hoa",
    ),
    "dien_bien_ty_le_ho_ngheo": (
        "Tỷ lệ hộ nghèo qua các năm",
        "Tỷ lệ hộ nghèo qua các năm",
        "Nguồn: ",
        r"phien-ban-\d+_minh-hoa",
    ),
}


@pytest.fixture
def menu(visit):
    """Opens the poverty page with one district selected and the menu of a picture; returns (page, save)."""

    def opened(key: str):
        page = visit("/giam-ngheo?nam=2017&huyen=912")
        settled(page, DRAWN, 15)
        page.locator(f".st-key-menu_{key} button").first.click()
        page.get_by_role("button", name="Tải ảnh (SVG)").wait_for()

        def save(button: str) -> tuple[str, bytes]:
            with page.expect_download() as download:
                page.get_by_role("button", name=button).click()
            return download.value.suggested_filename, download.value.path().read_bytes()

        return page, save

    return opened


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_leaves_as_four_files(menu, key):
    title, headline, source, stamp = PICTURES[key]
    page, save = menu(key)

    names = {}
    names["xlsx"], workbook = save("Tải bảng Excel (XLSX)")
    names["csv"], table = save("Tải số liệu (CSV)")
    names["png"], bitmap = save("Tải ảnh (PNG)")
    names["svg"], drawing = save("Tải ảnh (SVG)")
    for ending, name in names.items():
        assert re.fullmatch(rf"giam-ngheo_{key}_{stamp}\.{ending}", name) and name.isascii(), name
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert book.worksheets[0].freeze_panes == "B5" and book.worksheets[0]["A1"].value.startswith(title)
    assert book.sheetnames[-1] == "Định nghĩa và nguồn"
    assert "Nguồn:" in table.decode("utf-8-sig")
    assert bitmap.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", bitmap[16:24])
    shown = page.locator(f".st-key-fig_{key} .js-plotly-plot").bounding_box()
    assert width == pytest.approx(2 * shown["width"], abs=4) and height > 700
    words = " ".join(
        "".join(node.itertext())
        for node in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")
    )
    for text in (headline, source, "Phiên bản"):
        assert text in words, text
    assert re.search(r"\d{2}/\d{2}/20\d{2}", words) and MARK in words and "912" not in words
    assert page.outside == [] and page.wrong == []
    assert not re.search(rb"(?:href|src)=\"https?:", drawing), "a saved drawing needs nothing from outside"


def test_the_menu_stays_open_and_keys_alone_save(menu):
    page, save = menu("dien_bien_ty_le_ho_ngheo")
    save("Tải ảnh (PNG)")
    page.get_by_role("button", name="Tải ảnh (SVG)").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    assert download.value.suggested_filename.endswith(".svg")


def test_published_figures_wear_no_mark_in_a_saved_picture(visit):
    page = visit("/giam-ngheo?nam=2020")
    open_chip(page)
    page.get_by_role("button", name="Chỉ xem số liệu đã công bố").click()
    page.keyboard.press("Escape")
    page.wait_for_selector(".st-key-chip_rehearsal", state="detached")
    settled(page, ".js-plotly-plot .main-svg")
    page.get_by_role("button", name="Bảng và tải về").last.click()
    page.get_by_role("button", name="Tải ảnh (SVG)").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải ảnh (SVG)").click()

    assert MARK not in download.value.path().read_text(encoding="utf-8")


def test_buttons_speak_the_visitors_language(visit):
    page = visit("/giam-ngheo?ngon_ngu=en")
    settled(page, DRAWN, 15)
    page.get_by_role("button", name="Table and download").first.click()

    for name in (
        "Download table (Excel, XLSX)",
        "Download data (CSV)",
        "Download picture (PNG)",
        "Download picture (SVG)",
    ):
        page.get_by_role("button", name=name).wait_for()
