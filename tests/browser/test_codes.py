"""Shapes, points, bars and map labels on a light page carry their district's code, also past gaps."""

from pathlib import Path

import plotly
import pytest

from geo.topology import EMPTY
from tests.conftest import ROOT

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PAGE = """<!doctype html><script src="/plotly.js"></script>
<style>.figure { width: 600px; height: 400px }</style><div id="root"></div>"""
FILES = {
    "/": ("text/html", PAGE),
    "/plotly.js": ("text/javascript", PLOTLY.read_text(encoding="utf-8")),
} | {
    f"/{path.name}": ("text/javascript", path.read_text(encoding="utf-8"))
    for path in (ROOT / "pages/web/stage").glob("*.js")
}
DRAW = """async (figure) => {
  const { drawSlide } = await import("/slide.js");
  const root = document.querySelector("#root");
  root.replaceChildren();
  const slide = await drawSlide(root, { title: "", figure: JSON.stringify(figure), finding: "" });
  return [...slide.querySelectorAll("[data-code]")].map((part) => [
    part.dataset.code, part.tagName, part.getAttribute("data-unformatted") ?? getComputedStyle(part).fill,
  ]);
}"""
RED, GREEN, BLUE = "rgb(255, 0, 0)", "rgb(0, 128, 0)", "rgb(0, 0, 255)"
SIZE = {"width": 600, "height": 400}


@pytest.fixture
def drawn(chromium):
    """Draws a figure on a slide in Chromium: [code, tag, text or colour] of all that has a code."""
    page = chromium.new_page(viewport={"width": 1000, "height": 700})
    page.route("**/*", _answer)
    page.goto("http://slide.test/")
    yield lambda figure: [tuple(part) for part in page.evaluate(DRAW, figure)]
    page.close()


def _answer(route) -> None:
    path = "/" + route.request.url.split("/", 3)[3]
    kind, body = FILES.get(path, ("application/json", EMPTY))
    route.fulfill(body=body, content_type=kind)


def test_bars_and_points_past_a_gap_keep_their_own_code(drawn):
    colours = {"color": [RED, GREEN, BLUE]}
    codes = [["a", "x"], ["b", "x"], ["c", "x"]]
    bars = {"type": "bar", "x": ["1", "2", "3"], "y": [3, None, 5], "customdata": codes, "marker": colours}
    dots = {"mode": "markers", "x": [1, 2, 3], "y": [None, 4, 5], "customdata": ["a", "b", "c"]}

    found = [(code, fill) for code, _, fill in drawn({"data": [bars], "layout": SIZE}) if fill]
    assert (
        ("a", RED) in found and ("c", BLUE) in found and ("b", RED) not in found and ("b", BLUE) not in found
    )
    unnamed = {"mode": "markers", "x": [1], "y": [1]}
    points = drawn({"data": [unnamed, dots | {"marker": colours}], "layout": SIZE})
    assert [(code, fill) for code, _, fill in points] == [("b", GREEN), ("c", BLUE)]


def test_shapes_and_labels_of_a_map_have_codes_also_where_a_name_breaks(drawn):
    def square(code: str, west: float) -> dict:
        ring = [[west, 9], [west, 10], [west + 1, 10], [west + 1, 9], [west, 9]]
        return {"type": "Feature", "id": code, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    shapes = {"type": "FeatureCollection", "features": [square("a", 103), square("b", 104), square("c", 105)]}

    def land(codes: list[str], z: list[int], **more: str) -> dict:
        scale = [[0, RED], [0.5, GREEN], [1, BLUE]]
        fixed = {"type": "choropleth", "geojson": shapes, "colorscale": scale, "zmin": 0, "zmax": 2}
        return (
            fixed
            | {"locations": codes, "z": z, "customdata": [[c] for c in codes], "showscale": False}
            | more
        )

    labels = {
        "type": "scattergeo",
        "mode": "text",
        "lon": [103.5, 104.5],
        "lat": [9.5, 9.5],
        "text": ["Một tên<br>gãy đôi<br>1,0", "Hai<br>2,0"],
        "customdata": ["a", "b"],
    }
    frame = {"lonaxis": {"range": [102, 107]}, "lataxis": {"range": [8, 11]}}
    layout = SIZE | {"geo": frame, "geo2": frame | {"domain": {"x": [0, 0.2], "y": [0, 0.2]}}}
    found = drawn(
        {"data": [land(["c", "a"], [2, 0]), land(["b"], [1], geo="geo2"), labels], "layout": layout}
    )

    assert sorted(found) == [
        ("a", "path", RED),
        ("a", "text", "Một tên<br>gãy đôi<br>1,0"),
        ("b", "path", GREEN),
        ("b", "text", "Hai<br>2,0"),
        ("c", "path", BLUE),
    ]
