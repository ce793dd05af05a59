"""Numbers of things in words."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: ``1 article``, ``2,000 articles``; ``plural`` where it is not formed with an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
