"""Pages are no longer than their target on a notebook and on a phone: measured, not looked at."""

import pytest

from pages.widgets.compare_views import VIEWS

NOTEBOOK, PHONE = (1366, 768), (390, 844)
HEIGHTS = [  # address, most px high on a notebook, most px on a phone
    ("/nguon", 950, 2500),
    ("/nguon?phan=nguon", 1000, 2500),
    ("/nguon?phan=phuong_phap", 1000, 2500),
    ("/nguon?phan=chenh_lech", 1000, 2700),
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
