"""A made-up province of four districts: nothing in code may know a real one.

Figures are small enough to check by eye; `write` lays the files out as DASHBOARD_PROVINCE wants them.
"""

import json
from pathlib import Path

PROVINCE, DISTRICTS = "Z", ("Z1", "Z2", "Z3", "Z4")
AREAS = """area,kind,parent,title,name,title_en,name_en,valid_from,valid_to,order,site,site_en
Z,province,,Tỉnh,Thử Nghiệm,Province,Thu Nghiem,2000-01-01,2025-06-30,0,,
Z1,district,Z,Thành phố,Một,City,Mot,2000-01-01,2025-06-30,1,VP,Office
Z2,district,Z,Thị xã,Hai,Town,Hai,2000-01-01,2018-08-31,2,VP,Office
Z2,district,Z,Thành phố,Hai,City,Hai,2018-09-01,2025-06-30,2,VP,Office
Z3,district,Z,Huyện,Ba,District,Ba,2000-01-01,2025-06-30,3,VP,Office
Z4,district,Z,Huyện,Bốn,District,Bon,2000-01-01,2025-06-30,4,VP,Office
"""
SOURCES = "source,title,address,published\nT1,Báo cáo thử,https://example.invalid/1,2018-01-24\n"
HEADER = "indicator,area,period_start,period_end,kind,standard,value,status,source,published,note\n"


def row(
    indicator: str,
    area: str,
    start: str,
    end: str,
    value,
    kind: str = "actual",
    standard: str = "",
    status: str = "",
    source: str = "T1",
) -> str:
    """One line of the long table."""
    return f"{indicator},{area},{start},{end},{kind},{standard},{value},{status},{source},,\n"


def stock(indicator: str, area: str, year: int, value, **more) -> str:
    """A stock at the end of a year."""
    return row(indicator, area, f"{year}-12-31", f"{year}-12-31", value, **more)


def flow(indicator: str, area: str, year: int, value, until: str = "12-31", **more) -> str:
    """A flow from 1 January, to the end of the year unless told otherwise."""
    return row(indicator, area, f"{year}-01-01", f"{year}-{until}", value, **more)


def figures() -> str:
    """Poor households and all households, jobs with plans; rates that an average would get wrong."""
    lines = [HEADER]
    poor = {2014: (30, 40, 50, 6), 2015: (100, 40, 10, 8), 2016: (80, 30, 0, 6), 2017: (60, 20, 0, 4)}
    households = (1000, 500, 250, 50)
    for year, counts in poor.items():
        for area, count, whole in zip(DISTRICTS, counts, households):
            lines += [stock("so_ho_ngheo", area, year, count), stock("tong_so_ho", area, year, whole)]
    lines += [stock("ty_le_ho_ngheo", PROVINCE, 2017, 4.7), stock("ty_le_ho_ngheo", PROVINCE, 2014, 9.9)]
    for year, jobs in {2015: (100, 100, 50, 50), 2016: (120, 80, 60, 40), 2017: (150, 50, 60, 0)}.items():
        for area, total in zip(DISTRICTS, jobs):
            if (area, year) != ("Z4", 2017):
                lines += [
                    flow("giai_quyet_viec_lam", area, year, total),
                    flow("giai_quyet_viec_lam", area, year, total // 4, "03-31"),
                ]
            if (area, year) != ("Z3", 2017):
                lines.append(flow("giai_quyet_viec_lam", area, year, 100, kind="plan"))
    return "".join(lines)


def write(folder: Path, *, table: str | None = None) -> Path:
    """The province's `data/` and `geo/` under `folder`; returns what DASHBOARD_PROVINCE is set to."""
    data, geo = folder / "data", folder / "geo"
    (data / "published").mkdir(parents=True)
    geo.mkdir()
    (data / "areas.csv").write_text(AREAS, encoding="utf-8")
    (data / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (data / "published" / "so_lieu.csv").write_text(table or figures(), encoding="utf-8")
    (data / "province.toml").write_text(
        'id = "thu"\nreview_year = 2017\n[name]\nvi = "Thử Nghiệm"\nen = "Thu Nghiem"\n', encoding="utf-8"
    )
    squares = {"Z1": (0, 0), "Z2": (1, 0), "Z3": (0, 1), "Z4": (1, 1)}
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]],
            },
        }
        for code, (x, y) in squares.items()
    ]
    (geo / "boundaries.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return folder
