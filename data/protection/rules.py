"""What is protected, as declared: thresholds by the catalogue, relations by `relations.toml`."""

from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from data import HERE
from data.catalogue import Catalogue
from data.catalogue_files import read_catalogue
from data.errors import Fault, FaultsFound
from data.toml_files import Strict, did_you_mean, read_as

PERSONS, SUBGROUP = 5, 10  # counts from 1 up to below these are protected
FILE = "relations.toml"


class Sum(Strict):
    """total = the sum of parts, in the same area and period."""

    total: str
    parts: tuple[str, ...]


class Balance(Strict):
    """total of a year = before of the year before + plus − minus of the year, within one standard."""

    total: str
    before: str
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()


class Follows(Strict):
    """`count` is nearly known where `of` is: it is protected with it."""

    count: str
    of: str


class StandIn(Strict):
    """Where `of` is not known, a reader takes `count` of the same area for it: as the base of a rate."""

    count: str
    of: str


class Relations(Strict):
    """All of relations.toml."""

    sums: tuple[Sum, ...] = Field(default=(), alias="sum")
    balances: tuple[Balance, ...] = Field(default=(), alias="balance")
    follows: tuple[Follows, ...] = ()
    stand_ins: tuple[StandIn, ...] = Field(default=(), alias="stand_in")

    def named(self) -> set[str]:
        """Every indicator that a relation names."""
        return {
            *(i for s in self.sums for i in (s.total, *s.parts)),
            *(i for b in self.balances for i in (b.total, b.before, *b.plus, *b.minus)),
            *(i for f in (*self.follows, *self.stand_ins) for i in (f.count, f.of)),
        }


@dataclass(frozen=True)
class Rules:
    """What protection needs to know of an edition's indicators.

    Attributes:
        thresholds: indicator → the count below which it is protected; only counts of persons and households
            are in it.
        rates: indicator → (numerator, denominator, factor) of rates whose numerator is in `thresholds`.
        summed: indicators whose districts add up to the province.
    """

    thresholds: dict[str, int]
    rates: dict[str, tuple[str, str, float]]
    summed: tuple[str, ...]
    relations: Relations

    @property
    def stand_ins(self) -> dict[str, list[str]]:
        """denominator → indicators taken for it where it is not known."""
        return {
            s.of: [o.count for o in self.relations.stand_ins if o.of == s.of]
            for s in self.relations.stand_ins
        }


def read_relations(catalogue: Catalogue) -> Relations:
    """relations.toml, with every id checked: a slip of the pen must not cost protection.

    Raises:
        FaultsFound: wrong keys, or indicators that the catalogue does not declare.
    """
    text = (HERE / FILE).read_text(encoding="utf-8")
    relations = read_as(Relations, text, FILE)
    known = catalogue.indicators
    faults = [
        Fault(
            FILE,
            None,
            "",
            f"không có chỉ tiêu “{i}” trong danh mục",
            did_you_mean(i, known) or "Sửa mã hoặc bỏ đẳng thức.",
        )
        for i in sorted(relations.named() - set(known))
    ]
    if faults:
        raise FaultsFound(faults)
    return relations


def rules(declared: Catalogue) -> Rules:
    """The rules for an edition with this catalogue.

    Today's declarations hold for old editions too, which may know nothing of protection; of two thresholds
    the higher.
    """
    today = _today()
    known = read_relations(today)
    thresholds = {
        i: t for i in declared.indicators if (t := max(_threshold(declared, i), _threshold(today, i)))
    }
    found = declared.indicators.values()
    return Rules(
        thresholds,
        {
            i.id: (i.numerator, i.denominator, i.factor)
            for i in found
            if i.numerator in thresholds and i.numerator and i.denominator
        },
        tuple(i.id for i in found if i.aggregate != "none"),
        known.model_copy(
            update={"sums": tuple(s for s in (*known.sums, *_parts(declared)) if s.total in thresholds)}
        ),
    )


def _threshold(catalogue: Catalogue, indicator: str) -> int:
    known = catalogue.indicators.get(indicator)
    if known is None or not catalogue.units[known.unit].persons:
        return 0
    return SUBGROUP if known.subgroup else PERSONS


def _parts(declared: Catalogue) -> list[Sum]:
    """`part_of` as sums."""
    totals = dict.fromkeys(i.part_of for i in declared.indicators.values() if i.part_of)
    return [
        Sum(total=t, parts=tuple(i.id for i in declared.indicators.values() if i.part_of == t))
        for t in totals
    ]


@lru_cache
def _today() -> Catalogue:
    return read_catalogue()
