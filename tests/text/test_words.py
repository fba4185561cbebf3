"""Both languages have the same words with the same placeholders."""

import string

import pytest

from pages.text.words import Words, tables, words


def placeholders(text: str) -> set[str]:
    """Names in braces, also within the words that a number chooses."""
    found = [(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
    return {name for name, _ in found}.union(*(placeholders(spec or "") for _, spec in found))


@pytest.mark.parametrize("table", tables())
def test_languages_agree_on_keys_and_placeholders(table):
    vi, en = words(table, "vi"), words(table, "en")

    assert set(vi) == set(en)
    assert {k: placeholders(vi[k]) for k in vi} == {k: placeholders(en[k]) for k in en}


def test_a_missing_word_names_its_table_and_key():
    with pytest.raises(KeyError, match=r"figures.*khong_co"):
        words("figures", "vi")["khong_co"]


def test_a_missing_table_is_named():
    with pytest.raises(KeyError, match="khong_co"):
        words("khong_co", "vi")


def test_placeholders_are_filled():
    assert words("figures", "vi")("source", source="X") == "Nguồn: X"


@pytest.mark.parametrize(
    ("count", "written"), [(0, "No unit"), (1, "1 unit has"), (2, "2 units have"), (21, "21 units have")]
)
def test_a_word_follows_its_number(count, written):
    table = Words("thu", {"a": "{n:=0 No unit|{n} unit has|{n} units have}"}, "en")
    assert table("a", n=count) == written


@pytest.mark.parametrize(("count", "written"), [(0, "Không đơn vị"), (1, "1 đơn vị"), (2, "2 đơn vị")])
def test_vietnamese_has_one_form(count, written):
    table = Words("thu", {"a": "{n:=0 Không đơn vị|{n} đơn vị}"}, "vi")
    assert table("a", n=count) == written
