"""Areas: the province and its districts, by code, with the names in force on a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Area:
    """One area under the name that was in force from `valid_from` to `valid_to` (both days included).

    A change of name or kind (a town that becomes a city) is another row with the same code.
    """

    code: str
    kind: str  # province | district
    parent: str
    title: str  # “Huyện”, “Thị xã”, “Thành phố”, “Tỉnh”
    name: str
    title_en: str
    name_en: str
    valid_from: date
    valid_to: date
    order: int  # official order
    site: str  # conference site
    site_en: str

    def label(self, language: str) -> str:
        """The bare name, as written on a map."""
        return self.name_en if language == "en" else self.name

    def full(self, language: str) -> str:
        """Name with its kind, as it stands by itself or opens a sentence: “Huyện …” or “… District”."""
        return f"{self.name_en} {self.title_en}" if language == "en" else f"{self.title} {self.name}"

    def inside(self, language: str) -> str:
        """Name with its kind inside a sentence, where a rank is no name: “huyện …”, but “… District”."""
        return self.full(language) if language == "en" else f"{self.title.lower()} {self.name}"


class Areas:
    """All areas of one frame (“the 15 units from June 2009 to June 2025”)."""

    def __init__(self, rows: list[Area]):
        self.rows = sorted(rows, key=lambda a: (a.kind != "province", a.order, a.valid_from))
        self.codes = list(dict.fromkeys(a.code for a in self.rows))
        self.province = next(a.code for a in self.rows if a.kind == "province")
        self.districts = [c for c in self.codes if c != self.province]

    def at(self, code: str, day: date | None = None) -> Area:
        """The area under the name in force on `day`; the last known name without a day.

        Before the first or after the last name, the nearest one is given: history keeps its label.

        Raises:
            KeyError: no area has this code.
        """
        names = [a for a in self.rows if a.code == code]
        if not names:
            raise KeyError(code)
        if day is None:
            return names[-1]
        return next((a for a in names if day <= a.valid_to), names[-1])

    def last_day(self) -> date:
        """The last day on which any district is there."""
        return max(a.valid_to for a in self.rows if a.code != self.province)

    def exists(self, code: str, day: date) -> bool:
        """Whether the area existed on that day: afterwards figures are “not applicable”."""
        return any(a.code == code and a.valid_from <= day <= a.valid_to for a in self.rows)

    def labels(
        self, language: str, day: date | None = None, form: Callable[[Area, str], str] = Area.label
    ) -> dict[str, str]:
        """code → name on a day, in official order; bare, or by `Area.full` or `Area.inside`."""
        return {code: form(self.at(code, day), language) for code in self.codes}
