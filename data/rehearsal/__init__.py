"""The rehearsal edition: illustrative district figures, so that the screens can be tried.

Seeded and documented. Published figures stay as they are; districts add up exactly to the
province's. Everything about a province (profiles, paths, weights) stands in its rehearsal.toml.
"""

from collections.abc import Callable

import pandas as pd

from data.errors import Fault, FaultsFound
from data.rehearsal.months import add_months
from data.rehearsal.poverty import add_poverty
from data.rehearsal.rows import Rows
from data.rehearsal.shares import add_levels, add_shares, add_totals
from data.rehearsal.work import Work


def generate(published: pd.DataFrame, districts: list[str], province: str, recipe: dict) -> pd.DataFrame:
    """The illustrative rows that go beside the published ones.

    Args:
        published: as `checks.check_rows` returns it, in any order.
        districts: their codes, in any order.
        recipe: rehearsal.toml as read: seed | source | years | monthly (years with months) | poverty |
            months | shares | totals | levels; each table is described at the function that follows it.

    Returns:
        The long table, status “illustrative”, never a key that is published; the same on every run.

    Raises:
        FaultsFound: entries of the recipe that lack a key or a district, or cannot be met beside the
            published figures; for the author of rehearsal.toml.
    """
    work = Work(
        Rows(published, recipe["source"]),
        published,
        sorted(districts),
        province,
        recipe["years"],
        recipe["seed"],
    )
    entries: list[tuple[str, Callable[[], None]]] = []
    if "poverty" in recipe:
        entries.append(("poverty", lambda: add_poverty(work, recipe["poverty"])))
    entries += [
        (m["indicator"], lambda m=m: add_months(work, m, recipe.get("monthly", [])))
        for m in recipe.get("months", [])
    ]
    for table, follow in (("shares", add_shares), ("totals", add_totals), ("levels", add_levels)):
        entries += [
            (m["indicator"], lambda m=m, follow=follow: follow(work, m)) for m in recipe.get(table, [])
        ]
    faults = [fault for name, follow in entries if (fault := _attempt(name, follow))]
    if faults:
        raise FaultsFound(faults)
    return work.rows.frame()


def _attempt(name: str, follow: Callable[[], None]) -> Fault | None:
    try:
        follow()
    except KeyError as missing:
        return Fault(
            "rehearsal.toml", None, name, f"thiếu {missing}", "Thêm khóa, huyện hoặc chỉ tiêu này vào bảng."
        )
    except IndexError:
        return Fault(
            "rehearsal.toml",
            None,
            name,
            "một dãy có ít số hơn số năm",
            "Mỗi dãy có một số cho mỗi năm trong years.",
        )
    except ValueError as wrong:
        return Fault(
            "rehearsal.toml", None, name, str(wrong), "Sửa dãy số hoặc trọng số của bảng này, hoặc bỏ bảng."
        )
    return None
