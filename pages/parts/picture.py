"""A picture on a page: heading, chart, source, and its menu with table and downloads."""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.figures.modebar import config
from pages.figures.template import Caption
from pages.parts.files import csv_file, file_name, xlsx_file
from pages.parts.plain_table import plain_table
from pages.parts.said import About, foot
from pages.parts.save_image import save_image
from pages.parts.view import View
from pages.routes.geometry import TOPOLOGY
from pages.text.words import words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def about(
    view: View,
    frame: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    finding: str,
    credit: str = "",
    indicators: tuple[str, ...] = (),
) -> About:
    """Sources and mark are read off the frame's own rows (columns source_title and status).

    Args:
        indicators: ids shown, where the frame has no column `indicator`: their definitions go into the workbook.
    """
    drawn = frame[frame[next(c for c in ("value", "actual") if c in frame)].notna()]
    named = drawn.get("source_title", pd.Series(dtype=str))
    titles = tuple(named[named.fillna("") != ""].value_counts().index)  # most figures first
    illustrative = bool(drawn["status"].eq("illustrative").any()) if len(drawn) else False
    told = f"{finding} {words('screens', view.language)['mark']}." if illustrative else finding
    return About(title, subtitle, told, titles, illustrative, credit, indicators)


def caption(view: View, said: About, key: str = "") -> Caption:
    """The caption that a figure carries; `key` is a map's legend in one line. A hall's stage writes all of it itself."""
    if view.surface == "hall":
        return Caption(imprint=False)
    say = words("screens", view.language)
    return Caption(
        title=said.title,
        subtitle=said.subtitle,
        footer=foot(view, said),
        mark=say["mark"] if said.illustrative else "",
        key=key,
    )


def heading(said: About) -> None:
    """Title and subtitle over a picture."""
    st.html(f"<h3 class='d-title'>{escape(said.title)}</h3><p class='d-subtitle'>{escape(said.subtitle)}</p>")


def picture(
    view: View,
    key: str,
    figure: go.Figure,
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
        "config": config(view.language, TOPOLOGY, file_name(view, key, frame)),
        "alt": said.finding,
        "key": key,
    }
    if on_pick:
        options |= {"selection_mode": "points", "on_select": lambda: _picked(key, on_pick)}
    with st.container(key=f"fig_{key}"):
        st.plotly_chart(figure, **options)
    with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="top"):
        st.html(f"{legend}<p class='d-foot'>{escape(foot(view, said))}</p>")
        downloads(view, key, said, frame, drawn=True)


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
    say = words("tai_ve", view.language)
    name = file_name(view, key, frame)
    with st.popover(words("screens", view.language)["menu"], on_change="rerun", key=f"menu_{key}") as menu:
        if not menu.open:
            return
        st.write(said.finding)
        with st.container(horizontal=True, key=f"files_{key}"):
            st.download_button(
                say["xlsx"],
                lambda: xlsx_file(view, said, frame, headings),
                f"{name}.xlsx",
                XLSX,
                key=f"xlsx_{key}",
                on_click="ignore",
            )
            st.download_button(
                say["csv"],
                lambda: csv_file(view, said, frame),
                f"{name}.csv",
                "text/csv",
                key=f"csv_{key}",
                on_click="ignore",
            )
            if drawn:
                save_image(f"fig_{key}", name, {"png": say["png"], "svg": say["svg"]})
        st.html(f"<div class='d-scroll'>{plain_table(frame, view, headings=headings)}</div>")


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
