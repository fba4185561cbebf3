"""DASHBOARD_PROVINCE chooses the folder, and says so when it cannot."""

import pytest

from geo.errors import GeoError
from geo.province import province_dir


def test_without_a_choice_it_is_the_shipped_province(shipped, monkeypatch):
    monkeypatch.delenv("DASHBOARD_PROVINCE", raising=False)

    assert province_dir() == shipped


@pytest.mark.parametrize("chosen", ["nowhere", "../kien_giang", "a/b", "..", "/no/such/folder"])
def test_a_folder_that_is_not_there_is_named(monkeypatch, chosen):
    monkeypatch.setenv("DASHBOARD_PROVINCE", chosen)

    with pytest.raises(GeoError, match="DASHBOARD_PROVINCE") as error:
        province_dir()

    assert chosen in str(error.value)
    assert "→" in str(error.value)
