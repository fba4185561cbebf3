"""Lines: an indicator over the years, cut at breaks and gaps; a year's months against its plan."""

from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from data.absence import absent
from data.status import illustrative
from pages.content.about import headed
from pages.content.slide_state import SlideState, no_years
from pages.content.trend import Trend
from pages.content.year_to_date import YearToDate
from pages.documents.deck.bars import panel
from pages.documents.deck.ink import colour, fill
from pages.documents.deck.measure import BODY, SMALL, Box, Run, width_of
from pages.documents.deck.native import chart, label
from pages.documents.deck.paper import Page
from pages.figures.theme import HALL
from pages.statistics.segments import Point, strokes
from pages.text.mark import worded
from pages.text.numbers import number
from pages.text.sentences import share

ABOVE = XL_LABEL_POSITION.ABOVE
ASIDE = 0.26  # inches that a label keeps off a sloping line
AIR = 1.18  # room over the highest point for its label


def trend(page: Page, slide: SlideState, state: Trend) -> None:
    """The province over the years: one line a standard, none bridges a break; missing years are gaps."""
    runs = strokes(state.frame)
    if not runs:
        text = no_years(page.view, state.indicator.id)
        page.nothing(page.open(replace(slide.about, subtitle="", finding=text)), text)
        return
    standards = list(dict.fromkeys(run[0].standard for run in runs))
    plans = state.frame[(state.frame["kind"] == "plan") & state.frame["value"].notna()]
    broken = page.say("trend_broken", subtitle=slide.about.subtitle) if len(standards) > 1 else None
    box = page.open(slide.about, broken)
    known = [*(point.year for run in runs for point in run), *plans["year"]]
    years = list(range(int(min(known)), int(max(known)) + 1))
    planned = dict(zip(plans["year"], plans["value"], strict=True))
    series = [(_standard(state, s), _by_year(runs, s, years)) for s in standards]
    series += [(page.say["plan_series"], [planned.get(y) for y in years])] if planned else []
    drawn = _years_chart(page, box, years, series)
    every = box.width / len(years) >= _widest(state, runs)  # else the ends of lines only
    for n, standard in enumerate(standards):
        line, ink = drawn.series[n], HALL.lines[n % len(HALL.lines)] if len(standards) > 1 else HALL.province
        _line(line, ink, 4)
        for run in (run for run in runs if run[0].standard == standard):
            marks = [line.points[years.index(point.year)] for point in run]
            _run_points(state, run, marks, ink, ASIDE / box.width, every=every)
    if planned:
        _line(drawn.series[len(standards)], HALL.plan, 0)


def _run_points(state: Trend, run: list[Point], marks: list, ink: str, aside: float, *, every: bool) -> None:
    """Markers of a line without a break, and its figures or those of its ends.

    Args:
        aside: how far a figure stands beside a sloping line, shares of the chart's width.
    """
    for mark, point in zip(marks, run, strict=True):
        _point_style(mark, point, run, ink)
        if every or point in (run[0], run[-1]):
            text = number(point.value, state.indicator.decimals, state.language)
            text = worded(text, point.row, "value", state.language)
            beside = _aside(run, point) * aside
            label(mark, text, ABOVE, state.language, ink=ink, bold=True, aside=beside)


def _years_chart(page: Page, box: Box, years: list[int], series: list[tuple[str, list[float | None]]]):
    values = [v for _, column in series for v in column if v is not None]
    low, high = min([0.0, *values]), max(values) * AIR or 1
    names = [str(y) for y in years]
    many = len(series) > 1
    drawn = chart(page, XL_CHART_TYPE.LINE_MARKERS, box, names, series, low=low, high=high, legend=many)
    fitting = int(box.width / len(years) * 0.85 / width_of("2000", 1))
    drawn.category_axis.tick_labels.font.size = Pt(max(SMALL, min(BODY, fitting)))
    return drawn


def _widest(state: Trend, runs: list[list[Point]]) -> float:
    """Inches of the widest figure."""
    decimals, language = state.indicator.decimals, state.language
    return max(
        width_of(worded(number(p.value, decimals, language), p.row, "value", language), BODY, bold=True)
        for run in runs
        for p in run
    )


