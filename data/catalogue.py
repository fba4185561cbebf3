"""The catalogue: every indicator declared once, in `indicators/<domain>.toml`.

The order of entries is the order on screen. Unknown keys are refused, and all faults of all
files are reported together. What the keys mean is written at the fields below.
"""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from data.toml_files import Strict


class Words(Strict):
    """A text in the two languages of the screen."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __call__(self, language: str) -> str:
        return self.en if language == "en" else self.vi


class Expected(Strict):
    """When the figure of a year is expected: day and month, `years_later` after the period's year."""

    day: int = Field(ge=1, le=31)
    month: int = Field(ge=1, le=12)
    years_later: int = Field(default=1, ge=0, le=2)


class Indicator(Strict):
    """One indicator, as declared. Everything that decides how it is shown stands here."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    domain: str
    name: Words
    short: Words | None = None  # for cards and axes; the name where absent
    unit: str  # id in units.toml
    decimals: int = Field(ge=0, le=4)
    polarity: Literal["lower_is_better", "higher_is_better", "neutral"]
    measure: Literal["stock", "flow"]
    aggregate: Literal["sum", "ratio", "none"]  # how areas add up
    numerator: str | None = None
    denominator: str | None = None
    factor: float = 100.0  # value = factor × numerator ÷ denominator
    definition: Words
    legal_basis: tuple[str, ...] = ()  # ids in legal_bases.toml, in the order in which they held
    standards: str | None = None  # id of a family in standards.toml; each member is a segment
    thresholds: tuple[float, ...] | dict[str, tuple[float, ...]] | None = None  # rates only
    plan: Literal["reach", "not_exceed", "reduce_points"] | None = None
    small_number: int | None = Field(default=None, ge=1)  # rate: base below which it is unstable
    caveats: tuple[str, ...] = ()  # ids in caveats.toml
    expected: Expected | None = None
    review_month: int | None = Field(
        default=None, ge=1, le=12
    )  # a yearly review begins: a count is the year's
    part_of: str | None = None  # the total that this one is a part of
    headline: bool = False  # shown as a card on its domain's page
    subgroup: bool = (
        False  # ethnicity, sex, disability, children, merit, drug treatment …: protected below 10, not 5
    )

    @property
    def is_rate(self) -> bool:
        """Rates may fill a map and be judged; counts and money are drawn as circles."""
        return self.in_points or self.aggregate == "ratio"

    @property
    def in_points(self) -> bool:
        """Whether a change is in percentage points; else, also of rates per 1,000, it is in per cent."""
        return self.unit in ("phan_tram", "diem_phan_tram")

    @property
    def judged(self) -> str:
        """How areas are judged against each other: as `polarity` for rates, “neutral” for counts and money.

        A large district has more of everything: what it has is neither better nor worse.
        """
        return self.polarity if self.is_rate else "neutral"

    def is_yearly_review(self, day: date) -> bool:
        """Whether a count on a day is the yearly review's, and so the year's figure before its last day."""
        return self.review_month is not None and day.month >= self.review_month

    @property
    def plan_type(self) -> str:
        """How a plan is meant: reach (at least), not_exceed (a ceiling), reduce_points (down to a level)."""
        return self.plan or "reach"

    def label(self, language: str) -> str:
        """The short name where there is one."""
        return (self.short or self.name)(language)

    def map_thresholds(self, standard: str = "") -> tuple[float, ...] | None:
        """Registered class limits (indicator's unit) for a standard; None when none are registered."""
        if isinstance(self.thresholds, dict):
            return self.thresholds.get(standard)
        return self.thresholds

    @model_validator(mode="after")
    def _belongs_together(self) -> "Indicator":
        if self.aggregate == "ratio" and not (self.numerator and self.denominator):
            raise ValueError("aggregate = “ratio” cần numerator và denominator")
        if self.aggregate != "ratio" and (self.numerator or self.denominator):
            raise ValueError("numerator/denominator chỉ dùng khi aggregate = “ratio”")
        if self.is_rate and self.aggregate == "sum":
            raise ValueError("tỷ lệ không được cộng (aggregate = “sum”): dùng “ratio” hoặc “none”")
        if self.thresholds is not None and not self.is_rate:
            raise ValueError("thresholds chỉ dùng cho tỷ lệ: số đếm được vẽ bằng vòng tròn")
        lists = self.thresholds.values() if isinstance(self.thresholds, dict) else [self.thresholds or ()]
        if any(list(limits) != sorted(set(limits)) for limits in lists):
            raise ValueError("thresholds phải tăng dần, không trùng")
        return self


class UnitName(str):
    """A unit as written after a number; `one` is its form after exactly one."""

    one: str

    def __new__(cls, name: str, one: str = "") -> "UnitName":
        unit = super().__new__(cls, name)
        unit.one = one or name
        return unit


class Unit(Strict):
    """A unit of measure as written after a number."""

    vi: str
    en: str
    en_one: str = ""  # after exactly one; en where absent
    level: bool = False  # is high or low (rates, income, area); all else is much or little
    persons: bool = False  # counts people, households, or houses and cases of one: protected where few


class Standard(Strict):
    """One definition in a family: its counts are a segment of their own, never joined to the next.

    first_day, last_day: the period ends it covers (a count at the end of 2015 made under the
    standard of 2016–2020 belongs to that standard; a table may say otherwise in its own column).
    """

    id: str
    first_day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    last_day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    name: Words
    document: str


class LegalBasis(Strict):
    """A document that indicators rest on, and the days of figures counted under it; open where absent."""

    name: Words
    first_day: date = date.min
    last_day: date = date.max


class Domain(Strict):
    """A field of work; its id is the name of its file in indicators/."""

    id: str
    name: Words
    screen: str  # address of the page that shows it


class Catalogue(Strict):
    """All that is declared: read with `catalogue()`."""

    domains: dict[str, Domain]
    indicators: dict[str, Indicator]
    units: dict[str, Unit]
    standards: dict[str, tuple[Standard, ...]]  # family → members in order of time
    caveats: dict[str, Words]
    legal_bases: dict[str, LegalBasis] = Field(default_factory=dict)  # none in earlier versions' editions
    plan_share_limits: tuple[float, ...]  # % of plan, classes of the diverging map
    change_limits: tuple[float, ...]  # percentage points, classes of the diverging map

    def of_domain(self, *domains: str) -> list[Indicator]:
        """Indicators of these domains, in the order of their files."""
        return [i for i in self.indicators.values() if i.domain in domains]

    def unit(self, indicator: Indicator, language: str) -> UnitName:
        """The unit as written after a number, e.g. “hộ” or “households”."""
        unit = self.units[indicator.unit]
        return UnitName(unit.en, unit.en_one) if language == "en" else UnitName(unit.vi)

    def legal_basis(self, document: str) -> LegalBasis:
        """A document by its id; one that is not declared held always and is called by its id."""
        return self.legal_bases.get(document) or LegalBasis(name=Words(vi=document, en=document))

    def standard(self, standard_id: str) -> Standard | None:
        """A standard by its id, None for the empty id of indicators without standards."""
        for family in self.standards.values():
            for member in family:
                if member.id == standard_id:
                    return member
        return None
