"""What every answer carries and what no request may bring: the outermost middleware, around Streamlit too."""

import logging
import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.errors import SettingError
from data.settings import settings
from pages.web.policy import streamlit_policy

log = logging.getLogger("dashboard")
POLICY = "Content-Security-Policy"
MOST = 64 * 1024  # bytes of a body sent to one of our addresses
UPLOADS = re.compile(r"/_stcore/upload_file(/|$)")  # Streamlit's, open to every visitor: no page takes files
HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")


class TooMuch(Exception):
    """A request's body is longer than `MOST`."""


class NoUploads(Exception):
    """Somebody sends a file, which would stay in this process's memory."""


class Guard:
    """Middleware: adds the headers of safety, takes no files, ends long bodies, turns a bug into a number."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        begun = False

        async def safely(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                _safe(MutableHeaders(raw=message.setdefault("headers", [])), scope)
            await send(message)

        try:
            if scope["type"] == "http" and UPLOADS.search(scope["path"]):
                raise NoUploads
            await self.app(scope, _limited(scope, receive), safely)
        except Exception as error:
            if scope["type"] == "websocket":
                raise
            answer = _answer(error)
            if not begun:
                await answer(scope, receive, safely)


def _safe(headers: MutableHeaders, scope: Scope) -> None:
    """Only the policy and the caching that a route has set itself stay."""
    try:
        others = settings().frame_ancestors
    except SettingError:
        others = ""
    rules = (
        headers.get(POLICY) or f"{streamlit_policy()}; connect-src {_here(scope)} data:"
    )  # data: saved pictures
    headers[POLICY] = f"{rules}; frame-ancestors 'self' {others}".strip()
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if not others:  # the older header knows no list
        headers["X-Frame-Options"] = "SAMEORIGIN"


def _here(scope: Scope) -> str:
    """This server: older browsers do not count its WebSocket as 'self'."""
    host = next((value.decode("latin-1") for key, value in scope["headers"] if key == b"host"), "")
    return f"'self' ws://{host} wss://{host}" if HOST.fullmatch(host) else "'self'"


def _limited(scope: Scope, receive: Receive) -> Receive:
    if scope["type"] != "http":
        return receive
    announced = next((value for key, value in scope["headers"] if key == b"content-length"), b"0")
    came = 0

    async def limited() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if max(came, int(announced)) > MOST:
            raise TooMuch
        return message

    return limited


def _answer(error: Exception) -> JSONResponse:
    if isinstance(error, TooMuch):
        return JSONResponse({"error": "too_long"}, 413, {"Connection": "close"})
    if isinstance(error, NoUploads):
        return JSONResponse({"error": "no_uploads"}, 403, {"Connection": "close"})
    if isinstance(error, ClientDisconnect):
        return JSONResponse({"error": "cut_off"}, 400)
    number = secrets.token_hex(4)
    log.error("error %s", number, exc_info=error)
    return JSONResponse({"error": "bug", "number": number}, 500)
