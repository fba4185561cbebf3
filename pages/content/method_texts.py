"""Tables and texts of the page of sources and methods, as HTML made from the edition itself."""

from html import escape

import pandas as pd

from data.audience import PUBLIC
from data.catalogue import Indicator
from data.protection.rules import PERSONS, SUBGROUP
from data.queries import coverage, differences
from data.serving import conflicts, lifted, protected
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.view import View
from pages.text.numbers import as_published, date, number, signed
from pages.text.search import found


def catalogue_table(view: View, wanted: str = "") -> str:
    """Every indicator with its definition; `wanted` filters as the search of `pages.text.search` does."""
    say = view.say("nguon")
    held = coverage(view.edition).set_index("indicator")
    hits = set(found(view.catalogue, wanted))
    parts = []
    for domain in view.catalogue.domains.values():
        rows = [i for i in view.catalogue.of_domain(domain.id) if i.id in hits]
        if rows:
            body = [_indicator_row(view, i, held.loc[i.id], say) for i in rows]
            parts.append(
                f"<h3 class='d-title'>{escape(domain.name(view.language))}</h3>"
                + html_table(
                    [
                        say[c]
                        for c in (
                            "name",
                            "unit",
                            "definition",
                            "kind",
                            "polarity",
                            "limits",
                            "legal",
                            "caveats",
                            "coverage",
                        )
                    ],
                    body,
                )
            )
    return "".join(parts)


def sources_table(view: View, rows: pd.DataFrame) -> str:
    """Sources in use with their addresses."""
    say = view.say("nguon")
    body = [
        [
            escape(r.source),
            escape(r.title),
            _link(r.address),
            date(r.published, view.language) if len(r.published) == 10 else escape(r.published),
            str(r.rows),
        ]
        for r in rows.itertuples()
    ]
    return html_table([say[c] for c in ("code", "source", "address", "published", "rows")], body)


def standards_table(view: View) -> str:
    """Every family of standards with its documents and spans."""
    say = view.say("nguon")
    body = [
        [
            escape(m.name(view.language)),
            escape(m.document),
            date(m.first_day, view.language),
            date(m.last_day, view.language),
        ]
        for family in view.catalogue.standards.values()
        for m in family
    ]
    return html_table([say[c] for c in ("breaks", "document", "from", "to")], body)


def differences_table(view: View) -> str:
    """Where districts and province differ; empty text where nowhere."""
    say, language = view.say("nguon"), view.language
    body = []
    for r in differences(view.edition).itertuples():
        indicator = view.catalogue.indicators[r.indicator]
        body.append(
            [
                escape(indicator.name(language)),
                date(r.period_end, language),
                *(
                    as_published(
                        v, max(indicator.decimals, 2) if indicator.is_rate else indicator.decimals, language
                    )
                    for v in (r.province, r.districts)
                ),
                signed(
                    r.difference,
                    max(indicator.decimals, 2) if indicator.is_rate else indicator.decimals,
                    language,
                ),
            ]
        )
    return (
        html_table(
            [say[c] for c in ("name", "period", "province_value", "districts_value", "difference")], body
        )
        if body
        else ""
    )


def conflicts_table(view: View) -> str:
    """Figures kept out, with the reason; empty text where there are none."""
    say, language = view.say("nguon"), view.language
    body = []
    for r in conflicts(view.edition).itertuples():
        indicator = view.catalogue.indicators.get(r.indicator)
        name = indicator.name(language) if indicator else r.indicator
        area = view.areas.at(r.area).full(language) if r.area in view.areas.codes else r.area
        try:
            value = as_published(float(r.value), 4, language)
        except ValueError:
            value = r.value
        body.append(
            [
                escape(name),
                escape(area),
                date(r.period_end, language) if r.period_end else "",
                escape(value),
                escape(r.source),
                escape(r.reason_en if language == "en" else r.reason_vi),
            ]
        )
    return (
        html_table([say[c] for c in ("name", "area", "period", "value", "source", "reason")], body)
        if body
        else ""
    )


def rehearsal_method(view: View) -> str:
    """How the illustrative figures were made; empty where the province has no rehearsal."""
    return view.about.get("rehearsal", {}).get(f"method_{view.language}", "") if view.rehearsal else ""


def protection(view: View) -> str:
    """What the public is not shown, by which rule, and how many figures of the edition.

    Empty for the office.
    """
    if view.audience != PUBLIC:
        return ""
    kept = protected(view.edition)
    small = int(kept["primary"].sum())
    say = view.say("nguon")
    return say(
        "protection_text",
        persons=PERSONS - 1,
        subgroup=SUBGROUP - 1,
        all=number(len(kept), 0, view.language),
        small=number(small, 0, view.language),
        others=number(len(kept) - small, 0, view.language),
    )


def lifted_table(view: View) -> str:
    """Small counts that the office shows all the same, with author and reason.

    Empty text where there are none.
    """
    say, names = view.say("nguon"), view.names(full=True)
    body = [
        [
            escape(view.label(r.indicator)),
            escape(names[r.area]),
            str(r.year),
            escape(r.author),
            escape(r.reason),
            date(r.time[:10], view.language),
        ]
        for r in lifted(view.edition).itertuples()
    ]
    return (
        html_table([say[c] for c in ("name", "area", "year", "author", "reason", "lifted_on")], body)
        if body
        else ""
    )


def frame(view: View) -> str:
    """Which areas, from when to when."""
    text = view.about.get("frame", {})
    return text.get(view.language, "") if isinstance(text, dict) else str(text)


def credit(view: View) -> str:
    """Whose boundaries are drawn."""
    return map_layout(province_dir(), "map").credit(view.language)


def html_table(heads: list[str], rows: list[list[str]]) -> str:
    """A plain table; cells are HTML already."""
    head = "".join(f"<th scope='col'>{escape(h)}</th>" for h in heads)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<div class='d-scroll'><table class='d-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _indicator_row(view: View, i: Indicator, held: pd.Series, say) -> list[str]:
    language = view.language
    limits = i.thresholds if isinstance(i.thresholds, dict) else {"": i.thresholds} if i.thresholds else {}
    written = "<br>".join(
        escape(
            (f"{view.catalogue.standard(key).name(language)}: " if key else "")
            + " – ".join(as_published(v, 2, language) for v in values)
        )
        for key, values in limits.items()
    )
    have = (
        say(
            "coverage_text",
            rows=held["rows"],
            first=int(held["first_year"]),
            last=int(held["last_year"]),
            districts=held["districts"],
        )
        if held["rows"]
        else say["coverage_none"]
    )
    return [
        f"<b>{escape(i.name(language))}</b><br><code>{i.id}</code>",
        escape(view.catalogue.unit(i, language)),
        escape(i.definition(language)),
        say[f"measure_{i.measure}"],
        say[f"polarity_{i.polarity}"],
        written,
        escape("; ".join(i.legal_basis)),
        escape("; ".join(view.catalogue.caveats[c](language) for c in i.caveats)),
        escape(have),
    ]


def _link(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        return escape(address)
    return f"<a href='{escape(address, quote=True)}' target='_blank' rel='noopener'>{escape(address)}</a>"
