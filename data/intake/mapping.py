"""Which figures the headings of an office's own table mean: suggested, to be confirmed by a person."""

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field
from rapidfuzz import fuzz

from data.areas import Areas
from data.catalogue import Catalogue, Indicator
from data.intake.area_names import folded
from data.intake.layout import Layout
from data.intake.periods import period_in, period_of, without_period
from data.intake.sheet_words import BRACKETED, sheet_words, unit_factors, unit_in
from data.toml_files import Strict

LIKELY, CERTAIN = 72.0, 95.0  # scores: below the first nothing is suggested
Kind = Literal["actual", "plan", "estimate"]
DERIVED, OTHER_YEAR, UNKNOWN, TWICE = "derived", "other_year", "unknown", "twice"


class Meaning(Strict):
    """What one heading means.

    Attributes:
        axis, at, name: row or column, its place among the headings of that axis, its text.
        indicator: id, empty where the heading names none (it may name a kind, or is left out).
        kind: empty where the heading names none.
        unit: as the table writes it; factor: a figure times it is in the indicator's unit.
        end: last day, None where the heading names no period.
        score: 0–100, how near the name is. left_out: empty, or why its figures are not read.
    """

    axis: Literal["row", "column"]
    at: int
    name: str
    indicator: str = ""
    kind: Kind | Literal[""] = ""
    unit: str = ""
    factor: Decimal = Decimal(1)
    end: date | None = None
    score: float = 0.0
    left_out: Literal["", "derived", "other_year", "unknown", "twice"] = ""


class Mapping(Strict):
    """What a table means; the caller shows it, lets it be changed (`model_copy`), and stores it.

    Attributes:
        signature: of the layout; form: as there.
        end: last day of the period that the titles name, None where they name none.
        area: code of the area that the titles name, of a table of one area; else empty.
    """

    signature: str
    form: Literal["areas_down", "areas_across", "one_area"]
    end: date | None = None
    area: str = ""
    meanings: tuple[Meaning, ...] = Field(default=())

    @property
    def certain(self) -> bool:
        """Whether no heading leaves a doubt."""
        return all(not m.indicator or m.score >= CERTAIN for m in self.meanings) and not any(
            m.left_out in (UNKNOWN, TWICE) for m in self.meanings
        )

    def of(self, axis: str, at: int) -> Meaning | None:
        """What a row or a column of the grid means."""
        return next((m for m in self.meanings if (m.axis, m.at) == (axis, at)), None)


def suggest(
    layout: Layout, catalogue: Catalogue, areas: Areas, end: date | None = None, domain: str = ""
) -> Mapping:
    """What the headings most likely mean; nothing is stored.

    Args:
        end: last day of the period that is asked for; headings of other years are then left out.
        domain: of the form; its indicators come before others whose names are as near.
    """
    named = period_of(layout.titles)
    period = end or named.end
    names = _names(catalogue)
    naming = "column" if layout.form == "areas_down" else "row"  # the axis that names indicators
    meanings = []
    for axis, head in layout.headings:
        if not head.name:
            continue  # figures without a heading are faults
        unit = head.unit or unit_in(head.name)
        year = period_in(head.name)
        own = year.end if year.year else None
        if own and period and year.month is None and own.year == period.year:
            own = period  # “năm 2024” in a report of nine months
        meaning = Meaning(axis=axis, at=head.at, name=head.name, kind=_kind(head.name), unit=unit, end=own)
        bare = folded(head.name)
        if re.search(sheet_words().last_year, bare) or (own and period and own.year != period.year):
            meaning = meaning.model_copy(update={"left_out": OTHER_YEAR})
        elif axis == naming:
            meaning = _named(meaning, names, catalogue, layout, domain)
        elif _derived(head.name):
            meaning = meaning.model_copy(update={"left_out": DERIVED})
        meanings.append(meaning)
    area = _area(layout.titles, areas) if layout.form == "one_area" else ""
    found = Mapping(
        signature=layout.signature, form=layout.form, end=named.end, area=area, meanings=tuple(meanings)
    )
    return _once(found)


def recalled(layout: Layout, known: Mapping, catalogue: Catalogue, areas: Areas, end: date | None) -> Mapping:
    """A mapping that was confirmed for the same form: its indicators, with the periods of this table."""
    now = suggest(layout, catalogue, areas, end)
    confirmed = {(m.axis, re.sub("[12][0-9]{3}", "#", folded(m.name))): m for m in known.meanings}
    meanings = []
    for m in now.meanings:
        was = confirmed.get((m.axis, re.sub("[12][0-9]{3}", "#", folded(m.name))))
        if was and was.indicator in ("", *catalogue.indicators):
            kept = {n: getattr(was, n) for n in ("indicator", "kind", "unit", "factor", "score", "left_out")}
            m = m.model_copy(update=kept)
        meanings.append(m)
    return now.model_copy(update={"meanings": tuple(meanings)})


