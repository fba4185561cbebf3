"""The live state of a conference and what the presenter may do to it; pure, no database, no clock."""

from dataclasses import asdict, dataclass, replace

from pages.content.question import VIEWS, Question


class Refused(ValueError):
    """A command that cannot be followed. `reason` is a key of the words `hoi_nghi` (refused_…)."""

    def __init__(self, reason: str, **details: object):
        self.reason, self.details = reason, details
        super().__init__(reason)


@dataclass(frozen=True)
class State:
    """What every screen shows.

    slide: place in the agenda, from 0. highlight: code of the district marked for all, or "".
    blank: the screens are dark. question: shown instead of the slide while it is set.
    revision: rises with every change, so that a late message is known as late.
    """

    slide: int = 0
    highlight: str = ""
    blank: bool = False
    question: Question | None = None
    revision: int = 0

    def as_dict(self) -> dict:
        """Plain data, for the store and for the wire."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict) -> "State":
        """Back from `as_dict`."""
        question = Question(**data["question"]) if data.get("question") else None
        return cls(data["slide"], data["highlight"], data["blank"], question, data["revision"])


@dataclass(frozen=True)
class Limits:
    """What exists in this conference: number of slides, codes of districts, indicator → its years."""

    slides: int
    districts: tuple[str, ...]
    years: dict[str, tuple[int, ...]]


def apply(state: State, command: object, limits: Limits) -> State:
    """The state after a presenter's command.

    Commands: {"slide": n} goes there and ends a question; {"step": ±1}; {"highlight": code or ""} (the same
    code again takes it away); {"blank": true/false}; {"question": {"indicator", "year", "view"}} or
    {"question": null} back to the agenda.

    Raises:
        Refused: not one of these, or it names something that does not exist.
    """
    if not isinstance(command, dict) or len(command) != 1:
        raise Refused("refused_command")
    ((name, value),) = command.items()
    change = {
        "slide": _slide,
        "step": _step,
        "highlight": _highlight,
        "blank": _blank,
        "question": _question,
    }.get(name)
    if change is None:
        raise Refused("refused_command")
    return replace(change(state, value, limits), revision=state.revision + 1)


def _slide(state: State, value, limits: Limits) -> State:
    if not _whole(value) or not 0 <= value < limits.slides:
        raise Refused("refused_slide", slide=value, last=limits.slides)
    return replace(state, slide=value, question=None, blank=False)


def _step(state: State, value, limits: Limits) -> State:
    if not _whole(value) or value not in (-1, 1):
        raise Refused("refused_command")
    at = min(max(state.slide + value, 0), limits.slides - 1)
    return replace(state, slide=state.slide if state.question else at, question=None, blank=False)


def _highlight(state: State, value, limits: Limits) -> State:
    if not isinstance(value, str):
        raise Refused("refused_command")
    if value != "" and value not in limits.districts:
        raise Refused("refused_district", district=value)
    return replace(state, highlight="" if value == state.highlight else value)


def _blank(state: State, value, limits: Limits) -> State:
    if not isinstance(value, bool):
        raise Refused("refused_command")
    return replace(state, blank=value)


def _question(state: State, value, limits: Limits) -> State:
    if value is None:
        return replace(state, question=None)
    if not isinstance(value, dict) or set(value) - {"indicator", "year", "view"}:
        raise Refused("refused_command")
    indicator, year, view = value.get("indicator"), value.get("year"), value.get("view", VIEWS[0])
    if not isinstance(indicator, str) or not _whole(year) or view not in VIEWS:
        raise Refused("refused_command")
    if indicator not in limits.years:
        raise Refused("refused_indicator", indicator=indicator)
    if year not in limits.years[indicator]:
        raise Refused("refused_year", year=year)
    return replace(state, question=Question(indicator, year, view), blank=False)


def _whole(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
