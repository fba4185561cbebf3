"""What never changes goes out compressed, and is compressed once.

Streamlit leaves its own scripts (5 MB on a first visit) as they are, since its compression would do the work
anew for each visitor.
"""

import gzip
import re

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROOM = 32 * 1024 * 1024  # bytes of compressed answers that are kept
TEXT = re.compile(r"text/|application/(?:javascript|json|manifest)|image/svg")


class Compressed:
    """Middleware: keeps answers that are immutable by their own headers, compressed, by path."""

    def __init__(self, app: ASGIApp):
        self.app, self.kept, self.free = app, {}, ROOM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _wanted(scope):
            await self.app(scope, receive, send)
            return
        key = scope["path"]
        if key not in self.kept:
            answer = _Answer(send)
            await self.app(scope, receive, answer.take)
            if not answer.body:
                return
            start, body = answer.start, await to_thread.run_sync(gzip.compress, b"".join(answer.body), 9)
            _describe(MutableHeaders(raw=start["headers"]), len(body))
            if len(body) <= self.free and key not in self.kept:
                self.kept[key], self.free = (start, body), self.free - len(body)
        else:
            start, body = self.kept[key]
        await send({**start, "headers": list(start["headers"])})  # others add headers of their own
        await send({"type": "http.response.body", "body": body})


class _Answer:
    """Holds back an answer that may be compressed, and lets every other one pass as it comes."""

    def __init__(self, send: Send):
        self.send, self.start, self.body = send, {}, []

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _immutable(message):
            self.start = dict(message)
        elif self.start and message["type"] == "http.response.body":
            self.body.append(message.get("body", b""))
        else:
            await self.send(message)


def _wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
        return False
    asked = Headers(scope=scope)
    return "gzip" in asked.get("accept-encoding", "") and "range" not in asked


def _immutable(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    return (
        message["status"] == 200
        and "immutable" in headers.get("cache-control", "")
        and "content-encoding" not in headers
        and TEXT.match(headers.get("content-type", "")) is not None
    )


def _describe(headers: MutableHeaders, length: int) -> None:
    headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(length)
    headers.add_vary_header("Accept-Encoding")
    for name in ("ETag", "Accept-Ranges"):  # of the bytes as they were
        if name in headers:
            del headers[name]
