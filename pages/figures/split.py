"""A total and its parts over the years: stacked columns with their figures written in."""

import plotly.graph_objects as go

from data.status import illustrative
from pages.content.split import Split
from pages.figures.spread import spread
from pages.figures.template import (
    NO_CAPTION,
    Caption,
    add_key,
    base_layout,
    build,
    note,
    plot_height,
    wrapped,
)
from pages.figures.theme import DESK, PARTS, Look, text_on
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words


def split(
    state: Split, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = 440
) -> go.Figure:
    """Parts by year from the catalogue's first upwards, named beside the last column.

    A year with a part missing shows no total.
    """
    frame, indicator, catalogue, language = state.frame, state.indicator, state.catalogue, state.language
    place, grouped = state.place, state.grouped
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    present = frame[frame["value"].notna()]
    order = [p for p in catalogue.indicators if p in set(present["part"])]
    years = sorted(int(y) for y in present["year"].unique())
    totals = {y: present.loc[present["year"] == y, "value"].sum() for y in years}
    complete = [y for y in years if len(present[present["year"] == y]) == len(order)]
    top = (max(present["value"], default=1) if grouped else max(totals.values(), default=1)) * 1.1 or 1
    base = base_layout(
        caption,
        look,
        language,
        height,
        left=int(look.text * 0.9),
        right=int(look.small * 9.6),
        axis=int(look.text * 2),
    )
    traces, names = [], []
    for index, part in enumerate(order):
        rows = present[present["part"] == part].sort_values("year")
        colour = PARTS[index % len(PARTS)]
        label = catalogue.indicators[part].label(language)
        traces.append(
            _columns(
                rows,
                {y: totals[y] for y in complete},
                label,
                colour,
                place,
                indicator,
                unit,
                top,
                grouped,
                look,
                say,
                language,
            )
        )
        names.append((label, _middle(present, order, part, years[-1], grouped), colour))
    base |= {"barmode": "group" if grouped else "stack", "bargap": 0.28}
    base["xaxis"] = {
        "tickvals": years,
        "tickformat": "d",
        "showgrid": False,
        "fixedrange": True,
        "tickangle": 0,
    }
    base["yaxis"] = {"visible": False, "range": [0, top], "fixedrange": True}
    base["annotations"] += _names(names, look, base, top)
    if not grouped:
        base["annotations"] += [
            note(
                f"<b>{number(totals[y], indicator.decimals, language)}</b>",
                y,
                totals[y],
                xref="x",
                yref="y",
                yanchor="bottom",
                font={"size": look.small},
            )
            for y in complete
        ] + [
            note(
                f"<i>{wrapped(say['protected'], 6)}</i>",
                y,
                totals[y],
                xref="x",
                yref="y",
                yanchor="bottom",
                font={"size": max(10, look.small - 2), "color": look.muted},
            )
            for y in years
            if "protected" in frame and frame.loc[frame["year"] == y, "protected"].any()
        ]
    if illustrative(present["status"]):
        add_key(base, [say["illustrative"]], look)
    return build(traces, base)


def _columns(rows, totals, label, colour, place, indicator, unit, top, grouped, look, say, language) -> dict:
    values = rows["value"].tolist()
    shares = [
        percent(100 * v / totals[int(y)], 1, language) if totals.get(int(y)) else ""
        for v, y in zip(values, rows["year"])
    ]
    hovers = []
    for value, share, row in zip(values, shares, rows.itertuples()):
        lines = [
            f"{label}, {row.year}: {with_unit(value, unit, indicator.decimals, language)}",
            *([say("share_of_total", share=share)] if share else []),
        ]
        lines += [say[row.status]] if isinstance(row.status, str) and row.status else []
        hovers.append("<br>".join(lines))
    texts = [number(v, indicator.decimals, language) if grouped or v > top * 0.045 else "" for v in values]
    return {
        "type": "bar",
        "x": [int(y) for y in rows["year"]],
        "y": values,
        "name": label,
        "text": texts,
        "textangle": 0,
        "textposition": "outside" if grouped else "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": look.small, "color": look.ink if grouped else text_on(colour)},
        "customdata": [[place.code, h] for h in hovers],
        "hovertemplate": f"<b>{place.full}</b><br>%{{customdata[1]}}<extra></extra>",
        "marker": {"color": colour, "line": {"color": look.paper, "width": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _middle(present, order, part, year, grouped) -> float:
    last = present[present["year"] == year].set_index("part")["value"]
    if part not in last:
        return 0.0
    below = 0 if grouped else sum(last.get(p, 0) for p in order[: order.index(part)])
    return below + last[part] / (1 if grouped else 2)


def _names(names, look, base, top) -> list[dict]:
    heights = spread([n[1] for n in names], look.small * 2.9 * top / plot_height(base), 0, top)
    return [
        note(
            f'<span style="color:{colour}">■</span> {wrapped(label, 18)}',
            1,
            y,
            yref="y",
            xanchor="left",
            xshift=2,
            align="left",
            font={"size": look.small},
        )
        for (label, _, colour), y in zip(names, heights)
    ]
