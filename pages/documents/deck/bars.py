"""Bars by district: the share of plan, and an indicator in official order."""

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from data.absence import absent
from pages.content.about import headed
from pages.content.plan import PlanBars
from pages.content.ranking import Ranking
from pages.content.slide_state import SlideState
from pages.content.whole import Whole, with_whole
from pages.documents.deck.ink import colour, fill
from pages.documents.deck.measure import BODY, CELL, HEADLINE, Box, Run, width_of
from pages.documents.deck.native import chart, label
from pages.documents.deck.paper import Page
from pages.documents.deck.whole import headline_of
from pages.figures.theme import HALL
from pages.text.mark import worded
from pages.text.numbers import NBSP, date, number
from pages.text.plans import plan_note
from pages.text.width import INCH
from pages.text.words import words

PITCH = 1.2  # of a row of names in heights of its letters
NEARLY = 230  # per cent of plan
PANEL = 3.5  # inches at the right for the headline number


def plan(page: Page, slide: SlideState, state: PlanBars) -> None:
    """Per cent of plan by district, the furthest behind first; every figure beside its bar."""
    view, indicator = page.view, state.indicator
    unit = view.catalogue.unit(indicator, view.language)
    said = replace(state.about, subtitle=page.say("plan_subtitle", unit=unit))
    box = page.open(slide.about, headed(said, said.headline, indicator, view.language).heading[1])
    value = _plan_headline(state)
    left, right = box.split(panel(value), 0.15)
    page.headline(right, value, _plan_lines(page, state, unit))
    records = state.rows.iloc[1:].to_dict("records")
    if all(absent(r["missing"]) for r in records):
        reasons = {r["reason"] for r in records}
        page.nothing(left, page.say["plan_of_no_district" if reasons == {"no_plan"} else "plan_none_judged"])
        return
    values = [r["limit_used"] if absent(r["plan_share"]) else r["plan_share"] for r in records]
    drawn = _bars(
        page,
        left,
        [_plan_name(state, r) for r in records],
        page.say["share"],
        values,
        [_plan_text(state, r) for r in records],
    )
    axis = drawn.value_axis
    axis.major_unit, axis.has_major_gridlines = 100, True  # the only line between 0 and 200 is the plan
    line = axis.major_gridlines.format.line
    line.color.rgb, line.width = colour(HALL.plan), Pt(3)


def _plan_headline(state: PlanBars) -> str:
    """The province's result, or why there is none."""
    whole = state.rows.iloc[0]
    result = plan_note(whole, state.indicator, state.catalogue, state.language)
    return result or words("figures", state.language)[whole["reason"] or "no_data"]


def _plan_lines(page: Page, state: PlanBars, unit: str) -> list[Run]:
    """What stands under the headline: amounts, how many districts reached it, how to read the bars."""
    indicator, language, whole = state.indicator, state.language, state.rows.iloc[0]
    judged = state.rows.iloc[1:]["plan_met"].dropna()
    lines = [Run(page.say["plan_headline" if indicator.plan_type == "reach" else "plan_whole"])]
    if not absent(whole["missing"]):
        actual, target = (
            worded(number(whole[c], indicator.decimals, language), whole, c, language)
            for c in ("actual", "plan")
        )
        lines.append(Run(page.say("plan_amounts", actual=actual, plan=target, unit=unit)))
        if day := _until(whole["as_of"], language):
            lines.append(Run(page.say("plan_until", day=day)))
    if len(judged):
        reached = page.say("plan_reached", reached=int(judged.eq(True).sum()), judged=len(judged))
        lines += [Run(reached), Run(state.about.subtitle), Run(page.say["plan_line"], ink=HALL.plan)]
    return lines


def _plan_name(state: PlanBars, row: dict) -> str:
    """A district, and why it has no bar."""
    name = state.places[row["area"]].name
    if not absent(row["missing"]):
        return name
    return f"{name} ({words('figures', state.language)[row['reason'] or 'no_data']})"


def _plan_text(state: PlanBars, row: dict) -> str:
    """“109,3% (38.255/35.000)” beside a bar, with its day where that is not the province's; else ""."""
    if absent(row["missing"]):
        return ""
    indicator, language = state.indicator, state.language
    written = [
        worded(number(row[c], indicator.decimals, language), row, c, language) for c in ("actual", "plan")
    ]
    day = _until(row["as_of"], language) if row["as_of"] != state.rows.iloc[0]["as_of"] else ""
    amounts = ", ".join(filter(None, ("/".join(written), day)))
    return f"{plan_note(row, indicator, state.catalogue, language)} ({amounts})".strip()


def _until(day, language: str) -> str:
    """The last day of a figure of a year that goes on; "" where it is the year's."""
    return "" if absent(day) or (day.month, day.day) == (12, 31) else date(day, language)


def ranking(page: Page, slide: SlideState, state: Ranking) -> None:
    """An indicator by district in official order, with the province's figure named."""
    view, indicator, frame, about = page.view, state.indicator, state.frame, slide.about
    whole = state.whole or Whole(None)
    unit = view.catalogue.unit(indicator, view.language)
    counted = about.subtitle if about.subtitle != unit else page.say("unit_year", unit=unit, year=slide.year)
    box = page.open(with_whole(about, whole), counted)
    if frame["value"].isna().all() and whole.value is None:
        page.nothing(box, about.finding)
        return
    say, language = view.say("figures"), view.language
    value, what = headline_of(page, indicator, whole)
    left, right = box.split(panel(value))
    page.headline(right, value, [Run(what)])
    names = state.places
    rows = frame.to_dict("records")
    categories = [
        names[r["area"]].name
        + (f" ({say[r['state'] if r['state'] != 'value' else 'no_data']})" if absent(r["value"]) else "")
        for r in rows
    ]
    texts = [
        ""
        if absent(r["value"])
        else worded(number(r["value"], indicator.decimals, language), r, "value", language)
        for r in rows
    ]
    _bars(page, left, categories, indicator.label(language), [r["value"] for r in rows], texts)


def panel(value: str) -> float:
    """Inches that a headline number takes beside a chart."""
    return max(PANEL, width_of(value, HEADLINE, bold=True)) if any(c.isdigit() for c in value) else PANEL


def _bars(page: Page, box: Box, categories: Sequence[str], name: str, values: list, texts: Sequence[str]):
    """Level bars, first on top, figures behind their ends.

    Room for them is left on the axis, and names stay on one line.
    """
    categories = [c.replace(" ", NBSP) for c in categories]
    size = max(CELL, min(BODY, int(box.height * 0.98 / len(categories) * INCH / PITCH)))
    known = [v for v in values if not absent(v)]
    plot = box.width - max(width_of(c, size) for c in categories) - 0.2
    room = max((width_of(t, size) for t in texts), default=0)
    longest = max([*known, 0]) or 1
    high = longest * plot / max(plot - room, plot * 0.2)
    if 200 <= high < NEARLY:
        high = 199  # so that no line but the plan's is drawn
    drawn = chart(
        page, XL_CHART_TYPE.BAR_CLUSTERED, box, categories, [(name, values)], low=min([0, *known]), high=high
    )
    drawn.category_axis.reverse_order = True
    drawn.category_axis.tick_labels.font.size = Pt(size)
    bars = drawn.plots[0]
    bars.gap_width = 45
    fill(bars.series[0].format.fill, HALL.bar)
    for n, text in enumerate(texts):
        if text:
            label(
                bars.series[0].points[n],
                text,
                XL_LABEL_POSITION.OUTSIDE_END,
                page.view.language,
                size=size,
                paper=True,
            )
    return drawn
