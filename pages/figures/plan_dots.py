"""How far every area is from its plan: a dot a row, and the line of the plan that it stands before or behind.

No axis from zero: what counts is the distance, which on bars takes a tenth of the width. Nothing is cut.
"""

from collections.abc import Mapping

import plotly.graph_objects as go

from data.absence import absent
from data.status import rests_on
from pages.content.plan import PlanBars, share_at
from pages.content.plan_dots import PlanDots
from pages.figures.rows import uprights
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build
from pages.figures.theme import DESK, JUDGEMENTS, Look
from pages.text.mark import marked, shown
from pages.text.numbers import date, percent, with_unit
from pages.text.plans import plan_missing, plan_note, plan_result
from pages.text.width import widest
from pages.text.words import words

ROW = 0.62  # of the look's row: name and value stand beside the dot, not above it
PLOT = 250  # px of the narrowest plot, on a telephone: what room a value beside its dot takes of the scale
LEAST = 10.0  # % of plan that the scale spans at least: rounding is no distance
EDGE = 0.04  # of the scale, beyond the outermost dot


def plan_dots(
    state: PlanDots, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One row an area, its value beside the dot; a ceiling is kept or overrun; who cannot be judged is named
    below.
    """
    say, rows = words("figures", state.language), state.dots
    names = [_signed_name(state.places[row["area"]].name, row) for row in rows]
    room = {"left": int(widest(names, look.small, bold=True)) + 14, "right": 8, "axis": int(look.small * 1.9)}
    probe = base_layout(caption, look, state.language, look.height, **room)
    margins = probe["margin"]["t"] + probe["margin"]["b"]
    fitting = int(margins + max(len(rows), 2) * look.row * ROW)
    base = base_layout(caption, look, state.language, height or fitting, **room)
    strong = [row["area"] == state.province or row["area"] in state.selected for row in rows]
    labels = [_label(row, state) for row in rows]
    base["xaxis"] = _axis(state, look)
    base["yaxis"] = {
        "range": [0.6 - max(len(rows), 1), 0.6],
        "tickvals": [-n for n in range(len(rows))],
        "ticktext": [f"<b>{name}</b>" if bold else name for name, bold in zip(names, strong)],
        "tickfont": {"size": look.small, "color": look.ink},
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }
    line = {"color": look.plan, "width": look.line * 0.8}
    base["shapes"] = [
        {
            "type": "line",
            "x0": 100,
            "x1": 100,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": line,
        }
    ]
    paces = [(float(row["pace"]), float(-n)) for n, row in enumerate(rows) if _paced(row)]
    dots = _dots(rows, strong, state, look)
    texts = [f"<b>{label}</b>" if bold else label for label, bold in zip(labels, strong)]
    traces = [
        _stems(rows, look),
        _ranges(rows, look),
        uprights(paces, 0.3, look.ink, look.line * 0.6),
        dots,
        _values(rows, texts, look),
    ]
    ceiling = state.indicator.plan_type == "not_exceed"
    keys = [f"┃ 100%: {say['dots_ceiling' if ceiling else 'dots_line']}"]
    keys += [f"│ {say['pace_mark']}"] if paces else []
    keys += [f"├┤ {say['projection']}"] if any(not absent(row.get("low")) for row in rows) else []
    add_key(base, keys, look, *_unknown(state))
    return build(traces, base)


def _paced(row: Mapping) -> bool:
    """Whether there is a pace to hold against: at the year's end it is the plan itself."""
    return not absent(row.get("pace")) and row["pace"] < 100


def _unknown(state: PlanDots) -> list[str]:
    """Who cannot be judged, by reason."""
    say = words("figures", state.language)
    return [
        say("dots_unknown_why", reason=say[reason], names=", ".join(names))
        if reason
        else say("dots_unknown", names=", ".join(names))
        for reason, names in state.unknown.items()
    ]


def _label(row: Mapping, state: PlanBars) -> str:
    """What stands beside a dot: the share of a plan; of a ceiling or a level whether it is kept."""
    say, kind = words("figures", state.language), state.indicator.plan_type
    if kind == "reach":
        return plan_note(row, state.indicator, state.catalogue, state.language)
    if absent(row["plan_met"]):
        return percent(share_at(row) or 0.0, 1, state.language)
    if row["plan_met"]:
        return say["dot_kept" if kind == "not_exceed" else "dot_met"]
    missing = plan_missing(row, state.indicator, state.catalogue, state.language)
    return say("dot_over" if kind == "not_exceed" else "dot_above", missing=missing)


def _axis(state: PlanDots, look: Look) -> dict:
    """A scale that holds every dot, pace and projection, and beside the outermost dots their values.

    Of all rows, also where only a part of them is shown.
    """
    rows = state.placed
    drawn = [(share_at(row), _label(row, state)) for row in rows]
    marks = [row[c] for row in rows for c in ("pace", "low", "high") if not absent(row.get(c))]
    ends = [100.0, *(at for at, _ in drawn if at is not None), *(float(m) for m in marks)]
    low, high = min(ends), max(ends)
    lacking = max(0.0, LEAST - (high - low)) / 2
    low, high = low - lacking, high + lacking
    sides = [[label for at, label in drawn if (_of(at) < 100) is left] for left in (True, False)]
    shares = [min(0.4, (widest(side, look.small, bold=True) + look.marker * 1.5) / PLOT) for side in sides]
    if look.name == "hall":
        shares = [share / 1.5 for share in shares]
    span = (high - low) / (1 - sum(shares) - 2 * EDGE)
    return {
        "range": [low - (shares[0] + EDGE) * span, high + (shares[1] + EDGE) * span],
        "fixedrange": True,
        "zeroline": False,
        "gridcolor": look.grid,
        "nticks": 6,
        "ticksuffix": "%",
        "tickangle": 0,
        "tickfont": {"size": look.small, "color": look.muted},
    }


def _of(at: float | None) -> float:
    """A level that is met or not, but no share of the way, stands at the plan's line."""
    return 100.0 if at is None else at


def _stems(rows: list[dict], look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for row in rows for x in (100, _of(share_at(row)), None)],
        "y": [y for n in range(len(rows)) for y in (-n, -n, None)],
        "hoverinfo": "skip",
        "line": {"color": look.bar, "width": look.line * 0.6},
    }


