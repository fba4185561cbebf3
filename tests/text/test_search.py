"""Search finds every indicator whatever is left out of its name: diacritics, case, a letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue_files import read_catalogue
from pages.text.search import folded, found, nearest_names

ALL = read_catalogue()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hộ nghèo", "ho ngheo"),
        ("ĐƯỜNG  Đất", "duong dat"),
        ("so_ho_ngheo", "so ho ngheo"),
        ("tỷ lệ (%)", "ty le"),
        ("", ""),
        ("–", ""),
        (unicodedata.normalize("NFD", "Tỷ lệ hộ cận nghèo"), "ty le ho can ngheo"),
    ],
)
def test_folding(text, plain):
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(
    st.text(
        alphabet="aăâeêioôơuưyđáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ", max_size=30
    )
)
def test_vietnamese_letters_fold_to_plain_ones_however_they_are_stored(text):
    assert folded(text) == folded(text.upper()) == folded(unicodedata.normalize("NFD", text))
    assert folded(text).isascii()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_indicator_is_found_by_its_bare_name_and_id(language):
    for indicator in ALL.indicators.values():
        assert indicator.id in found(ALL, folded(indicator.name(language))), indicator.id
        assert indicator.id in found(ALL, indicator.id), indicator.id


def test_names_come_before_definitions():
    hits = found(ALL, "ho ngheo")
    named = ["ho ngheo" in folded(ALL.indicators[i].name.vi) for i in hits]

    assert {"so_ho_ngheo", "ty_le_ho_ngheo", "so_ho_can_ngheo"} <= set(hits)
    assert hits[0] == "ty_le_ho_ngheo" and hits.index("so_ho_ngheo") < hits.index("so_ho_can_ngheo")
    assert sum(named) >= 2 and all(named[: sum(named)])


@pytest.mark.parametrize("slip", ["ho ngeo", "hộ ngheoo", "poor houshold", "vieec lam"])
def test_a_small_slip_still_finds(slip):
    assert found(ALL, slip)


def test_nothing_wanted_is_all_and_nonsense_is_nothing_with_a_suggestion():
    assert found(ALL, "  ") == list(ALL.indicators)
    for nonsense in ("xyzzy qwrt", "???", "<script>"):
        assert found(ALL, nonsense) == []
        assert nearest_names(ALL, nonsense)
    assert set(nearest_names(ALL, "nghèo khổ quá xyzzy")) <= set(found(ALL, "nghèo"))
