"""The public's pages, files and open interface: protected figures are words, never numbers."""

import io
import re
from datetime import date

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data import audience, serving
from pages.content.area_map import AreaMap
from pages.content.cards import cards_state
from pages.content.district_table import district_table
from pages.content.maps import change_map, level_map, plan_map
from pages.content.plain_table import plain_table
from pages.content.split import split_state
from pages.content.trend import trend_state
from pages.content.view import View
from pages.figures.caption import look_of
from pages.figures.draw import figure
from pages.routes import api
from pages.text.sentences import split_finding
from pages.web.cards import cards_html
from pages.web.tables import table_html
from tests.pages.test_screens import NAMES, opened, texts

TODAY = date(2026, 11, 23)
KEPT_BACK = {"vi": "được bảo mật", "en": "protected"}


@pytest.fixture
def public(real, monkeypatch) -> View:
    """The shipped edition as the public sees it."""
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    return View(real, "vi", False, TODAY)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_opens_for_the_public(public, name, language):
    for one in serving.offered():
        app = opened(name, ngon_ngu=language, phien_ban=str(one.id), huyen="912", nam="2020")

        assert not app.exception and not app.error
        assert not re.search(r"\bnan\b|\bNone\b|\{\w+\}", texts(app))


def labels(state: AreaMap) -> list[str]:
    """The words of a map's legend."""
    return [entry.label for entry in state.legend]


def test_a_protected_rate_says_so_in_map_table_and_plain_table(public):
    state = level_map(public, "ty_le_ho_ngheo", 2020)
    frame = state.frame
    listed = district_table(public, "ty_le_ho_ngheo", 2020, ())

    assert KEPT_BACK["vi"] in labels(state) and "Kiên Hải" not in state.about.finding
    assert "912" not in [row.code for row in listed.rows]
    assert "Kiên Hải" in listed.caption.split(KEPT_BACK["vi"][1:])[1]
    assert table_html(plain_table(frame, public)).count(KEPT_BACK["vi"]) == frame["protected"].sum() > 1
    state = change_map(public, "ty_le_ho_ngheo", 2020)
    frame = state.frame
    assert (
        KEPT_BACK["vi"] in labels(state) and frame.loc[frame["state"] == "protected", "points"].isna().all()
    )


def test_a_protected_year_is_a_gap_with_a_word(public):
    state = trend_state(public, "ty_le_ho_ngheo", ("912",))

    assert 2020 not in [x for trace in figure(public, state).data if trace.mode == "markers" for x in trace.x]
    assert (
        "2019" in state.about.finding
        and table_html(plain_table(state.frame, public)).count(KEPT_BACK["vi"])
        == state.frame["protected"].sum()
        >= 1
    )
    frame = split_state(public, "giai_quyet_viec_lam", "912").frame
    assert table_html(plain_table(frame, public)).count(KEPT_BACK["vi"]) == frame["protected"].sum() >= 1
    early = frame[frame["year"] <= frame.loc[frame["protected"], "year"].max()]
    assert KEPT_BACK["vi"] in split_finding(
        early, public.catalogue.indicators["giai_quyet_viec_lam"], public.catalogue, "912", "vi"
    )


def test_a_plan_whose_figure_is_protected_cannot_be_judged(edition, monkeypatch, tmp_path):
    from data.publish import publish
    from tests.made_up import HEADER, flow

    path = tmp_path / "moi.csv"
    path.write_text(HEADER + flow("giai_quyet_viec_lam", "Z2", 2017, 3), encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    view = View(publish(path, "a", "b").id, "vi", False, TODAY)
    state = plan_map(view, "giai_quyet_viec_lam", 2017)

    assert state.frame.set_index("area").loc["Z2", "reason"] == "protected"
    assert KEPT_BACK["vi"] in labels(state)


def test_what_is_kept_for_one_audience_is_not_shown_to_the_other(real):
    def cells(view: View) -> dict[str, str]:
        listed = district_table(view, "so_ho_ngheo", 2020, ())
        return {row.code: row.cells[1].text for row in listed.rows}

    office = View(real, "vi", False, TODAY)
    with audience.seen_by("public"):
        visitor = View(real, "vi", False, TODAY)
        assert "912" not in cells(visitor)

    assert cells(office)["912"] == "1" and office != visitor


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_of_sources_tells_rule_and_number(public, language):
    kept, page = (
        serving.protected(public.edition),
        texts(opened("nguon", phan="phuong_phap", ngon_ngu=language)).replace("\u00a0", " "),
    )

    assert f"{len(kept)} " in page and f"{int(kept['primary'].sum())} " in page and "protected" in page
    assert not re.search(r"Kiên Hải,? (and )?(01|1)\b", page)


def test_the_office_reads_nothing_of_protection(real):
    assert "Bảo mật số nhỏ" not in texts(opened("nguon", phan="phuong_phap"))


def test_a_card_says_protected(public):
    view = View(public.edition, "en", False, TODAY)
    card = cards_html(cards_state(view, ("so_ho_ngheo",), 2020, "912"), look_of(view))

    assert f">{KEPT_BACK['en']}<" in card


def test_the_open_interface_gives_no_value_and_says_why(public):
    client = TestClient(Starlette(routes=api.ROUTES))
    asked = "/api/v1/observations?indicator=so_ho_ngheo,ty_le_ho_ngheo&area=912&from=2020&to=2020"
    told = client.get(asked).json()["observations"]
    csv = pd.read_csv(io.BytesIO(client.get(f"{asked}&format=csv").content))
    parquet = pd.read_parquet(io.BytesIO(client.get(f"{asked}&format=parquet").content))

    assert [(o["value"], o["protected"], o["note"]) for o in told] == [(None, True, "")] * 2
    for file in (csv, parquet):
        assert file["value"].isna().all() and file["protected"].tolist() == [True] * 2
    shown = [e["id"] for e in client.get("/api/v1/editions").json()["editions"]]
    assert shown == [e.id for e in serving.offered()]


def test_a_wrong_audience_shows_nothing_and_says_how_to_mend_it(real, monkeypatch):
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "everyone")
    client = TestClient(Starlette(routes=api.ROUTES))
    answer = client.get("/api/v1/observations")

    assert answer.status_code == 503 and "DASHBOARD_AUDIENCE" in answer.json()["message"]
