"""Where it is: shapes and places on the screen, by area code.

No Streamlit, no Plotly, no queries, no names. `data` and `geo` meet over one key, the area code.
"""

from pathlib import Path

HERE = Path(__file__).parent
