"""What of a page changes with its year, as the browser puts it into place when a year is stepped to.

The page itself is made of the same pieces; each stands in a container under the key it has here.
"""

from urllib.parse import urlencode

from pages.content.area_map import AreaMap
from pages.content.board import board, board_shape
from pages.content.explored import Asked, explored, explored_shape
from pages.content.view import View
from pages.figures.caption import look_of
from pages.web import pieces
from pages.web.cards import cards_html
from pages.web.chart import chart_json
from pages.web.legend import legend_html
from pages.web.tables import table_json

BOARD_MAP = "ban_do_ngheo"
LAID_OUT = 350  # px that a pane's picture is laid out for; it takes what its pane has
PREFIX = "nam"


def board_parts(view: View, year: int, area: str = "") -> dict:
    """The overview's: `shape` of the page, `html` and `drawn` by key."""
    shown = board(view, year, area)
    map_html, drawn = _map(view, "tong-quan", BOARD_MAP, shown.map, None)
    html = {
        "finding": pieces.heading(shown.cards.headline, level=1),
        "cards": cards_html(shown.cards, look_of(view)),
        **map_html,
        "sources": pieces.sources(view, shown.abouts),
    }
    return {"shape": board_shape(view, year, area), "html": html, "drawn": drawn}


def explored_parts(view: View, screen: str, asked: Asked, year: int) -> dict:
    """An indicator's: `shape` of the page, `html` and `drawn` by key."""
    shown = explored(view, asked, year)
    map_html, drawn = _map(view, screen, asked.map_key, shown.map, LAID_OUT)
    abouts = [shown.about, *([shown.map.about] if shown.map else [])]
    html = {
        "finding": pieces.paragraph(shown.about.finding, "d-finding"),
        **map_html,
        "sources": pieces.sources(view, abouts),
    }
    drawn[asked.table_key] = table_json(shown.table)
    return {"shape": explored_shape(view, asked, year), "html": html, "drawn": drawn}


def board_address(view: View, area: str) -> str:
    """Where the overview's parts are found; `{year}` stands for the year."""
    return _address(view, "tong-quan", {"huyen": area})


def explored_address(view: View, screen: str, asked: Asked) -> str:
    """Where an indicator's parts are found; `{year}` stands for the year."""
    more = {
        "chi_tieu": asked.indicator,
        "kieu": asked.mode,
        "hinh": asked.layout,
        "huyen": ",".join(asked.selected),
    }
    return _address(view, screen, more)


def _address(view: View, screen: str, more: dict[str, str]) -> str:
    asked = {
        "phien_ban": view.edition,
        "ngon_ngu": view.language,
        "nen": "toi" if view.dark else "sang",
        **more,
    }
    return f"{PREFIX}/{screen}/{{year}}.json?" + urlencode({n: v for n, v in asked.items() if v})


def _map(view: View, screen: str, key: str, state: AreaMap | None, height: int | None) -> tuple[dict, dict]:
    if state is None:
        return {}, {}
    html = {f"head_{key}": pieces.head(view, state.about), f"legend_{key}": legend_html(state, look_of(view))}
    return html, {f"fig_{key}": chart_json(view, screen, key, state, height, fills=True)}
