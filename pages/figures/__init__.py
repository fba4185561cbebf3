"""Figures: a state goes in, a Plotly figure comes out; the same one for page, slide, screen and file.

They ask no query and know no Streamlit; of `geo` a map only takes the layout. Looks change sizes and papers,
never content.
"""
