"""plotly.js, whole as the installed package brings it and lean for maps and lines, and where each is found.

The lean one is `plotly.js-geo-dist-min` of the npm registry, of the same version, a third of the bytes. To
renew it with the package: `npm pack plotly.js-geo-dist-min@VERSION`, then `gzip -9n` of its script.
"""

import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path

import plotly

LEAN_TYPES = {"choropleth", "scatter", "scattergeo"}
VENDOR = Path(__file__).parent / "vendor"
_FOLDER, _VERSION = "hoi-nghi/tep", f"v={plotly.__version__}"
WHOLE, LEAN = f"{_FOLDER}/plotly.js?{_VERSION}", f"{_FOLDER}/plotly-geo.js?{_VERSION}"


def plotly_script() -> str:
    """The whole script."""
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")


def lean_script() -> str:
    """The script that draws maps and lines."""
    return gzip.decompress((VENDOR / "plotly-geo.min.js.gz").read_bytes()).decode()


def script_for(traces: Iterable[Mapping]) -> str:
    """Address of the script that draws traces, as Plotly's JSON has them: the lean one where it can."""
    return LEAN if {trace.get("type", "scatter") for trace in traces} <= LEAN_TYPES else WHOLE
