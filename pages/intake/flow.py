"""The way of a district's report from draft to publication, and who may take which step; pure, no clock."""

from dataclasses import dataclass
from enum import StrEnum


class Refused(ValueError):
    """A step that is not taken. `reason` is a key of the words `so_lieu` (refused_…)."""

    def __init__(self, reason: str, **details: object):
        self.reason, self.details = reason, details
        super().__init__(reason)


class Role(StrEnum):
    """What somebody may do."""

    VIEWER = "viewer"
    OFFICER = "officer"  # of one district, for that district alone
    APPROVER = "approver"
    PRESENTER = "presenter"
    ADMINISTRATOR = "administrator"


class State(StrEnum):
    """Where a report stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    RETURNED = "returned"


class Action(StrEnum):
    """What is done with a report."""

    UPLOAD = "upload"  # a first file, or another one over it
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    PUBLISH = "publish"
    ASK = "ask"  # a leader's “đề nghị giải trình”
    ANSWER = "answer"


@dataclass(frozen=True)
class Actor:
    """Who acts. name: e-mail address, or what the administrator's key stands for. district: area code."""

    name: str
    role: Role
    district: str = ""


@dataclass(frozen=True)
class Standing:
    """What the rules look at.

    faults: how many faults the check found. unusual, replacing: whether the file holds jumps, or figures
    that replace others; confirmed_…: whether a person has said that this is meant. question: open one, or "".
    """

    district: str
    state: State
    faults: int = 0
    unusual: bool = False
    replacing: bool = False
    confirmed_unusual: bool = False
    confirmed_replacing: bool = False
    question: str = ""


DISTRICT = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
DEPARTMENT = frozenset({Role.APPROVER, Role.ADMINISTRATOR})
OPEN = frozenset({State.DRAFT, State.RETURNED})
HANDED_IN = frozenset({State.SUBMITTED, State.APPROVED, State.PUBLISHED})
STEPS: dict[Action, tuple[frozenset[Role], frozenset[State], State | None]] = {  # who, from where, to where
    Action.UPLOAD: (DISTRICT, OPEN, State.DRAFT),
    Action.SUBMIT: (DISTRICT, OPEN, State.SUBMITTED),
    Action.RETURN: (DEPARTMENT, frozenset({State.SUBMITTED, State.APPROVED}), State.RETURNED),
    Action.APPROVE: (DEPARTMENT, frozenset({State.SUBMITTED}), State.APPROVED),
    Action.PUBLISH: (DEPARTMENT, frozenset({State.APPROVED}), State.PUBLISHED),
    Action.ASK: (DEPARTMENT | {Role.PRESENTER}, HANDED_IN, None),
    Action.ANSWER: (DISTRICT, HANDED_IN | OPEN, None),
}
NEEDS_WORDS = frozenset({Action.RETURN, Action.ASK, Action.ANSWER})
LONGEST = 2000  # characters of a reason, question or answer


def after(standing: Standing, action: Action, actor: Actor, text: str = "") -> State:
    """Where a report stands once somebody has done something with it.

    Args:
        text: the reason of a return, the question or the answer; other steps need none.

    Raises:
        Refused: not this role's step, another district's report, not from this state, or it is not ready.
    """
    roles, states, to = STEPS[action]
    if actor.role not in roles:
        raise Refused("refused_role")
    if actor.role == Role.OFFICER and actor.district != standing.district:
        raise Refused("refused_district")
    if standing.state not in states:
        raise Refused("refused_state")
    if len(text) > LONGEST or (action in NEEDS_WORDS and not text.strip()):
        raise Refused("refused_words", most=LONGEST)
    if action == Action.SUBMIT:
        _ready(standing)
    if action == Action.ASK and standing.question:
        raise Refused("refused_asked")
    if action == Action.ANSWER and not standing.question:
        raise Refused("refused_not_asked")
    return to or standing.state


def allowed(standing: Standing, actor: Actor) -> list[Action]:
    """The steps that somebody may take now, in the order of the way."""
    return [action for action in Action if _possible(standing, action, actor)]


def _ready(standing: Standing) -> None:
    if standing.faults:
        raise Refused("refused_faults", count=standing.faults)
    if standing.unusual and not standing.confirmed_unusual:
        raise Refused("refused_unusual")
    if standing.replacing and not standing.confirmed_replacing:
        raise Refused("refused_replacing")


def _possible(standing: Standing, action: Action, actor: Actor) -> bool:
    try:
        after(standing, action, actor, "…")
    except Refused:
        return False
    return True
