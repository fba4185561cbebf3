"""A picture on a page: heading, chart, source, and its menu with table and downloads."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from data.audience import carried
from pages.content.about import About, foot
from pages.content.area_map import AreaMap
from pages.content.file_names import file_name
from pages.content.origins import SHOWN as ORIGIN
from pages.content.origins import with_origins
from pages.content.plain_table import plain_table
from pages.content.state import State
from pages.content.trend import Trend, points_table
from pages.content.view import View
from pages.documents.picture_files import csv_file, xlsx_file
from pages.figures.caption import look_of
from pages.web import pieces
from pages.web.chart import chart_json
from pages.web.legend import legend_html
from pages.web.tables import table_html
from pages.widgets.chart import chart
from pages.widgets.here import screen_now
from pages.widgets.plain import plain
from pages.widgets.save_image import save_image

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def heading(about: About) -> None:
    """Title and subtitle over a picture."""
    st.html(pieces.heading(*about.heading))


def show(
    view: View,
    key: str,
    state: State,
    *,
    on_pick: Callable[[str], None] | None = None,
    height: int | None = None,
    fills: bool = False,
) -> None:
    """Draws a state's figure with all that belongs to it, a map's legend too.

    A trend of so few figures that it has no line is a table.

    Args:
        key: unique on the page; names the saved files.
        on_pick: called with an area's code when its shape is clicked.
        height: px of the plot with its margins; the figure's own where None.
        fills: takes the height that its pane leaves it, and writes its source into its menu.
    """
    about = state.about
    legend = legend_html(state, look_of(view)) if isinstance(state, AreaMap) else ""
    points = points_table(view, state) if isinstance(state, Trend) and state.few else None
    if fills:
        with st.container(key=f"head_{key}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(pieces.head(view, about))
            downloads(view, key, about, state.frame, drawn=points is None)
    else:
        heading(about)
    if points:
        st.html(table_html(points))
    else:
        chart(chart_json(view, screen_now(), key, state, height, fills=fills), key=key, on_pick=on_pick)
    if not fills:
        with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="top"):
            st.html(legend + pieces.paragraph(foot(view, about), "d-foot"))
            downloads(view, key, about, state.frame, drawn=points is None)
    elif legend:
        with st.container(key=f"legend_{key}"):
            st.html(legend)


def empty(title: str, reason: str) -> None:
    """What stands in a picture's place when there is nothing to draw: it does not disappear."""
    st.html(pieces.heading(title))
    st.info(plain(reason))


def downloads(
    view: View,
    key: str,
    about: About,
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
    frame = with_origins(view, frame, about.indicators, about.year)
    if ORIGIN in frame:
        headings = {**(headings or {}), ORIGIN: view.say("screens")["column_origin"]}
    state = State(about, frame, view.catalogue, view.language)
    name = file_name(view, screen_now(), key, state)
    with st.popover(view.say("screens")["menu"], on_change="rerun", key=f"menu_{key}") as menu:
        if not menu.open:
            return
        st.markdown(plain(about.finding))
        with st.container(horizontal=True, key=f"files_{key}"):
            st.download_button(
                say["xlsx"],
                carried(lambda: xlsx_file(view, state, headings)),
                f"{name}.xlsx",
                XLSX,
                key=f"xlsx_{key}",
                on_click="ignore",
            )
            st.download_button(
                say["csv"],
                carried(lambda: csv_file(view, state)),
                f"{name}.csv",
                "text/csv",
                key=f"csv_{key}",
                on_click="ignore",
            )
            if drawn:
                save_image(f"fig_{key}", name, {"png": say["png"], "svg": say["svg"]})
        st.html(table_html(plain_table(frame, view, headings=headings, year=about.year)))
