"""The overview as Dash's tutorials write it; the trends stand outside the callback of the year."""

import sys

import figures
from dash import Dash, Input, Output, callback, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Slider(2015, 2020, 1, value=2017, id="year", marks={y: str(y) for y in figures.YEARS}),
        html.H3(id="sentence"),
        html.Div(id="cards", style={"display": "flex", "gap": "2rem"}),
        html.Div(
            [
                dcc.Graph(id="map", style={"width": "55%"}),
                html.Div([dcc.Graph(figure=figures.trend(key)) for key in figures.TRENDS]),
            ],
            style={"display": "flex"},
        ),
    ]
)


@callback(
    Output("sentence", "children"),
    Output("cards", "children"),
    Output("map", "figure"),
    Input("year", "value"),
)
def changed(year):
    """What a year shows."""
    cards = [
        html.Div([html.P(name), html.H2(str(value)), html.P(str(change))])
        for name, value, change in figures.cards(year)
    ]
    return figures.sentence(year), cards, figures.poverty_map(year)


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
