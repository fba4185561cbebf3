"""The overview as Streamlit's tutorials write it."""

import figures
import streamlit as st

st.set_page_config(layout="wide")
year = st.select_slider("Year", figures.YEARS, 2017)
st.subheader(figures.sentence(year))
for column, (name, value, change) in zip(st.columns(4), figures.cards(year)):
    column.metric(name, value, change)
left, right = st.columns([6, 5])
left.plotly_chart(figures.poverty_map(year), key="map")
for key in figures.TRENDS:
    right.plotly_chart(figures.trend(key), key=key)