def decided(m: Meaning, indicator: str, layout: Layout, catalogue: Catalogue) -> Meaning:
    """What a person says that a heading means. indicator: an id; empty leaves its figures out."""
    if not indicator:
        return m.model_copy(update={"indicator": "", "score": 0.0, "left_out": m.left_out or UNKNOWN})
    if indicator == m.indicator:
        return m
    unit = m.unit or (layout.unit if _fits(layout.unit, catalogue.indicators[indicator]) else "")
    factor = unit_factors(unit).get(catalogue.indicators[indicator].unit, Decimal(1))
    chosen = {"indicator": indicator, "score": 100.0, "left_out": "", "unit": unit, "factor": factor}
    return m.model_copy(update=chosen)


def _names(catalogue: Catalogue) -> list[tuple[str, str]]:
    """(key of a name, indicator): names, short names, other names."""
    other = sheet_words().names
    return [
        (key(text), i.id)
        for i in catalogue.indicators.values()
        for text in (
            i.name.vi,
            i.name.en,
            *((i.short.vi, i.short.en) if i.short else ()),
            *other.get(i.id, ()),
        )
    ]


def key(text: str) -> str:
    """A name as it is compared: folded, without period, kind, unit, idle words; each word once, in order."""
    words = sheet_words()
    bare = without_period(BRACKETED.sub(lambda m: " " if unit_factors(m[1]) else f" {m[1]} ", text))
    for pattern in words.kinds.values():
        bare = re.sub(pattern, " ", bare)
    parts = [word for part in bare.split() for word in words.short.get(part, part).split()]
    kept = {w for w in parts if w not in words.idle and not w.isdigit()}
    return " ".join(sorted(kept))


def _named(
    m: Meaning, names: list[tuple[str, str]], catalogue: Catalogue, layout: Layout, domain: str
) -> Meaning:
    """With the indicator whose name is nearest, among those that the unit fits."""
    leaf = m.name.rpartition(" > ")[2]
    rate = m.unit == "%" or re.search(r"\bty le\b|\btl\b", folded(m.name)) is not None
    asked = [(key(m.name + (" tỷ lệ" if rate else "")), 0.0)]
    if derived := _derived(leaf):  # “Việc làm > % so với KH” is no figure of its parent
        asked = [(key(leaf), 0.0)]
    elif leaf != m.name and len(key(leaf).split()) > 1:
        asked.append((key(leaf + (" tỷ lệ" if rate else "")), 3.0))
    elif not key(m.name):  # “Kế hoạch”, “Thực hiện” alone: the title says of what
        asked = [(key(title), 5.0) for title in layout.titles]
    scores: dict[str, float] = {}
    for name, indicator in names:
        far = 4 if domain and catalogue.indicators[indicator].domain != domain else 0
        near = max((fuzz.ratio(text, name) - off for text, off in asked), default=0.0)
        scores[indicator] = max(scores.get(indicator, 0.0), near - far)
    fit = {i: s for i, s in scores.items() if _fits(m.unit, catalogue.indicators[i])}
    best = max(fit, key=lambda i: fit[i], default="")
    surest = max(scores, key=lambda i: scores[i], default="")
    if scores.get(surest, 0.0) >= CERTAIN > fit.get(best, 0.0):  # the unit is wrong: a fault of its cells
        best = surest
    if scores.get(best, 0.0) < (90 if derived else LIKELY):
        return m.model_copy(update={"left_out": DERIVED if derived else UNKNOWN})
    unit = m.unit or (layout.unit if _fits(layout.unit, catalogue.indicators[best]) else "")
    factor = unit_factors(unit).get(catalogue.indicators[best].unit, Decimal(1))
    more = {"indicator": best, "score": round(scores[best], 1), "unit": unit, "factor": factor}
    return m.model_copy(update=more)


def _fits(unit: str, indicator: Indicator) -> bool:
    factors = unit_factors(unit)
    return not factors or indicator.unit in factors


def _derived(text: str) -> bool:
    """Whether a heading compares figures of the table: “so với …”, “% KH”."""
    bare = folded(text)
    of_plan = "%" in text and re.search(sheet_words().kinds["plan"], bare) is not None
    return of_plan or re.search(sheet_words().derived, bare) is not None


def _kind(text: str) -> Kind | Literal[""]:
    bare = folded(text)
    for kind, pattern in sheet_words().kinds.items():
        if re.search(pattern, bare):
            return kind  # type: ignore[return-value]  # the keys of the file are the kinds
    return ""


def _area(titles: tuple[str, ...], areas: Areas) -> str:
    """The district that the titles name with its rank."""
    text = f" {folded(' '.join(f'x {t}' for t in titles))} "
    named = {
        a.code
        for a in areas.rows
        if a.code in areas.districts and f" {folded('x ' + a.full('vi'))[2:]} " in text
    }
    return named.pop() if len(named) == 1 else ""


def _once(mapping: Mapping) -> Mapping:
    """Of several headings of one axis that seem to mean the same figure, only the nearest name keeps it."""
    best: dict[tuple, Meaning] = {}
    for m in mapping.meanings:
        place = (m.axis, m.indicator, m.kind or "actual", m.end)
        if m.indicator and (place not in best or m.score > best[place].score):
            best[place] = m
    kept = {(m.axis, m.at) for m in best.values()}
    meanings = [
        m
        if not m.indicator or (m.axis, m.at) in kept
        else m.model_copy(update={"indicator": "", "left_out": TWICE})
        for m in mapping.meanings
    ]
    return mapping.model_copy(update={"meanings": tuple(meanings)})
