"""The world map that Plotly asks for before it draws any map, with nothing on it.

Plotly fetches `<scope>_<resolution>m.json` from a foreign host even when all its layers are hidden.
Served from here under every such name, it draws only ours, and draws without internet.
"""

import json

# Every name that plotly.js reads from `topology.objects`; a missing one throws as soon as its layer is shown.
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")

EMPTY: bytes = json.dumps(
    {
        "type": "Topology",
        "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in LAYERS},
        "arcs": [],
    },
    separators=(",", ":"),
).encode()
