"""The open data interface: filters, pages, formats, and wrong parameters named."""

import io
from urllib.parse import urljoin

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.errors import SettingError
from pages.figures.geometry import address
from pages.routes import api, geometry
from pages.routes.parameters import CAP


@pytest.fixture
def client(edition) -> TestClient:
    return TestClient(Starlette(routes=[*api.ROUTES, *geometry.ROUTES]))


def get(client, **parameters) -> dict:
    answer = client.get("/api/v1/observations", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_filters_narrow_and_every_figure_says_source_and_status(client, edition):
    body = get(
        client, indicator="so_ho_ngheo", area="Z1,Z2", **{"from": "2016", "to": "2017-12-31"}, kind="actual"
    )

    assert [(o["area"], o["period_end"], o["value"]) for o in body["observations"]] == [
        ("Z1", "2016-12-31", 80),
        ("Z2", "2016-12-31", 30),
        ("Z1", "2017-12-31", 60),
        ("Z2", "2017-12-31", 20),
    ]
    assert body["edition"] == edition and body["next"] is None
    assert {(o["status"], o["source_title"], o["derived"]) for o in body["observations"]} == {
        ("published", "Báo cáo thử", False)
    }


def test_pages_follow_one_another_without_gap_or_overlap(client):
    whole = get(client)["observations"]
    paged, address = [], "/api/v1/observations?limit=7"
    while address:
        body = client.get(address).json()
        paged += body["observations"]
        address = body["next"] and urljoin(address, body["next"])

    assert paged == whole and len(whole) > 14


def test_a_foreign_host_is_not_handed_on(client):
    answer = client.get("/api/v1/observations?limit=7", headers={"Host": "foreign.example"})

    assert "foreign" not in answer.text + answer.headers["link"]
    assert answer.headers["link"] == f'<{answer.json()["next"]}>; rel="next"'


def test_faults_name_no_folder_and_no_password(client, monkeypatch):
    def away():
        raise SettingError(
            r"Không mở được kho (postgres:host=10.0.0.7 password=bi-mat): /srv/kho/bang.sqlite, C:\kho\b.csv"
        )

    monkeypatch.setattr(api, "newest", away)
    for path in ("/api/v1/health", "/health", "/api/v1/editions"):
        answer = client.get(path)
        assert answer.status_code == 503 and "…/bang.sqlite" in answer.json()["message"]
        assert not [w for w in ("srv", "kho\\", "bi-mat", "10.0.0.7") if w in answer.json()["message"]]


def test_formats_hold_the_same_figures(client):
    frame = pd.DataFrame(get(client, indicator="so_ho_ngheo")["observations"])
    csv = client.get("/api/v1/observations?indicator=so_ho_ngheo&format=csv")
    parquet = client.get("/api/v1/observations?indicator=so_ho_ngheo&format=parquet")

    assert csv.content.startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(io.BytesIO(csv.content))["value"].tolist() == frame["value"].tolist()
    assert pd.read_parquet(io.BytesIO(parquet.content))["value"].tolist() == frame["value"].tolist()


@pytest.mark.parametrize(
    "query, parameter",
    [
        ("indicator=khong_co", "indicator"),
        ("area=99", "area"),
        ("from=hom_qua", "from"),
        ("to=2017-13-01", "to"),
        ("from=2018&to=2017", "to"),
        ("kind=guess", "kind"),
        ("edition=999", "edition"),
        ("edition=moi", "edition"),
        ("format=xml", "format"),
        (f"limit={CAP + 1}", "limit"),
        ("limit=-1", "limit"),
        (f"limit={'9' * 5000}", "limit"),
        (f"edition={'9' * 5000}", "edition"),
        ("edition=٣", "edition"),
        ("offset=x", "offset"),
        ("indicators=so_ho_ngheo", "indicators"),
        ("format=csv,json", "format"),
    ],
)
def test_a_wrong_parameter_is_named(client, query, parameter):
    answer = client.get(f"/api/v1/observations?{query}")

    assert answer.status_code == 400
    assert answer.json()["parameter"] == parameter and answer.json()["message"]


def test_catalogue_areas_editions_and_health(client, edition):
    assert "ty_le_ho_ngheo" in {i["id"] for i in client.get("/api/v1/indicators").json()["indicators"]}
    assert {a["code"] for a in client.get("/api/v1/areas").json()["areas"]} == {"Z", "Z1", "Z2", "Z3", "Z4"}
    assert client.get("/api/v1/editions").json()["default"] == edition
    assert client.get("/health").json() == {"status": "ok", "edition": edition}
    assert client.get("/api/v1/areas?x=1").json()["parameter"] == "x"


def test_shapes_are_served_packed_and_kept_by_browsers(client):
    answer = client.get(address("map"))

    assert {f["id"] for f in answer.json()["features"]} >= {"Z1", "Z2", "Z3", "Z4", "Z1:hatch"}
    assert "immutable" in answer.headers["cache-control"] and answer.headers["content-encoding"] == "gzip"
    assert client.get("/ban-do/hinh/map-khac.json").status_code == 404
    assert client.get("/ban-do/nen/world_110m.json").json()["type"] == "Topology"
