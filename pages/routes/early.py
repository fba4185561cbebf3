"""A page's answer names what it will need: the browser fetches it beside Streamlit's own files."""

from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.web.modules import PREFIX, scripts, version
from pages.web.plotly_script import LEAN

MODULES = [f"<{PREFIX}/{version()}/{name}>; rel=modulepreload" for name in scripts()]
CHARTS = [f"<{LEAN}>; rel=preload; as=script"]  # the overview has some in every edition


class Early:
    """Middleware: adds `Link` (RFC 8288, preload) to pages at `addresses`."""

    def __init__(self, app: ASGIApp, addresses: Collection[str], base: str = ""):
        self.app = app
        self.needed = {f"{base}/{a}": ", ".join(MODULES if a else [*CHARTS, *MODULES]) for a in addresses}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def named(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(raw=message["headers"]).append("Link", self.needed[scope["path"]])
            await send(message)

        of_page = scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in self.needed
        await self.app(scope, receive, named if of_page else send)
