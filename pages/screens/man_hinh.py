"""Màn hình công cộng: what the screens play, whether they play it, and how that is changed."""

import streamlit as st

from pages.content.method_texts import Grid
from pages.content.view import View
from pages.display import shelf
from pages.display.bundle import zipped
from pages.display.reports import Report, forget, last_reports
from pages.screens.locked import key_given, unlocked
from pages.text.numbers import moment
from pages.text.words import words
from pages.web.pieces import grid_html, heading, paragraph
from pages.widgets import address
from pages.widgets.here import whole
from pages.widgets.plain import plain
from pages.widgets.playlist_editor import add_screen, build_now, edit, message

LOOK_EVERY = 10  # seconds
FAST = 4  # times as fast in the preview


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("man_hinh")
    st.html(heading(say["screen_title"], say["screen_text"]))
    names = [known.name for known in shelf.screens()]
    name = str(address.select("man_hinh", names, names[0], label=say["screen"], format_func=str))
    _bundle(view, name, say)
    may_change = unlocked(view.language)
    _alive(view.language, may_change)
    if may_change:
        edit(view, name, say)
        add_screen(view, say)


def _bundle(view: View, name: str, say) -> None:
    """The bundle in force: preview, files, what it leaves out."""
    folder, version = shelf.current(name), shelf.in_force(name)
    with st.container(border=True):
        if folder is None:
            st.info(say["not_built"])
        else:
            built = say("built", version=folder.name, edition=version["edition"])
            where = say("address", address=whole(f"man-hinh/{name}/"))
            st.html(paragraph(f"{built} {where}", "d-subtitle"))
        with st.container(horizontal=True):
            st.link_button(say["open_screen"], f"man-hinh/{name}/", type="primary")
            if key_given():
                st.button(say["build_now"], on_click=build_now, args=(name, view.language))
            if folder is not None:
                st.download_button(
                    say["download_zip"],
                    lambda: zipped(folder),
                    f"man-hinh-{name}-{folder.name}.zip",
                    "application/zip",
                    on_click="ignore",
                )
                st.download_button(
                    say["download_html"],
                    lambda: (folder / "index.html").read_bytes(),
                    f"man-hinh-{name}.html",
                    "text/html",
                    on_click="ignore",
                )
        message(say)
        for scene in version["left_out"]:
            reason = say[scene["reason"]]
            st.caption(plain(say("left_out", scene=scene["scene"], title=scene["title"], reason=reason)))
        if folder is not None and st.toggle(say["preview"], key="preview"):
            st.iframe(whole(f"man-hinh/{name}/?toc_do={FAST}&xem_thu=1"), height=720, alt=say["preview"])
            st.caption(plain(say("preview_note", speed=FAST)))


@st.fragment(run_every=LOOK_EVERY)
def _alive(language: str, may_change: bool) -> None:
    """The screens and their last reports."""
    say = words("man_hinh", language)
    st.html(heading(say["alive_title"]))
    known = last_reports()
    if not known:
        st.caption(say["none_alive"])
        return
    heads = tuple(
        say[f"column_{k}"] for k in ("name", "state", "seen", "scene", "version", "uptime", "memory")
    )
    newest = {screen.name: getattr(shelf.current(screen.name), "name", "") for screen in shelf.screens()}
    rows = tuple(tuple(_cells(report, newest, say, language)) for report in known)
    st.html(grid_html(Grid(heads, rows)))
    gone = [report for report in known if report.health == "gone"]
    if may_change and gone:
        with st.container(horizontal=True):
            for report in gone:
                st.button(
                    plain(f"{say['forget']}: {report.name or report.device}"),
                    key=f"forget_{report.device}",
                    on_click=forget,
                    args=(report.device,),
                )


def _cells(report: Report, newest: dict[str, str], say, language: str) -> list[str]:
    state = [
        say[f"health_{report.health}"],
        say.get(f"state_{report.state}", report.state),
        say("failed_scenes", scenes=report.failed) if report.failed else "",
    ]
    version = report.version + (
        f" ({say['older']})" if report.version and report.version != newest.get(report.screen) else ""
    )
    days, hours, minutes = report.uptime // 86400, report.uptime // 3600 % 24, report.uptime // 60 % 60
    up = (
        say("days_hours", days=days, hours=hours)
        if days
        else say("hours_minutes", hours=hours, minutes=minutes)
    )
    return [
        f"{report.screen} · {report.name or report.device}",
        " · ".join(filter(None, state)),
        moment(report.seen, language),
        report.scene,
        version,
        up,
        str(report.memory or "–"),
    ]
