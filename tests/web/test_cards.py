"""Cards as HTML say what their state says, and nothing that is filled in becomes markup."""

import re

import pytest

from pages.content.cards import Card, Cards, Line, Source
from pages.figures.theme import DESK
from pages.text.mark import the_mark
from pages.web.cards import cards_html
from tests.figures.samples import CATALOGUE, JOBS, SAID, series

MARK = the_mark("vi")
SERIES = series((2016, "", "actual", 1.0, "published"), (2017, "", "actual", 2.0, "published"))


def html(**said) -> str:
    card = Card(JOBS, "Việc <làm>", **said)
    return str(cards_html(Cards(SAID, SERIES, CATALOGUE, "vi", (card,), 2017), DESK))


def text(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup)).strip()


def test_a_card_says_value_plan_change_period_and_source():
    plan = Line("35.000 lượt", lead="Đạt 109% kế hoạch (", tail=")", mark=MARK)
    found = html(
        value="38.255",
        unit="lượt",
        plan=plan,
        change=Line("tăng 2%", lead="37.500 → 38.255: "),
        series=SERIES,
        trend="tăng",
        period="năm 2017",
        source=Source("Báo cáo", "https://a.vn/?x=1&y=2", "24/01/2018"),
    )
    said = text(found)
    order = [
        "Việc &lt;làm&gt;",
        "38.255 lượt",
        "Đạt 109%",
        MARK.short,
        ")",
        "→ 38.255: tăng 2%",
        "năm 2017",
    ]
    places = [said.index(part) for part in order]
    assert places == sorted(places) and "(24/01/2018)" in said
    assert "https://a.vn/?x=1&amp;y=2" in found and found.count("<img") == 1
    assert found.count(MARK.short) == 1, "a real figure's card is marked at its plan alone"


def test_a_card_without_a_figure_says_why_and_nothing_else():
    found = html(missing="được bảo mật")
    assert text(found) == "Việc &lt;làm&gt; được bảo mật" and "<img" not in found


@pytest.mark.parametrize("address", ["", "https://a.vn/'onclick='x"])
def test_an_address_stays_an_address(address):
    found = html(value="1", source=Source("S", address))
    assert found.count("<a ") == bool(address) and "'onclick='" not in found
