"""The small map of where a district lies: its shape stands out, its neighbours are named, names are text."""

import re
from base64 import b64decode
from xml.etree import ElementTree

from pages.content.locator import Locator
from pages.figures.theme import LAND, SEQUENTIAL
from pages.web.locator import locator_html

SVG = "{http://www.w3.org/2000/svg}"


def test_the_district_is_dark_its_neighbours_pale_and_names_are_escaped():
    square = [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]]
    names = {"b": (0.5, 0.5, "Đảo <Xa> & Gần"), "a": (1.0, 0.0, "Bên")}
    state = Locator("b", ("a",), {"b": square, "a": square, "c": square}, (0, 0, 2, 2), names, 'Nơi "này"')
    html = str(locator_html(state))
    drawn = ElementTree.fromstring(b64decode(re.search(r"base64,([^\"]+)", html)[1]))

    assert html.startswith('<img class="d-locator"') and "&#34;này&#34;" in html
    paths = drawn.findall(f"{SVG}path")
    assert [p.get("fill") for p in paths] == [SEQUENTIAL[1], LAND, SEQUENTIAL[5]]  # its own shape lies on top
    assert [(t.text, t.get("font-weight")) for t in drawn.findall(f"{SVG}text")] == [
        ("Đảo <Xa> & Gần", "700"),
        ("Bên", "400"),
    ]
    south = drawn.findall(f"{SVG}text")[1]  # south-east of the other: further right and further down
    north = drawn.findall(f"{SVG}text")[0]
    assert float(south.get("x")) > float(north.get("x")) and float(south.get("y")) > float(north.get("y"))
