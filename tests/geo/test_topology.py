"""The empty world has all that the installed Plotly asks it for."""

import json
import re
from pathlib import Path

from geo.topology import EMPTY, LAYERS


def test_every_layer_is_there_and_empty():
    world = json.loads(EMPTY)

    assert world["type"] == "Topology"
    assert set(world["objects"]) == set(LAYERS)
    assert all(
        layer == {"type": "GeometryCollection", "geometries": []} for layer in world["objects"].values()
    )


def test_the_layers_are_those_that_plotly_draws():
    import plotly

    script = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    drawn = {
        name
        for kind in ("fillLayers", "lineLayers")
        for names in re.findall(rf"\.{kind}=\{{([a-z:1,]+)\}}", script)
        for name in re.findall(r"([a-z]+):1", names)
    }

    assert drawn - {"frame"} == set(LAYERS)
