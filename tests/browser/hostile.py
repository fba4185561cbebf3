"""A province in which every text that a person can write holds the same hostile words."""

import json
from pathlib import Path

from tests import made_up

HOST = "evil.invalid"
WORDS = (
    f"<img src=http://{HOST}/a onerror='window.hit=1'><a href='http://{HOST}/b'>b</a>"
    f"<script>window.hit=1</script><svg onload='window.hit=1'></svg>![c](http://{HOST}/c) [d](http://{HOST}/d)"
    f" http://{HOST}/e www.{HOST} a@{HOST} :material/home: :smile: $x^2$ :red[f] {{year.__class__}} =1+1"
)
NAME = f"<a href='//{HOST}/n'>[n](//{HOST}/n)"  # a district's
BOTH = f"{{ vi = {json.dumps(WORDS)}, en = {json.dumps(WORDS)} }}"
KINDS = {  # slide → its indicators
    "title": [],
    "review": [],
    "cards": ["ty_le_ho_ngheo", "giai_quyet_viec_lam"],
    "map": ["ty_le_ho_ngheo"],
    "trend": ["ty_le_ho_ngheo"],
    "plan": ["giai_quyet_viec_lam"],
    "progress": ["giai_quyet_viec_lam"],
    "ranking": ["ty_le_ho_ngheo"],
    "table": ["ty_le_ho_ngheo", "giai_quyet_viec_lam"],
    "text": [],
}
SCENES = {**KINDS, "bands": ["ty_le_ho_ngheo"], "district": ["ty_le_ho_ngheo"]}


def write(folder: Path) -> Path:
    """The made-up province with hostile names, source, agenda and playlist; what DASHBOARD_PROVINCE says."""
    province = made_up.write(folder)
    data = province / "data"
    areas = data / "areas.csv"
    text = areas.read_text(encoding="utf-8")
    for name in ("Một", "Hai", "Ba", "Bốn", "Mot", "Bon"):
        text = text.replace(f",{name},", f',"{NAME} {name}",')
    areas.write_text(text, encoding="utf-8")
    (data / "sources.csv").write_text(
        f"source,title,address,published\nT1,{_cell(WORDS)},javascript:window.hit=1,2018-01-24\n",
        encoding="utf-8",
    )
    settings = (data / "province.toml").read_text(encoding="utf-8")
    (data / "province.toml").write_text(settings + f"[frame]\nvi = {json.dumps(WORDS)}\n", encoding="utf-8")
    (data / "agenda.toml").write_text(_list("slides", KINDS, f"speaker = {json.dumps(WORDS)}\n"), "utf-8")
    (data / "displays").mkdir()
    (data / "displays" / "sanh.toml").write_text(_list("scenes", SCENES, "seconds = 5\n"), "utf-8")
    return province


def _list(entries: str, kinds: dict[str, list[str]], more: str) -> str:
    parts = [f"title = {BOTH}\nyear = 2017\n"]
    notes = f"notes = {json.dumps(WORDS)}\n" if entries == "slides" else ""
    for kind, indicators in kinds.items():
        points = f"points = [{BOTH}]\n" if kind == "text" else ""
        chosen = f"indicators = {json.dumps(indicators)}\n" if indicators else ""
        parts.append(f'[[{entries}]]\nkind = "{kind}"\ntitle = {BOTH}\n{chosen}{points}{more}{notes}')
    return "\n".join(parts)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
