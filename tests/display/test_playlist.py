"""Playlists: what is read, what is refused and where; changes keep the rest of the text."""

from datetime import date, time

import pandas as pd
import pytest

from data.errors import FaultsFound
from data.serving import catalogue
from pages.display.editing import rows_of, with_announcement, with_rows
from pages.display.playlist import parse
from tests.display.conftest import scene

HEAD = 'title = { vi = "Thử", en = "Trial" }\n# một lời ghi\n'


def faults(text: str, known) -> str:
    with pytest.raises(FaultsFound) as error:
        parse(HEAD + text, known, "thu.toml")
    return "\n".join(str(f) for f in error.value.faults)


@pytest.mark.parametrize(
    "text, told",
    [
        (scene("map"), "cảnh 1, indicators"),
        (scene("map", "khong_co"), "không có chỉ tiêu “khong_co”"),
        (scene("review") + scene("review", seconds=1), "cảnh 2, seconds"),
        (scene("review", days="[0]"), "cảnh 1, days"),
        (scene("review", hours='["7 giờ", "17:00"]'), "cảnh 1, hours"),
        (scene("review", first_day="2026-02-02", last_day="2026-01-01"), "last_day trước first_day"),
        (scene("district", *["ty_le_ho_ngheo"] * 5), "nhiều nhất 4"),
        (scene("text"), "cảnh 1, points"),
        (scene("phim"), "cảnh 1, kind"),
        ('languages = ["fr"]\n' + scene("review"), "languages"),
        ("scenes = [\n", "TOML"),
    ],
)
def test_faults_are_named_with_their_place(real, text, told):
    assert told in faults(text, catalogue(real))


def test_the_shipped_playlist_is_good(real):
    from data import HERE

    for path in (HERE / "displays").glob("*.toml"):
        assert len(parse(path.read_text(encoding="utf-8"), catalogue(real), path.name).scenes) > 5


def test_a_table_changes_order_and_times_and_nothing_else(real):
    text = (
        HEAD
        + scene("review", seconds=20, days="[1]")
        + "# ghi chú cảnh 2\n"
        + scene("map", "ty_le_ho_ngheo", year=2017, hours='["07:00", "17:30"]')
        + scene("text", points='[{ vi = "a \\"b\\"", en = "c" }]')
    )
    known = catalogue(real)
    rows = rows_of(parse(text, known, "thu"), "vi")
    assert rows["title"].tolist() == ["Cảnh review", "Cảnh map", "Cảnh text"] and rows.loc[1, "from"] == time(
        7
    )
    assert parse(with_rows(text, rows), known, "thu") == parse(text, known, "thu")

    rows["days"] = [["7", "2"], [str(d) for d in range(1, 8)], ["1"]]
    rows[["place", "shown", "seconds"]] = [[30, True, 45], [10, True, 10], [20, False, 20]]
    rows["from"], rows["until"] = [time(8), None, None], [time(9, 30), None, None]
    rows["last_day"] = [pd.Timestamp("2026-12-31"), pd.NaT, pd.NaT]
    first, second = parse(with_rows(text, rows), known, "thu").scenes

    assert (first.kind, first.year, first.seconds, first.hours, first.days) == (
        "map",
        2017,
        10,
        None,
        (1, 2, 3, 4, 5, 6, 7),
    )
    assert (second.kind, second.seconds, second.days, second.hours, second.last_day) == (
        "review",
        45,
        (2, 7),
        (time(8), time(9, 30)),
        date(2026, 12, 31),
    )
    assert "# một lời ghi" in with_rows(text, rows)


def test_an_announcement_comes_first_with_any_signs_in_it(real):
    text = HEAD + scene("review")
    said = ['Nghỉ lễ "2/9" \\ đến hết 03/9', "<b>Đậm</b>"]
    changed = parse(with_announcement(text, "Thông báo", said, date(2026, 9, 3)), catalogue(real), "thu")

    assert [s.kind for s in changed.scenes] == ["text", "review"]
    assert [p.vi for p in changed.scenes[0].points] == said and changed.scenes[0].last_day == date(2026, 9, 3)
