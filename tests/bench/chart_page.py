"""A Streamlit page with one chart and nothing else: what a first visit costs as Streamlit serves it."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3])))
