"""Districts in three groups against the middle, each with its value and band of ranks: what a passer-by can read."""

from html import escape

from data.absence import absent
from pages.content.about import about, foot
from pages.content.compared import compared, of_districts
from pages.content.slides import Content
from pages.content.view import View
from pages.figures.tones import fill_and_ink
from pages.statistics.middle import standing
from pages.text import sentences
from pages.text.numbers import number


def bands_content(view: View, indicator_id: str, year: int) -> Content:
    """Better side first (lower first where nothing is judged); official order within a group; districts without a figure are named below, with the reason."""
    say, indicator = view.say("man_hinh"), view.catalogue.indicators[indicator_id]
    frame, names = of_districts(compared(view, (indicator_id,), year), indicator_id), view.names()
    lowest_first = indicator.polarity != "higher_is_better"
    groups = [
        ("lower", frame["position"] < 0, -1),
        ("similar", frame["position"] == 0, 0),
        ("higher", frame["position"] > 0, 1),
    ]
    mixed = frame["value"].notna() & frame["status"].eq("illustrative")
    marked = bool(mixed.any()) and not mixed[frame["value"].notna()].all()

    def item(row: dict) -> str:
        value = number(row["value"], indicator.decimals, view.language) + (
            " ◇" if marked and row["status"] == "illustrative" else ""
        )
        best, worst = row["best"], row["worst"]
        rank = (
            ""
            if absent(best)
            else say("rank", rank=f"{best:.0f}" if best == worst else f"{best:.0f}–{worst:.0f}")
        )
        return f"<li><span>{escape(names[row['area']])}</span><b>{escape(value)}</b><small>{escape(rank)}</small></li>"

    columns = ""
    for key, mask, position in groups if lowest_first else groups[::-1]:
        fill, ink = fill_and_ink(standing(position, indicator.polarity))
        rows = "".join(item(row) for row in frame[mask].to_dict("records"))
        columns += (
            f"<div><h3 style='background:{fill};color:{ink}'>{escape(say[key])}</h3><ul>{rows}</ul></div>"
        )
    states = view.say("figures")
    without = [
        say(
            "without",
            state=states[state][0].upper() + states[state][1:],
            names=", ".join(names[a] for a in own["area"]),
        )
        for state, own in frame[frame["value"].isna()].groupby("state", sort=False)
    ]
    below = f"<p class='d-without'>{escape(' '.join(without))}</p>" if without else ""
    said = about(
        view,
        frame,
        title=indicator.name(view.language),
        subtitle=say(
            "bands_subtitle",
            unit=view.catalogue.unit(indicator, view.language),
            rank=sentences.rank_end(indicator, view.language),
        ),
        finding=sentences.map_finding(frame, indicator, view.catalogue, names, year, view.language),
    )
    mark = view.say("screens")["mark"] if said.illustrative else ""
    return Content(
        said.title,
        said.subtitle,
        body=f"<div class='d-bands'>{columns}</div>{below}",
        finding=said.finding,
        foot=foot(view, said),
        mark=mark,
    )
