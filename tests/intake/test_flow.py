"""The steps of a report: by role, by state, and only when the file is ready."""

import pytest

from pages.intake.flow import Action, Actor, Refused, Role, Standing, State, after, allowed
from pages.text.words import words

OFFICER = Actor("can-bo@huyen.vn", Role.OFFICER, "D1")
APPROVER = Actor("duyet@so.vn", Role.APPROVER)
ADMINISTRATOR = Actor("quan-tri", Role.ADMINISTRATOR)
EVERYBODY = (
    OFFICER,
    APPROVER,
    ADMINISTRATOR,
    Actor("lanh-dao@tinh.vn", Role.PRESENTER),
    Actor("xem@tinh.vn", Role.VIEWER),
    Actor("khac@huyen.vn", Role.OFFICER, "D2"),
)
MAY = {  # state → what each of EVERYBODY may do, as the department decided it
    "draft": ("upload submit", "", "upload submit", "", "", ""),
    "returned": ("upload submit", "", "upload submit", "", "", ""),
    "submitted": ("", "return approve ask", "return approve ask", "ask", "", ""),
    "approved": ("", "return publish ask", "return publish ask", "ask", "", ""),
    "published": ("", "ask", "ask", "ask", "", ""),
}


@pytest.mark.parametrize("state", MAY)
def test_each_role_may_take_its_own_steps_only(state):
    steps = [" ".join(allowed(Standing("D1", State(state)), actor)) for actor in EVERYBODY]

    assert tuple(steps) == MAY[state]


@pytest.mark.parametrize(
    ("standing", "action", "actor", "text", "reason"),
    [
        (Standing("D1", State.DRAFT), Action.SUBMIT, APPROVER, "", "refused_role"),
        (Standing("D2", State.DRAFT), Action.SUBMIT, OFFICER, "", "refused_district"),
        (Standing("D1", State.DRAFT), Action.APPROVE, APPROVER, "", "refused_state"),
        (Standing("D1", State.PUBLISHED), Action.RETURN, APPROVER, "Sai", "refused_state"),
        (Standing("D1", State.SUBMITTED), Action.RETURN, APPROVER, "  ", "refused_words"),
        (Standing("D1", State.SUBMITTED), Action.ASK, APPROVER, "a" * 2001, "refused_words"),
        (Standing("D1", State.DRAFT, faults=2), Action.SUBMIT, OFFICER, "", "refused_faults"),
        (Standing("D1", State.DRAFT, unusual=True), Action.SUBMIT, OFFICER, "", "refused_unusual"),
        (Standing("D1", State.DRAFT, replacing=True), Action.SUBMIT, OFFICER, "", "refused_replacing"),
        (Standing("D1", State.SUBMITTED, question="?"), Action.ASK, APPROVER, "Vì sao?", "refused_asked"),
        (Standing("D1", State.SUBMITTED), Action.ANSWER, OFFICER, "Vì mưa", "refused_not_asked"),
    ],
)
def test_a_step_that_is_not_allowed_is_refused_with_a_sentence(standing, action, actor, text, reason):
    with pytest.raises(Refused) as refused:
        after(standing, action, actor, text)

    assert refused.value.reason == reason
    for language in ("vi", "en"):
        sentence = words("so_lieu", language)(reason, **refused.value.details)
        assert sentence.endswith(".") and "{" not in sentence


def test_a_file_goes_in_once_both_confirmations_are_given():
    confirmed = Standing(
        "D1", State.DRAFT, unusual=True, replacing=True, confirmed_unusual=True, confirmed_replacing=True
    )

    assert after(confirmed, Action.SUBMIT, OFFICER) == State.SUBMITTED


def test_a_question_and_its_answer_leave_the_state():
    asked = Standing("D1", State.APPROVED, question="Vì sao giảm?")

    assert after(asked, Action.ANSWER, OFFICER, "Do sáp nhập.") == State.APPROVED
