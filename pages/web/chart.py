"""A state's figure as the browser takes it: Plotly's JSON, its configuration, the figure in words."""

import json

from pages.content.file_names import file_name
from pages.content.state import State
from pages.content.view import View
from pages.figures.draw import figure
from pages.figures.geometry import TOPOLOGY
from pages.figures.modebar import config
from pages.web.plotly_script import WHOLE, script_for


def chart_json(
    view: View, screen: str, key: str, state: State, height: int | None, *, fills: bool = False
) -> dict:
    """What `components/chart.js` draws.

    Args:
        screen, key: name the file that a reader saves.
        height, fills: as `figures.draw.figure` takes them.

    Returns:
        `figure` (data, layout), `config`, `alt`, `plotly` (addresses of what draws it, and of the whole).
    """
    made = json.loads(str(figure(view, state, height, fills=fills).to_json()))
    return {
        "figure": made,
        "config": config(view.language, TOPOLOGY, file_name(view, screen, key, state)),
        "alt": state.about.finding,
        "plotly": {"needed": script_for(made["data"]), "whole": WHOLE},
    }
