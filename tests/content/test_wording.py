"""Every sentence over the shipped figures, as an official editor would read it."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.editions import editions
from data.queries import comparison, figures, plan_progress, plans, years
from pages.content.maps import change_map, level_map, plan_map
from pages.content.plan_standing import finding
from pages.content.profile import profile_state
from pages.content.split import split_state
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.year_to_date import year_to_date_state
from pages.documents.report_text import body
from pages.text import report
from pages.text.facts import fact
from pages.text.plans import plan_clause, progress_finding
from pages.text.sentences import map_finding
from tests.wording import REFUSED, faults

YEARS = range(2007, 2026)


def figures_told(view: View) -> Iterator[str]:
    """Every indicator's figure of every year as a sentence, of the province and of a district."""
    for area in (view.areas.province, view.areas.districts[0]):
        for year in YEARS:
            rows = figures(view.edition, list(view.catalogue.indicators), area, year)
            told = rows if year == YEARS[-1] else rows[rows["value"].notna()]
            for row in told.to_dict("records"):
                yield fact(row, view.catalogue.indicators[row["indicator"]], view.catalogue, view.language)


def districts_told(view: View) -> Iterator[str]:
    """Maps and the report's sentences on districts, of every indicator and year."""
    names = {code: place.inside for code, place in view.places(date(2017, 12, 31)).items()}
    for year in YEARS:
        frame = comparison(view.edition, list(view.catalogue.indicators), year, today=view.today)
        for key, rows in frame[frame["level"] == "district"].groupby("indicator"):
            if rows["value"].isna().all() and year != YEARS[-1]:
                continue
            indicator = view.catalogue.indicators[key]
            for column in ("value", "points", "plan_share"):
                yield map_finding(rows, indicator, view.catalogue, names, year, view.language, column=column)
            yield report.spread(rows, indicator, view.catalogue, names, view.language)
            yield report.fulfilment(rows, indicator, view.catalogue, names, view.language)
            for row in rows.to_dict("records"):
                yield plan_clause(row, indicator, view.catalogue, view.language)


def pictures_told(view: View) -> Iterator[str]:
    """Title, subtitle and finding of trends, parts and maps, in the last year that has figures."""
    province, districts = view.areas.province, view.areas.districts
    for key, indicator in view.catalogue.indicators.items():
        known = years(view.edition, key)["year"]
        last = int(known.max()) if len(known) else YEARS[-1]
        for state in (
            trend_state(view, key, (province, districts[0])),
            split_state(view, key, province),
            level_map(view, key, last),
            change_map(view, key, last) if indicator.in_points else None,
            plan_map(view, key, last) if indicator.plan_type != "not_exceed" else None,
            year_to_date_state(view, key, province, last),
        ):
            if state is not None:
                yield from (state.about.title, state.about.subtitle, state.about.finding)


def plans_told(view: View) -> Iterator[str]:
    """Every plan of every year at two ends of months."""
    for key, year in plans(view.edition)[["indicator", "year"]].drop_duplicates().itertuples(index=False):
        for month in (6, 12):
            yield finding(view, key, int(year), month)
        indicator = view.catalogue.indicators[key]
        names = {code: place.inside for code, place in view.places_of(int(year)).items()}
        progress = plan_progress(view.edition, key, int(year))
        yield progress_finding(progress, indicator, view.catalogue, names, int(year), view.language)


def report_told(view: View) -> Iterator[str]:
    """Every paragraph of the yearly report."""
    for year in YEARS:
        yield from (block.text for block in body(view, year, {"gaps": "Phụ lục III"}))


def profiles_told(view: View) -> Iterator[str]:
    """Profiles of every district in the year of the review, and of one in others."""
    for code in view.areas.districts:
        yield profile_state(view, code, 2017).finding
    for year in (2010, 2020, 2023):
        yield profile_state(view, view.areas.districts[0], year).finding


SURFACES = {
    "figures": figures_told,
    "districts": districts_told,
    "pictures": pictures_told,
    "plans": plans_told,
    "report": report_told,
    "profiles": profiles_told,
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["published", "rehearsal"])
def test_no_sentence_holds_what_an_editor_refuses(real, kind, language, surface):
    edition = next(e.id for e in editions() if e.kind == kind)
    texts = list(SURFACES[surface](View(edition, language, False, date(2026, 11, 23))))

    assert len(set(texts)) > 15
    assert not [fault for text in set(texts) for fault in faults(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mức giảm trong năm năm 2017.",
        "Tỷ lệ  hộ nghèo",
        "trợ cấp (NĐ 136) (31/3/2017)",
        "Có 0 đơn vị giảm.",
        "từ 3 đến 3",
        "hạng 1–1",
        "của Tỉnh Kiên Giang",
        "6,2 % hộ",
        "2,12 điểm %",
        "xong , rồi",
        "Hết..",
        "các khoá",
        "ngày 31/03/2017",
        "1 inspections",
        "{name} là",
    ],
)
def test_what_an_editor_refuses_is_seen(text):
    assert faults(text)


def test_every_rule_has_its_example():
    assert len(REFUSED) == 15
