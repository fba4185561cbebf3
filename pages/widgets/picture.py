"""A picture on a page: heading, chart, source, and its menu with table and downloads."""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import urlsplit

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.content.about import About, foot
from pages.content.area_map import AreaMap
from pages.content.plain_table import plain_table
from pages.content.state import State
from pages.content.view import View
from pages.documents.picture_files import csv_file, file_name, xlsx_file
from pages.figures.caption import look_of
from pages.figures.draw import figure
from pages.figures.geometry import TOPOLOGY
from pages.figures.modebar import config
from pages.web.legend import legend_html
from pages.web.tables import table_html
from pages.widgets.save_image import save_image

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def screen_now() -> str:
    """The last part of the page's address, which names its files."""
    return urlsplit(st.context.url or "").path.rstrip("/").rsplit("/", 1)[-1] or "tong-quan"


def heading(said: About) -> None:
    """Title and subtitle over a picture."""
    st.html(f"<h3 class='d-title'>{escape(said.title)}</h3><p class='d-subtitle'>{escape(said.subtitle)}</p>")


def picture(
    view: View,
    key: str,
    drawn: go.Figure,
    said: About,
    frame: pd.DataFrame,
    *,
    legend: str = "",
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Draws a figure with all that belongs to it.

    Args:
        key: unique on the page; names the saved files.
        frame: the rows drawn, for the download.
        legend: HTML under the picture.
        on_pick: called with an area's code when its shape is clicked.
    """
    heading(said)
    options = {
        "theme": None,
        "config": config(view.language, TOPOLOGY, file_name(view, screen_now(), key, frame)),
        "alt": said.finding,
        "key": key,
    }
    if on_pick:
        options |= {"selection_mode": "points", "on_select": lambda: _picked(key, on_pick)}
    with st.container(key=f"fig_{key}"):
        st.plotly_chart(drawn, **options)
    with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="top"):
        st.html(f"{legend}<p class='d-foot'>{escape(foot(view, said))}</p>")
        downloads(view, key, said, frame, drawn=True)


def show(
    view: View,
    key: str,
    state: State,
    *,
    on_pick: Callable[[str], None] | None = None,
    height: int | None = None,
) -> None:
    """Draws a state's figure with all that belongs to it, a map's legend too; arguments as in `picture`."""
    legend = legend_html(state, look_of(view)) if isinstance(state, AreaMap) else ""
    picture(view, key, figure(view, state, height), state.about, state.frame, legend=legend, on_pick=on_pick)


def empty(said_title: str, reason: str) -> None:
    """What stands in a picture's place when there is nothing to draw: it does not disappear."""
    st.html(f"<h3 class='d-title'>{escape(said_title)}</h3>")
    st.info(reason)


def downloads(
    view: View,
    key: str,
    said: About,
    frame: pd.DataFrame,
    *,
    headings: Mapping[str, str] | None = None,
    drawn: bool = False,
) -> None:
    """The menu under a picture or a table: finding, files, the rows as a plain table.

    Args:
        key: unique on the page; names the saved files.
        frame: the rows shown, with the columns of their query (`plain_table.SHOWN` are written in words).
        headings: further columns of the frame, and the words over them.
        drawn: a picture under this key stands on the page and can be saved as PNG and SVG.
    """
    say = view.say("tai_ve")
    name = file_name(view, screen_now(), key, frame)
    state = State(said, frame, view.catalogue, view.language)
    with st.popover(view.say("screens")["menu"], on_change="rerun", key=f"menu_{key}") as menu:
        if not menu.open:
            return
        st.write(said.finding)
        with st.container(horizontal=True, key=f"files_{key}"):
            st.download_button(
                say["xlsx"],
                lambda: xlsx_file(view, state, headings),
                f"{name}.xlsx",
                XLSX,
                key=f"xlsx_{key}",
                on_click="ignore",
            )
            st.download_button(
                say["csv"],
                lambda: csv_file(view, state),
                f"{name}.csv",
                "text/csv",
                key=f"csv_{key}",
                on_click="ignore",
            )
            if drawn:
                save_image(f"fig_{key}", name, {"png": say["png"], "svg": say["svg"]})
        st.html(table_html(plain_table(frame, view, headings=headings)))


def _picked(key: str, on_pick: Callable[[str], None]) -> None:
    points = st.session_state[key]["selection"]["points"]
    for point in points:
        code = point.get("customdata")
        code = (
            code[0]
            if isinstance(code, (list, tuple))
            else code or str(point.get("location", "")).split(":")[0]
        )
        if code:
            on_pick(code)
            return
