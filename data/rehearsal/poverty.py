"""Poor and near-poor households, who they are, what they lack, who left and who fell back."""

from datetime import date

import numpy as np

from data.rehearsal.apportion import apportion
from data.rehearsal.rows import Rows, whole_year, year_end


def add_poverty(rows: Rows, model: dict, districts: list[str], province: str, weights, years: list[int]) -> None:
    """The recipe's `[poverty]`: district counts whose sums and rates are the province's published ones.

    model: review_days (year → ISO day of the count where it is not 31 December) | start_rate, end_rate (district →
        poverty rate in % at the first and last year; between them geometric) | fixed_rate (year → district → published %) |
        near_poor_path | minority_path, minority_poor_path, khmer_path, khmer_poor_path | minority (district → % of households) |
        persons, near_persons (people a household, used where unpublished) | income_share | lacks (indicator → share of poor households) |
        back, new (shares of last year's poor that fell back, are newly poor).
    weights: households of the census a district.
    """
    days = {y: date.fromisoformat(model.get("review_days", {}).get(str(y), year_end(y).isoformat())) for y in years}
    whole = _households(rows, model, province, days)
    first = np.array([model["start_rate"][d] for d in districts])
    last = np.array([model["end_rate"][d] for d in districts])
    before = None
    for n, year in enumerate(years):
        day, t = days[year], n / max(len(years) - 1, 1)
        households = apportion(whole[year], weights)
        _write(rows, "tong_so_ho", districts, province, day, households)
        rate = first ** (1 - t) * last**t
        total = _count(rows, "so_ho_ngheo", "ty_le_ho_ngheo", province, day, whole[year])
        fixed = {d: rows.held("so_ho_ngheo", d, day, day) for d in districts}
        for d, published in model.get("fixed_rate", {}).get(str(year), {}).items():
            fixed[d] = round(published * households[districts.index(d)] / 100)
        poor = apportion(total, households * rate, **_bounds(fixed, districts, households))
        _write(rows, "so_ho_ngheo", districts, province, day, poor)
        near_total = _count(rows, "so_ho_can_ngheo", "ty_le_ho_can_ngheo", province, day, whole[year], model["near_poor_path"][n])
        near = apportion(near_total, households * (0.6 * rate.mean() + rate), upper=households - poor)
        _write(rows, "so_ho_can_ngheo", districts, province, day, near)
        _people(rows, "so_nguoi_ngheo", districts, province, day, poor, model["persons"])
        _people(rows, "so_nguoi_can_ngheo", districts, province, day, near, model["near_persons"])
        _minorities(rows, model, districts, province, day, n, households, poor)
        _lacks(rows, model, districts, province, day, poor)
        if before is not None:
            _moves(rows, model, districts, province, year, before, poor)
        before = poor


def _households(rows: Rows, model: dict, province: str, days: dict[int, date]) -> dict[int, int]:
    """All households of the province a year: published, else what count and rate imply, else between its neighbours."""
    known = {}
    for year, day in days.items():
        count, rate, whole = (rows.held(i, province, day, day) for i in ("so_ho_ngheo", "ty_le_ho_ngheo", "tong_so_ho"))
        if whole is not None:
            known[year] = whole
        elif count and rate:
            known[year] = round(100 * count / rate)
    if not known:
        known = dict(zip(days, model["households_path"]))
    return {year: round(float(np.interp(year, list(known), list(known.values())))) for year in days}


def _count(rows: Rows, count: str, rate: str, province: str, day: date, households: int, otherwise: float | None = None) -> int:
    held, share = rows.held(count, province, day, day), rows.held(rate, province, day, day)
    if held is not None:
        return int(held)
    return round(share * households / 100) if share is not None else int(otherwise)


def _write(rows: Rows, indicator: str, districts: list[str], province: str, day: date, values) -> None:
    rows.add(indicator, province, day, day, int(sum(values)))
    rows.add_all(indicator, districts, day, day, values)


def _bounds(fixed: dict, districts: list[str], upper) -> dict:
    low = np.array([fixed[d] if fixed.get(d) is not None else 0 for d in districts])
    high = np.array([fixed[d] if fixed.get(d) is not None else u for d, u in zip(districts, upper)])
    return {"lower": low, "upper": high}


def _people(rows: Rows, indicator: str, districts: list[str], province: str, day: date, households, size: float) -> None:
    held = rows.held(indicator, province, day, day)
    total = int(held) if held is not None else round(sum(households) * size)
    _write(rows, indicator, districts, province, day, apportion(total, households, lower=households, upper=households * 9))


def _minorities(rows: Rows, model: dict, districts: list[str], province: str, day: date, n: int, households, poor) -> None:
    """Minority and Khmer households and the poor among them: part of the whole in every district."""

    def total(indicator: str, path: str) -> int:
        held = rows.held(indicator, province, day, day)
        return int(held) if held is not None else int(model[path][n])

    share = np.array([model["minority"][d] for d in districts]) / 100
    minority = apportion(total("so_ho_dtts", "minority_path"), households * share, upper=households)
    khmer = apportion(total("so_ho_khmer", "khmer_path"), minority, upper=minority)
    fixed = {d: rows.held("so_ho_ngheo_khmer", d, day, day) for d in districts}
    least = np.array([fixed[d] or 0 for d in districts])
    poor_minority = apportion(total("so_ho_ngheo_dtts", "minority_poor_path"), poor * np.minimum(share * 1.8, 0.9), lower=least, upper=np.minimum(poor, minority))
    poor_khmer = apportion(total("so_ho_ngheo_khmer", "khmer_poor_path"), poor_minority, **_bounds(fixed, districts, np.minimum(poor_minority, khmer)))
    for indicator, values in (("so_ho_dtts", minority), ("so_ho_khmer", khmer), ("so_ho_ngheo_dtts", poor_minority), ("so_ho_ngheo_khmer", poor_khmer)):
        _write(rows, indicator, districts, province, day, values)


def _lacks(rows: Rows, model: dict, districts: list[str], province: str, day: date, poor) -> None:
    held = rows.held("so_ho_ngheo_theo_thu_nhap", province, day, day)
    by_income = apportion(int(held) if held is not None else round(poor.sum() * model["income_share"]), poor, upper=poor)
    _write(rows, "so_ho_ngheo_theo_thu_nhap", districts, province, day, by_income)
    _write(rows, "so_ho_ngheo_thieu_hut_dvxh", districts, province, day, poor - by_income)
    for indicator, part in model["lacks"].items():
        _write(rows, indicator, districts, province, day, apportion(round(poor.sum() * part), poor, upper=poor))


def _moves(rows: Rows, model: dict, districts: list[str], province: str, year: int, before, poor) -> None:
    """poor = poor of the year before − left + fell back + newly poor, in every district."""
    back = np.minimum(np.floor(before * model["back"]), poor)
    new = np.maximum(np.minimum(np.floor(before * model["new"]), poor - back), poor - before - back)
    left = before - poor + back + new
    for indicator, values in (("so_ho_thoat_ngheo", left), ("so_ho_tai_ngheo", back), ("so_ho_ngheo_phat_sinh", new)):
        rows.add(indicator, province, *whole_year(year), float(sum(values)))
        rows.add_all(indicator, districts, *whole_year(year), values)
