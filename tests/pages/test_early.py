"""A page's answer names scripts that the server has; nothing else carries the header."""

import re

from starlette.testclient import TestClient

from dashboard import app

ADDRESS = re.compile(r"<([^>]+)>")


def test_a_page_names_scripts_that_are_there(edition):
    with TestClient(app) as client:
        named = ADDRESS.findall(client.get("/", headers={"Accept": "text/html"}).headers["link"])
        answers = [client.get(address) for address in named]

        assert len(named) > 5 and {a.status_code for a in answers} == {200}
        assert all("javascript" in a.headers["content-type"] for a in answers)
        assert all("immutable" in a.headers["cache-control"] for a in answers)
        assert set(ADDRESS.findall(client.get("/nguon").headers["link"])) < set(named)
        assert "link" not in client.get("/api/v1/editions").headers
