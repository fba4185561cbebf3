"""The bundle: whole, the same every time, the dashboard's own figures, nothing that is protected."""

import functools
import hashlib
import json
import operator
import re
import subprocess
import sys
from datetime import date

import pytest

from data import HERE, serving
from data.audience import PUBLIC, seen_by
from data.editions import editions
from data.queries import district_values, figures
from pages.content.plan_dots import plan_dots
from pages.content.view import View
from pages.display import bundle as making_bundle
from pages.display import scenes as making
from pages.display.bundle import edition_for_display, zipped
from pages.display.playlist import parse
from pages.figures.draw import figure
from pages.text.numbers import number
from pages.web.slides import content
from tests.conftest import ROOT
from tests.display.conftest import TODAY, scene

SMALL = ("so_ho_ngheo", "ty_le_ho_ngheo")
SHIPPED = (HERE / "displays" / "sanh.toml").read_text(encoding="utf-8")


def scenes(made) -> list[dict]:
    return json.loads(made.files["scenes.json"])["scenes"]


def test_every_file_is_as_the_manifest_says_and_the_page_holds_them_all(rendered):
    made = rendered(SHIPPED)
    manifest = json.loads(made.files["manifest.json"])

    assert set(made.files) == {*manifest["files"], "manifest.json"} and manifest["version"] == made.version
    for name, mark in manifest["files"].items():
        assert mark == {
            "sha256": hashlib.sha256(made.files[name]).hexdigest(),
            "bytes": len(made.files[name]),
        }
    page = made.files["index.html"].decode()
    held = json.loads(re.search(r"window\.BUNDLE = (.*);</script>", page).group(1))["parts"]
    assert {name: body.encode() for name, body in held.items()} == {
        name: made.files[name] for name in held
    } and len(held) == 6
    assert not re.search(r"(src|href)=['\"]?(https?:)?//", page.split("window.BUNDLE")[0])


