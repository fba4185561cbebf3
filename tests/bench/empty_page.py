"""An empty Streamlit page with a button: what a rerun costs when there is nothing on it."""

import streamlit as st

if st.button("again", key="again"):
    pass
st.write(st.session_state.setdefault("runs", 0))
st.session_state["runs"] += 1
