"""Playlists and bundles on the disk: the province's own over the shipped, changes over both.

Whole bundles or none.
"""

import json

import pytest

from data import settings
from data.errors import FaultsFound
from data.serving import catalogue
from pages.display import shelf
from pages.display.bundle import Bundle
from tests.display.conftest import scene

TEXT = 'title = { vi = "Thử", en = "Trial" }\n' + scene("review")


@pytest.fixture
def lake(edition, tmp_path):
    """The made-up province's lake folder; its edition is built."""
    return settings.lake_folder()


def test_which_playlist_is_in_force(lake, made_up, edition):
    assert [s.name for s in shelf.screens()] == ["sanh"] and not shelf.screen("sanh").own
    (settings.province_folder() / "displays").mkdir()
    (settings.province_folder() / "displays" / "sanh.toml").write_text(TEXT, encoding="utf-8")
    (settings.province_folder() / "displays" / "Tên Sai.toml").write_text(TEXT, encoding="utf-8")
    assert shelf.screen("sanh").text == TEXT and len(shelf.screens()) == 1

    shelf.save("sanh", TEXT + "# đổi\n", catalogue(edition))
    assert shelf.screen("sanh").text.endswith("# đổi\n") and shelf.screen("sanh").own
    with pytest.raises(FaultsFound):
        shelf.save("sanh", "title = 1", catalogue(edition))
    with pytest.raises(ValueError):
        shelf.save("../sanh", TEXT, catalogue(edition))
    assert shelf.screen("sanh").text.endswith("# đổi\n")
    shelf.restore("sanh")
    assert shelf.screen("sanh").text == TEXT


def test_a_bundle_is_in_force_only_when_it_is_whole(lake, edition):
    assert shelf.current("sanh") is None
    shelf.save("sanh", TEXT, catalogue(edition))
    folder = shelf.build("sanh")
    assert shelf.current("sanh") == folder and shelf.build("sanh") == folder
    assert not [p for p in folder.parent.iterdir() if p.name.startswith(".half")]

    (folder / "manifest.json").unlink()  # somebody's hand, a full disk
    assert shelf.current("sanh") is None
    assert shelf.build("sanh") == folder == shelf.current("sanh")
    (folder.parent / "current.json").write_text("{", encoding="utf-8")
    assert shelf.current("sanh") is None and shelf.build("sanh") == folder


def test_old_versions_leave_and_an_empty_one_never_comes(lake):
    def made(version: str, scenes: list) -> Bundle:
        return Bundle(
            {"scenes.json": json.dumps({"scenes": scenes}).encode(), "manifest.json": b"{}"}, version, 1, ()
        )

    folders = [shelf.put("thu", made(f"v{n}", [1])) for n in range(6)]
    assert [f.exists() for f in folders] == [False] * 3 + [True] * 3 and shelf.current("thu") == folders[-1]
    with pytest.raises(ValueError):
        shelf.put("thu", made("v9", []))
    assert shelf.current("thu") == folders[-1]


def test_unknown_screens_and_an_edition_that_may_not_be_shown(lake, monkeypatch):
    with pytest.raises(LookupError):
        shelf.build("khong-co")
    monkeypatch.setattr(shelf, "edition_for_display", lambda: (_ for _ in ()).throw(LookupError("none")))
    with pytest.raises(LookupError):
        shelf.build("sanh")
    assert shelf._safely(shelf.build, "sanh") is None


def test_the_command_says_where_the_bundle_is_and_copies_it(lake, tmp_path, capsys):
    from pages.display.__main__ import main

    assert main(["build", "sanh", "--to", str(tmp_path / "usb")]) == 0
    assert (tmp_path / "usb" / "sanh" / "index.html").read_bytes() == (
        shelf.current("sanh") / "index.html"
    ).read_bytes()
    assert str(tmp_path / "usb") in capsys.readouterr().out
    assert main(["build", "khong-co"]) == 1 and "khong-co" in capsys.readouterr().err
