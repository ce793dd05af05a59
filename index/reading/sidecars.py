"""The files of metadata beside an article."""

import os
from collections.abc import Iterator
from pathlib import Path

from index.reading.discovery import SIDECAR_ENDINGS


def sidecars(path: Path) -> Iterator[Path]:
    """Yield the files of metadata that stand beside the article at ``path``.

    Such a file is named as the article with the ending ``.yaml``, ``.yml``, ``.json`` or ``.meta.yaml``, after the
    article's own ending or in its place.
    """
    folder = str(path.parent)
    for start in (path.stem, path.name):
        for ending in SIDECAR_ENDINGS:
            # A Path for each of twelve names would cost more than looking for them.
            candidate = os.path.join(folder, start + ending)  # noqa: PTH118
            if os.path.isfile(candidate):  # noqa: PTH113
                yield Path(candidate)
