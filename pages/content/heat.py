"""The heat table: districts × indicators, coloured by where each stands against the middle."""

from functools import lru_cache
from html import escape

from data.absence import absent
from pages.content.about import About, about
from pages.content.compared import compared, of_districts
from pages.content.table import Column, table_data
from pages.content.view import View
from pages.figures.theme import diverging, sequential, text_on
from pages.text.numbers import number

SIGNS = {-2: "▼", -1: "▼", 0: "", 1: "▲", 2: "▲"}


def tones(polarity: str) -> dict[int, str]:
    """Fill of each position: blue is better and orange worse; shades of one blue where neither is judged."""
    if polarity == "neutral":
        return dict(zip(range(-2, 3), sequential(7)[:5]))
    return dict(
        zip(range(-2, 3), diverging(2, 2, middle=True, high_is_better=polarity == "higher_is_better"))
    )


@lru_cache(maxsize=300)
def heat_table(
    view: View, indicators: tuple[str, ...], year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> tuple[dict, About]:
    """The sortable table's data and what it says: province first, then districts in official order."""
    say, texts, states = (
        view.say("so_sanh"),
        view.say("screens"),
        view.say("figures"),
    )
    frame = compared(view, indicators, year)
    cells = {(r["area"], r["indicator"]): r for r in frame.to_dict("records")}
    names = {code: place.name for code, place in view.places_of(year).items()}
    names[view.areas.province] = texts["province"]
    drawn = [view.areas.province, *(c for c in view.areas.districts if not only or c in only)]
    known = frame[frame["value"].notna()]
    mixed = (
        known["status"].eq("illustrative").any() and not known["status"].eq("illustrative").all()
    )  # else the badge over the table says it

    def text(row: dict, key: str) -> str:
        cell = cells[row["area"], key]
        if absent(cell["value"]):
            return "–" if cell["state"] == "no_data" else states[cell["state"]]
        sign = SIGNS[int(cell["position"])] if not absent(cell["position"]) else ""
        mark = (" *" if cell["unstable"] else "") + (
            " ◇" if mixed and cell["status"] == "illustrative" else ""
        )
        return f"{sign} {number(cell['value'], view.catalogue.indicators[key].decimals, view.language)}{mark}".strip()

    def tone(row: dict, key: str) -> tuple[str, str] | None:
        at = cells[row["area"], key]["position"]
        if absent(at):
            return None
        fill = tones(view.catalogue.indicators[key].polarity)[int(at)]
        return fill, text_on(fill)

    columns = [
        Column(texts["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False)
    ]
    columns += [
        Column(
            i.label(view.language),
            lambda r, k=i.id: text(r, k),
            lambda r, k=i.id: cells[r["area"], k]["value"],
            unit=view.catalogue.unit(i, view.language),
            tone=lambda r, k=i.id: tone(r, k),
        )
        for i in (view.catalogue.indicators[key] for key in indicators)
    ]
    rows = frame[["area"]].drop_duplicates()
    rows = rows[rows["area"].isin(drawn)]
    notes = [
        *([f"– {texts['no_data']}."] if (frame["state"] == "no_data").any() else []),
        *([texts["mark_note"]] if mixed else []),
        *([texts["unstable_note"]] if frame["unstable"].any() else []),
    ]
    data = table_data(
        rows,
        columns,
        caption=" ".join(notes),
        sort=texts["district_table"],
        language=view.language,
        selected=list(selected),
    )
    said = about(
        view,
        frame,
        title=say("heat_title", count=len(indicators), year=year),
        subtitle=say["heat_subtitle"],
        finding=_finding(view, frame, indicators, names, year),
    )
    return data, said


def key(view: View, indicators: tuple[str, ...]) -> str:
    """What the colours mean, as HTML; only those that occur."""
    say = view.say("so_sanh")
    polarities = {view.catalogue.indicators[i].polarity for i in indicators}
    judged, neutral = diverging(2, 2, middle=True), tones("neutral")
    items = (
        [(judged[3], say["key_better"]), (judged[1], say["key_worse"])] if polarities - {"neutral"} else []
    )
    items += (
        [(judged[2], say["key_similar"]), (judged[4], say["key_strong"])] if polarities - {"neutral"} else []
    )
    items += [(neutral[1], say["key_neutral"])] if "neutral" in polarities else []
    return (
        "<div class='d-keys'>"
        + "".join(f"<span><i style='background:{fill}'></i>{escape(text)}</span>" for fill, text in items)
        + "</div>"
    )


def _finding(view: View, frame, indicators: tuple[str, ...], names: dict[str, str], year: int) -> str:
    say = view.say("so_sanh")
    lines = []
    for i in indicators:
        own, name = of_districts(frame, i), view.catalogue.indicators[i].name(view.language)
        if own["value"].isna().all():
            lines.append(say("no_value", name=name, year=year))
            continue
        sides = {
            side: ", ".join(names[a] for a in own.loc[mask, "area"]) or say["nobody"]
            for side, mask in (("higher", own["position"] > 0), ("lower", own["position"] < 0))
        }
        lines.append(say("heat_line", name=name, **sides))
    return " ".join(lines)
