"""The empty world that Plotly's maps ask for before they draw anything; ours is served by us."""

import json

# The layers that plotly.js looks up by name in every topology.
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")

EMPTY = json.dumps(
    {"type": "Topology", "arcs": [], "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in LAYERS}},
    separators=(",", ":"),
).encode()
