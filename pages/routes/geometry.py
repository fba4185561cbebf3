"""Serves the shapes that map figures refer to by address, so that a rerun sends none of them."""

import gzip
import json
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from geo.layers import layers
from geo.layout import map_layout
from geo.province import province_dir
from geo.topology import EMPTY
from pages.figures.geometry import TOPOLOGY
from pages.web.assets import FOR_EVER


@lru_cache(maxsize=8)
def _packed(layout: str, version: str) -> bytes:
    body = json.dumps(layers(province_dir(), layout), separators=(",", ":"), ensure_ascii=False)
    return gzip.compress(body.encode(), mtime=0)


def shapes(request: Request) -> Response:
    """GeoJSON of a layout, compressed once."""
    layout, _, version = request.path_params["name"].partition("-")
    if layout not in ("map", "tiles") or version != map_layout(province_dir(), layout).version:
        return JSONResponse({"error": "no such geometry"}, 404)
    return Response(
        _packed(layout, version),
        media_type="application/geo+json",
        headers={"Content-Encoding": "gzip", "Cache-Control": FOR_EVER},
    )


def topology(_: Request) -> Response:
    """The empty world that Plotly asks for before it draws any map; its own lies on a foreign host."""
    return Response(EMPTY, media_type="application/json", headers={"Cache-Control": FOR_EVER})


ROUTES = [Route("/ban-do/hinh/{name}.json", shapes), Route(f"/{TOPOLOGY}{{name:path}}", topology)]
