"""What is shown. No script lies directly in this folder.

Streamlit would discover it as a page of its own, beside `st.navigation`; the main script stands in
`pages/shell/`, whose folder has no `pages/` beside it, so the old discovery never wakes.
"""
