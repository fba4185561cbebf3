"""Data and figures that the three pages share: frames of the open interface, Plotly Express as it comes."""

import json
import os
from pathlib import Path

import pandas as pd
import plotly.express as px

FOLDER = Path(os.environ["BENCH_DATA"])
CARDS = [
    "giai_quyet_viec_lam",
    "tuyen_sinh_dao_tao",
    "ty_le_lao_dong_qua_dao_tao_co_bang_cap",
    "ty_le_ho_ngheo",
]
TRENDS = CARDS[:2]
YEARS = [2015, 2016, 2017, 2018, 2019, 2020]

districts = pd.read_csv(FOLDER / "districts.csv", dtype={"area": str})
province = pd.read_csv(FOLDER / "province.csv")
shapes = json.loads((FOLDER / "shapes.json").read_text())


def cards(year: int) -> list[tuple[str, float, float | None]]:
    """Name, value and difference to the year before of each headline figure."""
    found = []
    for key in CARDS:
        of = province[province["indicator"] == key].set_index("year")["value"]
        before = of.get(year - 1)
        found.append((key, of.get(year), None if before is None else round(of.get(year) - before, 2)))
    return found


def sentence(year: int) -> str:
    """The finding."""
    top = districts[districts["year"] == year].nlargest(1, "value").iloc[0]
    return f"{year}: {top['name']} {top['value']}"


def poverty_map(year: int):
    """The map of a year, with the names and values of districts on it."""
    rows = districts[districts["year"] == year]
    figure = px.choropleth(
        rows,
        geojson=shapes,
        locations="area",
        color="value",
        hover_name="name",
        color_continuous_scale="Blues",
        range_color=(0, 15),
        projection="mercator",
    )
    figure.add_scattergeo(
        geojson=shapes,
        locations=rows["area"],
        text=rows["name"] + "<br>" + rows["value"].astype(str),
        mode="text",
        hoverinfo="skip",
    )
    figure.update_geos(fitbounds="locations", visible=False)
    return figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=420)


def trend(key: str):
    """One indicator over the years."""
    rows = province[province["indicator"] == key]
    return px.line(rows, x="year", y="value", markers=True, height=220)