def _ranges(rows: list[dict], look: Look) -> dict:
    """Where the year is projected to end: a bracket from the lowest to the highest."""
    ranged = [(row, -n) for n, row in enumerate(rows) if not absent(row.get("low"))]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [x for row, _ in ranged for x in (row["low"], row["high"], None)],
        "y": [y for _, y in ranged for y in (y, y, None)],
        "hoverinfo": "skip",
        "line": {"color": look.ink, "width": look.line * 0.6},
        "marker": {"symbol": "line-ns-open", "size": look.marker * 1.2, "color": look.ink},
    }


def _dots(rows: list[dict], strong: list[bool], state: PlanBars, look: Look) -> dict:
    placed = [(n, row) for n, row in enumerate(rows) if share_at(row) is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [share_at(row) for _, row in placed],
        "y": [-n for n, _ in placed],
        "text": [state.places[row["area"]].full for _, row in placed],
        "customdata": [[row["area"], _hover(row, state)] for _, row in placed],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {
            "size": look.marker * 1.4,
            "color": [_fill(row, strong[n], look) for n, row in placed],
        },
    }


def _fill(row: Mapping, strong: bool, look: Look) -> str:
    judged = JUDGEMENTS.get(row.get("bucket") or "")
    return judged.fill if judged else look.province if strong else look.bar


def _values(rows: list[dict], texts: list[str], look: Look) -> dict:
    """Values on the side of the dot that is turned away from the plan's line."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [_of(share_at(row)) for row in rows],
        "y": [-n for n in range(len(rows))],
        "text": [f"\u2002 {text} \u2002" for text in texts],
        "textposition": ["middle left" if _of(share_at(row)) < 100 else "middle right" for row in rows],
        "textfont": {
            "size": look.small,
            "color": [_judged_ink(row, look) or look.ink for row in rows],
            "shadow": ", ".join([f"0 0 3px {look.paper}"] * 6),  # a pace's mark may lie behind
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _signed_name(name: str, row: Mapping) -> str:
    """The name behind the sign of its judgement, where there is one."""
    return f"{JUDGEMENTS[row['bucket']].symbol} {name}" if row.get("bucket") else name


def _judged_ink(row: Mapping, look: Look) -> str:
    """The ink of a row's judgement; "" where it has none."""
    judged = JUDGEMENTS.get(row.get("bucket") or "")
    return "" if judged is None else judged.text_dark if look.dark else judged.text


def _hover(row: Mapping, state: PlanBars) -> str:
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
