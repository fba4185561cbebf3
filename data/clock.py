"""Việt Nam's time: a day ends here when it ends there, wherever the server stands."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """Today's date in Việt Nam."""
    return datetime.now(HERE).date()


def local(moment: datetime) -> datetime:
    """A moment in Việt Nam's time; one without a zone is UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(HERE)
