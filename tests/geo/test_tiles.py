"""The tile map keeps who borders on whom."""

from itertools import combinations

import pytest

from geo.boundaries import shapes
from geo.errors import GeoError
from geo.layout import map_layout
from geo.tiles import read_grid
from tests.geo.conftest import rows


def test_tiles_touch_where_land_does_and_share_an_edge_nowhere_else(shipped):
    grid = read_grid(shipped, set(shapes(shipped)))
    apart = {
        (a, b): (abs(grid[a][0] - grid[b][0]), abs(grid[a][1] - grid[b][1]))
        for a, b in combinations(sorted(grid), 2)
    }

    touching = {pair for pair, steps in apart.items() if max(steps) == 1}
    sharing_an_edge = {pair for pair, steps in apart.items() if sum(steps) == 1}
    neighbours = {(row["code_a"], row["code_b"]) for row in rows("adjacency.csv")}

    assert sharing_an_edge <= neighbours <= touching


def test_labels_stand_in_the_middle_of_tiles(shipped):
    layout = map_layout(shipped, "tiles")

    assert len(layout.labels) == 15
    assert {label.anchor for label in layout.labels.values()} == {"middle center"}
    assert (layout.insets, layout.halos, layout.scale_bar) == ((), (), None)


@pytest.mark.parametrize(
    "text, words",
    [
        ("code,col,row\n1,0,0\n2,0,0\n3,0,1\n4,1,1\n", "dòng 3"),
        ("code,col,row\n1,0,0\n2,x,0\n", "dòng 3"),
        ("code,col\n1,0\n", "dòng 2"),
        ("code,col,row\n1,0,0\n2,1,0\n3,0,1\n", "4"),
        ("code,col,row\n1,0,0\n2,1,0\n3,0,1\n4,1,1\n5,2,2\n", "5"),
    ],
)
def test_a_wrong_grid_is_refused(made_up, text, words):
    (made_up / "tile_grid.csv").write_text(text, encoding="utf-8")

    with pytest.raises(GeoError, match=words):
        map_layout(made_up, "tiles")
