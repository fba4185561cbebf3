"""Words of a person in Streamlit's Markdown. What a browser makes of them: tests/browser/test_hostile.py."""

import pytest

from pages.widgets.plain import plain, points


@pytest.mark.parametrize(
    "text, written",
    [
        ("Nghỉ lễ 02/9", r"Nghỉ lễ 02\/9"),
        ("**a** [b](c)", r"\*\*a\*\* \[b\]\(c\)"),
        ("một\n\n    hai", "một  \nhai"),
        ("12:30", r"12\:30"),
        ("http://a", "http\\:\u2060\\/\\/a"),
        ("www.a.vn", "www\u2060\\.a\\.vn"),
        ("a@b.vn", "a\\@\u2060b\\.vn"),
        (":smile:", "\\:\u2060smile\\:"),
    ],
)
def test_every_sign_is_plain(text, written):
    assert plain(text) == written


def test_a_point_stays_one_point():
    assert points(["a\n- b", "c"]) == "- a \\- b\n- c"
