"""How districts are judged and compared: numbers in, numbers out; each names its formula's source.

No Streamlit, no Plotly, no queries, no words.
"""
