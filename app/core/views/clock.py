"""Times as all screens are told them."""


def moment(at: float) -> float:
    """Epoch seconds to the millisecond: what a screen needs, and shorter to send."""
    return round(at, 3)
