"""The year to date: cumulated figures by month against the plan and the pace that leads to it."""

import pandas as pd
import plotly.graph_objects as go

from data.status import illustrative
from pages.content.year_to_date import YearToDate
from pages.figures.spread import spread
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import CLEAR, DESK, Look
from pages.text.mark import marked, worded
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words

MONTHS = (0.6, 12.3)  # the axis: January to December with air on both sides


def year_to_date(
    state: YearToDate, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = 440
) -> go.Figure:
    """Cumulated figure by month, thick, earlier years thin; the plan a level, the pace a band or dashes."""
    say = words("figures", state.language)
    before = {y: f[f["actual"].notna()] for y, f in state.earlier.items() if f["actual"].notna().any()}
    top = _top(state, before)
    base = base_layout(
        caption,
        look,
        state.language,
        height,
        left=int(look.text * 4.4),
        right=int(look.small * 6.4),
        axis=int(look.text * 2.2),
        legend=int(look.small * 2.2),
    )
    traces = _pace(state, look)
    traces += [_earlier(state, year, rows, look) for year, rows in before.items()]
    traces.append(_this_year(state, look))
    labels = _labels(state, before, look)
    gap = look.small * 1.35 * top / plot_height(base)
    heights = spread([label["y"] for label in labels], gap * 1.9, 0, top)
    base["annotations"] += [label | {"y": y} for label, y in zip(labels, heights, strict=True)]
    if state.plan:
        base["shapes"] = [_plan_line(state.plan, look)]
        base["annotations"].append(_plan_label(state, state.plan, look))
    add_key(base, _key(state), look)
    base["xaxis"] = {
        "range": list(MONTHS),
        "dtick": 1,
        "tick0": 1,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "title": {
            "text": say["month_axis"],
            "font": {"size": look.small, "color": look.muted},
            "standoff": 4,
        },
        "tickangle": 0,
    }
    base["yaxis"] = {
        "range": [0, top],
        "gridcolor": look.grid,
        "fixedrange": True,
        "nticks": 6,
        "tickformat": ",",
        "zerolinecolor": look.muted,
    }
    return build(traces, base)


def _top(state: YearToDate, before: dict[int, pd.DataFrame]) -> float:
    reached = [float(rows["actual"].max()) for rows in before.values()]
    return max([0.0, *state.done["actual"], state.plan or 0.0, *reached]) * 1.12 or 1.0


def _amount(state: YearToDate, value: float) -> str:
    unit = state.catalogue.unit(state.indicator, state.language)
    return with_unit(value, unit, state.indicator.decimals, state.language)


def _earlier(state: YearToDate, year: int, rows: pd.DataFrame, look: Look) -> dict:
    return _line(state, year, rows, [""] * len(rows)) | {
        "mode": "lines",
        "line": {"color": look.pace, "width": look.line * 0.6},
    }


def _this_year(state: YearToDate, look: Look) -> dict:
    say, plan, width = words("figures", state.language), state.plan, look.line * 1.6
    shares = [
        "<br>" + say("of_plan", share=percent(share, 1, state.language)) if plan else ""
        for share in state.done["plan_share"]
    ]
    return _line(state, state.year, state.done, shares) | {
        "mode": "lines+markers",
        "line": {"color": look.bar, "width": width},
        "marker": {
            "size": look.marker,
            "symbol": ["circle-open" if illustrative([s]) else "circle" for s in state.done["status"]],
            "line": {"width": width * 0.6, "color": look.bar},
            "color": look.bar,
        },
    }


def _line(state: YearToDate, year: int, rows: pd.DataFrame, behind: list[str]) -> dict:
    """A year's months. behind: what a month's hover adds to its figure."""
    say = words("figures", state.language)
    texts = [
        f"{say('month', month=row['month'])}: "
        + worded(_amount(state, row["actual"]), row, "actual", state.language)
        + more
        + (f"<br>{say[row['status']]}" if row["status"] else "")
        for row, more in zip(rows.to_dict("records"), behind, strict=True)
    ]
    name = f"{state.place.full}, {say('year', year=year)}"
    return {
        "type": "scatter",
        "x": rows["month"].tolist(),
        "y": rows["actual"].tolist(),
        "text": texts,
        "hovertemplate": f"<b>{name}</b><br>%{{text}}<extra></extra>",
        "connectgaps": False,
    }


def _pace(state: YearToDate, look: Look) -> list[dict]:
    pace = state.expected()
    if pace is None:
        return []
    say = words("figures", state.language)
    months, shares = state.frame["month"].tolist(), state.frame["pace"]
    low, high = state.expected("pace_low"), state.expected("pace_high")
    band = {
        "type": "scatter",
        "mode": "lines",
        "x": months + months[::-1],
        "y": [round(v, 2) for v in [*(high or ()), *(low or ())[::-1]]],
        "fill": "toself",
        "fillcolor": look.grid,
        "line": {"width": 0, "color": CLEAR},
        "hoverinfo": "skip",
    }
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": months,
        "y": [round(v, 2) for v in pace],
        "text": [say("pace_at", share=percent(share, 1, state.language)) for share in shares],
        "line": {"color": look.pace, "width": look.line * 0.8, "dash": "dash" if state.linear else "solid"},
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [band, line] if low and high and not state.linear else [line]


def _plan_line(plan: float, look: Look) -> dict:
    return {
        "type": "line",
        "x0": MONTHS[0],
        "x1": 12.1,
        "xref": "x",
        "y0": plan,
        "y1": plan,
        "yref": "y",
        "line": {"color": look.plan, "width": look.line},
    }


def _plan_label(state: YearToDate, plan: float, look: Look) -> dict:
    status = state.frame["plan_status"]
    amount = marked(_amount(state, plan), status[status != ""], state.language)
    text = words("figures", state.language)("plan_year", value=amount)
    return note(
        f"<b>{text}</b>",
        0,
        plan,
        yref="y",
        xanchor="left",
        yanchor="bottom",
        font={"color": look.plan, "size": look.small},
    )


def _key(state: YearToDate) -> list[str]:
    say, entries = words("figures", state.language), []
    if state.expected():
        years = int(state.frame["history_years"].max()) if "history_years" in state.frame else 0
        entries.append("┄ " + say["pace_linear"] if state.linear else "▬ " + say("pace", years=years))
    if illustrative(state.done["status"]):
        entries.append(say["key_hollow"])
    return entries


def _labels(state: YearToDate, before: dict[int, pd.DataFrame], look: Look) -> list[dict]:
    """Each year and its last figure beside its line's end."""
    decimals, language = state.indicator.decimals, state.language
    labels = [
        _label(
            rows.iloc[-1], f"{year}: {number(rows.iloc[-1]['actual'], decimals, language)}", look.muted, look
        )
        for year, rows in before.items()
    ]
    if len(state.done):
        last = state.done.iloc[-1]
        figure = worded(number(last["actual"], decimals, language), last, "actual", language)
        share = worded(percent(last["plan_share"], 1, language), last, "plan_share", language)
        text = f"<b>{state.year}: {figure}" + (f"<br>{share}" if state.plan else "") + "</b>"
        labels.append(_label(last, text, look.bar, look))
    return labels


def _label(last: pd.Series, text: str, colour: str, look: Look) -> dict:
    return note(
        text,
        last["month"],
        last["actual"],
        xref="x",
        yref="y",
        xanchor="left",
        xshift=look.marker,
        align="left",
        bgcolor=look.paper,
        borderpad=1,
        font={"color": colour, "size": look.small},
    )
