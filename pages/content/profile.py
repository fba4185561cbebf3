"""One district on one page: its rows by field, the findings, its place on the map, its likes. As HTML, for screen and paper alike."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

import pandas as pd

from data.absence import absent
from data.queries import comparison, series_of_areas
from data.similarity import measured, measures
from geo.neighbours import neighbours_of
from geo.province import province_dir
from pages.content.about import edition_line
from pages.content.locator import locator_state
from pages.content.view import View
from pages.figures.spark_svg import spark_svg
from pages.statistics.middle import position
from pages.statistics.ranks import ranks
from pages.statistics.similar import distances
from pages.text import sentences
from pages.text.numbers import number, signed
from pages.text.plans import plan_note
from pages.text.words import words
from pages.web.locator import locator_html

LIKES = 3  # similar districts named
NAMED = 3  # indicators in a sentence of findings


@lru_cache(maxsize=400)
def rows_of(view: View, code: str, year: int) -> pd.DataFrame:
    """The district's figures of a year, catalogue order: columns of `queries.comparison`, position, rank, of (districts ranked), province (value)."""
    whole = comparison(view.edition, list(view.catalogue.indicators), year, today=view.today)
    own = whole[
        (whole["area"] == code) & (whole["value"].notna() | (whole["state"] == "protected"))
    ].set_index("indicator")
    found = []
    for key, rows in whole[(whole["level"] == "district") & whole["indicator"].isin(own.index)].groupby(
        "indicator", sort=False
    ):
        rows, indicator = rows.set_index("area"), view.catalogue.indicators[key]
        known = int(rows["value"].notna().sum())
        found.append(
            {
                "indicator": key,
                "rank": ranks(rows["value"], indicator.polarity, indicator.decimals)[code],
                "of": known,
                "position": position(rows["value"])[code] if known > 1 else float("nan"),
            }
        )
    placed = pd.DataFrame(found, columns=["indicator", "rank", "of", "position"]).set_index("indicator")
    province = whole[whole["level"] == "province"].set_index("indicator")["value"].rename("province")
    return own.join(placed).join(province).reset_index()


@dataclass(frozen=True)
class Likes:
    """Similar districts, nearest first; by what and of which years; who could not be compared."""

    codes: tuple[str, ...]
    by: str
    missing: tuple[str, ...]


@lru_cache(maxsize=400)
def likes(view: View, code: str, year: int) -> Likes:
    """The nearest districts on the declared measures; none where the district has a gap there."""
    frame, used = measured(view.edition, year)
    by = ", ".join(measures()[n].name(view.language) for n in frame.columns) + (
        f" ({used[0]}–{used[1]})" if used and used[0] < used[1] else f" ({used[0]})" if used else ""
    )
    missing = tuple(c for c in view.areas.districts if c not in frame.index or frame.loc[c].isna().any())
    if frame.empty or code in missing:
        return Likes((), by, missing)
    return Likes(tuple(distances(frame, code).index[:LIKES]), by, missing)


def findings(view: View, code: str, year: int) -> str:
    """Where the district stands better, where worse, which plans it missed; figures that are judged only."""
    say, rows, catalogue = view.say("huyen"), rows_of(view, code, year), view.catalogue
    sign = rows["indicator"].map(
        lambda i: {"lower_is_better": -1, "higher_is_better": 1, "neutral": 0}[
            catalogue.indicators[i].polarity
        ]
    )
    side = sign * rows["position"]
    parts = []
    for key, mask in (("better", side > 0), ("worse", side < 0)):
        chosen = (
            rows[mask]
            .assign(far=side[mask].abs())
            .sort_values("far", ascending=False, kind="stable")
            .head(NAMED)
        )
        if len(chosen):
            told = "; ".join(
                say(
                    "finding_item",
                    name=sentences.within(view.label(r.indicator)),
                    value=sentences.amount(
                        r.value, catalogue.indicators[r.indicator], catalogue, view.language
                    ),
                    rank=int(r.rank),
                    of=int(r.of),
                )
                for r in chosen.itertuples()
            )
            parts.append(say(f"finding_{key}", items=told))
    missed = rows[rows["plan_met"].eq(False)]

    def note(row: dict) -> str:
        return plan_note(row, catalogue.indicators[row["indicator"]], catalogue, view.language)

    if len(missed):
        parts.append(
            say(
                "finding_plan",
                items="; ".join(
                    f"{sentences.within(view.label(row['indicator']))} ({note(row)})"
                    for row in missed.head(NAMED).to_dict("records")
                ),
            )
        )
    marked = (
        f" {words('screens', view.language)['mark_note']}" if rows["status"].eq("illustrative").any() else ""
    )
    return " ".join(parts) + marked if parts else say["finding_none"]


