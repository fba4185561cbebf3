"""A page's answer names scripts that the server has; nothing else carries the header."""

import re

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.routes import conference, modules
from pages.routes.early import Early

ADDRESS = re.compile(r"<([^>]+)>")


def page(_):
    return HTMLResponse("<p>")


def test_a_page_names_scripts_that_are_there():
    routes = [Route(path, page) for path in ("/", "/nguon", "/other")]
    routes += [*modules.ROUTES, *conference.ROUTES]
    client = TestClient(Starlette(routes=routes, middleware=[Middleware(Early, addresses=("", "nguon"))]))
    named = ADDRESS.findall(client.get("/").headers["link"])
    answers = [client.get(address) for address in named]

    assert len(named) > 5 and {a.status_code for a in answers} == {200}
    assert all("javascript" in a.headers["content-type"] for a in answers)
    assert all("immutable" in a.headers["cache-control"] for a in answers)
    assert set(ADDRESS.findall(client.get("/nguon").headers["link"])) < set(named)
    assert "link" not in client.get("/other").headers
