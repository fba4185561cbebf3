"""Small multiples: every district's trend in a panel of its own, in official order or laid out like the map."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.hover import provenance
from pages.figures.segments import breaks, line, strokes
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import DESK, Look
from pages.text.numbers import number, with_unit
from pages.text.words import words

COLUMNS = 5
ROW = 150  # px of one row of panels on a desk
GAP = 0.022  # between panels, share of the width


def in_order(places: Sequence[Place], columns: int = COLUMNS) -> dict[str, tuple[int, int]]:
    """Column and row of each panel, filled row by row."""
    return {place.code: (n % columns, n // columns) for n, place in enumerate(places)}


def panels(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Sequence[Place],
    grid: Mapping[str, tuple[int, int]],
    province: Place | None = None,
    shared: bool = True,
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """One panel a district, all on one scale unless told otherwise; lines end at breaks and gaps.

    Args:
        frame: as `yearly_series` returns it, for `places` and the province; `together` leaves stray years out.
        grid: code → (column, row) of its panel.
        province: drawn thin in every panel for comparison; leave it out for counts, which do not compare.
        shared: False gives each panel its own scale, written at its axis.
    """
    say = words("figures", language)
    known = frame[frame["value"].notna() & (frame["kind"] != "plan")]
    columns, rows = (max(spot[i] for spot in grid.values()) + 1 for i in (0, 1))
    base = base_layout(
        caption,
        look,
        language,
        height or rows * int(ROW * look.text / DESK.text) + 60,
        left=10,
        right=10,
        axis=int(look.small * 1.7),
    )
    years = (int(known["year"].min()), int(known["year"].max())) if len(known) else (0, 1)
    shown = {place.code for place in places} | ({province.code} if province else set())
    top = float(known.loc[known["area"].isin(shown), "value"].max()) * 1.08 if len(known) else 1.0
    cuts = breaks(known, indicator, catalogue)[0]
    traces, base["shapes"] = [], []
    unit, selected = catalogue.unit(indicator, language), set(selected)
    for n, place in enumerate(places, start=1):
        own = known[known["area"] == place.code]
        column, row = grid[place.code]
        panel = _Panel(
            n,
            (column / columns, (column + 1) / columns),
            (1 - (row + 1) / rows, 1 - row / rows),
            plot_height(base),
            look,
        )
        height_own = top if shared or own.empty else float(own["value"].max()) * 1.12
        base |= panel.axes(years, height_own or 1.0, indicator, language)
        strong = place.code in selected
        if province is not None:
            traces += _lines(
                strokes(known[known["area"] == province.code]), panel, look.muted, look.line * 0.5
            )
        runs = strokes(own)
        colour = look.lines[1] if strong else look.bar
        traces += _lines(runs, panel, colour, look.line * (1.5 if strong else 1)) + _points(
            runs, place, indicator, unit, panel, colour, look, language
        )
        last = number(runs[-1][-1].value, indicator.decimals, language) if runs else say["no_data"]
        base["annotations"].append(panel.title(place.name, last, strong))
        base["shapes"] += [panel.cut(b.at, look) for b in cuts]
    entries = [say("key_province", name=province.name)] if province else []
    entries += (
        [say["key_hollow"]]
        if ((known["status"] == "illustrative") | (known["kind"] == "estimate")).any()
        else []
    )
    add_key(
        base,
        [*entries, *([say["key_break"]] if cuts else []), *([] if shared else [say["key_own_scale"]])],
        look,
    )
    return build(traces, base)


def together(frame: pd.DataFrame, codes: set[str]) -> pd.DataFrame:
    """Figures of the years in which at least half of the districts have one: a lonely year would only stretch every panel."""
    known = frame[frame["value"].notna() & (frame["kind"] != "plan")]
    many = known[known["area"].isin(codes)].groupby("year")["area"].nunique()
    return known[known["year"].isin(many.index[many >= many.max() / 2])]


class _Panel:
    """One panel: its axes' names and its place (shares of the plot)."""

    def __init__(
        self, n: int, across: tuple[float, float], down: tuple[float, float], height: float, look: Look
    ):
        self.suffix, self.look = ("" if n == 1 else str(n)), look
        self.x = (across[0] + GAP / 2, across[1] - GAP / 2)
        self.y = (down[0] + look.small * 1.6 / height, down[1] - look.small * 2.1 / height)
        self.top = down[1] - look.small * 1.9 / height
        self.on = {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}

    def axes(self, years: tuple[int, int], top: float, indicator: Indicator, language: str) -> dict:
        """Years at the ends of the axis; 0 and half the height as lines, the latter with its number."""
        look, mid = self.look, float(f"{top / 2:.1g}")
        font = {"size": max(11, look.small - 1), "color": look.muted}
        return {
            f"xaxis{self.suffix}": {
                "domain": self.x,
                "anchor": self.on["yaxis"],
                "range": [years[0] - 0.6, years[1] + 0.6],
                "tickvals": sorted(set(years)),
                "tickformat": "d",
                "tickfont": font,
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickangle": 0,
            },
            f"yaxis{self.suffix}": {
                "domain": self.y,
                "anchor": self.on["xaxis"],
                "range": [0, top],
                "tickvals": [0, mid],
                "ticktext": ["", number(mid, max(0, -_exponent(mid)), language)],
                "ticklabelposition": "inside top",
                "tickfont": font,
                "gridcolor": look.grid,
                "zeroline": True,
                "zerolinecolor": look.muted,
                "fixedrange": True,
            },
        }

    def title(self, name: str, last: str, strong: bool) -> dict:
        """Name and last figure over the panel."""
        text = f"<b>{name}</b>  {last}" if strong else f"{name}  <b>{last}</b>"
        return note(
            text,
            self.x[0],
            self.top,
            xanchor="left",
            yanchor="bottom",
            font={"size": self.look.small + 1, "color": self.look.ink},
        )

    def cut(self, at: float, look: Look) -> dict:
        """A change of standard."""
        return {
            "type": "line",
            "x0": at,
            "x1": at,
            "xref": self.on["xaxis"],
            "y0": 0,
            "y1": 1,
            "yref": f"{self.on['yaxis']} domain",
            "layer": "below",
            "line": {"color": look.muted, "width": 1, "dash": "dash"},
        }


