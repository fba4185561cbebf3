"""Checks a long table against catalogue and areas; every kind of fault, each with its first lines.

A rule is a column, a mask of wrong rows and two texts: what is wrong and what to do.
"""

from datetime import date

import pandas as pd

from data.approx import Approx
from data.areas import Areas
from data.catalogue import Catalogue
from data.intake import dates
from data.intake.area_names import codes_named
from data.intake.cell_checks import check_calendar, check_texts, check_values
from data.intake.findings import Checked
from data.status import Status
from data.toml_files import did_you_mean

KINDS = ("actual", "plan", "estimate")
STATUSES = tuple(status.value for status in reversed(Status))
KEY = ["indicator", "area", "period_start", "period_end", "kind", "standard"]


def check_rows(
    rows: pd.DataFrame, catalogue: Catalogue, areas: Areas, default_status: str, today: date | None = None
) -> Checked:
    """The rows typed, and all that is wrong with them.

    Args:
        rows: as `intake.template_reader.read_figures` gives it: text cells, file, line.
        default_status: what an empty status means.
        today: of an office's file, which is held to the calendar; None for the shipped tables, which must
            build under any clock.
    """
    rows = rows.copy()
    rows["status"] = rows["status"].replace("", default_status)
    found, remarks = (list(rows.attrs.get(name, ())) for name in ("faults", "remarks"))
    checked = Checked(rows, faults=found, remarks=remarks)
    of = pd.DataFrame(
        {
            key: rows["indicator"].map({i.id: getattr(i, key) for i in catalogue.indicators.values()})
            for key in ("measure", "unit", "decimals", "standards", "is_rate")
        }
    )
    start, end = (rows[c].map({t: dates.day(t) for t in rows[c].unique()}) for c in KEY[2:4])
    start, end = pd.to_datetime(start), pd.to_datetime(end)
    _check_names(checked, catalogue, areas)
    _check_periods(checked, of["measure"], start, end)
    value = check_values(checked, of)
    check_texts(checked)
    rows["standard"] = _standards(rows["standard"], of["standards"], end, catalogue)
    _check_keys(checked, of["standards"], catalogue)
    if today:
        check_calendar(checked, areas, end, today)
    checked.frame = rows[
        ["indicator", "area", "kind", "standard", "status", "source", "published", "note", "approx"]
    ].assign(period_start=start.dt.date, period_end=end.dt.date, value=value)
    return checked


def _check_names(checked: Checked, catalogue: Catalogue, areas: Areas) -> None:
    rows = checked.rows
    checked.fault(
        "indicator",
        ~rows["indicator"].isin(catalogue.indicators),
        lambda r: f"không có chỉ tiêu “{r['indicator']}” trong danh mục",
        lambda r: (
            did_you_mean(r["indicator"], catalogue.indicators)
            or "Thêm chỉ tiêu vào data/indicators/ hoặc sửa mã."
        ),
    )
    checked.fault(
        "area",
        ~rows["area"].isin(areas.codes),
        lambda r: f"không có đơn vị mang mã “{r['area']}”",
        lambda r: (
            " ".join(f"Viết {code} ({areas.at(code).full('vi')})." for code in codes_named(r["area"], areas))
            or did_you_mean(r["area"], areas.codes)
            or f"Dùng một trong các mã: {', '.join(areas.codes)}."
        ),
    )
    named = (
        ("kind", "loại số liệu", KINDS),
        ("status", "trạng thái", STATUSES),
        ("approx", "từ làm tròn", ("", *Approx)),
    )
    for column, called, known in named:
        checked.fault(
            column,
            ~rows[column].isin(known),
            lambda r, c=column, name=called: f"“{r[c]}” không phải {name}",
            f"Dùng: {', '.join(filter(None, known))}.",
        )
    made_up = rows["status"] == Status.ILLUSTRATIVE
    checked.fault(
        "status",
        made_up & pd.Series(bool((~made_up).any()), made_up.index),
        "số minh họa lẫn với số liệu thật",
        "Bỏ các dòng illustrative, hoặc công bố chúng bằng một tệp riêng.",
    )


def _check_periods(checked: Checked, measure: pd.Series, start: pd.Series, end: pd.Series) -> None:
    for column, parsed in (("period_start", start), ("period_end", end)):
        checked.fault(
            column,
            parsed.isna(),
            lambda r, c=column: f"“{r[c]}” không phải ngày",
            lambda r, c=column: dates.remedy(r[c]),
        )
    checked.fault(
        "period_end",
        end < start,
        lambda r: f"kỳ kết thúc {r['period_end']} trước khi bắt đầu {r['period_start']}",
        "Đổi chỗ hoặc sửa hai ngày.",
    )
    checked.fault(
        "period_start",
        (measure == "stock") & (start != end) & start.notna() & end.notna(),
        "chỉ tiêu thời điểm phải có ngày đầu bằng ngày cuối",
        "Ghi cùng một ngày (ngày chốt) vào hai cột.",
    )
    checked.remark(
        "period_start",
        (measure == "flow") & start.notna() & ((start.dt.month != 1) | (start.dt.day != 1)),
        lambda r: f"kỳ bắt đầu {r['period_start']}, không phải từ đầu năm",
        "Số lũy kế tính từ 01-01; giữ nguyên nếu đúng là một đợt riêng.",
    )


def _check_keys(checked: Checked, families: pd.Series, catalogue: Catalogue) -> None:
    rows = checked.rows
    wrong = pd.Series(
        [bool(s) and s not in _members(catalogue, f) for s, f in zip(rows["standard"], families)],
        index=rows.index,
        dtype=bool,
    )
    checked.fault(
        "standard",
        wrong & rows["indicator"].isin(catalogue.indicators),
        lambda r: f"chuẩn “{r['standard']}” không thuộc chỉ tiêu này",
        "Để trống, hoặc dùng mã trong standards.toml.",
    )
    first = rows.drop_duplicates(KEY).set_index(KEY)[["file", "line"]]
    checked.fault(
        "indicator",
        rows.duplicated(KEY),
        lambda r: "trùng khóa với {file}, dòng {line}".format(**first.loc[tuple(r[KEY])]),
        "Giữ một dòng, xoá dòng kia.",
    )


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
