"""A picture on a page: heading, chart, source, and its menu with table and download."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data.editions import edition
from data.export import csv_bytes
from pages.figures.modebar import config
from pages.figures.template import Caption
from pages.parts.plain_table import plain_table
from pages.parts.view import View
from pages.routes.geometry import TOPOLOGY
from pages.text.numbers import date
from pages.text.words import words


@dataclass(frozen=True)
class About:
    """What a picture says about itself: heading, unit and period, finding in words, sources, mark, credit of the boundaries."""

    title: str
    subtitle: str
    finding: str
    sources: tuple[str, ...]
    illustrative: bool
    credit: str = ""


def about(view: View, frame: pd.DataFrame, *, title: str, subtitle: str, finding: str, credit: str = "") -> About:
    """Sources and mark are read off the frame's own rows (columns source_title and status)."""
    drawn = frame[frame[next(c for c in ("value", "actual") if c in frame)].notna()]
    named = drawn.get("source_title", pd.Series(dtype=str))
    titles = tuple(named[named.fillna("") != ""].value_counts().index)  # most figures first
    illustrative = bool(drawn["status"].eq("illustrative").any()) if len(drawn) else False
    told = f"{finding} {words('screens', view.language)['mark']}." if illustrative else finding
    return About(title, subtitle, told, titles, illustrative, credit)


def caption(view: View, said: About, key: str = "") -> Caption:
    """The caption that a figure carries; `key` is a map's legend in one line."""
    say = words("screens", view.language)
    return Caption(title=said.title, subtitle=said.subtitle, footer=foot(view, said), mark=say["mark"] if said.illustrative else "", key=key)


def foot(view: View, said: About) -> str:
    """Source and edition in one line."""
    say, kinds = words("screens", view.language), words("shell", view.language)
    made = edition(view.edition)
    label = say("edition", number=made.id, kind=kinds[f"edition_{made.kind}"], date=date(made.time.astimezone().date(), view.language))
    sources = "; ".join(said.sources[:3]) + (f"; {say('more_sources', count=len(said.sources) - 3)}" if len(said.sources) > 3 else "")
    return ". ".join(part.rstrip(".") for part in (say("sources", sources=sources) if sources else "", label, said.credit) if part)


def heading(said: About) -> None:
    """Title and subtitle over a picture."""
    st.html(f"<h3 class='d-title'>{escape(said.title)}</h3><p class='d-subtitle'>{escape(said.subtitle)}</p>")


def picture(
    view: View, key: str, figure: go.Figure, said: About, frame: pd.DataFrame, *,
    legend: str = "", on_pick: Callable[[str], None] | None = None,
) -> None:
    """Draws a figure with all that belongs to it.

    Args:
        key: unique on the page; names the saved files.
        frame: the rows drawn, for the download.
        legend: HTML under the picture.
        on_pick: called with an area's code when its shape is clicked.
    """
    heading(said)
    options = {"theme": None, "config": config(view.language, TOPOLOGY, key), "alt": said.finding, "key": key}
    if on_pick:
        options |= {"selection_mode": "points", "on_select": lambda: _picked(key, on_pick)}
    with st.container(key=f"fig_{key}"):
        st.plotly_chart(figure, **options)
    with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="top"):
        st.html(f"{legend}<p class='d-foot'>{escape(foot(view, said))}</p>")
        _menu(view, key, said, frame)


def empty(said_title: str, reason: str) -> None:
    """What stands in a picture's place when there is nothing to draw: it does not disappear."""
    st.html(f"<h3 class='d-title'>{escape(said_title)}</h3>")
    st.info(reason)


def _menu(view: View, key: str, said: About, frame: pd.DataFrame) -> None:
    say = words("screens", view.language)
    with st.popover(say["menu"], on_change="rerun", key=f"menu_{key}") as menu:
        if not menu.open:
            return
        st.write(said.finding)
        st.download_button(say["download_csv"], lambda: csv_file(view, said, frame), f"{key}.csv", "text/csv", key=f"csv_{key}", on_click="ignore")
        st.caption(say["png_hint"])
        st.html(f"<div class='d-scroll'>{plain_table(frame, view)}</div>")


def csv_file(view: View, said: About, frame: pd.DataFrame) -> bytes:
    """The rows drawn, with lines for title, sources, edition and mark."""
    say = words("screens", view.language)
    notes = [f"{said.title}. {said.subtitle}", foot(view, said), *(say("sources", sources=s) for s in said.sources)]
    return csv_bytes(frame, [*notes, say["note_illustrative"]] if said.illustrative else notes)


def _picked(key: str, on_pick: Callable[[str], None]) -> None:
    points = st.session_state[key]["selection"]["points"]
    for point in points:
        code = point.get("customdata")
        code = code[0] if isinstance(code, (list, tuple)) else code or str(point.get("location", "")).split(":")[0]
        if code:
            on_pick(code)
            return
