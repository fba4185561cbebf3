"""Checks of values, texts and days against what can be meant: the rules of a cell by itself."""

from datetime import date

import pandas as pd

from data.areas import Areas
from data.intake import dates, numbers
from data.intake.findings import Checked

TEXTS = ("indicator", "area", "kind", "standard", "source", "published", "note")
EXCEL_ERROR = r"#(?:N/A|DIV/0!|REF!|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|#{2,})"


def check_values(checked: Checked, of: pd.DataFrame) -> pd.Series:
    """The values as numbers, NaN where there is none."""
    rows, percent = checked.rows, of["unit"].isin(["phan_tram", "diem_phan_tram"])
    pairs = pd.Series(list(zip(rows["value"], percent)), index=rows.index, dtype=object)
    read = {pair: numbers.number(*pair) for pair in pairs.unique()}
    value = pairs.map({pair: found[0] for pair, found in read.items()}).astype(float)
    checked.fault(
        "value",
        value.isna(),
        lambda r: (
            "ô trống" if r["value"] == "" else read[r["value"], percent.loc[r.name]][1]  # type: ignore[index]
        ),
        lambda r: numbers.remedy(r["value"]),
    )
    doubtful = rows["value"].map({t: numbers.ambiguous(t) for t in rows["value"].unique()}).astype(bool)
    count = (of["decimals"] == 0) & ~of["is_rate"].eq(True)
    decimal_files = rows["file"][rows["value"].str.contains(".", regex=False) & ~doubtful & value.notna()]
    habit = rows["file"].isin(decimal_files.unique()) & ~count
    checked.fault(
        "value",
        doubtful & ~habit & value.notna(),
        lambda r: f"“{r['value']}”: dấu chấm trước ba chữ số có thể ngăn hàng nghìn hoặc phần thập phân",
        lambda r: (
            f"Viết {r['value'].replace('.', '')} nếu là hàng nghìn, "
            f"{numbers.written(numbers.number(r['value'].rstrip('%'), False)[0] or 0)} nếu là số thập phân."
        ),
    )
    checked.remark(
        "value",
        doubtful & habit,
        lambda r: f"“{r['value']}” được đọc là số thập phân, như các số khác trong tệp",
        "Viết liền không dấu chấm nếu là hàng nghìn.",
    )
    checked.fault(
        "value",
        (of["unit"] == "phan_tram") & ((value < 0) | (value > 100)),
        lambda r: f"tỷ lệ {r['value']} nằm ngoài 0–100",
        "Sửa giá trị hoặc đơn vị.",
    )
    checked.fault(
        "value",
        (of["unit"] != "diem_phan_tram") & (value < 0),
        lambda r: f"số âm {r['value']}",
        "Sửa giá trị.",
    )
    checked.fault(
        "value",
        count & (value % 1 != 0) & value.notna() & ~doubtful,
        lambda r: f"{r['value']} không phải số nguyên",
        "Số đếm là số nguyên, không dấu ngăn hàng nghìn (38255, không phải 38.255).",
    )
    return value


def check_texts(checked: Checked) -> None:
    """No error of Excel in a text, a source, a publication date that is one."""
    rows = checked.rows
    for column in TEXTS:
        checked.fault(
            column,
            rows[column].str.fullmatch(EXCEL_ERROR),
            lambda r, c=column: f"ô báo lỗi {r[c]}",
            "Sửa công thức trong ô, hoặc ghi thẳng nội dung.",
        )
    checked.fault(
        "source", rows["source"] == "", "thiếu nguồn", "Ghi mã nguồn trong sources.csv hoặc tên văn bản."
    )
    day = rows["published"].map({t: dates.publication(t) for t in rows["published"].unique()})
    checked.fault(
        "published",
        (rows["published"] != "") & day.isna(),
        lambda r: f"“{r['published']}” không phải ngày",
        "Viết ngày công bố theo dạng 2018-01-24, hoặc để trống.",
    )


def check_calendar(checked: Checked, areas: Areas, end: pd.Series, today: date) -> None:
    """An office's file may not hold actuals of days to come, or figures of areas that were not there."""
    rows, known = checked.rows, pd.Timestamp(today)
    latest = rows["kind"].map({"actual": known, "estimate": pd.Timestamp(today.year, 12, 31)})
    checked.fault(
        "period_end",
        end > latest,
        lambda r: f"kỳ kết thúc {r['period_end']} chưa đến (hôm nay {today}), không thể là {r['kind']}",
        "Sửa năm, hoặc ghi kind = plan.",
    )
    first, last = (
        pd.to_datetime(rows["area"].map({c: choose(areas, c) for c in areas.codes}))
        for choose in (
            lambda a, c: min(x.valid_from for x in a.rows if x.code == c),
            lambda a, c: max(x.valid_to for x in a.rows if x.code == c),
        )
    )
    checked.fault(
        "area",
        (end > last) & (rows["kind"] != "plan"),
        lambda r: f"đơn vị {r['area']} không còn sau ngày {last.loc[r.name]:%d/%m/%Y}",  # type: ignore[index]
        "Sửa ngày của kỳ, hoặc bỏ dòng.",
    )
    checked.remark(
        "area",
        end < first,
        lambda r: f"kỳ {r['period_end']} trước ngày {first.loc[r.name]:%d/%m/%Y} của đơn vị {r['area']}",  # type: ignore[index]
        "Giữ nguyên nếu nguồn ghi đúng kỳ này.",
    )
    day = rows["published"].map({t: dates.publication(t) for t in rows["published"].unique()})
    checked.fault(
        "published",
        pd.to_datetime(day) > known,
        lambda r: f"ngày công bố {r['published']} chưa đến (hôm nay {today})",
        "Sửa ngày công bố.",
    )
