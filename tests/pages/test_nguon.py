"""The page of sources: a folded list that says everything, long tables a part at a time."""

from datetime import date

import pytest

from data.editions import editions
from data.queries import sources
from pages.content.indicator_facts import entries, fields
from pages.content.view import View
from pages.screens.nguon import PARTS
from tests.pages.test_screens import opened, texts


def test_every_indicator_has_a_line_with_definition_formula_and_sources(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    listed = {entry.id: entry for field in fields(view) for entry in entries(view, field)}

    assert list(listed) == list(view.catalogue.indicators)
    facts = dict(listed["ty_le_ho_ngheo"].facts)
    assert facts["Công thức"] == ("Số hộ nghèo ÷ Tổng số hộ được rà soát × 100",)
    assert any("20" in line for line in facts["Ngưỡng bản đồ"])
    assert any("Hội nghị trực tuyến" in title for title in facts["Nguồn"])


def test_closed_fields_send_none_of_their_indicators(real):
    app = opened("nguon")

    assert len(app.expander) == 12
    assert "Số hộ nghèo chia cho" not in texts(app)


def test_a_search_opens_what_it_found_and_says_where_nothing_is(real):
    app = opened("nguon")
    app.text_input(key="loc").set_value("ty le ho ngheo").run()
    assert "Số hộ nghèo chia cho" in texts(app) and len(app.expander) < 12

    app.text_input(key="loc").set_value("xyzzy").run()
    assert "xyzzy" in texts(app) and not app.expander


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_part_opens(real, part, language):
    for edition in editions():
        app = opened("nguon", phan=part, ngon_ngu=language, phien_ban=str(edition.id))

        assert not app.exception and not app.error


def test_every_source_is_on_one_of_the_pages_of_the_table(real):
    codes, page = set(sources(real)["source"]), 1
    seen = set()
    while not (seen >= codes) and page < 30:
        text = texts(opened("nguon", phan="nguon", dong=str(page)))
        found = {code for code in codes if f"<td>{code}</td>" in text}
        assert 0 < len(found) <= 10
        seen, page = seen | found, page + 1

    assert seen == codes
