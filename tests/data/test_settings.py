"""Settings: read anew with the environment, refused in words."""

import re

import pytest

from data.errors import SettingError
from data.settings import settings


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "")
    assert settings().audience == "internal"
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    assert settings().audience == "public"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DASHBOARD_AUDIENCE", "everybody", "DASHBOARD_AUDIENCE = “everybody”.*internal hoặc public"),
        ("DASHBOARD_DISPLAY_ILLUSTRATIVE", "no", "DASHBOARD_DISPLAY_ILLUSTRATIVE = “no”.*show hoặc refuse"),
        ("DASHBOARD_PRESENTER_KEY", "ngan123", "DASHBOARD_PRESENTER_KEY.*quá ngắn.*ít nhất 10 chữ"),
        ("DASHBOARD_PRESENTER_KEY", "khóa của tôi 2026", "DASHBOARD_PRESENTER_KEY.*có dấu"),
        ("DASHBOARD_PRESENTER_KEY", "aaaaaaaaaaaaaaaaaa", "DASHBOARD_PRESENTER_KEY.*dễ đoán"),
        ("DASHBOARD_ADMIN_KEY", "ngan123", "DASHBOARD_ADMIN_KEY.*quá ngắn.*ít nhất 10 chữ"),
        ("DASHBOARD_FRAME_ANCESTORS", "https://a.vn; script-src *", "không phải danh sách địa chỉ"),
        ("DASHBOARD_AUDENCE", "public", "DASHBOARD_AUDENCE.*Có phải DASHBOARD_AUDIENCE"),
    ],
)
def test_a_wrong_variable_is_named_with_what_to_do(monkeypatch, name, value, message):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as refused:
        settings()
    assert re.search(message, str(refused.value).replace("\n", " "))
    assert not name.endswith("_KEY") or value not in str(refused.value)


def test_one_key_does_not_open_both(monkeypatch):
    for name in ("DASHBOARD_ADMIN_KEY", "DASHBOARD_PRESENTER_KEY"):
        monkeypatch.setenv(name, "mot-khoa-2026")
    with pytest.raises(SettingError, match="DASHBOARD_ADMIN_KEY: trùng"):
        settings()


def test_a_foreign_variable_with_our_prefix_is_left_alone(monkeypatch):
    """A container platform names a service called “dashboard” this way."""
    monkeypatch.setenv("DASHBOARD_SERVICE_HOST", "10.0.0.1")
    monkeypatch.setenv("DASHBOARD_PORT", "8501")
    assert settings().audience == "internal"
