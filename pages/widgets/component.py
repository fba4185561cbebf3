"""Components of our own: a root element, a style where there is one, and a script that the browser keeps."""

from streamlit.components import v2

from pages.web.modules import FOLDER, component_script


def component(name: str, *, isolated: bool = True):
    """Registers the component of `web/components/<name>.js`, with the style sheet of its name if any.

    Args:
        isolated: drawn in a shadow root, where the page's style does not reach.

    Returns:
        What mounts it: `(data=, key=, on_<trigger>_change=, width=, height=)`.
    """
    style = FOLDER / f"{name}.css"
    css = style.read_text(encoding="utf-8") if style.exists() else None
    root = "<div class='root'></div>"
    return v2.component(name, html=root, css=css, js=component_script(name), isolate_styles=isolated)
