"""Every choice stands in the address: a link reproduces the screen.

A parameter that is in the address wins; else what the visitor chose on an earlier screen; else
the default, which is left out of the address. Streamlit's own binding writes labels into the
address, so the code is written here. A value that does not exist is corrected and told.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

import streamlit as st

from pages.widgets.plain import plain

LANGUAGES = ("vi", "en")
KEPT = ("ngon_ngu", "phien_ban", "nam", "huyen")  # follow the visitor from screen to screen


def language() -> str:
    """“vi” or “en”; Vietnamese unless the address or an earlier choice says otherwise."""
    return chosen("ngon_ngu", LANGUAGES, "vi")


def chosen(name: str, options: Sequence, default):
    """The value in force for a parameter; one that is not among `options` is corrected to the default."""
    text = st.query_params.get(name)
    by_text = {str(option): option for option in options}
    if text is not None and text in by_text:
        value = by_text[text]
        _remember(name, value)
    else:
        kept = _memory().get(name)
        value = kept if kept in options else nearest(text, options, default)
        if text is not None:
            _corrections()[name] = (text, value)
    _write(name, value, default)
    return value


def peek(name: str, options: Sequence, default):
    """The value in force, without writing or correcting: another part of the page owns the parameter."""
    by_text = {str(option): option for option in options}
    text = st.query_params.get(name)
    if text is not None:
        return by_text.get(text, nearest(text, options, default))
    kept = _memory().get(name)
    return kept if kept in options else default


def chosen_many(
    name: str, options: Sequence[str], default: Sequence[str] = (), most: int | None = None
) -> list[str]:
    """Several codes in force for a parameter, separated by commas in the address; at most `most`."""
    text = st.query_params.get(name)
    if text is None:
        values = [v for v in _memory().get(name, default) if v in options][:most]
    else:
        asked = [t for t in text.split(",") if t]
        values = [t for t in dict.fromkeys(asked) if t in options][:most]
        if len(values) < len(set(asked)):
            values = values or list(default)
            _corrections()[name] = (",".join(t for t in asked if t not in values), values)
        _remember(name, values)
    _write(name, values, list(default))
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
    _remember(name, value)
    st.query_params[name] = _text(value)


def pinned(name: str) -> bool:
    """Whether the visitor has chosen this parameter, by address or by hand."""
    return name in st.query_params


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


def slider(name: str, options: Sequence, default, *, label: str, format_func: Callable = str, **more):
    """A slider over `options` (at least two), kept in the address."""
    return _widget(st.select_slider, name, options, default, label, format_func, **more)


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
    return [c for c in st.query_params.get(name, "").split(",") if c]


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


def _memory() -> dict:
    return st.session_state.setdefault("chosen", {})


def _corrections() -> dict:
    return st.session_state.setdefault("corrections", {})


def _remember(name: str, value) -> None:
    if name in KEPT:
        _memory()[name] = value


def _write(name: str, value, default) -> None:
    text = _text(value)
    if value == default and not (name == "phien_ban" and name in st.query_params):
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != text:
        st.query_params[name] = text


def _text(value) -> str:
    return ",".join(value) if isinstance(value, (list, tuple)) else str(value)
