"""The layout says what map.toml says, and a province without one is laid out all the same."""

import os

import pytest
from shapely.geometry import Point

from geo.boundaries import shapes
from geo.errors import GeoError
from geo.layout import layouts, map_layout
from geo.province import province_dir


def test_the_shipped_province_has_both_layouts(shipped):
    assert layouts(shipped) == ["map", "tiles"]


def test_the_credit_stands_in_both_languages_on_both_layouts(shipped):
    for name in layouts(shipped):
        layout = map_layout(shipped, name)
        assert layout.credit("vi").endswith("chỉ để minh họa.")
        assert layout.credit("en").endswith("for illustration only.")


def test_an_inset_has_a_name_and_a_scale_bar_inside_its_box(shipped):
    (inset,) = map_layout(shipped, "map").insets
    west, south, east, north = inset.bbox

    assert inset.title("vi") == inset.title("en") == "Thổ Châu"
    assert inset.scale_bar.km == 5
    assert west < inset.scale_bar.lon < east and south < inset.scale_bar.lat < north


def test_a_province_needs_boundaries_only(made_up):
    layout = map_layout(province_dir(), "map")

    assert province_dir() == made_up
    assert layouts(made_up) == ["map"]
    assert layout.frame == pytest.approx((9.9247, 19.9247, 12.5853, 22.0753))
    assert all(
        shapes(made_up)[code].contains_properly(Point(at.lon, at.lat)) for code, at in layout.labels.items()
    )
    assert (layout.insets, layout.halos, layout.scale_bar, layout.credit("vi")) == ((), (), None, "")


def test_a_label_may_be_given_for_some_areas_only(made_up):
    (made_up / "map.toml").write_text(
        '[label]\n2 = { lon = 11.2, lat = 20.1, anchor = "top right" }\n', encoding="utf-8"
    )

    labels = map_layout(made_up, "map").labels

    assert (labels["2"].lon, labels["2"].anchor) == (11.2, "top right")
    assert labels["1"].anchor == "middle center"


def test_an_edit_shows_without_a_restart(made_up):
    before = map_layout(made_up, "map")

    (made_up / "map.toml").write_text('[halo]\nareas = ["4"]\n', encoding="utf-8")
    os.utime(made_up / "map.toml", ns=(1, 1))
    after = map_layout(made_up, "map")

    assert after.halos == ("4",)
    assert after.version != before.version


def test_the_version_is_that_of_the_shapes(shipped):
    versions = {map_layout(shipped, name).version for name in layouts(shipped)}

    assert len(versions) == 2
    assert all(len(version) == 12 for version in versions)


@pytest.mark.parametrize(
    "text, words",
    [
        ("frame = [1, 2, 3]", "4 số"),
        ("frame = [3, 2, 1, 4]", "tây, nam"),
        ("credit_vi = 3", "chữ"),
        ("frames = 1", "frames"),
        ("[halo]\nareas = ['9']", "9"),
        ("[halo]\nareas = '4'", "danh sách"),
        ("[halo]\nkm = true", "số"),
        ("halo = 3", "bảng"),
        ("[inset]\n", "[[inset]]"),
        ("[[inset]]\nbbox = [1, 2, 3, 4]", "domain"),
        ("[[inset]]\nbbox = [1, 2, 3, 4]\ndomain = [0, 2, 0, 1]", "0 đến 1"),
        ("[label.1]\nlon = 1\nlat = 1\nanchor = 'left'", "middle left"),
        ("[label.8]\nlon = 1\nlat = 1", "8"),
        ("[label.1]\nlon = 1", "lat"),
        ("[scale_bar]\nkm = 3", "lon"),
        ("=", "TOML"),
    ],
)
def test_a_wrong_setting_is_named(made_up, text, words):
    (made_up / "map.toml").write_text(text, encoding="utf-8")

    with pytest.raises(GeoError) as error:
        map_layout(made_up, "map")

    assert words in str(error.value)
    assert str(error.value).startswith("map.toml")
    assert "→" in str(error.value)
