"""The year to date: cumulated figures by month against the plan and the pace that leads to it."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.spread import spread
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import CLEAR, DESK, Look
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words


def year_to_date(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    place: Place,
    year: int,
    earlier: Mapping[int, pd.DataFrame] | None = None,
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """Cumulated figure by month, thick; the plan as a level; the pace as a band or a dashed line.

    Args:
        frame: as `year_to_date` of the queries returns it (pace in % of the plan).
        earlier: year → the same frame of an earlier year, drawn thin for comparison.
    """
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    plan = frame["plan"].dropna().iloc[0] if frame["plan"].notna().any() else None
    done = frame[frame["actual"].notna()]
    before = {y: f[f["actual"].notna()] for y, f in (earlier or {}).items() if f["actual"].notna().any()}
    peak = max([0, *done["actual"], *([plan] if plan else []), *(f["actual"].max() for f in before.values())])
    top = float(peak) * 1.12 or 1.0
    base = base_layout(
        caption,
        look,
        language,
        height,
        left=int(look.text * 4.4),
        right=int(look.small * 6.4),
        axis=int(look.text * 2.2),
        legend=int(look.small * 2.2),
    )
    traces = _pace(frame, plan, look, say, language)
    for past, rows in before.items():
        traces.append(
            _line(
                rows,
                f"{place.full}, {say('year', year=past)}",
                look.pace,
                look.line * 0.6,
                indicator,
                unit,
                say,
                language,
            )
        )
    traces.append(
        _line(
            done,
            f"{place.full}, {say('year', year=year)}",
            look.bar,
            look.line * 1.6,
            indicator,
            unit,
            say,
            language,
            markers=look.marker,
            plan=plan,
        )
    )
    labels = _labels(done, before, year, plan, indicator, unit, look, say, language)
    gap = look.small * 1.35 * top / plot_height(base)
    heights = spread([label["y"] for label in labels], gap * 1.9, 0, top)
    base["annotations"] += [label | {"y": y} for label, y in zip(labels, heights)]
    if plan:
        base["shapes"] = [
            {
                "type": "line",
                "x0": 0.6,
                "x1": 12.1,
                "xref": "x",
                "y0": plan,
                "y1": plan,
                "yref": "y",
                "line": {"color": look.plan, "width": look.line},
            }
        ]
        base["annotations"].append(
            note(
                f"<b>{say('plan_year', value=with_unit(plan, unit, indicator.decimals, language))}</b>",
                0,
                plan,
                yref="y",
                xanchor="left",
                yanchor="bottom",
                font={"color": look.plan, "size": look.small},
            )
        )
    add_key(base, _key(frame, plan, done, say), look)
    base["xaxis"] = {
        "range": [0.6, 12.3],
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


def _line(rows, name, colour, width, indicator, unit, say, language, *, markers=0, plan=None) -> dict:
    texts = []
    for row in rows.itertuples():
        text = f"{say('month', month=row.month)}: {with_unit(row.actual, unit, indicator.decimals, language)}"
        if plan:
            text += f"<br>{say('of_plan', share=percent(row.plan_share, 1, language))}"
        status = getattr(row, "status", "")
        if isinstance(status, str) and status:
            text += f"<br>{say[status]}"
        texts.append(text)
    hollow = [getattr(row, "status", "") == "illustrative" for row in rows.itertuples()]
    return {
        "type": "scatter",
        "mode": "lines+markers" if markers else "lines",
        "x": rows["month"].tolist(),
        "y": rows["actual"].tolist(),
        "text": texts,
        "hovertemplate": f"<b>{name}</b><br>%{{text}}<extra></extra>",
        "line": {"color": colour, "width": width},
        "connectgaps": False,
        "marker": {
            "size": markers or 1,
            "symbol": ["circle-open" if h else "circle" for h in hollow],
            "line": {"width": width * 0.6, "color": colour},
            "color": colour,
        },
    }


def _pace(frame, plan, look, say, language) -> list[dict]:
    if not plan or frame["pace"].isna().all():
        return []
    linear = (frame["pace_basis"] == "linear").all()
    months = frame["month"].tolist()
    texts = [say("pace_at", share=percent(p, 1, language)) for p in frame["pace"]]
    traces = []
    if not linear and frame["pace_low"].notna().all():
        low, high = ([round(v * plan / 100, 2) for v in frame[c]] for c in ("pace_low", "pace_high"))
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": months + months[::-1],
                "y": high + low[::-1],
                "fill": "toself",
                "fillcolor": look.grid,
                "line": {"width": 0, "color": CLEAR},
                "hoverinfo": "skip",
            }
        )
    traces.append(
        {
            "type": "scatter",
            "mode": "lines",
            "x": months,
            "y": [round(p * plan / 100, 2) for p in frame["pace"]],
            "text": texts,
            "line": {"color": look.pace, "width": look.line * 0.8, "dash": "dash" if linear else "solid"},
            "hovertemplate": "%{text}<extra></extra>",
        }
    )
    return traces


def _key(frame, plan, done, say) -> list[str]:
    entries = []
    if plan and frame["pace"].notna().any():
        linear = (frame["pace_basis"] == "linear").all()
        years = int(frame["history_years"].max()) if "history_years" in frame else 0
        entries.append("┄ " + say["pace_linear"] if linear else "▬ " + say("pace", years=years))
    if (done["status"] == "illustrative").any():
        entries.append(say["key_hollow"])
    return entries


def _labels(done, before, year, plan, indicator, unit, look, say, language) -> list[dict]:
    found = []
    for past, rows in before.items():
        last = rows.iloc[-1]
        found.append(
            _label(last, f"{past}: {number(last['actual'], indicator.decimals, language)}", look.muted, look)
        )
    if len(done):
        last = done.iloc[-1]
        share = f"<br>{percent(last['plan_share'], 1, language)}" if plan else ""
        found.append(
            _label(
                last,
                f"<b>{year}: {number(last['actual'], indicator.decimals, language)}{share}</b>",
                look.bar,
                look,
            )
        )
    return found


def _label(last, text, colour, look) -> dict:
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
