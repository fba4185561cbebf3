"""Publishing, comparing, going back; the command line as an office uses it."""

import json
import shutil
import subprocess
import sys

import pandas as pd
import pytest

from data import queries
from data.__main__ import main
from data.editions import diff, editions, newest
from data.errors import UnknownEdition
from data.lake import cursor
from data.province_files import text_files
from data.publication import base, commit, rollback
from data.publish import build, publish
from tests.conftest import ROOT
from tests.made_up import HEADER, stock


@pytest.fixture
def office_file(tmp_path):
    """Two figures: one that replaces an older one, one that is new."""
    path = tmp_path / "huyen.csv"
    path.write_text(
        HEADER + stock("so_ho_ngheo", "Z1", 2017, 61) + stock("so_ho_ngheo", "Z1", 2018, 50), encoding="utf-8"
    )
    return path


def test_a_publication_replaces_exactly_its_keys(edition, office_file):
    before = newest()

    after = publish(office_file, "Phòng LĐ", "Số liệu huyện Một")

    changed = diff(before.id, after.id)
    assert changed[["change", "area", "value_a", "value_b"]].fillna(-1).values.tolist() == [
        ["changed", "Z1", 60, 61],
        ["added", "Z1", -1, 50],
    ]
    assert (after.author, after.message, after.kind, after.rows) == (
        "Phòng LĐ",
        "Số liệu huyện Một",
        "reported",
        before.rows + 1,
    )


def test_an_earlier_edition_answers_as_it_did(edition, office_file):
    publish(office_file, "a", "b")

    old, new = (
        queries.district_values(e, "so_ho_ngheo", 2017).set_index("area").loc["Z1", "value"]
        for e in (edition, newest().id)
    )
    assert (old, new) == (60, 61)


def test_going_back_is_publishing_an_earlier_state_anew(edition, office_file):
    published = publish(office_file, "a", "b")

    again = rollback(edition, "c")

    assert again.id > published.id and diff(edition, again.id).empty
    assert [e.id for e in editions()] == [again.id, published.id, edition]


def test_what_is_exported_can_be_published_again(edition, tmp_path):
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"export.{ending}"
        assert main(["export", str(path)]) == 0
        again = publish(path, "a", ending)
        assert diff(edition, again.id).empty


def test_an_unchanged_province_is_not_built_twice(edition):
    assert build().id == edition


def test_what_only_says_how_figures_are_shown_makes_no_edition(edition, made_up):
    (made_up / "data" / "agenda.toml").write_text("# Chương trình\n", encoding="utf-8")
    (made_up / "data" / "displays").mkdir()
    (made_up / "data" / "displays" / "sanh.toml").write_text("# Danh sách phát\n", encoding="utf-8")

    assert build().id == edition

    notes = made_up / "data" / "province.toml"
    notes.write_text(notes.read_text(encoding="utf-8") + "# một dòng\n", encoding="utf-8")
    assert build().id > edition


def test_an_edition_written_by_an_earlier_version_is_read(edition):
    """Its documents hold keys that are no more.

    Units with money, indicators with frequency, areas with a seat.
    """
    stored = dict(cursor().execute("select name, body from lake.document").fetchall())
    catalogue, areas = json.loads(stored["catalogue"]), json.loads(stored["areas"])
    catalogue["indicators"]["so_ho_ngheo"]["frequency"] = "month"
    areas = [{**area, "seat": "Phường Một", "area_km2": 10.5} for area in areas]
    rows = cursor().execute("select * from lake.observation limit 0").df()

    older = commit(
        rows,
        "phiên bản cũ",
        "đọc lại",
        on=base(),
        text="cũ",
        documents={"catalogue": json.dumps(catalogue), "areas": json.dumps(areas)},
    )

    assert len(queries.district_values(older.id, "so_ho_ngheo", 2017)) == 4


