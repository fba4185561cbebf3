"""A page that does not exist leads to the nearest one, which says so.

Streamlit would show the first page in silence.
"""

from collections.abc import Collection
from difflib import get_close_matches
from urllib.parse import quote, unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

ASKED = "trang"  # the parameter that carries the unknown name to the page shown instead


class NearestPage:
    """Middleware: redirects a browser's visit of an unknown address to the page most like its first word.

    A page's address with a stroke at its end leads to the one without: what it names is relative to it.

    Args:
        addresses: of the pages. others: first words of addresses that are no pages (routes).
        base: the path under which the dashboard lies, where it sees it itself.
    """

    def __init__(self, app: ASGIApp, addresses: Collection[str], others: Collection[str], base: str = ""):
        self.app, self.addresses, self.others = app, [a for a in addresses if a], set(others)
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (name := self._page(scope)) is None or name in self.addresses or name.split("/")[0] in self.others:
            await self.app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        if (page := name.strip("/")) not in self.addresses:
            page = next(iter(get_close_matches(page.split("/")[0], self.addresses, 1, cutoff=0.6)), "")
            query = "&".join(filter(None, [query, f"{ASKED}={quote(name.strip('/'))}"]))
        up = (
            "../" * name.count("/") or "./"
        )  # a proxy may have taken away what the visitor's path begins with
        location = f"{up}{page}" + (f"?{query}" if query else "")
        headers = [(b"location", location.encode("latin-1"))]
        await send({"type": "http.response.start", "status": 307, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _page(self, scope: Scope) -> str | None:
        """The name of the page that a browser asks for; None for the first one and for all that is none."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        name = unquote(scope["path"].removeprefix(self.base)).removeprefix("/")
        plain = name.strip("/") and "." not in name and not name.startswith("_")
        return name if plain and "text/html" in Headers(scope=scope).get("accept", "") else None
