"""A backup taken while figures are published holds a whole state; put back elsewhere it is the same lake."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from data.backup import LIST, backup, restore
from data.editions import editions, newest, stored_rows
from data.errors import BackupError
from data.publish import build, publish
from pages.live import database, minutes, store
from tests.conftest import ROOT, _fresh
from tests.made_up import HEADER, stock


@pytest.fixture
def moved(tmp_path, monkeypatch):
    """Puts a backup into another folder, and from then on that is the lake."""

    def move(file):
        monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "other" / "lake"))
        _fresh()
        database._engine.cache_clear()
        return restore(file)

    yield move
    database._engine.cache_clear()


def test_what_is_put_back_elsewhere_is_the_same_byte_for_byte(edition, moved, tmp_path):
    table = tmp_path / "bang.csv"
    table.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2017, 61), encoding="utf-8")
    publish(table, "Phòng", "Rà soát")
    code = store.create("Hội nghị", edition, {"slides": []}).code
    minutes.add(code, "Kết luận")
    before = [(e, stored_rows(e.id).to_csv(index=False)) for e in editions()]
    told, key = minutes.of(code), store.presenter_key()
    backup(tmp_path / "kho.zip")
    (tmp_path / "lake").rename(tmp_path / "away")  # nothing may be read from where it was
    moved(tmp_path / "kho.zip")

    assert [(e, stored_rows(e.id).to_csv(index=False)) for e in editions()] == before and len(before) > 1
    assert minutes.of(code) == told and store.presenter_key() == key
    assert build().id == before[0][0].id  # nothing is built anew, and publishing goes on
    assert publish(table, "Phòng", "Rà soát").id == before[0][0].id


def test_a_backup_under_publications_is_whole(edition, moved, made_up, tmp_path):
    table = tmp_path / "bang.csv"
    script = (
        "import sys\nfrom pathlib import Path\nfrom data.publish import publish\n"
        "from tests.made_up import *\n"
        "path = Path(sys.argv[1])\nfor n in range(12):\n"
        "    path.write_text(HEADER + stock('so_ho_ngheo', 'Z1', 2017, 60 + n), encoding='utf-8')\n"
        "    publish(path, 'a', str(n))\n"
    )
    publisher = subprocess.Popen([sys.executable, "-c", script, str(table)], cwd=ROOT, env=dict(os.environ))
    copies = 0
    while publisher.poll() is None and copies < 40:
        copies += 1
        backup(tmp_path / f"kho-{copies}.zip")
    assert publisher.wait(120) == 0 and copies > 1
    moved(tmp_path / f"kho-{copies // 2}.zip")
    for known in editions():  # every figure of every edition can be read
        assert len(stored_rows(known.id)) == known.rows
    assert newest().id >= edition


@pytest.mark.parametrize("spoil", ["cut", "bent", "outside", "no backup"])
def test_a_damaged_backup_puts_nothing_back(edition, moved, tmp_path, spoil):
    file = tmp_path / "kho.zip"
    backup(file)
    if spoil == "cut":
        file.write_bytes(file.read_bytes()[:-200])
    elif spoil == "no backup":
        file.write_text("x", encoding="utf-8")
    else:
        with zipfile.ZipFile(file) as whole:
            parts = {name: whole.read(name) for name in whole.namelist()}
        marks = json.loads(parts[LIST])
        name = next(n for n in marks if n.endswith(".parquet"))
        if spoil == "bent":
            parts[name] = parts[name][:-1] + b"x"
        else:
            parts["../x"], marks["../x"] = parts[name], marks[name]
            parts[LIST] = json.dumps(marks).encode()
        with zipfile.ZipFile(file, "w") as whole:
            for part, body in parts.items():
                whole.writestr(part, body)
    with pytest.raises(BackupError):
        moved(file)
    assert not (tmp_path / "other" / "lake").exists() and list((tmp_path / "other").iterdir()) == []
    assert not (tmp_path / "other" / "x").exists()


def test_a_lake_is_never_overwritten(edition, tmp_path):
    backup(tmp_path / "kho.zip")
    with pytest.raises(BackupError, match="không trống"):
        restore(tmp_path / "kho.zip")


def test_the_commands_say_what_they_did(edition, tmp_path):
    def run(*arguments, lake):
        environment = {**os.environ, "DASHBOARD_LAKE": str(lake)}
        command = [sys.executable, "-m", "data", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    file = str(tmp_path / "kho.zip")
    assert run("backup", file, lake=tmp_path / "lake").returncode == 0
    put_back = run("restore", file, lake=tmp_path / "new")
    assert put_back.returncode == 0 and f"{edition}  " in put_back.stdout
    again = run("restore", file, lake=tmp_path / "new")
    assert again.returncode == 2 and "không trống" in again.stderr and "Traceback" not in again.stderr