def _lines(runs, panel: _Panel, colour: str, width: float) -> list[dict]:
    found = []
    for firm, dash in ((True, "solid"), (False, "dot")):
        x, y = line(runs, firm=firm)
        if x:
            found.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": x,
                    "y": y,
                    "hoverinfo": "skip",
                    "connectgaps": False,
                    "line": {"color": colour, "width": width, "dash": dash},
                }
                | panel.on
            )
    return found


def _points(
    runs, place: Place, indicator: Indicator, unit: str, panel: _Panel, colour: str, look: Look, language: str
) -> list[dict]:
    points = [p for run in runs for p in run]
    if not points:
        return []
    hovers = [
        "<br>".join(
            filter(
                None, [with_unit(p.value, unit, indicator.decimals, language), *provenance(p.row, language)]
            )
        )
        for p in points
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p.year for p in points],
            "y": [p.value for p in points],
            "customdata": [[place.code, f"{p.year}: {hover}"] for p, hover in zip(points, hovers)],
            "hovertemplate": f"<b>{place.full}</b><br>%{{customdata[1]}}<extra></extra>",
            "cliponaxis": False,
            "marker": {
                "color": colour,
                "size": look.marker * 0.6,
                "symbol": ["circle" if p.firm else "circle-open" for p in points],
            },
            "unselected": {"marker": {"opacity": 1}},
        }
        | panel.on
    ]


def _exponent(value: float) -> int:
    """Position of a rounded number's last digit: 0.05 → −2, 300 → 0."""
    text = f"{value:.10f}".rstrip("0")
    return -len(text.partition(".")[2])
