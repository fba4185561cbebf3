"""The dashboard: an ASGI application of Streamlit's pages and our own addresses.

Start it with `streamlit run dashboard.py`. The list of screens stands in `pages/screens/__init__.py`.
"""

from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages.routes import api, geometry, modules, profile, year_parts
from pages.routes import conference as conference
from pages.routes import display as display
from pages.routes.compressed import Compressed
from pages.routes.early import Early
from pages.routes.guard import Guard
from pages.routes.nearest_page import NearestPage
from pages.routes.placed import placed
from pages.routes.sign_in import STREAMLIT, SignIn
from pages.shell.addresses import ADDRESSES
from pages.shell.start import in_service
from pages.shell.trouble import say_trouble


@asynccontextmanager
async def ready(_):
    """Builds or opens the lake before the first visitor, and says so on the terminal."""
    with in_service():
        yield


ROUTES = [
    r for room in (api, geometry, modules, year_parts, conference, display, profile) for r in room.ROUTES
]
PATH = st.get_option("server.baseUrlPath").strip("/")
BASE = f"/{PATH}" if PATH else ""
NO_PAGES = {route.path.split("/")[1] for route in ROUTES} | STREAMLIT
app = st.App(
    Path(__file__).parent / "pages" / "shell" / "main.py",
    lifespan=ready,
    routes=placed(ROUTES, BASE),
    middleware=[
        Middleware(Guard),
        Middleware(SignIn, base=BASE),
        Middleware(Compressed),
        Middleware(Early, addresses=ADDRESSES, base=BASE),
        Middleware(NearestPage, addresses=ADDRESSES, others=NO_PAGES, base=BASE),
    ],
    on_script_error=say_trouble,
)
