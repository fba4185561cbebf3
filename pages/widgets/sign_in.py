"""The ways in and out: the account in the chip, and what a page asks of whoever may act on it."""

from collections.abc import Mapping

import streamlit as st

from pages.content.view import View
from pages.intake.flow import Actor
from pages.live import guesses
from pages.live.state import Refused
from pages.text.words import Words, words
from pages.widgets import who
from pages.widgets.plain import plain

NEEDED = {"client_id", "client_secret", "server_metadata_url"}


def person() -> str:
    """Whom the chip names: who has signed in, or acts by key; "" for nobody."""
    if signed := who.signed_in():
        return signed.name
    acting = who.actor()
    return acting.name if acting else ""


def account(view: View) -> None:
    """Name and role with the way out, or the way in; nothing where there is neither provider nor key."""
    say, signed, acting = view.say("truy_cap"), who.signed_in(), who.actor()
    if acting:
        st.caption(plain(f"{acting.name} · {role(acting, view)}"))
    elif signed:
        st.caption(plain(say(signed.why, address=signed.address, hours=who.HOURS)))
    if signed or acting:
        st.button(say["sign_out"], key="sign_out", on_click=who.leave, width="stretch")
    else:
        _sign_in(say, "chip")


def role(acting: Actor, view: View) -> str:
    """A role in words, an officer's with the district."""
    places = view.places(view.today)
    district = places[acting.district].full if acting.district in places else acting.district
    return view.say("truy_cap")(f"role_{acting.role}", district=district)


def asked(language: str) -> Actor | None:
    """Who acts on this page; draws the ways in where nobody does."""
    if acting := who.actor():
        return acting
    say = words("truy_cap", language)
    if signed := who.signed_in():
        st.info(plain(say(signed.why, address=signed.address, hours=who.HOURS)))
    elif who.can_sign_in():
        st.info(say["needs_sign_in"])
        _sign_in(say, "page")
    if who.here():
        _key(say)
    elif not who.can_sign_in():
        st.info(say["only_here"])
    return None


def _sign_in(say: Words, place: str) -> None:
    providers = _providers()
    for name in providers:
        label = say["sign_in"] if len(providers) == 1 else say("sign_in_by", provider=name)
        st.button(
            plain(label), key=f"sign_in_{place}_{name}", on_click=st.login, args=(name,), width="stretch"
        )


def _providers() -> list[str]:
    """Those that are fully configured; “default” is the one in `[auth]` itself."""
    if not who.can_sign_in():
        return []
    try:
        auth = st.secrets["auth"]
    except (FileNotFoundError, KeyError):  # the file went away while the server runs
        return []
    sections = {"default": auth, **{n: part for n, part in auth.items() if isinstance(part, Mapping)}}
    return [name for name, part in sections.items() if set(part) >= NEEDED]


def _key(say: Words) -> None:
    """The administrator's key, which is taken at this machine alone."""

    def tried() -> None:
        state = st.session_state
        try:
            opened = who.try_key(state["administrator_key"].strip())
            state["administrator_wrong"] = "" if opened else "wrong_key"
        except Refused as refused:
            state["administrator_wrong"] = refused.reason

    given = st.text_input(
        say["key"], type="password", key="administrator_key", help=say["key_help"], on_change=tried
    )
    if given and (wrong := st.session_state.get("administrator_wrong")):
        st.error(plain(say(wrong, seconds=int(guesses.WITHIN))))
