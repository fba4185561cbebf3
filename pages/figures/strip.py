"""The whole distribution of several indicators: one row an indicator, one dot a district, the province's tick."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue
from pages.content.place import Place
from pages.figures.hover import provenance
from pages.figures.rows import BAR, Headings, row_layout, uprights
from pages.figures.template import NO_CAPTION, Caption, add_key, build
from pages.figures.theme import DESK, Look
from pages.statistics.middle import middle
from pages.text.numbers import with_unit
from pages.text.words import words

ROW = 66  # px of one row on a desk
NEAR = 0.12  # share of the width that a name needs


def strip(
    frame: pd.DataFrame,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """Each row has its own scale from the lowest to the highest district; a grey band is median ± 1 MAD.

    Args:
        frame: as `comparison` returns it; the province's row gives the tick where it lies on a rate's scale
            (a count's total does not compare with districts and is not drawn).
    """
    say, selected = words("figures", language), set(selected)
    shown = [
        i
        for i in frame["indicator"].unique()
        if frame.loc[(frame["indicator"] == i) & (frame["level"] == "district"), "value"].notna().any()
    ]
    margins = row_layout(1, caption, look, language, axis=6, height=None)["margin"]
    base = row_layout(
        len(shown),
        caption,
        look,
        language,
        axis=6,
        height=height or margins["t"] + margins["b"] + len(shown) * int(ROW * look.text / DESK.text),
    )
    base["xaxis"] = {"range": [-0.02, 1.02], "visible": False, "fixedrange": True}
    base["shapes"] = []
    heads, dots, ticks = Headings(look, right=1.02, left=-0.02), [], []
    for n, key in enumerate(shown):
        own, indicator = frame[frame["indicator"] == key], catalogue.indicators[key]
        rows = own[(own["level"] == "district") & own["value"].notna()].to_dict("records")
        whole = own.loc[own["level"] == "province", "value"]
        province = float(whole.iloc[0]) if indicator.is_rate and len(whole) and whole.notna().all() else None
        values = [r["value"] for r in rows]
        low, high = (
            min([*values, *([province] if province is not None else [])]),
            max([*values, *([province] if province is not None else [])]),
        )
        at = _scale(low, high)
        unit = catalogue.unit(indicator, language)
        ends = [
            with_unit(v, unit if v == max(values) else "", indicator.decimals, language)
            for v in (min(values), max(values))
        ]
        heads.add(indicator.label(language), say("from_to_ends", low=ends[0], high=ends[1]), -n)
        median, mad = middle(pd.Series(values))
        band = {
            "type": "rect",
            "x0": at(max(median - mad, low)),
            "x1": at(min(median + mad, high)),
            "y0": -n - BAR,
            "y1": -n + BAR * 0.2,
            "layer": "below",
            "fillcolor": look.band,
            "line": {"width": 0},
        }
        axis = {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "y0": -n - BAR * 0.4,
            "y1": -n - BAR * 0.4,
            "layer": "below",
            "line": {"color": look.grid, "width": 2},
        }
        base["shapes"] += [band, axis]
        if province is not None:
            ticks.append((at(province), -n - BAR * 0.4))
        for r in sorted(rows, key=lambda r: r["area"] in selected):
            text = f"{indicator.label(language)}: {with_unit(r['value'], unit, indicator.decimals, language)}"
            dots.append(
                (
                    places[r["area"]],
                    at(r["value"]),
                    -n - BAR * 0.4,
                    "<br>".join(filter(None, [text, *provenance(r, language)])),
                    r["area"] in selected,
                    r["status"] == "illustrative",
                )
            )
    add_key(
        base,
        [
            say["key_band"],
            *([say["key_province_tick"]] if ticks else []),
            *([say["key_hollow"]] if any(d[5] for d in dots) else []),
        ],
        look,
    )
    return build(
        [
            uprights(ticks, BAR * 0.6, look.plan, look.line * 1.4),
            _dots(dots, look),
            *heads.traces(),
            _names(dots, look),
        ],
        base,
    )


def _scale(low: float, high: float):
    width = high - low
    return lambda value: round((value - low) / width, 4) if width else 0.5


def _dots(dots: list[tuple], look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [d[1] for d in dots],
        "y": [d[2] for d in dots],
        "cliponaxis": False,
        "text": [d[0].full for d in dots],
        "customdata": [[d[0].code, d[3]] for d in dots],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "unselected": {"marker": {"opacity": 0.85}},
        "marker": {
            "size": [look.marker * (1.9 if d[4] else 1.4) for d in dots],
            "opacity": 0.85,
            "color": [look.lines[1] if d[4] else look.bar for d in dots],
            "symbol": ["circle-open" if d[5] else "circle" for d in dots],
            "line": {"width": 2},
        },
    }


def _names(dots: list[tuple], look: Look) -> dict:
    """Names of the selected districts under their dots, above them where the one before is too near."""
    strong = sorted((d for d in dots if d[4]), key=lambda d: (-d[2], d[1]))
    above = []
    for n, d in enumerate(strong):
        near = n > 0 and strong[n - 1][2] == d[2] and d[1] - strong[n - 1][1] < NEAR
        above.append(near and not above[-1])
    return {
        "type": "scatter",
        "mode": "text",
        "x": [d[1] for d in strong],
        "y": [d[2] + BAR * (0.3 if up else -0.3) for d, up in zip(strong, above)],
        "text": [d[0].name for d in strong],
        "textposition": ["top center" if up else "bottom center" for up in above],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "textfont": {"size": look.small, "color": look.lines[1]},
    }