def test_edited_text_becomes_an_edition_and_never_replaces_an_offices_figures(edition, office_file, made_up):
    publish(office_file, "a", "b")
    table = made_up / "data" / "published" / "so_lieu.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace(
            "so_ho_ngheo,Z2,2017-12-31,2017-12-31,actual,,20",
            "so_ho_ngheo,Z2,2017-12-31,2017-12-31,actual,,21",
        ),
        encoding="utf-8",
    )

    built = build()

    poor = queries.district_values(built.id, "so_ho_ngheo", 2017).set_index("area")
    assert (poor.loc["Z1", "value"], poor.loc["Z2", "value"]) == (61, 21)
    assert (poor.loc["Z1", "status"], poor.loc["Z2", "status"]) == ("reported", "published")


def test_illustrative_figures_leave_with_the_first_real_ones(edition, office_file, tmp_path):
    play = tmp_path / "dien_tap.csv"
    play.write_text(HEADER + stock("so_ho_ngheo", "Z3", 2019, 5, status="illustrative"), encoding="utf-8")
    assert publish(play, "a", "b").kind == "rehearsal"

    real = publish(office_file, "a", "b")

    assert real.kind == "reported"
    assert queries.district_values(real.id, "so_ho_ngheo", 2019)["value"].isna().all()


def test_a_lake_that_was_moved_answers_and_takes_publications(edition, office_file, made_up, monkeypatch):
    shutil.copytree(made_up.parent / "lake", made_up.parent / "elsewhere")
    shutil.rmtree(made_up.parent / "lake")
    monkeypatch.setenv("DASHBOARD_LAKE", str(made_up.parent / "elsewhere"))

    assert len(queries.district_values(edition, "so_ho_ngheo", 2017)) == 4
    publish(office_file, "Phòng Bảo trợ", "Sửa")
    values = queries.district_values(newest().id, "so_ho_ngheo", 2017).set_index("area")["value"]
    assert values["Z1"] == 61


def test_an_unknown_edition_is_named_with_the_known_ones(edition):
    with pytest.raises(UnknownEdition, match=str(edition)):
        rollback(999, "a")


def test_a_publication_by_another_process_is_seen_here(edition, office_file):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "data",
            "publish",
            str(office_file),
            "--author",
            "kia",
            "--message",
            "từ tiến trình khác",
        ],
        check=True,
        cwd=ROOT,
    )

    from data import editions as module

    module._seen["at"] = 0.0
    assert newest().message == "từ tiến trình khác"


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["check", "{file}"], "2 dòng, không có lỗi; so với phiên bản"),
        (["publish", "{file}", "--author", "a", "--message", "m"], "Đã công bố"),
        (["editions"], "Đã công bố"),
        (["build"], "Phiên bản mới nhất"),
    ],
)
def test_commands_say_what_they_did(edition, office_file, capsys, arguments, said):
    assert main([a.format(file=office_file) for a in arguments]) == 0
    assert said in capsys.readouterr().out


def test_a_command_that_cannot_be_done_says_so_and_ends_with_two(edition, tmp_path, capsys):
    assert main(["publish", str(tmp_path / "khong_co.csv"), "--author", "a", "--message", "m"]) == 2
    assert "không có tệp này" in capsys.readouterr().err
    assert main(["rollback", "999"]) == 2
    assert main(["diff", "1", "999"]) == 2
    assert main(["export", str(tmp_path / "x.pdf")]) == 2


def test_reading_excel_takes_typed_cells(edition, tmp_path):
    path = tmp_path / "huyen.xlsx"
    frame = pd.DataFrame(
        [
            {
                "indicator": "ty_le_ho_ngheo",
                "area": "Z1",
                "period_start": pd.Timestamp("2018-12-31"),
                "period_end": pd.Timestamp("2018-12-31"),
                "kind": "actual",
                "value": 6.25,
                "source": "Báo cáo",
            }
        ]
    )
    frame.to_excel(path, index=False)

    made = publish(path, "a", "b")

    assert (
        queries.district_values(made.id, "ty_le_ho_ngheo", 2018).set_index("area").loc["Z1", "value"] == 6.25
    )


def test_an_edition_is_built_from_what_makes_figures_and_not_from_what_shows_them(made_up):
    names = {path.name for path in text_files(made_up / "data")}

    assert {"roles.toml", "units.toml", "province.toml", "so_lieu.csv"} <= names
    assert not {"agenda.toml", "headlines.toml", "similarity.toml", "sanh.toml"} & names
