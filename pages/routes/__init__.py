"""Addresses outside Streamlit: open data, geometry for the maps, health. No Streamlit here."""
