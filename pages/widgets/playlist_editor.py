"""Changes a screen's playlist: a table of times, a form for an announcement, text; or adds a screen."""

import streamlit as st

from data.audience import PUBLIC, seen_by
from data.clock import today
from data.errors import DataError, FaultsFound
from data.serving import catalogue
from pages.content.view import View
from pages.display import shelf
from pages.display.bundle import edition_for_display
from pages.display.editing import rows_of, with_announcement, with_rows
from pages.display.playlist import Playlist, parse
from pages.display.scenes import pictures
from pages.web.pieces import heading
from pages.widgets.plain import plain

NEW = """title = {{ vi = "{name}", en = "{name}" }}

[[scenes]]
kind = "review"
title = {{ vi = "Đánh giá chung năm {{year}}", en = "General review of {{year}}" }}
"""


def edit(view: View, name: str, say) -> None:
    """The playlist as a table of times, as a form for an announcement, as text."""
    found, known = shelf.screen(name), _public_catalogue(view)
    if found is None:
        return
    with st.expander(say["edit"]):
        try:
            playlist = parse(found.text, known, name)
        except FaultsFound as error:
            _faults(error, say)
        else:
            _table(view, name, found.text, playlist, say)
            _announcement(view, name, found.text, say)
        text = st.text_area(
            "TOML", found.text, height=360, key=f"text_{name}_{hash(found.text)}", help=say["playlist_help"]
        )
        with st.container(horizontal=True):
            st.button(say["save"], key="save_text", on_click=_save, args=(name, text, view))
            if found.own:
                st.button(say["restore"], on_click=_restored, args=(name, view.language))


def _table(view: View, name: str, text: str, playlist: Playlist, say) -> None:
    loop = sum(s.seconds * pictures(view, s) for s in playlist.scenes) * len(playlist.languages) / 60
    st.caption(plain(say("scene_line", count=len(playlist.scenes), minutes=round(loop))))
    column, labels = st.column_config, say["weekdays"].split()
    changed = st.data_editor(
        rows_of(playlist, view.language),
        hide_index=True,
        placeholder="",
        key=f"scenes_{name}_{hash(text)}",
        row_height=40,
        column_config={
            "place": column.NumberColumn(say["column_place"], step=1, required=True),
            "shown": column.CheckboxColumn(say["column_shown"]),
            "title": column.TextColumn(say["column_title"], disabled=True),
            "seconds": column.NumberColumn(say["column_seconds"], min_value=5, max_value=600, required=True),
            "days": column.MultiselectColumn(
                say["column_days"],
                options=[str(d) for d in range(1, 8)],
                format_func=lambda d: labels[int(d) - 1],
            ),
            "from": column.TimeColumn(say["column_from"], format="HH:mm"),
            "until": column.TimeColumn(say["column_until"], format="HH:mm"),
            "first_day": column.DateColumn(say["column_first_day"], format="DD/MM/YYYY"),
            "last_day": column.DateColumn(say["column_last_day"], format="DD/MM/YYYY"),
        },
    )
    st.button(
        say["save_table"],
        key="save_table",
        type="primary",
        on_click=lambda: _save(name, with_rows(text, changed), view),
    )


def _announcement(view: View, name: str, text: str, say) -> None:
    with st.form("announcement", border=True):
        st.html(heading(say["announcement"]))
        st.text_input(say["announcement_title"], key="announcement_title")
        st.text_area(say["announcement_text"], key="announcement_text", height=100)
        st.date_input(
            say["announcement_until"],
            value=None,
            min_value=today(),
            format="DD/MM/YYYY",
            key="announcement_until",
        )
        st.form_submit_button(say["add"], on_click=_announced, args=(name, text, view))


def add_screen(view: View, say) -> None:
    """A field for the name of a new screen, whose playlist then begins with one scene."""
    with st.expander(say["new_screen"]):
        name = st.text_input(say["new_name"], key="new_screen").strip()
        if name and not shelf.NAME.fullmatch(name):
            st.error(plain(say("wrong_name", name=name)))
        elif name and shelf.screen(name):
            st.error(plain(say("known_name", name=name)))
        st.button(
            say["add"],
            key="add_screen",
            disabled=not shelf.NAME.fullmatch(name) or shelf.screen(name) is not None,
            on_click=_save,
            args=(name, NEW.format(name=name), view),
        )


def _public_catalogue(view: View):
    """The catalogue that the bundle will be made with."""
    try:
        edition = edition_for_display().id
    except LookupError:
        return view.catalogue
    with seen_by(PUBLIC):
        return catalogue(edition)


def _save(name: str, text: str, view: View) -> None:
    try:
        shelf.save(name, text, _public_catalogue(view))
    except (FaultsFound, ValueError) as error:
        st.session_state["display_message"] = (
            "playlist_wrong",
            {},
            [str(f) for f in getattr(error, "faults", [error])],
        )
        return
    build_now(name, view.language)


def _announced(name: str, text: str, view: View) -> None:
    state = st.session_state
    lines = [line.strip() for line in state["announcement_text"].splitlines() if line.strip()]
    if not state["announcement_title"].strip() or not lines:
        state["display_message"] = ("announcement_empty", {}, [])
        return
    _save(
        name,
        with_announcement(text, state["announcement_title"].strip(), lines, state["announcement_until"]),
        view,
    )


def _restored(name: str, language: str) -> None:
    shelf.restore(name)
    if shelf.screen(name):
        build_now(name, language)


def build_now(name: str, language: str) -> None:
    """Builds now; what came of it is told at the next drawing."""
    try:
        folder = shelf.build(name)
        st.session_state["display_message"] = ("saved", {"version": folder.name}, [])
    except LookupError:
        st.session_state["display_message"] = ("no_edition", {}, [])
    except ValueError:
        st.session_state["display_message"] = ("nothing_to_show", {}, [])
    except (DataError, OSError) as error:
        st.session_state["display_message"] = ("build_failed", {}, [str(error)])


def message(say) -> None:
    """What came of the last change, once."""
    key, values, lines = st.session_state.pop("display_message", ("", {}, []))
    if not key:
        return
    (st.success if key == "saved" else st.error)(plain(say(key, **values)))
    if lines:
        st.code("\n".join(lines), language=None, wrap_lines=True)


def _faults(error: FaultsFound, say) -> None:
    st.error(say["playlist_wrong"])
    st.code("\n".join(str(fault) for fault in error.faults), language=None, wrap_lines=True)
