"""One panel of small multiples: its place, its axes, its title."""

from pages.figures.template import note
from pages.figures.theme import Look

GAP = 0.022  # between panels, share of the width


class Panel:
    """One panel: its axes' names and its place (shares of the plot)."""

    def __init__(
        self, n: int, across: tuple[float, float], down: tuple[float, float], height: float, look: Look
    ):
        self.suffix, self.look = ("" if n == 1 else str(n)), look
        self.x = (across[0] + GAP / 2, across[1] - GAP / 2)
        self.y = (down[0] + look.small * 1.6 / height, down[1] - look.small * 2.1 / height)
        self.top = down[1] - look.small * 1.9 / height
        self.on = {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}

    def axes(self, years: tuple[int, int], span: tuple[float, float], ticks: dict[float, str]) -> dict:
        """Years at the ends of the axis; `ticks`: heights of lines → what is written there."""
        look = self.look
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
                "range": list(span),
                "tickvals": list(ticks),
                "ticktext": list(ticks.values()),
                "ticklabelposition": "inside top",
                "ticklabeloverflow": "allow",
                "tickfont": font,
                "gridcolor": look.grid,
                "zeroline": True,
                "zerolinecolor": look.muted,
                "fixedrange": True,
            },
        }

    def title(self, name: str, last: str, strong: bool) -> dict:
        """Name and last figure over the panel."""
        text = f"<b>{name}</b>  {last}" if strong else f"{name}  <b>{last}</b>".strip()
        return note(
            text,
            self.x[0],
            self.top,
            xanchor="left",
            yanchor="bottom",
            font={"size": self.look.small + 1, "color": self.look.ink},
        )

    def cut(self, at: float) -> dict:
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
            "line": {"color": self.look.muted, "width": 1, "dash": "dash"},
        }
