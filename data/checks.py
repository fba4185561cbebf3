"""Checks a long table against catalogue and areas; every fault of every row, with its line.

A rule is a column, a mask of wrong rows and two texts: what is wrong and what to do.
"""

import re
from collections.abc import Callable

import pandas as pd

from data.areas import Areas
from data.catalogue import Catalogue
from data.errors import Fault
from data.status import Status
from data.toml_files import did_you_mean

KINDS = ("actual", "plan", "estimate")
Says = str | Callable[[pd.Series], str]  # what is wrong, or how it follows from the row
STATUSES = tuple(status.value for status in reversed(Status))
KEY = ["indicator", "area", "period_start", "period_end", "kind", "standard"]
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def check_rows(
    rows: pd.DataFrame, catalogue: Catalogue, areas: Areas, default_status: str
) -> tuple[pd.DataFrame, list[Fault]]:
    """The rows typed, and all that is wrong with them.

    Args:
        rows: as `table_files.read_table(…, LONG)` gives it: text cells, file, line.
        default_status: what an empty status means.

    Returns:
        (frame, faults). frame: indicator str | area str | period_start date | period_end date |
        kind str | standard str (resolved, "" where the indicator has none) | value float
        (the indicator's unit) | status str | source str | published str | note str.
        Only when faults is empty is the frame fit to be stored.
    """
    faults: list[Fault] = []

    def report(column: str, wrong: pd.Series, problem: Says, remedy: Says) -> None:
        for at in rows.index[wrong.fillna(False).astype(bool)]:
            row = rows.loc[at]
            what, how = (text if isinstance(text, str) else text(row) for text in (problem, remedy))
            faults.append(Fault(row["file"], int(row["line"]), column, what, how))

    rows = rows.copy()
    rows["status"] = rows["status"].replace("", default_status)
    of = {
        key: rows["indicator"].map({i.id: getattr(i, key) for i in catalogue.indicators.values()})
        for key in ("measure", "unit", "decimals", "standards", "is_rate")
    }
    start, end = (
        pd.to_datetime(rows[c].where(rows[c].str.fullmatch(ISO)), errors="coerce")
        for c in ("period_start", "period_end")
    )
    value = pd.to_numeric(rows["value"], errors="coerce").replace([float("inf"), float("-inf")], float("nan"))

    known = rows["indicator"].isin(catalogue.indicators)
    report(
        "indicator",
        ~known,
        lambda r: f"không có chỉ tiêu “{r['indicator']}” trong danh mục",
        lambda r: (
            did_you_mean(r["indicator"], catalogue.indicators)
            or "Thêm chỉ tiêu vào data/indicators/ hoặc sửa mã."
        ),
    )
    report(
        "area",
        ~rows["area"].isin(areas.codes),
        lambda r: f"không có đơn vị mang mã “{r['area']}”",
        lambda r: did_you_mean(r["area"], areas.codes) or f"Dùng một trong các mã: {', '.join(areas.codes)}.",
    )
    for column, parsed in (("period_start", start), ("period_end", end)):
        report(
            column,
            parsed.isna(),
            lambda r, c=column: f"“{r[c]}” không phải ngày",
            "Viết ngày theo dạng 2017-12-31.",
        )
    report(
        "period_end",
        end < start,
        lambda r: f"kỳ kết thúc {r['period_end']} trước khi bắt đầu {r['period_start']}",
        "Đổi chỗ hoặc sửa hai ngày.",
    )
    report(
        "period_start",
        (of["measure"] == "stock") & (start != end) & start.notna() & end.notna(),
        "chỉ tiêu thời điểm phải có ngày đầu bằng ngày cuối",
        "Ghi cùng một ngày (ngày chốt) vào hai cột.",
    )
    report(
        "kind",
        ~rows["kind"].isin(KINDS),
        lambda r: f"“{r['kind']}” không phải loại số liệu",
        f"Dùng: {', '.join(KINDS)}.",
    )
    report(
        "status",
        ~rows["status"].isin(STATUSES),
        lambda r: f"“{r['status']}” không phải trạng thái",
        f"Dùng: {', '.join(STATUSES)}.",
    )
    report(
        "value",
        value.isna(),
        lambda r: "ô trống" if r["value"] == "" else f"“{r['value']}” không phải số",
        lambda r: (
            "Bỏ cả dòng nếu chưa có số liệu; ô trống không phải số 0."
            if r["value"] == ""
            else "Chỉ ghi chữ số, dấu chấm cho phần thập phân, không dấu ngăn hàng nghìn: 38255 hoặc 6.2."
        ),
    )
    report(
        "value",
        (of["unit"] == "phan_tram") & ((value < 0) | (value > 100)),
        lambda r: f"tỷ lệ {r['value']} nằm ngoài 0–100",
        "Sửa giá trị hoặc đơn vị.",
    )
    report(
        "value",
        (of["unit"] != "diem_phan_tram") & (value < 0),
        lambda r: f"số âm {r['value']}",
        "Sửa giá trị.",
    )
    report(
        "value",
        (of["decimals"] == 0) & ~of["is_rate"].eq(True) & (value % 1 != 0) & value.notna(),
        lambda r: f"{r['value']} không phải số nguyên",
        "Số đếm là số nguyên, không dấu ngăn hàng nghìn (38255, không phải 38.255).",
    )
    report("source", rows["source"] == "", "thiếu nguồn", "Ghi mã nguồn trong sources.csv hoặc tên văn bản.")
    report(
        "published",
        (rows["published"] != "") & ~rows["published"].str.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?"),
        lambda r: f"“{r['published']}” không phải ngày",
        "Viết ngày công bố theo dạng 2018-01-24, hoặc để trống.",
    )

    rows["standard"] = _standards(rows["standard"], of["standards"], end, catalogue)
    wrong_standard = pd.Series(
        [bool(s) and s not in _members(catalogue, f) for s, f in zip(rows["standard"], of["standards"])],
        index=rows.index,
    )
    report(
        "standard",
        wrong_standard & known,
        lambda r: f"chuẩn “{r['standard']}” không thuộc chỉ tiêu này",
        "Để trống, hoặc dùng mã trong standards.toml.",
    )
    first = rows.drop_duplicates(KEY).set_index(KEY)[["file", "line"]]
    report(
        "indicator",
        rows.duplicated(KEY),
        lambda r: "trùng khóa với {file}, dòng {line}".format(**first.loc[tuple(r[KEY])]),
        "Giữ một dòng, xoá dòng kia.",
    )

    typed = rows[["indicator", "area", "kind", "standard", "status", "source", "published", "note"]].assign(
        period_start=start.dt.date, period_end=end.dt.date, value=value
    )
    return typed, faults


def _members(catalogue: Catalogue, family: object) -> set[str]:
    return {m.id for m in catalogue.standards.get(family, ())} if isinstance(family, str) else set()


def _standards(given: pd.Series, families: pd.Series, end: pd.Series, catalogue: Catalogue) -> pd.Series:
    """The standard of each row: what the table says, else the member in force on the period's last day."""
    resolved = given.copy()
    day = end.dt.strftime("%Y-%m-%d")
    for family, members in catalogue.standards.items():
        for member in members:
            mask = given.eq("") & families.eq(family) & (day >= member.first_day) & (day <= member.last_day)
            resolved[mask] = member.id
    return resolved
