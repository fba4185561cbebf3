"""Where the shapes that map figures refer to are found."""

from geo.layout import map_layout
from geo.province import province_dir

TOPOLOGY = "ban-do/nen/"


def address(layout: str) -> str:
    """Where the browser finds the shapes of a layout (“map”, “tiles”); changes when they change."""
    return f"ban-do/hinh/{layout}-{map_layout(province_dir(), layout).version}.json"
