"""What a picture, a table or a sentence says, built from queries once for every surface.

No Streamlit, no Plotly.
"""
