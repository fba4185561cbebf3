"""How the files are called that a reader saves from a page."""

import pandas as pd

from pages.content.state import State
from pages.content.view import View


def file_name(view: View, screen: str, key: str, state: State) -> str:
    """`<screen>_<key>[_<year>]_phien-ban-<edition>[_minh-hoa]` without ending.

    The year where all rows are of one; the last part where a figure is illustrative.
    """
    frame = state.frame
    day = next((c for c in ("period_end", "as_of") if c in frame), None)
    if "year" in frame:
        years = frame["year"]
    else:
        years = pd.to_datetime(frame[day]).dt.year if day else pd.Series(dtype=int)
    years = years.dropna().unique()
    parts = [screen, key, *([str(int(years[0]))] if len(years) == 1 else []), f"phien-ban-{view.edition}"]
    return "_".join([*parts, *(["minh-hoa"] if state.about.illustrative else [])])
