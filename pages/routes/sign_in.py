"""A sign-in that fails leads back to the first page, which says so.

Streamlit would answer with two English words and no way back, where the provider cannot be reached.
"""

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.routes.nearest_page import ASKED

ADDRESS = "auth/login"  # Streamlit's
STREAMLIT = {"auth", "oauth2callback"}  # first words of its addresses of sign-in: they are no pages


class SignIn:
    """Middleware: puts a redirect in the place of Streamlit's “Authentication error”.

    Args:
        base: the path under which the dashboard lies, where it sees it itself.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app, self.address = app, f"{base}/{ADDRESS}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != self.address:
            await self.app(scope, receive, send)
            return
        failed = False

        async def led_back(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start" and message["status"] >= 400:
                failed = True
                back = RedirectResponse(f"../?{ASKED}={quote(ADDRESS)}", 303)
                await back(scope, receive, send)
            elif not failed:
                await send(message)

        await self.app(scope, receive, led_back)
