"""Poor and near-poor households by district, so that sums and rates are the province's published ones."""

from datetime import date

import numpy as np

from data.rehearsal.groups import add_lacks, add_minorities
from data.rehearsal.moves import add_moves, add_reduction
from data.rehearsal.roles import roles
from data.rehearsal.rows import year_end
from data.rehearsal.work import Bounds, Work, path


def add_poverty(work: Work, model: dict) -> None:
    """The recipe's `[poverty]`.

    model: weights (households of the census) | review_days (year → ISO day of the count where it is not 31
    December) | start_rate, end_rate (district → poverty rate in % in the first and last year; between them
    its ratio to the province's rate moves in a straight line) | spread (how much a year departs from that
    line) | households_path, poor_path (used where nothing is published) | near_poor_path | persons,
    near_persons (people a household a year) | persons_range (least and most) | the keys of `groups` and
    `moves`.

    Method: households reviewed = census households scaled to the province's total; poor households =
    households × the district's rate, scaled to the province's count, largest remainders; published district
    counts stand, and a published district rate fixes the count that gives it.
    """
    chance, count, ids = work.chance("poverty"), len(work.districts), roles()
    days = {
        y: date.fromisoformat(model.get("review_days", {}).get(str(y), year_end(y).isoformat()))
        for y in work.years
    }
    whole = _households(work, model, days)
    totals = {
        y: _total(work, ids["poor"], ids["poor_rate"], days[y], whole[y], model.get("poor_path"), n)
        for n, y in enumerate(work.years)
    }
    share = {y: 100 * totals[y] / whole[y] for y in work.years}
    first, last = (
        work.profile(model["start_rate"]) / share[work.years[0]],
        work.profile(model["end_rate"]) / share[work.years[-1]],
    )
    before = None
    for n, year in enumerate(work.years):
        day, t = (days[year], days[year]), n / max(len(work.years) - 1, 1)
        households = work.share_out(ids["households"], day, whole[year], work.weights(model["weights"]))
        uneven = chance.lognormal(0, model.get("spread", 0.02), count) if 0 < t < 1 else 1
        rate = (first * (1 - t) + last * t) * uneven * share[year]
        poor = work.share_out(
            ids["poor"],
            day,
            totals[year],
            households * rate,
            bounds=Bounds(upper=households, fixed=_from_rates(work, ids, day[0], households)),
        )
        near_total = _total(
            work, ids["near_poor"], ids["near_poor_rate"], day[0], whole[year], model["near_poor_path"], n
        )
        near = work.share_out(
            ids["near_poor"],
            day,
            near_total,
            households * (0.6 * share[year] + rate) * _usual(work, "near", 0.08),
            bounds=Bounds(upper=households - poor),
        )
        for indicator, of, size in (
            (ids["poor_people"], poor, "persons"),
            (ids["near_poor_people"], near, "near_persons"),
        ):
            least, most = model.get("persons_range", [1, 9])
            people = round(int(of.sum()) * path(model[size], n))
            work.share_out(
                indicator,
                day,
                people,
                of * _usual(work, indicator, 0.03),
                bounds=Bounds(lower=of * least, upper=of * most),
            )
        add_minorities(work, model, day, n, households, poor, near)
        add_lacks(work, model, day, n, poor)
        now = 100 * poor / households
        if before is not None:
            add_moves(work, model, year, before[0], poor)
            add_reduction(work, model, n, before[1], now, (days[work.years[n - 1]], day[0]))
        before = poor, now


def _usual(work: Work, name: str, spread: float) -> np.ndarray:
    """A district's own way, the same every year."""
    return work.chance(f"poverty/{name}").lognormal(0, spread, len(work.districts))


def _households(work: Work, model: dict, days: dict[int, date]) -> dict[int, int]:
    """All households of the province a year.

    Published, else what count and rate imply, else between its neighbours.
    """
    known, ids = {}, roles()
    for year, day in days.items():
        count, rate, whole = (
            work.rows.held(i, work.province, day, day)
            for i in (ids["poor"], ids["poor_rate"], ids["households"])
        )
        if whole is not None:
            known[year] = whole
        elif count and rate:
            known[year] = round(100 * count / rate)
    if not known:
        known = dict(zip(days, model["households_path"]))
    return {year: round(float(np.interp(year, list(known), list(known.values())))) for year in days}


def _total(
    work: Work, count: str, rate: str, day: date, households: int, otherwise: list[float] | None, n: int
) -> int:
    """The province's count: published, else its published rate times households, else the recipe's path."""
    held, share = (
        work.rows.held(count, work.province, day, day),
        work.rows.held(rate, work.province, day, day),
    )
    if held is not None:
        return int(held)
    if share is not None:
        return round(share * households / 100)
    if otherwise is None:
        raise ValueError(
            f"{count} năm {day.year}: tỉnh không có số, không có tỷ lệ và công thức không có đường dẫn số"
        )
    return int(otherwise[n])


def _from_rates(work: Work, ids: dict[str, str], day: date, households: np.ndarray) -> dict[str, int]:
    """Counts that give the districts' published rates of that year."""
    rates = {d: work.rows.held_after(ids["poor_rate"], d, day) for d in work.districts}
    return {
        d: round(rates[d] * households[i] / 100) for i, d in enumerate(work.districts) if rates[d] is not None
    }
