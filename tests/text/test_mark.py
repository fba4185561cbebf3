"""The mark is worn by what is illustrative, in the words of the language."""

from pages.text.mark import NO_MARK, mark


def test_a_figure_that_rests_on_an_illustrative_one_is_marked():
    worn = mark(["published", "illustrative"], "vi")

    assert worn and worn.behind == " ◇" and worn.badge == "◇ DIỄN TẬP: số liệu minh họa"
    assert mark(["illustrative"], "en").short == "◇ illustrative"


def test_a_published_figure_is_not():
    assert mark(["published", "reported", ""], "vi") == NO_MARK and not NO_MARK
    assert NO_MARK.behind == NO_MARK.badge == ""
