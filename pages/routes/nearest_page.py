"""A page that does not exist leads to the nearest one, which says so.

Streamlit would show the first page in silence.
"""

from collections.abc import Collection
from difflib import get_close_matches
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Receive, Scope, Send

ASKED = "trang"  # the parameter that carries the unknown name to the page shown instead


class NearestPage:
    """Middleware: redirects a browser's visit of an unknown address to the page most like its first word.

    Args:
        addresses: of the pages. others: first words of addresses that are no pages (routes).
    """

    def __init__(self, app: ASGIApp, addresses: Collection[str], others: Collection[str]):
        self.app, self.addresses, self.others = app, [a for a in addresses if a], set(others)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (name := self._unknown(scope)) is None:
            await self.app(scope, receive, send)
            return
        nearest = next(iter(get_close_matches(name.split("/")[0], self.addresses, 1, cutoff=0.6)), "")
        query = "&".join(filter(None, [scope["query_string"].decode("latin-1"), f"{ASKED}={quote(name)}"]))
        await send(
            {
                "type": "http.response.start",
                "status": 307,
                "headers": [(b"location", f"/{nearest}?{query}".encode("latin-1"))],
            }
        )
        await send({"type": "http.response.body", "body": b""})

    def _unknown(self, scope: Scope) -> str | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        name = unquote(scope["path"]).strip("/")
        asks_page = any(key == b"accept" and b"text/html" in value for key, value in scope["headers"])
        plain = name and "." not in name and not name.startswith("_")
        known = name in self.addresses or name.split("/")[0] in self.others
        return name if asks_page and plain and not known else None
