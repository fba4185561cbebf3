"""Lifting the protection of one small count: the edition that lists it is the log."""

import json
from datetime import UTC, datetime

from data import audience
from data.editions import Edition, newest
from data.errors import NothingToLift
from data.lake import cursor
from data.publication import again_when_outdated, commit
from data.serving import areas, catalogue, lifted, protected


@again_when_outdated
def lift(indicator: str, area: str, year: int, author: str, reason: str) -> Edition:
    """Publishes an edition that shows a small count, and the rate that rests on it, to the public.

    Raises:
        NothingToLift: no such indicator or area, or the count of that year is not protected for being small.
    """
    now = newest()
    if indicator not in catalogue(now.id).indicators:
        raise NothingToLift(
            f"không có chỉ tiêu “{indicator}” trong danh mục", "Xem mã chỉ tiêu ở trang Nguồn và phương pháp."
        )
    if area not in (known := areas(now.id).codes):
        raise NothingToLift(
            f"không có đơn vị mang mã “{area}”", f"Dùng một trong các mã: {', '.join(known)}."
        )
    with audience.seen_by(audience.PUBLIC):
        rows = protected(now.id)
    rows_of_year = rows[
        (rows["indicator"] == indicator) & (rows["area"] == area) & (rows["period_end"].dt.year == year)
    ]
    if not rows_of_year["primary"].any():
        raise NothingToLift(
            f"“{indicator}” của {area} năm {year} không được bảo mật vì nhỏ"
            + (": nó che một số khác" if len(rows_of_year) else ""),
            "Bỏ bảo mật số nhỏ mà nó che."
            if len(rows_of_year)
            else "Kiểm tra chỉ tiêu, đơn vị và năm; `python -m data lifted` liệt kê những số đã bỏ bảo mật.",
        )
    entry = {
        "indicator": indicator,
        "area": area,
        "year": year,
        "author": author,
        "reason": reason,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    no_rows = cursor().execute("from lake.observation limit 0").df()
    return commit(
        no_rows,
        author,
        f"Bỏ bảo mật {indicator}, {area}, {year}: {reason}",
        on=now.id,
        text=now.text,
        documents={"lifted": json.dumps([*lifted(now.id).to_dict("records"), entry], ensure_ascii=False)},
    )
