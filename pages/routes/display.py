"""Addresses of the public screens: the files of each bundle, and what screens report."""

import gzip
import json
import logging
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from data.errors import DataError
from pages.display import reports, shelf
from pages.display.bundle import FILES
from pages.text.words import words
from pages.web.assets import language_of
from pages.web.html import render
from pages.web.policy import SCREEN, policy

log = logging.getLogger("dashboard")
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
FREE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Date",
    "Cache-Control": "no-cache",
}  # a screen from a disk asks too
LONGEST = 4000  # characters of a report


def first(request: Request) -> Response:
    """Without a name: the only screen, or the list of them."""
    known = shelf.screens()
    if len(known) == 1:
        return RedirectResponse(f"man-hinh/{known[0].name}/")
    return _message_page(request, "choose", 200, up="./")


def slash(request: Request) -> Response:
    """Without the stroke at the end the parts would lie elsewhere."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.path_params['screen']}/{query}")


def file(request: Request) -> Response:
    """One file of the bundle in force; the first bundle is built when it is first asked for."""
    name, asked = request.path_params["screen"], request.path_params.get("file") or "index.html"
    if shelf.screen(name) is None:
        return _message_page(request, "no_screen", 404, name=name)
    try:
        folder = shelf.first(name)
    except (DataError, LookupError, ValueError) as error:
        log.warning("public screen %s: %s", name, error)
        return _message_page(request, "no_bundle", 503, name=name)
    path = folder / asked
    if asked not in FILES or not path.is_file():  # by name: “..\\” and “C:” are folders elsewhere
        return _message_page(request, "no_file", 404, name=asked)
    packed = "gzip" in request.headers.get("accept-encoding", "")
    body = _packed(path, folder.name) if packed else path.read_bytes()
    return Response(
        body,
        media_type=TYPES[path.suffix],
        headers={
            **FREE,
            "Content-Security-Policy": policy(SCREEN),
            "Vary": "Accept-Encoding",
            **({"Content-Encoding": "gzip"} if packed else {}),
        },
    )


async def report(request: Request) -> Response:
    """A screen's report; whatever is wrong with it, the screen is not bothered."""
    body = (await request.body())[: LONGEST + 1]
    await run_in_threadpool(_keep, request.path_params["screen"], body)
    return Response(status_code=204, headers=FREE)


def _keep(screen: str, body: bytes) -> None:
    try:
        report = json.loads(body) if len(body) <= LONGEST else None
        if isinstance(report, dict) and shelf.screen(screen) is not None:
            reports.keep(screen, report)
    except Exception as error:  # the database may be away, the report may be nonsense
        log.warning("report of a public screen: %r", error)


def _message_page(request: Request, key: str, status: int, up: str = "../../", **values: str) -> HTMLResponse:
    """A sentence and the screens there are."""
    say = words("man_hinh", language_of(request))
    names = [screen.name for screen in shelf.screens()]
    said = {"language": language_of(request), "text": say(key, **values)}
    body = render("screens.html", **said, names=names, up=up)
    later = {"Refresh": "10"} if status == 503 else {}  # a screen on a wall asks again by itself
    return HTMLResponse(body, status, later)


@lru_cache(maxsize=24)
def _packed(path: Path, version: str) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


ROUTES = [
    Route("/man-hinh", first),
    Route("/man-hinh/{screen}", slash),
    Route("/man-hinh/{screen}/bao", report, methods=["POST"]),
    Route("/man-hinh/{screen}/", file),
    Route("/man-hinh/{screen}/{file}", file),
]