def progress(page: Page, slide: SlideState, state: YearToDate) -> None:
    """Cumulated by month against plan and pace, with the last month's figure beside it."""
    indicator, language, year = state.indicator, state.language, state.year
    unit = state.catalogue.unit(indicator, language)
    said = replace(state.about, subtitle=page.say("progress_subtitle", unit=unit, year=year))
    box = page.open(slide.about, headed(said, said.headline, indicator, language).heading[1])
    last = state.done.iloc[-1]
    value = worded(number(last["actual"], indicator.decimals, language), last, "actual", language)
    left, right = box.split(panel(value))
    texts = [f"{unit}, {page.say('until_month', month=int(last['month']), year=year)}"]
    if state.plan:
        texts += [
            page.say(
                "of_plan_year",
                share=worded(share(last["plan_share"], language), last, "plan_share", language),
            ),
            f"{page.say['plan_series']}: {number(state.plan, indicator.decimals, language)}",
        ]
    page.headline(right, value, [Run(text) for text in texts])
    drawn = _months_chart(page, left, state)
    for row in state.done.to_dict("records"):
        point = drawn.series[0].points[int(row["month"]) - 1]
        if illustrative([row["status"]]):
            _hollow(point, HALL.bar)
        if row["month"] % 3 == 0 or row["month"] == last["month"]:
            text = worded(number(row["actual"], indicator.decimals, language), row, "actual", language)
            aside = -1.6 * ASIDE / left.width
            label(point, text, ABOVE, language, ink=HALL.bar, bold=True, aside=aside)


def _months_chart(page: Page, box: Box, state: YearToDate):
    series = [(page.say("actual_year", year=state.year), list(state.frame["actual"]))]
    inks = [(HALL.bar, 5, None)]
    if state.plan:
        series.append((page.say["plan_series"], list(state.frame["plan"])))
        inks.append((HALL.plan, 4, None))
    if expected := state.expected():
        series.append((page.say["pace_linear" if state.linear else "pace_history"], expected))
        inks.append((HALL.pace, 4, MSO_LINE.DASH))
    high = max(v for _, values in series for v in values if not absent(v)) * AIR or 1
    months = [str(m) for m in state.frame["month"]]
    drawn = chart(page, XL_CHART_TYPE.LINE_MARKERS, box, months, series, low=0, high=high, legend=True)
    for line, (ink, width, dash) in zip(drawn.series, inks, strict=True):
        _line(line, ink, width, dash, marker=ink == HALL.bar)
    return drawn


def _by_year(runs: list[list[Point]], standard: str, years: list[int]) -> list[float | None]:
    known = {p.year: p.value for run in runs if run[0].standard == standard for p in run}
    return [known.get(y) for y in years]


def _aside(run: list[Point], point: Point) -> int:
    """The side of the point where its label is clear of the line.

    1 right (falling), −1 left (rising), 0 over.
    """
    n = run.index(point)
    before, after = run[max(0, n - 1)].value, run[min(len(run) - 1, n + 1)].value
    return (before > after and n > 0) - (before < after and n + 1 < len(run))


def _standard(state: Trend, standard: str) -> str:
    known = state.catalogue.standard(standard) if standard else None
    return known.name(state.language) if known else state.indicator.label(state.language)


def _line(series, ink: str, width: float, dash=None, *, marker: bool = True) -> None:
    """A line of so many points, 0 for none; markers of its colour."""
    series.smooth = False
    if width:
        series.format.line.color.rgb, series.format.line.width = colour(ink), Pt(width)
        if dash:
            series.format.line.dash_style = dash
    else:
        series.format.line.fill.background()
    series.marker.style = (
        (XL_MARKER_STYLE.CIRCLE if width else XL_MARKER_STYLE.DASH) if marker else XL_MARKER_STYLE.NONE
    )
    if marker:
        series.marker.size = 12
        fill(series.marker.format.fill, ink)
        series.marker.format.line.color.rgb = colour(ink)


def _hollow(point, ink: str) -> None:
    """The marker of an illustrative figure or an estimate."""
    point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 12
    fill(point.marker.format.fill, HALL.paper)
    point.marker.format.line.color.rgb, point.marker.format.line.width = colour(ink), Pt(2.5)


def _point_style(mark, point: Point, run: list[Point], ink: str) -> None:
    """A figure that is not firm is hollow, and the line to it dotted."""
    if point.firm:
        return
    _hollow(mark, ink)
    if point is not run[0]:
        line = mark.format.line
        line.dash_style, line.color.rgb, line.width = MSO_LINE.ROUND_DOT, colour(ink), Pt(4)
