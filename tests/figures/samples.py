"""An invented province of 15 districts, small enough to check by eye."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator, Standard, Unit, Words
from data.status import Status
from pages.content.about import About
from pages.content.place import Place
from pages.figures.template import Caption

MARK = "DIỄN TẬP: số liệu minh họa"
CAPTION = Caption("Tỷ lệ hộ nghèo", "%, 31/12/2017", "Nguồn: thử", MARK)
SAID = About(
    "Tỷ lệ hộ nghèo", "%, 31/12/2017", "Cao nhất ở Số 1.", ("Thử",), frozenset({Status.ILLUSTRATIVE})
)
CODES = [f"{i:03d}" for i in range(1, 16)]
PLACES = {code: Place(code, f"Huyện Số {int(code)}"[6:], f"Huyện Số {int(code)}") for code in CODES}
PLACES["00"] = Place("00", "Toàn tỉnh", "Tỉnh Thử")


def _words(vi: str) -> Words:
    return Words(vi=vi, en=vi)


def _indicator(id: str, name: str, unit: str, decimals: int, **more) -> Indicator:
    fixed = {
        "domain": "thu",
        "polarity": "lower_is_better",
        "measure": "stock",
        "aggregate": "none",
        "definition": _words("x"),
    }
    return Indicator(id=id, name=_words(name), unit=unit, decimals=decimals, **fixed | more)


RATE = _indicator(
    "ty_le",
    "Tỷ lệ hộ nghèo",
    "phan_tram",
    2,
    standards="chuan",
    thresholds={"old": (1, 5, 9), "new": (1, 2, 4, 8)},
)
COUNT = _indicator("so_ho", "Số hộ nghèo", "ho", 0)
JOBS = _indicator(
    "viec_lam", "Giải quyết việc làm", "luot", 0, measure="flow", plan="reach", polarity="higher_is_better"
)
INSIDE = _indicator("trong_tinh", "Trong tỉnh", "luot", 0, measure="flow", part_of="viec_lam")
OUTSIDE = _indicator("ngoai_tinh", "Ngoài tỉnh", "luot", 0, measure="flow", part_of="viec_lam")
STANDARDS = (
    Standard(
        id="old",
        first_day="2011-01-01",
        last_day="2015-12-30",
        name=_words("Chuẩn cũ"),
        document="QĐ 09/2011/QĐ-TTg",
    ),
    Standard(
        id="new",
        first_day="2015-12-31",
        last_day="2021-12-31",
        name=_words("Chuẩn mới"),
        document="QĐ 59/2015/QĐ-TTg",
    ),
)
CATALOGUE = Catalogue(
    domains={},
    indicators={i.id: i for i in (RATE, COUNT, JOBS, INSIDE, OUTSIDE)},
    units={
        "phan_tram": Unit(vi="%", en="%"),
        "ho": Unit(vi="hộ", en="households"),
        "luot": Unit(vi="lượt người", en="placements"),
    },
    standards={"chuan": STANDARDS},
    caveats={},
    plan_share_limits=(50, 75, 90, 100, 120),
    change_limits=(-2, -1, -0.25, 0.25, 1, 2),
)


def layout(kind: str = "map") -> SimpleNamespace:
    """A layout as `geo` makes it: the first district in an inset, the second with a halo."""
    labels = {
        c: SimpleNamespace(lon=104 + i % 4 * 0.3, lat=9.5 + i // 4 * 0.25, anchor="middle center")
        for i, c in enumerate(CODES)
    }
    bar = SimpleNamespace(km=20, lon=104.0, lat=9.4)
    inset = SimpleNamespace(
        title=lambda language: "Đảo xa",
        bbox=(103.4, 9.2, 103.5, 9.3),
        domain=((0, 0.2), (0, 0.2)),
        areas=(CODES[0],),
        scale_bar=bar,
    )
    tiles = kind == "tiles"
    return SimpleNamespace(
        layout=kind,
        frame=(103.7, 9.3, 105.6, 10.6),
        insets=() if tiles else (inset,),
        labels=labels,
        halos=() if tiles else (CODES[1],),
        scale_bar=None if tiles else bar,
    )


def district_values(values: list[float], states: list[str] | None = None, **more) -> pd.DataFrame:
    """A frame as `district_values` returns it."""
    fixed = {
        "status": "illustrative",
        "source_title": "Bộ số liệu diễn tập",
        "period_start": date(2017, 12, 31),
        "period_end": date(2017, 12, 31),
        "standard": "new",
        "unstable": False,
    }
    states = states or ["no_data" if absent(v) else "value" for v in values]
    return pd.DataFrame(
        [{"area": c, "value": v, "state": s} | fixed | more for c, v, s in zip(CODES, values, states)]
    )


def series(*rows: tuple, area: str = "00") -> pd.DataFrame:
    """A frame as `yearly_series` returns it, from (year, standard, kind, value, status)."""
    return pd.DataFrame(
        [
            {
                "area": area,
                "year": y,
                "period_end": date(y, 12, 31),
                "standard": s,
                "kind": k,
                "value": v,
                "status": t,
                "source_title": "QĐ",
                "derived": False,
            }
            for y, s, k, v, t in rows
        ],
        columns=[
            "area",
            "year",
            "period_end",
            "standard",
            "kind",
            "value",
            "status",
            "source_title",
            "derived",
        ],
    )