@lru_cache(maxsize=200)
def profile_html(view: View, code: str, year: int) -> str:
    """The whole profile: head, map, findings, a table for each field, notes and sources."""
    say = view.say("huyen")
    name = view.areas.at(code, date(year, 12, 31)).full(view.language)
    rows = rows_of(view, code, year)
    if rows.empty:
        return f"<div class='d-profile'><h2 class='d-title'>{escape(say('title', name=name, year=year))}</h2><p>{escape(say('none', name=name, year=year))}</p></div>"
    near, alike = neighbours_of(province_dir(), code), likes(view, code, year)
    names = view.names()
    lines = [
        say("neighbours", names=", ".join(names[c] for c in near) or say["no_neighbours"]),
        say("likes", names=", ".join(names[c] for c in alike.codes), by=alike.by)
        if alike.codes
        else say("no_likes", by=alike.by),
    ]
    if alike.missing:
        lines.append(say("likes_missing", names=", ".join(names[c] for c in alike.missing)))
    fields = "".join(
        _field(
            view,
            code,
            domain,
            rows[rows["indicator"].map(lambda i, d=domain: view.catalogue.indicators[i].domain == d)],
        )
        for domain in view.catalogue.domains
    )
    without = [
        d.name(view.language)
        for d in view.catalogue.domains.values()
        if not rows["indicator"].map(lambda i, d=d: view.catalogue.indicators[i].domain == d.id).any()
    ]
    sources = list(dict.fromkeys(t for t in rows["source_title"] if t))
    notes = [
        say["note_rank"],
        *([view.say("screens")["mark_note"]] if rows["status"].eq("illustrative").any() else []),
        *([view.say("screens")["unstable_note"]] if rows["unstable"].any() else []),
        *([say("without", names=", ".join(without))] if without else []),
    ]
    mark = (
        f" <span class='d-mark'>{escape(words('screens', view.language)['mark'])}</span>"
        if rows["status"].eq("illustrative").any()
        else ""
    )
    return (
        f"<div class='d-profile'><div class='d-profile-head'><div><h2 class='d-title'>{escape(say('title', name=name, year=year))}{mark}</h2>"
        f"<p class='d-review'>{escape(findings(view, code, year))}</p>{''.join(f'<p class=d-subtitle>{escape(t)}</p>' for t in lines)}</div>{locator_html(locator_state(view, code, near, name))}</div>"
        f"{fields}<p class='d-foot'>{escape(' '.join(notes))}</p>"
        f"<p class='d-foot'>{escape(words('screens', view.language)('sources', sources='; '.join(sources)))}. {escape(edition_line(view))}.</p></div>"
    )


def _field(view: View, code: str, domain: str, rows: pd.DataFrame) -> str:
    if rows.empty:
        return ""
    say, texts = view.say("huyen"), view.say("screens")
    series = _series(view, code)
    heads = [
        texts["indicator"],
        texts["column_value"],
        texts["column_rank"],
        say["middle"],
        say["change"],
        texts["column_share"],
        say["trend"],
    ]
    body = []
    for row in rows.to_dict("records"):
        indicator = view.catalogue.indicators[row["indicator"]]
        own = series.get((row["indicator"], code))
        beside = series.get((row["indicator"], view.areas.province)) if indicator.is_rate else None
        drawn = (
            spark_svg(
                own,
                look=view.look,
                beside=beside,
                label=sentences.trend_finding(
                    own, indicator, view.catalogue, code, view.names(full=True)[code], view.language
                ),
            )
            if own is not None
            else ""
        )
        cells = [
            escape(indicator.label(view.language)),
            escape(_value(view, row, indicator)),
            escape(_rank(row)),
            escape(_against(row, say)),
            escape(_change(view, row, indicator, say)),
            escape(plan_note(row, indicator, view.catalogue, view.language))
            if not absent(row["plan"])
            else "",
            drawn,
        ]
        body.append(
            "<tr>"
            + "".join(
                f"<{'th scope=row' if n == 0 else 'td'}{' class=n' if n in (1, 2, 5) else ''}>{c}</{'th' if n == 0 else 'td'}>"
                for n, c in enumerate(cells)
            )
            + "</tr>"
        )
    head = "".join(
        f"<th scope='col'{' class=n' if n in (1, 2, 5) else ''}>{escape(h)}</th>" for n, h in enumerate(heads)
    )
    return (
        f"<section><h3 class='d-title'>{escape(view.catalogue.domains[domain].name(view.language))}</h3><div class='d-scroll'><table class='d-table d-figures'>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div></section>"
    )


@lru_cache(maxsize=100)
def _series(view: View, code: str) -> dict[tuple[str, str], pd.DataFrame]:
    rows = series_of_areas(view.edition, list(view.catalogue.indicators), [code, view.areas.province])
    return {(str(i), str(a)): own for (i, a), own in rows.groupby(["indicator", "area"], sort=False)}


def _value(view: View, row: dict, indicator) -> str:
    if absent(row["value"]):
        return view.say("figures")["protected"]
    return (
        sentences.amount(row["value"], indicator, view.catalogue, view.language)
        + (" *" if row["unstable"] else "")
        + (" ◇" if row["status"] == "illustrative" else "")
    )


def _rank(row: dict) -> str:
    return f"{int(row['rank'])}/{int(row['of'])}" if not absent(row["rank"]) and row["of"] > 1 else "–"


def _against(row: dict, say) -> str:
    at = row["position"]
    return "" if absent(at) else say["higher" if at > 0 else "lower" if at < 0 else "similar"]


def _change(view: View, row: dict, indicator, say) -> str:
    """In points or per cent, or the reason why there is none."""
    mark = " ◇" if row["before_status"] == "illustrative" and row["status"] != "illustrative" else ""
    if indicator.is_rate and not absent(row["points"]):
        return say("points", value=signed(row["points"], indicator.decimals, view.language)) + mark
    if not absent(row["percent"]):
        return f"{signed(row['percent'], 1, view.language)} %{mark}"
    if not absent(row["before"]) and not row["reason"]:
        return (
            view.say("sentences")(
                "from_to",
                before=number(row["before"], indicator.decimals, view.language),
                after=number(row["value"], indicator.decimals, view.language),
            )
            + mark
        )
    return say["break"] if row["reason"] == "break" else "–"
