"""JSON that no terminal obeys and every reader can show."""

import json
import re
from typing import Any

from index.reading import FORBIDDEN

_UNSAFE = re.compile(f"[{FORBIDDEN}]")


def json_text(value: Any) -> str:
    r"""Return ``value`` as indented JSON and a line end; what is no text in it is escaped (``\u009b``), nothing lost.

    Controls, bidi overrides, invisible characters and lone surrogates can stand only inside strings, where an escape
    means the same.
    """
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], written) + "\n"
