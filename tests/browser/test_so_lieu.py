"""A district's figures go from an Excel file to the map, as an office would try it on the server itself."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.browser.conftest import serve

KEY = "khoa-quan-tri-thu-2026"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A server of its own, for what is published stays."""
    process, address = serve(tmp_path_factory.mktemp("office"), DASHBOARD_ADMIN_KEY=KEY)
    yield address.replace("127.0.0.1", "localhost")
    process.terminate()
    process.wait(10)


def form(page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải biểu mẫu").click()
    return download.value.path().read_bytes()


def filled(content: bytes, **values: object) -> bytes:
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    actual = next(cell.column for cell in sheet[1] if cell.value == "actual")
    rows = {str(cell.value).split("|")[0]: cell.row for cell in sheet["A"] if cell.value}
    for indicator, value in values.items():
        sheet.cell(rows[indicator], actual).value = value
    sheet.cell(rows["source"], 3).value = "Báo cáo số 12"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def send(page, content: bytes) -> None:
    file = {"name": "bieu.xlsx", "mimeType": XLSX, "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_selector("text=Đã kiểm tra tệp bieu.xlsx", timeout=30_000)


def press(page, name: str, said: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_selector(f"text={said}", timeout=30_000)


def test_from_the_file_to_the_map(visit, office):
    page = visit("/so-lieu?nam=2024&thang=0", base=office)
    page.locator("input[type=password]").fill(KEY)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=0/90 biểu đã nộp", timeout=30_000)
    blank = form(page)

    send(page, filled(blank, so_ho_ngheo="1.200", tong_so_ho=60000))
    page.wait_for_selector("text=1 lỗi phải sửa")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp có đánh dấu lỗi").click()
    sheet = load_workbook(BytesIO(download.value.path().read_bytes())).worksheets[0]
    notes = [c for row in sheet.iter_rows() for c in row if c.comment and "ba chữ số" in c.comment.text]
    assert [cell.value for cell in notes] == ["1.200"]

    send(page, filled(blank, so_ho_ngheo=1200, tong_so_ho=60000))
    press(page, "Nộp", "Đã nộp.")
    press(page, "Duyệt", "Đã duyệt.")
    press(page, "Công bố", "Đã công bố thành phiên bản")

    page.goto(f"{office}/giam-ngheo?nam=2024")
    page.wait_for_selector(".d-finding", timeout=30_000)
    page.wait_for_timeout(500)
    assert "Số liệu báo cáo" in page.locator(".st-key-frame button").first.inner_text()
    assert "◇" not in page.locator("[data-testid=stMain]").inner_text() and not page.wrong
    asked = f"{office}/api/v1/observations?indicator=ty_le_ho_ngheo&area=899&from=2024&to=2024"
    assert [row["value"] for row in page.request.get(asked).json()["observations"]] == [2]


def test_the_page_says_no_english_and_does_not_scroll_sideways(visit, office):
    for width, height in ((1366, 768), (1920, 1080), (390, 844)):
        page = visit("/so-lieu?nam=2024&thang=0", base=office, width=width, height=height)
        page.locator("input[type=password]").fill(KEY)
        page.keyboard.press("Enter")
        page.wait_for_selector("input[type=file]", state="attached", timeout=30_000)
        page.wait_for_timeout(500)
        text = page.locator("[data-testid=stMain]").inner_text()
        assert not re.search(r"Upload|Browse|Drag|per file|Limit", text)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
