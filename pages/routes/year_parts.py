"""Parts of a page in a year, for the browser that steps to it."""

import gzip
import json
from functools import lru_cache

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from data.clock import today
from data.headlines import headlines
from pages.access.passes import PARAMETER
from pages.content.explored import MODES, Asked
from pages.content.maps import layouts
from pages.content.view import View
from pages.content.years import years_of
from pages.routes.of_page import as_the_page
from pages.routes.parameters import WrongParameter, edition_shown, one_of, refuse_unknown
from pages.text.words import LANGUAGES
from pages.web.year_parts import PREFIX, board_parts, explored_parts

GROUNDS = ("sang", "toi")
OF_ALL = {"phien_ban", "ngon_ngu", "nen", "huyen", PARAMETER}
OF_INDICATOR = {"chi_tieu", "kieu", "hinh"}
LONGEST = 40  # letters of a page's name


@as_the_page
def overview(request: Request) -> Response:
    """The overview's parts."""
    query = request.query_params
    try:
        refuse_unknown(query, OF_ALL)
        view = _view(query)
        area = one_of(query, "huyen", ("", *view.areas.districts))
        return _sent(_board(view, _year(request, view, tuple(headlines().overview.cards)), area))
    except WrongParameter as wrong:
        return JSONResponse({"error": f"{wrong.parameter}: {wrong}"}, 400)


@as_the_page
def indicator(request: Request) -> Response:
    """An indicator's parts on a page of a field."""
    query = request.query_params
    try:
        refuse_unknown(query, OF_ALL | OF_INDICATOR)
        view = _view(query)
        asked = Asked(
            one_of(query, "chi_tieu", tuple(view.catalogue.indicators)),
            one_of(query, "kieu", MODES),
            one_of(query, "hinh", tuple(layouts())),
            _several(query, "huyen", tuple(view.areas.districts)),
        )
        year = _year(request, view, (asked.indicator,))
        return _sent(_explored(view, request.path_params["screen"][:LONGEST], asked, year))
    except WrongParameter as wrong:
        return JSONResponse({"error": f"{wrong.parameter}: {wrong}"}, 400)


@lru_cache(maxsize=600)
def _board(view: View, year: int, area: str) -> bytes:
    return _packed(board_parts(view, year, area))


@lru_cache(maxsize=1200)
def _explored(view: View, screen: str, asked: Asked, year: int) -> bytes:
    return _packed(explored_parts(view, screen, asked, year))


def _packed(parts: dict) -> bytes:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _sent(packed: bytes) -> Response:
    """For this page only: tomorrow a figure may be late, and another edition in force."""
    headers = {"Content-Encoding": "gzip", "Cache-Control": "no-store"}
    return Response(packed, media_type="application/json", headers=headers)


def _view(query: QueryParams) -> View:
    dark = one_of(query, "nen", GROUNDS) == "toi"
    return View(edition_shown(query), one_of(query, "ngon_ngu", LANGUAGES), dark, today())


def _year(request: Request, view: View, indicators: tuple[str, ...]) -> int:
    text, known = request.path_params["year"], years_of(view.edition, indicators)
    for year in known:
        if text == str(year):
            return year
    raise WrongParameter("nam", f"“{text}”: {', '.join(map(str, known))}")


def _several(query: QueryParams, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    listed = tuple(filter(None, query.get(name, "").split(",")))
    for text in listed:
        if text not in known:
            raise WrongParameter(name, f"“{text}”: {', '.join(known)}")
    return listed


ROUTES = [
    Route(f"/{PREFIX}/tong-quan/{{year}}.json", overview),
    Route(f"/{PREFIX}/{{screen}}/{{year}}.json", indicator),
]
