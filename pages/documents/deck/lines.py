"""Lines: an indicator over the years, cut where its standard changes or a year is missing; a year's months against its plan."""

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from data.absence import absent
from pages.content.agenda import Slide
from pages.content.charts import progress_in_year, trend_picture
from pages.documents.deck.bars import nothing, panel
from pages.documents.deck.ink import colour, fill
from pages.documents.deck.native import chart, label
from pages.documents.deck.paper import BODY, SMALL, Page, Run, width_of
from pages.figures.segments import Point, strokes
from pages.figures.theme import HALL
from pages.text.numbers import as_published, number
from pages.text.sentences import share

ASIDE = 0.26  # inches that a label keeps off a sloping line
AIR = 1.18  # room over the highest point for its label


def trend(page: Page, slide: Slide, year: int) -> None:
    """The province over the years: one line a standard, so that none bridges a break; missing years are gaps."""
    view, key = page.view, slide.indicators[0]
    made, indicator = (
        trend_picture(view, key, (view.areas.province,), view.look.height),
        view.catalogue.indicators[key],
    )
    runs = strokes(made[2]) if made else []
    if not runs:
        nothing(page, view.say("screens")("no_years", name=indicator.name(view.language)))
        return
    _, said, frame = made
    standards = list(dict.fromkeys(run[0].standard for run in runs))
    plans = frame[(frame["kind"] == "plan") & frame["value"].notna()]
    unit = view.catalogue.unit(indicator, view.language)
    box = page.open(said, page.say("trend_broken", unit=unit) if len(standards) > 1 else None)
    first, last = (pick([*(p.year for run in runs for p in run), *plans["year"]]) for pick in (min, max))
    years = list(range(int(first), int(last) + 1))
    series = [(_standard(page, s, indicator), _by_year(runs, s, years)) for s in standards]
    if len(plans):
        planned = dict(zip(plans["year"], plans["value"]))
        series.append((page.say["plan_series"], [planned.get(y) for y in years]))
    top = max(v for _, values in series for v in values if v is not None)
    low = min([0.0, *(v for _, values in series for v in values if v is not None)])
    slot = box.width / len(years)
    each = slot >= max(
        width_of(as_published(p.value, indicator.decimals, view.language), BODY, bold=True)
        for run in runs
        for p in run
    )  # else the ends of lines only
    drawn = chart(
        page,
        XL_CHART_TYPE.LINE_MARKERS,
        box,
        [str(y) for y in years],
        series,
        low=low,
        high=top * AIR or 1,
        legend=len(series) > 1,
    )
    drawn.category_axis.tick_labels.font.size = Pt(
        max(SMALL, min(BODY, int(slot * 0.85 / width_of("2000", 1))))
    )
    for n, standard in enumerate(standards):
        own, ink = drawn.series[n], HALL.lines[n % len(HALL.lines)] if len(standards) > 1 else HALL.province
        _line(own, ink, 4)
        for run in (run for run in runs if run[0].standard == standard):
            for point in run:
                _point(
                    page,
                    own.points[years.index(point.year)],
                    point,
                    run,
                    ink,
                    aside=_aside(run, point) * ASIDE / box.width
                    if each or point in (run[0], run[-1])
                    else None,
                    decimals=indicator.decimals,
                )
    if len(plans):
        _line(drawn.series[len(standards)], HALL.plan, 0)


def progress(page: Page, slide: Slide, year: int) -> None:
    """Cumulated by month against plan and pace, with the last month's figure beside it."""
    view, key = page.view, slide.indicators[0]
    made, indicator = progress_in_year(view, key, view.areas.province, year), view.catalogue.indicators[key]
    if made is None:
        nothing(page, view.say("screens")("no_months", area=view.province_name, year=year))
        return
    _, said, frame = made
    language, unit = view.language, view.catalogue.unit(indicator, view.language)
    box = page.open(said, page.say("progress_subtitle", unit=unit, year=year))
    done = frame[frame["actual"].notna()]
    last = done.iloc[-1]
    value = as_published(last["actual"], indicator.decimals, language)
    left, right = box.split(panel(value))
    told = [f"{unit}, {page.say('until_month', month=int(last['month']), year=year)}"]
    planned = not absent(last["plan"])
    if planned:
        told += [
            page.say("of_plan_year", share=share(last["plan_share"], language)),
            f"{page.say['plan_series']}: {as_published(last['plan'], indicator.decimals, language)}",
        ]
    page.headline(right, value, [Run(t) for t in told])
    series = [(page.say("actual_year", year=year), list(frame["actual"]))]
    inks = [(HALL.bar, 5, None)]
    if planned:
        series.append((page.say["plan_series"], list(frame["plan"])))
        inks.append((HALL.plan, 4, None))
        if frame["pace"].notna().any():
            linear = (frame["pace_basis"] == "linear").all()
            series.append(
                (
                    page.say["pace_linear" if linear else "pace_history"],
                    list(frame["pace"] * frame["plan"] / 100),
                )
            )
            inks.append((HALL.pace, 4, MSO_LINE.DASH))
    top = max(v for _, values in series for v in values if not absent(v))
    drawn = chart(
        page,
        XL_CHART_TYPE.LINE_MARKERS,
        left,
        [str(m) for m in frame["month"]],
        series,
        low=0,
        high=top * AIR or 1,
        legend=True,
    )
    for own, (ink, width, dash) in zip(drawn.series, inks):
        _line(own, ink, width, dash, marker=ink == HALL.bar)
    for row in done.to_dict("records"):
        point = drawn.series[0].points[int(row["month"]) - 1]
        if row["status"] == "illustrative":
            _hollow(point, HALL.bar)
        if row["month"] % 3 == 0 or row["month"] == last["month"]:
            label(
                point,
                number(row["actual"], indicator.decimals, language),
                XL_LABEL_POSITION.ABOVE,
                language,
                ink=HALL.bar,
                bold=True,
                aside=-1.6 * ASIDE / left.width,
            )


def _by_year(runs: list[list[Point]], standard: str, years: list[int]) -> list[float | None]:
    known = {p.year: p.value for run in runs if run[0].standard == standard for p in run}
    return [known.get(y) for y in years]


def _aside(run: list[Point], point: Point) -> int:
    """To which side of the point its label is clear of the line: 1 right (falling), −1 left (rising), 0 over it."""
    n = run.index(point)
    before, after = run[max(0, n - 1)].value, run[min(len(run) - 1, n + 1)].value
    return (before > after and n > 0) - (before < after and n + 1 < len(run))


def _standard(page: Page, standard: str, indicator) -> str:
    known = page.view.catalogue.standard(standard) if standard else None
    return known.name(page.view.language) if known else indicator.label(page.view.language)


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


def _point(
    page: Page, point, told: Point, run: list[Point], ink: str, *, aside: float | None, decimals: int
) -> None:
    if not told.firm:
        _hollow(point, ink)
        if told is not run[0]:
            point.format.line.dash_style, point.format.line.color.rgb, point.format.line.width = (
                MSO_LINE.ROUND_DOT,
                colour(ink),
                Pt(4),
            )
    if aside is not None:
        label(
            point,
            as_published(told.value, decimals, page.view.language),
            XL_LABEL_POSITION.ABOVE,
            page.view.language,
            ink=ink,
            bold=True,
            aside=aside,
        )
