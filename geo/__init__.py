"""Places and shapes: what is drawn, where it stands and how it is named in served GeoJSON.

This floor knows area codes only; names and numbers are the floor `data`'s. It imports no Streamlit,
no Plotly and no DuckDB, and nothing from `data` or `pages`. GeoPandas and topojson are for
`python -m geo` alone, because importing them takes a second that no visitor should wait.

A province is a folder of files (`province.province_dir`):

| file | content | needed |
| --- | --- | --- |
| boundaries.geojson | one feature per area, id = area code, WGS 84 degrees | yes |
| map.toml | credit, frame, insets, halo, labels, scale bar (`map_settings`) | no |
| tile_grid.csv | code, col, row of the tile map (`tiles`) | no |
"""

from pathlib import Path

HERE = Path(__file__).parent
