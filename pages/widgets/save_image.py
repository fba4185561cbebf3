"""Buttons that save a picture as PNG or SVG in the browser itself, by Plotly's own function.

The server is not asked and nothing is fetched: what is saved is the figure as it stands on the
page, with the imprint (title, source, edition, mark) that the page hides.
"""

from collections.abc import Mapping

from pages.widgets.component import component

SCALE = 2  # pixels of a saved PNG to a pixel on screen
_component = component("save_image")


def save_image(container: str, filename: str, labels: Mapping[str, str]) -> None:
    """One button a format.

    Args:
        container: key of the container that the picture stands in.
        filename: without ending.
        labels: format (png, svg) → what its button says.
    """
    _component(
        data={"container": container, "filename": filename, "labels": dict(labels), "scale": SCALE},
        key=f"save_{container}",
        width="content",
    )
