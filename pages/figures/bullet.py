"""Plan and actual by district: bars in per cent of each one's plan, ordered by what is missing."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.rows import BAR, Headings, row_layout, uprights
from pages.figures.template import NO_CAPTION, Caption, add_key, build
from pages.figures.theme import DESK, JUDGEMENTS, Look
from pages.text.numbers import date, number, percent, with_unit
from pages.text.plans import plan_missing, plan_note, plan_result
from pages.text.words import words

CUT = 150.0  # per cent of plan; longer bars end in an arrow

DRAWN = ("plan_share", "limit_used")  # what a bar is: the share of a plan, or what of a ceiling is used up


def bullet(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    province: str = "",
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
    part: slice = slice(None),
) -> go.Figure:
    """One row an area: a bar for the actual figure, a tick for the plan, a thin one for the pace.

    Never ordered by per cent, which favours small plans; those that cannot be judged come last and
    say why.

    Args:
        frame: as `plan_progress` returns it; an optional column `pace` is in % of plan. With a column
            `bucket` (a key of JUDGEMENTS) the rows keep their order and wear its sign; `low` and `high` (% of
            plan) draw the projection.
        province: code of the area that stays on top.
        part: of the ordered rows, on the scale of all: where few large rows are wanted at a time.
    """
    say = words("figures", language)
    rows = (frame if "bucket" in frame else ordered(frame, province)).to_dict("records")
    selected = set(selected)
    longest = max([100.0, *(min(r[c], CUT) for r in rows for c in (*DRAWN, "high") if not absent(r.get(c)))])
    rows = rows[part]
    base = row_layout(len(rows), caption, look, language, axis=int(look.small * 1.9), height=height)
    base["xaxis"] = {
        "range": [0, max(longest * 1.06, 110)],
        "tickvals": [0, 50, 100, 150],
        "fixedrange": True,
        "zeroline": False,
        "ticktext": [percent(v, 0, language) for v in (0, 50, 100, 150)],
        "gridcolor": look.grid,
        "tickfont": {"size": look.small, "color": look.muted},
        "tickangle": 0,
    }
    heads = Headings(look, right=base["xaxis"]["range"][1])
    bars, paces, cut, ranges = [], [], [], []
    for index, row in enumerate(rows):
        place, y = places[row["area"]], -index
        strong = place.code == province or place.code in selected
        drawn = next((row[c] for c in DRAWN if not absent(row.get(c))), None)  # % of the plan's line
        judged = row.get("bucket", "unknown") != "unknown"
        if drawn is None and not judged:
            reason = f": {say[row['reason']]}" if row.get("reason") else ""
            heads.add(
                _signed(place.name, row), say["cannot_judge"] + reason, y, strong=strong, colour=look.muted
            )
            continue
        text = say(
            "actual_of_plan",
            actual=number(row["actual"], indicator.decimals, language),
            plan=number(row["plan"], indicator.decimals, language),
            share=plan_note(row, indicator, catalogue, language) or say["cannot_judge"],
        )
        heads.add(_signed(place.name, row), text, y, strong=strong, colour=_ink(row, look))
        if drawn is None:  # a target level without the year before: reached or not, but no share of the way
            continue
        if not absent(row.get("low")):
            ranges.append((min(row["low"], CUT), min(row["high"], CUT), y))
        bars.append((place, min(drawn, CUT), y, _hover(row, indicator, catalogue, say, language), strong))
        if not absent(row.get("pace")):
            paces.append((min(row["pace"], CUT), y))
        if drawn > CUT:
            cut.append(y)
    traces = [
        _bars(bars, look),
        uprights([(100, bar[2]) for bar in bars], BAR * 0.66, look.plan, look.line * 1.4),
        uprights(paces, BAR * 0.52, look.ink, look.line * 0.6),
        _arrows(cut, look),
        *heads.traces(),
        *([_ranges(ranges, look)] if ranges else []),
    ]
    keys = [f"┃ {say['plan']}"] + ([f"│ {say['pace_mark']}"] if paces else [])
    keys += [f"├┤ {say['projection']}"] if ranges else []
    add_key(base, keys + ([f"▶ {say['cut']}"] if cut else []), look)
    return build(traces, base)


def ordered(frame: pd.DataFrame, province: str = "") -> pd.DataFrame:
    """Province, then districts from most to least missing (units), then those that cannot be judged."""
    keyed = frame.assign(
        _group=[
            0 if a == province else 2 if absent(m) else 1 for a, m in zip(frame["area"], frame["missing"])
        ],
        _missing=-frame["missing"].fillna(0),
        _share=frame["plan_share"].fillna(0),
    )
    return keyed.sort_values(["_group", "_missing", "_share"], kind="stable").drop(
        columns=["_group", "_missing", "_share"]
    )


def _bars(bars: list[tuple], look: Look) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [b[1] for b in bars],
        "y": [b[2] for b in bars],
        "width": BAR,
        "text": [b[0].full for b in bars],
        "textposition": "none",
        "customdata": [[b[0].code, b[3]] for b in bars],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {"color": [look.province if b[4] else look.bar for b in bars]},
        "unselected": {"marker": {"opacity": 1}},
    }


def _signed(name: str, row: Mapping) -> str:
    """The name behind the sign of its judgement, where there is one."""
    return f"{JUDGEMENTS[row['bucket']].symbol} {name}" if row.get("bucket") else name


def _ink(row: Mapping, look: Look) -> str:
    judged = JUDGEMENTS.get(row.get("bucket") or "")
    return "" if judged is None else judged.text_dark if look.dark else judged.text


def _ranges(rows: list[tuple[float, float, float]], look: Look) -> dict:
    """Where the year is projected to end: a bracket from the lowest to the highest."""
    x = [value for low, high, _ in rows for value in (low, high, None)]
    y = [value for *_, at in rows for value in (at, at, None)]
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


def _hover(row: Mapping, indicator: Indicator, catalogue: Catalogue, say: Mapping, language: str) -> str:
    unit = catalogue.unit(indicator, language)
    actual, plan = (with_unit(row[k], unit, indicator.decimals, language) for k in ("actual", "plan"))
    result = plan_result(row, indicator, catalogue, language)
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
