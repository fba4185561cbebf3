"""The parts of a page in a year: what is asked for wrongly is named, what is given is the year's."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.routes import year_parts
from tests.pages.test_screens import opened, texts


@pytest.fixture
def client(edition):
    return TestClient(Starlette(routes=year_parts.ROUTES))


def test_the_overview_has_the_words_of_the_page(client):
    given = client.get("/nam/tong-quan/2017.json").json()
    page = texts(opened("tong_quan", nam="2017"))

    assert set(given["html"]) >= {"finding", "cards", "sources"}
    for key in ("finding", "cards", "sources"):
        assert given["html"][key] in page


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("tong-quan/1999.json", "nam"),
        ("tong-quan/2017.json?huyen=000", "huyen"),
        ("tong-quan/2017.json?ngon_ngu=fr", "ngon_ngu"),
        ("tong-quan/2017.json?phien_ban=99999", "edition"),
        ("giam-ngheo/2017.json?chi_tieu=nothing", "chi_tieu"),
        ("giam-ngheo/2017.json?chi_tieu=ty_le_ho_ngheo&kieu=x", "kieu"),
        ("giam-ngheo/2017.json?chi_tieu=ty_le_ho_ngheo&huyen=Z1,x", "huyen"),
        (f"giam-ngheo/{'9' * 5000}.json?chi_tieu=ty_le_ho_ngheo", "nam"),
        ("tong-quan/2017.json?x=1", "x"),
    ],
)
def test_what_is_wrong_is_named(client, address, named):
    answer = client.get(f"/nam/{address}")

    assert answer.status_code == 400 and answer.json()["error"].startswith(f"{named}:")
