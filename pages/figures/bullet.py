"""Plan and actual by district: bars in per cent of each one's plan, ordered by what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from data.absence import absent
from data.status import rests_on
from pages.content.place import Place
from pages.content.plan import DRAWN, PlanBars, share_at
from pages.figures.rows import BAR, Headings, row_layout, uprights
from pages.figures.template import NO_CAPTION, Caption, add_key, build
from pages.figures.theme import DESK, JUDGEMENTS, Look
from pages.text.mark import marked, shown, worded
from pages.text.numbers import date, number, percent, with_unit
from pages.text.plans import plan_missing, plan_note, plan_result
from pages.text.words import words

CUT = 150.0  # per cent of plan; longer bars end in an arrow


@dataclass(frozen=True)
class Bar:
    """One bar: whose, how long (% of the plan's line), at which height, what it says, its row."""

    place: Place
    drawn: float
    y: int
    hover: str
    strong: bool
    row: Mapping


def bullet(
    state: PlanBars, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One row an area: a bar for the actual figure, a tick for the plan, a thin one for the pace.

    Those that cannot be judged say why.
    """
    say, language = words("figures", state.language), state.language
    rows = state.shown.to_dict("records")
    base = row_layout(len(rows), caption, look, language, axis=int(look.small * 1.9), height=height)
    base["xaxis"] = _axis(state, look)
    heads = Headings(look, right=base["xaxis"]["range"][1])
    bars = []
    for index, row in enumerate(rows):
        place = state.places[row["area"]]
        strong = place.code == state.province or place.code in state.selected
        drawn = share_at(row)
        judged = drawn is not None or row.get("bucket", "unknown") != "unknown"
        colour = judged_ink(row, look) if judged else look.muted
        heads.add(
            signed_name(place.name, row), _figures(row, state, judged), -index, strong=strong, colour=colour
        )
        if drawn is not None:  # a level without the year before is reached or not, but no share of the way
            bars.append(Bar(place, drawn, -index, hover(row, state), strong, row))
    cut = [bar.y for bar in bars if bar.drawn > CUT]
    paces = [(min(b.row["pace"], CUT), b.y) for b in bars if not absent(b.row.get("pace"))]
    ranges = [b for b in bars if not absent(b.row.get("low"))]
    traces = [
        _bars(bars, look),
        uprights([(100, bar.y) for bar in bars], BAR * 0.66, look.plan, look.line * 1.4),
        uprights(paces, BAR * 0.52, look.ink, look.line * 0.6),
        _arrows(cut, look),
        *heads.traces(),
        *([_ranges(ranges, look)] if ranges else []),
    ]
    keys = [f"┃ {say['plan']}"] + ([f"│ {say['pace_mark']}"] if paces else [])
    keys += [f"├┤ {say['projection']}"] if ranges else []
    add_key(base, keys + ([f"▶ {say['cut']}"] if cut else []), look)
    return build(traces, base)


def _axis(state: PlanBars, look: Look) -> dict:
    """The scale of all rows, also where only a part of them is shown."""
    ends = [
        min(row[column], CUT)
        for row in state.rows.to_dict("records")
        for column in (*DRAWN, "high")
        if not absent(row.get(column))
    ]
    return {
        "range": [0, max(max([100.0, *ends]) * 1.06, 110)],
        "tickvals": [0, 50, 100, 150],
        "fixedrange": True,
        "zeroline": False,
        "ticktext": [percent(v, 0, state.language) for v in (0, 50, 100, 150)],
        "gridcolor": look.grid,
        "tickfont": {"size": look.small, "color": look.muted},
        "tickangle": 0,
    }


def _figures(row: Mapping, state: PlanBars, judged: bool) -> str:
    """“3.000 / 4.000 (75%)”, or why the row cannot be judged."""
    say, language, indicator = words("figures", state.language), state.language, state.indicator
    if not judged:
        return say["cannot_judge"] + (f": {say[row['reason']]}" if row.get("reason") else "")
    return say(
        "actual_of_plan",
        actual=worded(number(row["actual"], indicator.decimals, language), row, "actual", language),
        plan=worded(number(row["plan"], indicator.decimals, language), row, "plan", language),
        share=plan_note(row, indicator, state.catalogue, language) or say["cannot_judge"],
    )


def _bars(bars: list[Bar], look: Look) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [min(bar.drawn, CUT) for bar in bars],
        "y": [bar.y for bar in bars],
        "width": BAR,
        "text": [bar.place.full for bar in bars],
        "textposition": "none",
        "customdata": [[bar.place.code, bar.hover] for bar in bars],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {"color": [look.province if bar.strong else look.bar for bar in bars]},
        "unselected": {"marker": {"opacity": 1}},
    }


def signed_name(name: str, row: Mapping) -> str:
    """The name behind the sign of its judgement, where there is one."""
    return f"{JUDGEMENTS[row['bucket']].symbol} {name}" if row.get("bucket") else name


def judged_ink(row: Mapping, look: Look) -> str:
    """The ink of a row's judgement; "" where it has none."""
    judged = JUDGEMENTS.get(row.get("bucket") or "")
    return "" if judged is None else judged.text_dark if look.dark else judged.text


def _ranges(bars: list[Bar], look: Look) -> dict:
    """Where the year is projected to end: a bracket from the lowest to the highest."""
    x = [value for bar in bars for value in (min(bar.row["low"], CUT), min(bar.row["high"], CUT), None)]
    y = [value for bar in bars for value in (bar.y, bar.y, None)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "line": {"color": look.ink, "width": look.line * 0.6},
        "marker": {"symbol": "line-ns-open", "size": look.marker * 1.2, "color": look.ink},
    }


def _arrows(rows: list[float], look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [CUT] * len(rows),
        "y": rows,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {"symbol": "triangle-right", "size": look.marker * 1.8, "color": look.bar},
    }


def hover(row: Mapping, state: PlanBars) -> str:
    """What is said of a row under the pointer."""
    say, language = words("figures", state.language), state.language
    indicator, catalogue = state.indicator, state.catalogue
    unit = catalogue.unit(indicator, language)
    actual, plan = (
        shown(with_unit(row[k], unit, indicator.decimals, language), row, k, language)
        for k in ("actual", "plan")
    )
    result = marked(plan_result(row, indicator, catalogue, language), rests_on(row, "plan_share"), language)
    missing = plan_missing(row, indicator, catalogue, language) if indicator.plan_type == "reach" else ""
    lines = [
        f"{indicator.label(language)}: {actual}",
        f"{say['plan'].capitalize()}: {plan}" + (f" ({result})" if result else ""),
        say("missing", value=missing) if missing else "",
        say("pace_at", share=percent(row["pace"], 1, language)) if not absent(row.get("pace")) else "",
        say("as_of", date=date(row["as_of"], language)) if not absent(row.get("as_of")) else "",
        say[row["status"]] if isinstance(row.get("status"), str) and row["status"] else "",
    ]
    return "<br>".join(filter(None, lines))
