"""What is not there: None, NaN and NaT, told alike everywhere."""


def absent(value: object) -> bool:
    """True for None and for what does not equal itself: NaN, NaT."""
    return value is None or value != value
