"""Which edition stands: the newest that can be read whole."""

from data.editions import editions, set_aside, whole
from data.errors import Damaged
from data.serving import tables


def settle() -> Damaged | None:
    """Puts the newest edition that can be read whole into service, those after it aside.

    Returns:
        What is wrong with the newest one; None where nothing is.

    Raises:
        Damaged: not one can be read.
    """
    set_aside(())
    broken: list[Damaged] = []
    for known in editions():
        try:
            tables(known.id)
            break
        except Damaged as error:
            broken.append(error)
            set_aside(one.edition for one in broken)
    if broken and not whole():
        raise broken[0]
    return broken[0] if broken else None
