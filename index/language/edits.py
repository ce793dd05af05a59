"""How many edits make one word of another."""


def edits_within(a: str, b: str, limit: int) -> int | None:
    """Return the edits (insert, delete, replace a letter, swap neighbours) from ``a`` to ``b``; None if over ``limit``.

    The optimal string alignment distance (Damerau 1964; Boytsov 2011), in a band of ``limit`` about the diagonal.
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > limit:
        return None
    far = limit + 1
    older: list[int] = []
    previous = [index if index <= limit else far for index in range(len(b) + 1)]
    for i, letter in enumerate(a, 1):
        current = [far] * (len(b) + 1)
        if i <= limit:
            current[0] = i
        best = current[0]
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):
            other = b[j - 1]
            edits = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                edits = min(edits, older[j - 2] + 1)
            current[j] = edits
            best = min(best, edits)
        if best > limit:
            return None
        older, previous = previous, current
    return previous[-1] if previous[-1] <= limit else None
