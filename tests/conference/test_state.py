"""What the presenter may do: each command by hand, and what holds for any sequence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.content.question import Question
from pages.live.state import Limits, Refused, State, apply

LIMITS = Limits(5, ("Z1", "Z2"), {"rate": (2016, 2017)})
ASKED = {"indicator": "rate", "year": 2017, "view": "dien_bien"}


def test_a_slide_a_step_and_the_ends():
    state = apply(State(), {"slide": 3}, LIMITS)

    assert (state.slide, state.revision) == (3, 1)
    assert apply(state, {"step": 1}, LIMITS).slide == 4
    assert apply(apply(state, {"slide": 4}, LIMITS), {"step": 1}, LIMITS).slide == 4
    assert apply(State(), {"step": -1}, LIMITS).slide == 0


def test_the_same_district_again_takes_the_mark_away():
    marked = apply(State(), {"highlight": "Z2"}, LIMITS)

    assert marked.highlight == "Z2" and apply(marked, {"highlight": "Z2"}, LIMITS).highlight == ""
    assert apply(marked, {"slide": 2}, LIMITS).highlight == "Z2"  # stays while the presenter goes on


def test_a_question_is_shown_and_the_agenda_comes_back_where_it_was():
    asked = apply(apply(State(), {"slide": 3}, LIMITS), {"question": ASKED}, LIMITS)

    assert asked.question == Question("rate", 2017, "dien_bien") and asked.slide == 3
    assert apply(asked, {"question": None}, LIMITS).slide == 3
    back = apply(asked, {"step": 1}, LIMITS)
    assert back.question is None and back.slide == 3  # the first step only leaves the question


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ({"slide": 5}, "refused_slide"),
        ({"slide": -1}, "refused_slide"),
        ({"slide": True}, "refused_slide"),
        ({"slide": "1"}, "refused_slide"),
        ({"step": 2}, "refused_command"),
        ({"highlight": "Z9"}, "refused_district"),
        ({"blank": 1}, "refused_command"),
        ({}, "refused_command"),
        ({"slide": 1, "blank": True}, "refused_command"),
        ({"dance": 1}, "refused_command"),
        ({"question": {**ASKED, "year": 1999}}, "refused_year"),
        ({"question": {**ASKED, "indicator": "x"}}, "refused_indicator"),
        ({"question": {**ASKED, "view": "x"}}, "refused_command"),
        ({"question": "rate"}, "refused_command"),
    ],
)
def test_what_does_not_exist_is_refused_with_its_reason(command, reason):
    with pytest.raises(Refused) as refused:
        apply(State(), command, LIMITS)
    assert refused.value.reason == reason


COMMANDS = st.one_of(
    st.integers(0, 4).map(lambda n: {"slide": n}),
    st.sampled_from([-1, 1]).map(lambda n: {"step": n}),
    st.sampled_from(["", "Z1", "Z2"]).map(lambda c: {"highlight": c}),
    st.booleans().map(lambda b: {"blank": b}),
    st.sampled_from([None, ASKED]).map(lambda q: {"question": q}),
)


@given(st.lists(COMMANDS, max_size=20))
def test_any_sequence_stays_within_the_agenda_and_survives_the_wire(commands):
    state = State()
    for n, command in enumerate(commands, start=1):
        state = apply(state, command, LIMITS)
        assert 0 <= state.slide < 5 and state.revision == n
        assert State.from_dict(state.as_dict()) == state
