"""Templates escape what is filled in, and name what is not given."""

import jinja2
import pytest

from pages.web import html


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A template of this test's own, by its text."""

    def write(text: str) -> str:
        (tmp_path / "templates").mkdir(exist_ok=True)
        (tmp_path / "templates" / "thu.html").write_text(text, encoding="utf-8")
        return "thu.html"

    monkeypatch.setattr(html, "HERE", tmp_path)
    html._environment.cache_clear()
    yield write
    html._environment.cache_clear()


def test_text_is_escaped_and_what_a_template_made_is_not(template):
    made = html.render(template("<b title='{{ text }}'>{{ text }}</b>"), text="<i>'&")

    assert str(made) == "<b title='&lt;i&gt;&#39;&amp;'>&lt;i&gt;&#39;&amp;</b>"
    assert html.render(template("<p>{{ inner }}</p>"), inner=made) == f"<p>{made}</p>"


def test_a_value_that_is_not_given_is_an_error(template):
    with pytest.raises(jinja2.UndefinedError, match="text"):
        html.render(template("{{ text }}"))
