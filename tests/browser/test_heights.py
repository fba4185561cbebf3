"""Pages are no longer than their target on a notebook and on a phone: measured, not looked at."""

import pytest

from pages.widgets.compare_views import VIEWS
from tests.browser.conftest import DRAWN, settled

NOTEBOOK, PHONE = (1366, 768), (390, 844)
HEIGHTS = [  # address, most px high on a notebook, most px on a phone
    ("/nguon", 950, 2500),
    ("/nguon?phan=nguon&dong=2", 1000, 2500),
    ("/nguon?phan=phuong_phap", 1000, 2500),
    ("/nguon?phan=chenh_lech", 1000, 2700),
    ("/viec-lam", 1300, 2400),
    ("/viec-lam?xem=nam", 1300, 2400),
    ("/dao-tao-nghe", 1300, 2400),
    ("/giam-ngheo", 1300, 2400),
    ("/nguoi-co-cong", 1300, 2400),
    ("/an-sinh", 1300, 2450),
    ("/kham-pha", 1300, 2400),
    ("/huyen?huyen=914&nam=2017", 900, 2000),
    ("/", 768, 1900),
    ("/kham-pha?chi_tieu=giai_quyet_viec_lam&ngon_ngu=en", 1300, 2400),
    ("/ke-hoach", 1100, 2400),
    ("/ke-hoach?nam=2020&ngon_ngu=en", 1150, 2400),
    *((f"/so-sanh?xem={v}", 1300, 2400) for v in VIEWS),
]


@pytest.mark.parametrize("address, notebook, phone", HEIGHTS, ids=[row[0] for row in HEIGHTS])
def test_a_page_is_no_longer_than_this(visit, address, notebook, phone):
    for size, most in ((NOTEBOOK, notebook), (PHONE, phone)):
        page = visit(address, *size)
        page.wait_for_selector("[data-testid=stMain] h1")
        page.wait_for_timeout(2500)

        main = page.evaluate(
            "(({scrollHeight, scrollWidth, clientWidth}) => [scrollHeight, scrollWidth - clientWidth])"
            "(document.querySelector('[data-testid=stMain]'))"
        )
        assert main[0] <= most and main[1] <= 1, (size, main)


@pytest.mark.parametrize("path", ["/giam-ngheo", "/nguoi-co-cong", "/an-sinh"])
def test_land_stands_on_the_first_screen(visit, path):
    page = visit(path)
    settled(page, DRAWN, 15)
    page.wait_for_timeout(1500)
    tops = page.evaluate(
        "(css) => [...document.querySelectorAll(css)].map((land) => land.getBoundingClientRect())"
        ".filter((box) => box.width > 0).map((box) => box.top)",
        DRAWN,
    )

    assert len(tops) >= 15 and min(tops) < 500 and sorted(tops)[len(tops) // 2] < 700


@pytest.mark.parametrize("path", ["/viec-lam", "/dao-tao-nghe"])
def test_the_main_picture_is_whole_on_the_first_screen(visit, path):
    page = visit(path)
    dots = ".st-key-pane_plan .js-plotly-plot .scatterlayer .point"
    page.wait_for_selector(dots)
    page.wait_for_timeout(1500)
    bottoms = page.evaluate(
        "(css) => [...document.querySelectorAll(css)].map((dot) => dot.getBoundingClientRect().bottom)", dots
    )

    assert len(bottoms) >= 16 and max(bottoms) <= 768
