"""The table [document] of province.toml: all optional, wrong ones named."""

import pytest

from data.document import Document, read_document
from data.errors import FaultsFound
from data.publish import build


def test_a_province_without_the_table_has_an_empty_one():
    assert read_document({}) == Document()


@pytest.mark.parametrize(
    "wrong, named",
    [
        ({"symbol": 3}, "document.symbol"),
        ({"agenda": "x"}, "document.agenda"),
        ({"recipients": "Sở"}, "document.recipients"),
        ({"place": {"vi": "X"}}, "document.place.en"),
    ],
)
def test_a_wrong_value_is_named(wrong, named):
    with pytest.raises(FaultsFound, match=named):
        read_document({"document": wrong})


def test_a_wrong_table_stops_the_build_with_its_place(made_up):
    about = made_up / "data" / "province.toml"
    about.write_text(about.read_text(encoding="utf-8") + "\n[document]\nsymbol = 3\n", encoding="utf-8")

    with pytest.raises(FaultsFound, match=r"province.toml, dòng \d+, cột “document.symbol”"):
        build()
