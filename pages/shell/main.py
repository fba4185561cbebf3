"""The main script: frame of the page, menu, header, then the chosen screen."""

import streamlit as st

from pages.routes.nearest_page import ASKED
from pages.routes.sign_in import ADDRESS as SIGN_IN
from pages.screens import SCREENS
from pages.shell.header import header
from pages.text.words import words
from pages.web import pieces
from pages.widgets import address, who
from pages.widgets.frame import frame
from pages.widgets.plain import plain
from pages.widgets.style import apply_style
from pages.widgets.visitor import view_of_visitor

who.arrive()
follows = address.arrive()
say = words("shell", address.language())
st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
apply_style(say)
view = view_of_visitor()
menu: dict[str, list] = {}
for screen in SCREENS:
    page = st.Page(
        lambda show=screen.show: show(view),
        title=say[f"menu_{screen.name}"],
        url_path=screen.address,
        default=not screen.address,
    )
    menu.setdefault(say[f"section_{screen.section}"] if screen.section else "", []).append(page)
current = st.navigation(menu, position="top")
frame(address.language(), current.url_path, follows, once=ASKED)
st.set_page_config(page_title=f"{current.title} – {say['title']}")
notices = header(view)
if (asked := st.query_params.get(ASKED)) == SIGN_IN:
    texts = words("truy_cap", address.language())
    notices.error(texts["sign_in_failed"])
elif asked:
    notices.info(plain(say("no_page", asked=asked, shown=current.title)))
if not next(screen for screen in SCREENS if screen.address == current.url_path).titled:
    st.html(pieces.heading(current.title, level=1))
current.run()
address.tell_corrections(say, notices, view.in_words)
