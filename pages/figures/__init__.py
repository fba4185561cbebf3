"""Figures: a frame goes in, a Plotly figure comes out; the same one for page, slide, screen and file.

Pure functions. They may import the catalogue's types and `pages.text`; never a query, never
Streamlit, never `geo` (a layout is handed in). Looks change sizes and papers, never content.
"""
