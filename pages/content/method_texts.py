"""Tables and texts of the page of sources and methods, made from the edition itself."""

from dataclasses import dataclass
from datetime import date as day

from data.audience import PUBLIC
from data.protection.rules import PERSONS, SUBGROUP
from data.queries import differences
from data.serving import conflicts, lifted, protected
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.view import View
from pages.text.numbers import date, number, signed
from pages.text.words import Words


@dataclass(frozen=True)
class Link:
    """An address that can be followed."""

    address: str


@dataclass(frozen=True)
class Grid:
    """A plain table: headings, and rows of texts (a line break is a new line) and links."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | Link, ...], ...]
    title: str = ""


def standards_table(view: View) -> Grid:
    """Every family of standards with its documents and spans."""
    say = view.say("nguon")
    body = [
        [
            m.name(view.language),
            view.catalogue.legal_basis(m.document).name(view.language),
            date(m.first_day, view.language),
            date(m.last_day, view.language),
        ]
        for family in view.catalogue.standards.values()
        for m in family
    ]
    return _grid(say, ("breaks", "document", "from", "to"), body)


def differences_table(view: View) -> Grid | None:
    """Where districts and province differ; None where nowhere."""
    say, language = view.say("nguon"), view.language
    body = []
    for r in differences(view.edition).to_dict("records"):
        indicator = view.catalogue.indicators[r["indicator"]]
        body.append(
            [
                indicator.name(language),
                date(r["period_end"], language),
                *(
                    number(
                        v, max(indicator.decimals, 2) if indicator.is_rate else indicator.decimals, language
                    )
                    for v in (r["province"], r["districts"])
                ),
                signed(
                    r["difference"],
                    max(indicator.decimals, 2) if indicator.is_rate else indicator.decimals,
                    language,
                ),
            ]
        )
    return (
        _grid(say, ("name", "period", "province_value", "districts_value", "difference"), body)
        if body
        else None
    )


def conflicts_table(view: View) -> Grid | None:
    """Figures kept out, with the reason; None where there are none."""
    say, language = view.say("nguon"), view.language
    body = []
    for r in conflicts(view.edition).to_dict("records"):
        indicator = view.catalogue.indicators.get(r["indicator"])
        name = indicator.name(language) if indicator else r["indicator"]
        places = view.places(day.fromisoformat(r["period_end"]) if r["period_end"] else view.today)
        area = places[r["area"]].full if r["area"] in places else r["area"]
        try:
            value = number(float(r["value"]), 4, language)
        except ValueError:
            value = r["value"]
        body.append(
            [
                name,
                area,
                date(r["period_end"], language) if r["period_end"] else "",
                value,
                r["source"],
                r["reason_en"] if language == "en" else r["reason_vi"],
            ]
        )
    return _grid(say, ("name", "area", "period", "value", "source", "reason"), body) if body else None


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


def lifted_table(view: View) -> Grid | None:
    """Small counts that the office shows all the same, with author and reason.

    None where there are none.
    """
    say = view.say("nguon")
    body = [
        [
            view.label(r["indicator"]),
            view.places_of(r["year"])[r["area"]].full,
            str(r["year"]),
            r["author"],
            r["reason"],
            date(r["time"][:10], view.language),
        ]
        for r in lifted(view.edition).to_dict("records")
    ]
    return _grid(say, ("name", "area", "year", "author", "reason", "lifted_on"), body) if body else None


def frame(view: View) -> str:
    """Which areas, from when to when."""
    text = view.about.get("frame", {})
    return text.get(view.language, "") if isinstance(text, dict) else str(text)


def credit(view: View) -> str:
    """Whose boundaries are drawn."""
    return map_layout(province_dir(), "map").credit(view.language)


def _grid(say: Words, columns: tuple[str, ...], rows: list) -> Grid:
    return Grid(tuple(say[column] for column in columns), tuple(map(tuple, rows)))
