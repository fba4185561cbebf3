"""What we know: catalogue, tables, lake and queries. The only floor that speaks DuckDB.

It imports no Streamlit and no Plotly, and nothing from `geo` or `pages`.
"""

from pathlib import Path

HERE = Path(__file__).parent
