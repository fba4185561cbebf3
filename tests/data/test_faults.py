"""Broken text files: every fault at once, each with file, line, column and what to do.

The previous edition stays.
"""

import pytest

from data.catalogue_files import read_catalogue
from data.editions import newest
from data.errors import FaultsFound
from data.publish import build, check, publish
from tests.made_up import HEADER, flow, row, stock


def faults_of(table: str, made_up) -> dict[tuple[int, str], str]:
    """(line, column) → problem of a published table."""
    (made_up / "data" / "published" / "so_lieu.csv").write_text(HEADER + table, encoding="utf-8")
    with pytest.raises(FaultsFound) as found:
        build()
    assert all(f.file == "so_lieu.csv" and f.remedy for f in found.value.faults)
    return {(f.line, f.column): f.problem for f in found.value.faults}


def test_all_faults_of_a_table_are_told_at_once(made_up):
    found = faults_of(
        stock("so_ho_ngheoo", "Z1", 2017, 1)
        + stock("so_ho_ngheo", "Z9", 2017, 1)
        + stock("so_ho_ngheo", "Z1", 2017, "nhiều")
        + flow("giai_quyet_viec_lam", "Z1", 2017, 5).replace("2017-12-31", "2016-12-31")
        + stock("ty_le_ho_ngheo", "Z1", 2017, 101)
        + stock("so_ho_ngheo", "Z2", 2017, 7)
        + stock("so_ho_ngheo", "Z2", 2017, 8)
        + stock("so_ho_ngheo", "Z3", 2017, 38.255)
        + stock("so_ho_ngheo", "Z4", 2017, "")
        + row("so_ho_ngheo", "Z4", "31/12/2016", "2016-12-31", 1)
        + stock("so_ho_ngheo", "Z4", 2015, 1, kind="guess")
        + stock("so_ho_ngheo", "Z4", 2014, -1)
        + flow("so_ho_ngheo", "Z4", 2013, 1)
        + stock("so_ho_ngheo", "Z4", 2012, 1, source=""),
        made_up,
    )

    assert set(found) == {
        (2, "indicator"),
        (3, "area"),
        (4, "value"),
        (5, "period_end"),
        (6, "value"),
        (8, "indicator"),
        (9, "value"),
        (10, "value"),
        (11, "period_start"),
        (12, "kind"),
        (13, "value"),
        (14, "period_start"),
        (15, "source"),
    }
    assert "trùng khóa" in found[8, "indicator"] and "dòng 7" in found[8, "indicator"]
    assert found[10, "value"] == "ô trống"


def test_the_nearest_id_is_offered(made_up):
    (made_up / "data" / "published" / "so_lieu.csv").write_text(
        HEADER + stock("so_ho_ngeo", "Z1", 2017, 1), encoding="utf-8"
    )

    with pytest.raises(FaultsFound, match="so_ho_ngheo"):
        build()


def test_a_plan_without_actual_is_fine(made_up):
    (made_up / "data" / "published" / "so_lieu.csv").write_text(
        HEADER + flow("giai_quyet_viec_lam", "Z1", 2017, 5, kind="plan"), encoding="utf-8"
    )

    assert build().rows == 1


def test_the_previous_edition_stays_in_service(edition, made_up):
    faults_of(stock("so_ho_ngheo", "Z1", 2017, "x"), made_up)

    assert newest().id == edition


@pytest.mark.parametrize(
    "name, content, column",
    [
        ("thieu_cot.csv", "indicator,area\nso_ho_ngheo,Z1\n", "period_start"),
        ("cot_la.csv", HEADER.replace("note", "ghi_chu"), "ghi_chu"),
        ("khong_phai_bang.csv", "", ""),
        ("word.docx", "abc", ""),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(edition, tmp_path, name, content, column):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    with pytest.raises(FaultsFound) as found:
        publish(path, "thử", "thử")

    assert column in {f.column for f in found.value.faults} and newest().id == edition


def test_a_table_in_another_encoding_is_read_and_said(edition, tmp_path):
    path = tmp_path / "utf16.csv"
    path.write_bytes((HEADER + stock("so_ho_ngheo", "Z1", 2018, 1, source="Tổng")).encode("utf-16"))

    judged = check(path)

    assert judged.changes.rows["source"].tolist() == ["Tổng"]
    assert ["UTF-16" in r.problem for r in judged.remarks] == [True]


def broken_catalogue(tmp_path, **changes: tuple[str, str]):
    """A copy of the shipped catalogue with texts replaced."""
    import shutil

    from data import HERE

    for path in [*HERE.glob("*.toml"), HERE / "indicators"]:
        (shutil.copytree if path.is_dir() else shutil.copy)(path, tmp_path / path.name)
    for name, (old, new) in changes.items():
        path = tmp_path / name.replace("__", "/").replace("_toml", ".toml")
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_a_broken_catalogue_names_file_line_and_key_of_every_fault(tmp_path):
    folder = broken_catalogue(
        tmp_path,
        indicators__giam_ngheo_toml=("numerator", "numerater"),
        indicators__viec_lam_toml=("unit", "unitt"),
        indicators__dao_tao_nghe_toml=('"higher_is_better"', '"up"'),
    )

    with pytest.raises(FaultsFound) as found:
        read_catalogue(folder)

    told = {(f.file, f.column) for f in found.value.faults}
    assert {
        ("indicators/giam_ngheo.toml", "numerater"),
        ("indicators/viec_lam.toml", "unitt"),
        ("indicators/viec_lam.toml", "unit"),
        ("indicators/dao_tao_nghe.toml", "polarity"),
    } <= told
    for fault in found.value.faults:
        assert fault.line and fault.remedy
    unknown = next(f for f in found.value.faults if f.column == "unitt")
    assert "khóa lạ" in unknown.problem and "unit" in unknown.remedy
    line = (folder / unknown.file).read_text(encoding="utf-8").splitlines()[unknown.line - 1]
    assert line.startswith("unitt")


def test_a_reference_to_nothing_is_found(tmp_path):
    folder = broken_catalogue(tmp_path, indicators__giam_ngheo_toml=('"so_ho_ngheo"', '"so_ho_ngeo"'))

    with pytest.raises(FaultsFound, match="so_ho_ngheo"):
        read_catalogue(folder)


def test_bad_toml_is_named_with_its_file(tmp_path):
    folder = broken_catalogue(tmp_path)
    (folder / "units.toml").write_text("[ho\n", encoding="utf-8")

    with pytest.raises(FaultsFound, match=r"units.toml"):
        read_catalogue(folder)
