"""Waiting for a page under a policy, which forbids what Playwright itself does in the page to wait."""

import time

from playwright.sync_api import Error, Frame, Page
from playwright.sync_api import TimeoutError as TooLate

STEP = 20  # ms


# text that is an expression or a function, as Playwright takes it
ASKED = """async ([text, arg]) => {
  const found = (0, eval)(text);
  return !!(await (typeof found === "function" ? found(arg) : found));
}"""


def wait_for_function(
    page: Page | Frame, expression: str, *, arg: object = None, timeout: float = 30_000
) -> None:
    """Asks the page from outside, again and again, until the expression is true.

    Raises:
        TooLate: it was not within `timeout` ms.
    """
    last = time.monotonic() + timeout / 1000
    while time.monotonic() < last:
        try:
            if page.evaluate(ASKED, [expression, arg]):
                return
        except Error as error:
            if "navigation" not in str(error) and "context was destroyed" not in str(error):
                raise
        page.wait_for_timeout(STEP)
    raise TooLate(f"not within {timeout:.0f} ms: {expression}")


Page.wait_for_function = Frame.wait_for_function = wait_for_function  # type: ignore[assignment]
