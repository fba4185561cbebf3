"""Which years there are to choose from, where a page opens, and why there."""

from data.absence import absent
from data.audience import kept_apart
from data.queries import district_years, figures, years
from pages.content.view import View
from pages.text import sentences
from pages.text.mark import shown

FULL = 0.5  # of the figures of the fullest year: the year of the review opens a page if it has as many


@kept_apart(400)
def months_of(edition: int, indicators: tuple[str, ...]) -> dict[int, int]:
    """Years with figures, rising → 12, or the last month of which there are cumulated figures only."""
    found: dict[int, int] = {}
    for indicator in indicators:
        for row in years(edition, indicator).to_dict("records"):
            months = 12 if absent(row["months"]) else int(row["months"])
            found[int(row["year"])] = max(months, found.get(int(row["year"]), 0))
    return dict(sorted(found.items()))


def years_of(edition: int, indicators: tuple[str, ...]) -> list[int]:
    """Years in which any of the indicators has a figure, of a part of the year too, rising."""
    return list(months_of(edition, indicators))


@kept_apart(400)
def years_of_districts(edition: int, indicators: tuple[str, ...]) -> frozenset[int]:
    """Years in which districts have figures of the indicators; without indicators, of any."""
    rows = district_years(edition)
    return frozenset(
        int(year) for year in rows[rows["indicator"].isin(indicators or rows["indicator"])]["year"]
    )


def default_year(view: View, options: list[int]) -> int:
    """The year of the review where it has figures, else the latest that has."""
    wanted = view.about.get("review_year")
    return wanted if wanted in options else options[-1]


def fullest_year(view: View, options: list[int]) -> int:
    """Where a page of districts opens: at the year of the review, or at the fullest where that is emptier."""
    counts = district_years(view.edition).groupby("year")["districts"].sum()
    filled = {year: int(counts.get(year, 0)) for year in options}
    year, most = default_year(view, options), max(filled.values())
    if filled[year] >= FULL * most:
        return year
    return max(year for year in options if filled[year] == most)


def year_label(view: View, indicators: tuple[str, ...], year: int) -> str:
    """A year as a list of years names it: “2017”, “2023 (9 tháng)”."""
    months = months_of(view.edition, indicators).get(year, 12)
    return str(year) if months == 12 else view.say("screens")("part_year", year=year, months=months)


def newest(view: View, indicator_id: str) -> tuple[int, str] | None:
    """Year and figure, in words, of the province's newest figure; None without one."""
    indicator = view.catalogue.indicators[indicator_id]
    for year in reversed(years_of(view.edition, (indicator_id,))):
        row = figures(view.edition, [indicator_id], view.areas.province, year).iloc[0]
        if not absent(row["value"]):
            figure = sentences.amount(row["value"], indicator, view.catalogue, view.language)
            return year, shown(figure, row, "value", view.language)
    return None
