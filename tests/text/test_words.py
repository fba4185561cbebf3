"""Both languages have the same words with the same placeholders."""

import string

import pytest

from pages.text.words import tables, words


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


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
