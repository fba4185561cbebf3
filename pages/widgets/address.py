"""Every choice stands in the address: a link, a bookmark, back and forward give exactly what it says.

What is not in the address is at its default. From page to page some parameters follow the visitor: Streamlit
opens another page with an empty address, so they are taken from the page before and the browser writes them
into the new page's address in place (`frame.py`). Only a choice writes; what cannot be followed is told and
left standing. Streamlit's own binding writes labels into the address, so the code is written here.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.widgets.plain import plain

LANGUAGES = ("vi", "en")
KEPT = ("ngon_ngu", "phien_ban", "nam", "huyen")  # follow the visitor from page to page


def arrive() -> dict[str, str]:
    """What follows from the page before; to be called once, before anything is read.

    Returns:
        Parameters that are in force though the browser has yet to write them into this page's address.
    """
    run, state = get_script_run_ctx(), st.session_state
    here = run.page_script_hash if run else ""
    if state.get("page", here) != here:
        by_history = run is not None and run.is_history_navigation  # the entry went back to says it all
        state["carried"] = {} if by_history else dict(state.get("asked", {}))
    carried = {n: text for n, text in state.get("carried", {}).items() if n not in st.query_params}
    state.update(page=here, carried=carried)
    state["asked"] = {n: text for n in KEPT if (text := _asked(n)) is not None}
    return carried


def language() -> str:
    """“vi” or “en”; Vietnamese unless the address or an earlier choice says otherwise."""
    return chosen("ngon_ngu", LANGUAGES, "vi")


def chosen(name: str, options: Sequence, default) -> Any:
    """The value in force for a parameter; one that is not among `options` is corrected to the default."""
    text, value = _asked(name), peek(name, options, default)
    if text is not None and text != str(value):
        _corrections()[name] = (text, value)
    return value


def peek(name: str, options: Sequence, default) -> Any:
    """The value in force, without telling of a correction: another part of the page owns the parameter."""
    text = _asked(name)
    by_text = {str(option): option for option in options}
    return by_text[text] if text in by_text else nearest(text, options, default)


def chosen_many(
    name: str, options: Sequence[str], default: Sequence[str] = (), most: int | None = None
) -> list[str]:
    """Several codes in force for a parameter, separated by commas in the address; at most `most`."""
    text = _asked(name)
    if text is None:
        return list(default)[:most]
    asked = [t for t in text.split(",") if t]
    values = [t for t in dict.fromkeys(asked) if t in options][:most]
    if len(values) < len(set(asked)):
        values = values or list(default)
        _corrections()[name] = (",".join(t for t in asked if t not in values), values)
    return values


def nearest(text: str | None, options: Sequence, default):
    """The valid value nearest to what was asked: the closest year, the most similar code.

    Otherwise the default.
    """
    if not text or not options:
        return default
    if all(isinstance(o, int) for o in options):
        return (
            min(options, key=lambda option: abs(option - int(text)))
            if text.isdecimal() and len(text) == 4
            else default
        )
    return next(iter(get_close_matches(text, [str(o) for o in options], 1, cutoff=0.75)), default)


def put(name: str, value) -> None:
    """Writes a choice, from a widget or a click; the next run reads it."""
    text = ",".join(value) if isinstance(value, (list, tuple)) else str(value)
    st.query_params[name] = text
    if name in KEPT:  # a fragment's run does not arrive anew
        st.session_state.setdefault("asked", {})[name] = text


def pinned(name: str) -> bool:
    """Whether the visitor has chosen this parameter, by address or by hand."""
    return _asked(name) is not None


def segmented(name: str, options: Sequence, default, *, label: str, format_func: Callable = str, **more):
    """A row of buttons for one of `options`, kept in the address."""
    return _widget(
        st.segmented_control,
        name,
        options,
        default,
        label,
        format_func,
        required=True,
        label_visibility=more.pop("label_visibility", "collapsed"),
        **more,
    )


def select(name: str, options: Sequence, default, *, label: str, format_func: Callable = str, **more):
    """A list for one of `options`, kept in the address."""
    return _widget(st.selectbox, name, options, default, label, format_func, **more)


def many(
    name: str,
    options: Sequence[str],
    *,
    label: str,
    default: Sequence[str] = (),
    most: int | None = None,
    format_func: Callable = str,
    **more,
) -> list[str]:
    """A list for several of `options`, kept in the address; what goes beyond `most` is left out and told."""
    values = chosen_many(name, options, default, most)
    key = f"w_{name}"
    st.session_state[key] = values
    st.multiselect(
        label, options, format_func=format_func, key=key, on_change=_take, args=(name, key), **more
    )
    return values


def flag(name: str, *, label: str) -> bool:
    """A switch, “1” in the address while it is on."""
    value = chosen(name, ("0", "1"), "0")
    key = f"w_{name}"
    st.session_state[key] = value == "1"
    st.toggle(label, key=key, on_change=lambda: put(name, str(int(st.session_state[key]))))
    return value == "1"


def peek_many(name: str) -> list[str]:
    """The codes that stand in the address, without checking or writing."""
    return [c for c in (_asked(name) or "").split(",") if c]


def toggle_area(name: str, code: str) -> None:
    """Adds an area to the selected ones, or takes it away."""
    now = peek_many(name)
    put(name, [c for c in now if c != code] if code in now else [*now, code])


def tell_corrections(say, place, in_words: Callable[[str, str], str] = lambda name, code: code) -> None:
    """Says in `place` which parts of the address could not be followed, why, and what is shown instead.

    Args:
        in_words: name of a parameter and a code → how the code is called on screen.
    """
    for name, (asked, shown) in _corrections().items():
        codes = shown if isinstance(shown, (list, tuple)) else [shown]
        listed = ", ".join(in_words(name, str(code)) for code in codes) or say["corrected_none"]
        told = say(
            "corrected",
            name=say.get(f"param_{name}", name),
            asked=asked,
            why=say.get(f"why_{name}", say["why"]),
            shown=listed,
        )
        place.info(plain(told))
    _corrections().clear()


def _widget(widget, name: str, options: Sequence, default, label: str, format_func: Callable, **more):
    value = chosen(name, options, default)
    key = f"w_{name}"
    st.session_state[key] = value
    widget(label, options, format_func=format_func, key=key, on_change=_take, args=(name, key), **more)
    return value


def _take(name: str, key: str) -> None:
    put(name, st.session_state[key])


def _asked(name: str) -> str | None:
    """What the address says of a parameter, or what followed the visitor to it."""
    return st.query_params.get(name, st.session_state.get("carried", {}).get(name))


def _corrections() -> dict:
    return st.session_state.setdefault("corrections", {})