def test_the_same_bytes_in_another_process(real, real_lake, rendered):
    script = (
        "import sys, hashlib\nfrom datetime import date\nfrom data import HERE\n"
        "from data.editions import newest\nfrom data.serving import catalogue\n"
        "from pages.display.bundle import bundle\nfrom pages.display.playlist import parse\n"
        "text = (HERE / 'displays' / 'sanh.toml').read_text(encoding='utf-8')\n"
        "playlist = parse(text, catalogue(newest().id), 'thu.toml')\n"
        "made = bundle('thu', playlist, newest(), date(2026, 11, 23))\n"
        "print(hashlib.sha256(b''.join(made.files[n] for n in sorted(made.files))).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    here = rendered(SHIPPED).files

    assert told == hashlib.sha256(b"".join(here[n] for n in sorted(here))).hexdigest()


def test_scenes_are_the_dashboards_own_slides_and_figures(real, rendered):
    made = {s["kind"]: s for s in scenes(rendered(SHIPPED)) if s["kind"] != "district"}
    with seen_by(PUBLIC):
        view = View(real, "vi", False, TODAY, surface="hall")
        for one in parse(SHIPPED, view.catalogue, "sanh").scenes:
            if one.kind in ("map", "progress", "cards", "review"):
                assert (
                    made[one.kind]["content"]["figure"] == content(view, one.slide, None).figure
                    and made[one.kind]["content"]["body"] == content(view, one.slide, None).body
                )
        values = district_values(real, "ty_le_ho_ngheo", 2017).set_index("area")
        card = figures(real, ["giai_quyet_viec_lam"], view.areas.province, 2017).iloc[0]
    for code, row in values.iterrows():
        if code in view.areas.districts:
            assert f"<b>{number(row['value'], 2, 'vi')}</b>" in made["bands"]["content"]["body"]
            own = next(s for s in scenes(rendered(SHIPPED)) if s["key"].startswith(f"9-{code}-"))
            assert re.search(
                rf"<div class='d-value'>{re.escape(number(row['value'], 2, 'vi'))} ",
                own["content"]["body"],
            )
    assert number(card["value"], 0, "vi") == "38.255" and "38.255" in made["cards"]["content"]["body"]


def test_a_plan_is_shown_in_parts_of_a_few_large_rows_on_one_scale(real, rendered):
    made = [json.loads(s["content"]["figure"]) for s in scenes(rendered(SHIPPED)) if s["kind"] == "plan"]
    with seen_by(PUBLIC):
        view = View(real, "vi", False, TODAY, surface="hall")
        whole = json.loads(figure(view, plan_dots(view, "giai_quyet_viec_lam", 2017, ())).to_json())

    def drawn(figure):
        return [
            (place, share, told)
            for dots in figure["data"]
            if dots.get("mode") == "markers"
            for place, share, told in zip(dots["customdata"], dots["x"], dots["text"])
        ]

    assert len(made) == 2 and all(0 < len(drawn(figure)) <= 8 for figure in made)
    assert functools.reduce(operator.iadd, (drawn(figure) for figure in made), []) == drawn(whole)
    assert {tuple(figure["layout"]["xaxis"]["range"]) for figure in made} == {
        tuple(whole["layout"]["xaxis"]["range"])
    }


def test_every_scene_with_figures_names_its_sources_and_wears_its_mark(rendered):
    for one in scenes(rendered(SHIPPED)):
        assert "Nguồn: " in one["content"]["foot"], one["key"]
        assert (
            one["content"]["mark"]
            or "Diễn tập: số liệu minh họa" not in one["content"]["foot"].split(". Ranh giới")[0]
        ), one["key"]
    both = scenes(rendered(SHIPPED.replace('languages = ["vi"]', 'languages = ["vi", "en"]')))
    assert [s["language"] for s in both] == ["vi"] * (len(both) // 2) + ["en"] * (len(both) // 2)
    assert not any(
        re.search(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]{1}", s["content"]["subtitle"])
        for s in both
        if s["language"] == "en"
    )


def test_refused_illustrative_figures_are_nowhere_and_what_is_left_out_is_said(real, monkeypatch, rendered):
    monkeypatch.setenv("DASHBOARD_DISPLAY_ILLUSTRATIVE", "refuse")
    published = edition_for_display()
    made = rendered(SHIPPED, published.id)

    assert published.kind == "published" and scenes(made)
    assert "◇" not in made.files["scenes.json"].decode() and "minh họa" not in re.sub(
        r"chỉ để minh họa|key_hollow|\"left_illustrative\":\"[^\"]*\"",
        "",
        json.dumps(scenes(made), ensure_ascii=False),
    )
    assert {one.reason for one in made.left_out} <= {"left_empty", "left_illustrative"} and {
        one.scene for one in made.left_out
    } >= {2, 8, 9}
    over_rehearsal = rendered(SHIPPED, real)
    assert "◇" not in "".join(
        s["content"]["mark"] for s in scenes(over_rehearsal)
    ) and "left_illustrative" in {one.reason for one in over_rehearsal.left_out}


@pytest.mark.parametrize("year, illustrative", [(2017, False), (2020, True)])
def test_the_review_is_marked_and_left_out_where_its_figures_are_illustrative(
    real, monkeypatch, rendered, year, illustrative
):
    text = scene("review", year=year) + scene("text", points='[{ vi = "Lời", en = "Words" }]')
    (shown,) = [s["content"] for s in scenes(rendered(text, real)) if s["kind"] == "review"]
    assert ("minh họa" in shown["mark"]) == illustrative
    assert "◇" not in shown["body"]  # once, at the title

    monkeypatch.setenv("DASHBOARD_DISPLAY_ILLUSTRATIVE", "refuse")
    refused = rendered(text, real)
    assert [(one.scene, one.reason) for one in refused.left_out] == [(1, "left_illustrative")] * illustrative
    assert ("review" in {s["kind"] for s in scenes(refused)}) != illustrative


def test_a_wrong_setting_shows_nothing_rather_than_too_much(real, monkeypatch):
    from data.errors import SettingError

    monkeypatch.setenv("DASHBOARD_DISPLAY_ILLUSTRATIVE", "co")
    with pytest.raises(SettingError, match="refuse"):
        edition_for_display()


def test_a_scene_that_cannot_be_made_does_not_stop_the_others(rendered, monkeypatch):
    def fails(*_):
        raise RuntimeError("hỏng")

    monkeypatch.setattr(making, "bands_slide", fails)
    made = rendered(
        scene("bands", "ty_le_ho_ngheo")
        + scene("map", "ty_le_ho_ngheo")
        + scene("trend", "ty_le_ho_ngheo", year=1990)
    )

    assert [s["kind"] for s in scenes(made)] == ["map", "trend"] and [
        (o.scene, o.reason) for o in made.left_out
    ] == [(1, "left_failed")]


def test_what_is_overdue_follows_the_newest_figures_and_the_catalogue(rendered):
    due = {s["kind"]: s.get("due") for s in scenes(rendered(SHIPPED, on=date(2022, 3, 1)))}

    assert (
        due["trend"]["year"] > 2017
        and re.fullmatch(r"\d{4}-\d\d-\d\d", due["trend"]["date"])
        and due["review"] is None
    )
    assert due["map"]["date"] == f"{due['map']['year'] + 1}-01-31"
    assert due["map"]["last"] == "2024-04-30"  # 90 days from 31 January of a leap year


def test_nobody_is_late_once_the_districts_are_no_more(rendered):
    last, after = (scenes(rendered(SHIPPED, on=day)) for day in (date(2025, 6, 30), date(2025, 7, 1)))

    assert any("due" in scene for scene in last) and not any("due" in scene for scene in after)
    assert all("Cấp huyện hoạt động đến hết ngày 30" in scene["content"]["foot"] for scene in after)
    assert not any("Cấp huyện" in scene["content"]["foot"] for scene in last)


def test_protected_counts_are_nowhere_in_the_bytes(real, rendered, monkeypatch):
    """Every protected cell of the scenes' indicators.

    Its area has no figure in picture, table or card, and what is long enough to be told apart stands nowhere
    at all.
    """
    with seen_by(PUBLIC):
        protected = serving.protected(real)
        hidden = protected[
            protected["indicator"].isin(SMALL)
            & (protected["kind"] == "actual")
            & protected["area"].isin(serving.areas(real).districts)
        ]
    names = serving.areas(real)
    text = "".join(
        scene(kind, i, year=2020) for kind in ("map", "ranking", "bands", "table", "district") for i in SMALL
    )
    public = rendered('languages = ["vi", "en"]\n' + text)
    monkeypatch.setattr(making_bundle, "PUBLIC", "internal")
    office = rendered('languages = ["vi", "en"]\n' + text)
    assert (
        len(hidden) > 1
        and hidden["period_end"].astype(str).str.startswith("2020").all()
        and {"vi", "en"} == {s["language"] for s in scenes(public)}
    )

    told_apart = 0
    for row in hidden.to_dict("records"):
        indicator = serving.catalogue(real).indicators[row["indicator"]]
        value = district_values(real, row["indicator"], 2020).set_index("area")["value"][row["area"]]
        for made, known in ((public, False), (office, True)):
            assert ((row["indicator"], row["area"]) in figures_of(made, names)) == known, row
            for language in ("vi", "en"):
                written = number(value, indicator.decimals, language)
                if len(written) > 3:
                    found = bool(
                        re.search(
                            rf"(?<![\d.,]){re.escape(written)}(?![\d.,]*\d)",
                            made.files["scenes.json"].decode(),
                        )
                    )
                    assert not found or known, (row, written)
                    told_apart += found
    assert told_apart


def figures_of(made, names) -> set[tuple[str, str]]:
    """(indicator, area) of every figure that a scene draws, writes in a table, a band or a card."""
    found, kinds = set(), len(SMALL)
    for one in scenes(made):
        number_of = int(re.match(r"\d+", one["key"]).group()) - 1
        indicator, made_of = SMALL[number_of % kinds], one["content"]
        figure = json.loads(made_of["figure"]) if made_of["figure"] else {"data": []}
        for trace in figure["data"]:
            told = [
                c for c in trace.get("customdata") or [] if isinstance(c, list)
            ]  # code, then what the pointer reads
            found |= {
                (indicator, code)
                for code, *read in told
                if code in names.districts and re.search(r"\d", "".join(map(str, read)))
            }
        for row in (made_of["table"] or {}).get("rows", []):
            found |= {(indicator, row["code"])} if re.search(r"\d", row["cells"][1][0]) else set()
        for code in names.districts:
            name = names.at(code).label(one["language"])
            found |= {(indicator, code)} if f"<span>{name}</span><b>" in made_of["body"] else set()
        if one["kind"] == "district" and re.search(r"d-value'>[\d]", made_of["body"]):
            found.add((indicator, one["key"].split("-")[1]))
    return found


def test_the_zip_is_the_folder(tmp_path, rendered):
    import io
    import zipfile

    made = rendered(scene("review"))
    for name, body in made.files.items():
        (tmp_path / name).write_bytes(body)
    packed = zipfile.ZipFile(io.BytesIO(zipped(tmp_path)))

    assert {n: packed.read(n) for n in packed.namelist()} == made.files


def test_editions_are_offered_to_the_public_only(real):
    with seen_by(PUBLIC):
        assert edition_for_display().id == serving.offered()[0].id == editions()[0].id
