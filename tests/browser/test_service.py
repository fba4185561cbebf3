"""The server at work: a publication reaches open sessions, a broken province says so, another runs."""

import os
import subprocess
import sys

import pytest

from tests.browser.conftest import DRAWN, serve, settled
from tests.conftest import ROOT
from tests.made_up import HEADER, stock, write


@pytest.fixture
def other(tmp_path):
    """Starts a server of its own for a province folder; stopped at the end."""
    started = []

    def start(province, **more):
        process, address = serve(tmp_path, DASHBOARD_PROVINCE=str(province), **more)
        started.append(process)
        return address

    yield start
    for process in started:
        process.terminate()
        process.wait(10)


def test_another_province_is_another_set_of_files(visit, other, tmp_path):
    base = other(write(tmp_path / "thu"))
    page = visit("/giam-ngheo?nam=2016", base=base)
    settled(page, DRAWN, 4)

    text = page.inner_text("[data-testid=stMain]")
    assert "Tỉnh Thử Nghiệm" in text and "Bốn" in text and page.outside == []


def test_a_publication_shows_in_an_open_session_within_seconds(visit, other, tmp_path):
    province = write(tmp_path / "thu")
    base = other(province)
    page = visit("/giam-ngheo?nam=2017", base=base)
    page.wait_for_selector("td:text-is('6 ᵗ')")
    table = tmp_path / "moi.csv"
    table.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2017, 123), encoding="utf-8")

    subprocess.run(
        [sys.executable, "-m", "data", "publish", str(table), "--author", "Phòng", "--message", "Số mới"],
        cwd=ROOT,
        check=True,
        env={**os.environ, "DASHBOARD_PROVINCE": str(province), "DASHBOARD_LAKE": str(tmp_path / "lake")},
    )

    page.wait_for_selector("text=12,3", timeout=8_000)  # at most 5 s, and the rerun on a busy machine


def test_a_broken_province_is_a_sentence_with_file_and_line(chromium, other, tmp_path):
    province = write(tmp_path / "hong")
    (province / "data" / "published" / "so_lieu.csv").write_text(
        HEADER + stock("so_ho_ngheo", "Z9", 2017, "x"), encoding="utf-8"
    )
    page = chromium.new_page()
    page.goto(other(province, status=503))
    page.wait_for_selector("text=dòng 2")

    text = page.inner_text("[data-testid=stMain]")
    assert "so_lieu.csv" in text and "Z9" in text and "không phải số" in text and "Traceback" not in text
    page.close()
