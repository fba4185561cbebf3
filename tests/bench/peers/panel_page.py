"""The overview as Panel's tutorials write it: what depends on the year is bound to it, the trends are not."""

import sys

import figures
import panel as pn

pn.extension("plotly")


def page():
    """One visitor's page."""
    year = pn.widgets.DiscreteSlider(name="Year", options=figures.YEARS, value=2017)
    cards = [pn.bind(lambda y, n=n: _card(*figures.cards(y)[n]), year) for n in range(4)]
    drawn = pn.pane.Plotly(pn.bind(figures.poverty_map, year), height=420, sizing_mode="stretch_width")
    return pn.Column(
        year,
        pn.pane.HTML(pn.bind(lambda y: f"<h3>{figures.sentence(y)}</h3>", year)),
        pn.Row(*(pn.pane.HTML(card) for card in cards)),
        pn.Row(drawn, pn.Column(*(pn.pane.Plotly(figures.trend(key)) for key in figures.TRENDS))),
    )


def _card(name: str, value: float, change: float | None) -> str:
    return f"<p>{name}</p><h2>{value}</h2><p>{change}</p>"


pn.serve(page, port=int(sys.argv[1]), show=False)
