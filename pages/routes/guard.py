"""What every answer carries and what no request may bring: the outermost middleware, around Streamlit too."""

import asyncio
import logging
import re
import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.errors import SettingError
from data.settings import settings
from pages.access import uploads
from pages.intake.files import MOST as FILE
from pages.web.policy import streamlit_policy

log = logging.getLogger("dashboard")
POLICY = "Content-Security-Policy"
MOST = 64 * 1024  # bytes of a body sent to one of our addresses
WITHIN = 60.0  # seconds in which a body has come
MOST_UPLOADED = FILE * 2**20 + MOST  # a file, and the form around it
UPLOADED_WITHIN = 180.0  # a file of that size over 0.25 Mbit/s
UPLOADS = re.compile(r"/_stcore/upload_file(/|$)")  # Streamlit's, which it opens to every visitor
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")  # of a session
HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")


class TooMuch(Exception):
    """A request's body is longer than its address takes."""


class TooSlow(Exception):
    """A request's body does not come to its end."""


class NoUploads(Exception):
    """Somebody who may not sends a file, which would stay in this process's memory."""


class Guard:
    """Middleware: headers of safety, files from whoever may alone, bodies that end, a bug is a number."""

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
            most, within = _limits(scope)
            await self.app(scope, _limited(scope, receive, most, within), safely)
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


def _limits(scope: Scope) -> tuple[int, float]:
    """How many bytes in how many seconds a request may send.

    Raises:
        NoUploads: to Streamlit's address of uploads, and not from a session that may send files now.
    """
    if scope["type"] != "http" or not UPLOADS.search(scope["path"]):
        return MOST, WITHIN
    session = UPLOAD.search(scope["path"])
    if scope["method"] not in ("PUT", "DELETE") or not session or not uploads.allowed(session[1]):
        raise NoUploads
    return MOST_UPLOADED, UPLOADED_WITHIN


def _limited(scope: Scope, receive: Receive, most: int, within: float) -> Receive:
    if scope["type"] != "http":
        return receive
    headers = dict(scope["headers"])
    announced = headers.get(b"content-length", b"0")
    came, until = 0, time.monotonic() + within
    ended = not {b"content-length", b"transfer-encoding"} & headers.keys()  # no body comes (RFC 9112, 6.3)

    async def limited() -> Message:
        nonlocal came, ended
        try:  # after the body only the end of the connection is waited for
            async with asyncio.timeout(None if ended else max(until - time.monotonic(), 0)):
                message = await receive()
        except TimeoutError:
            raise TooSlow from None
        came, ended = came + len(message.get("body", b"")), not message.get("more_body", False)
        if max(came, int(announced)) > most:
            raise TooMuch
        return message

    return limited


def _answer(error: Exception) -> JSONResponse:
    if isinstance(error, TooMuch):
        return JSONResponse({"error": "too_long"}, 413, {"Connection": "close"})
    if isinstance(error, TooSlow):
        return JSONResponse({"error": "too_slow"}, 408, {"Connection": "close"})
    if isinstance(error, NoUploads):
        return JSONResponse({"error": "no_uploads"}, 403, {"Connection": "close"})
    if isinstance(error, ClientDisconnect):
        return JSONResponse({"error": "cut_off"}, 400)
    number = secrets.token_hex(4)
    log.error("error %s", number, exc_info=error)
    return JSONResponse({"error": "bug", "number": number}, 500)
