"""Three small articles in a folder, and the corpus made of them."""

from collections.abc import Callable

from index.corpus import Corpus

ONE = """---
title: Bridge over the Elbow closes
outlet: The Courier
date: 2024-03-04
---

At least 40 people were hurt when the Elbow bridge in Aldern gave way on 3 March 2024.

“We will rebuild it before the winter,” said Ada Brandt, the mayor of Aldern.

The bridge carried 12,000 cars a day, according to the road office.
"""

TWO = """---
title: Elbow bridge collapse
outlet: The Herald
date: 2024-03-04
---

The collapse of the Elbow bridge in Aldern hurt 59 people on 3 March 2024, the hospital said.

The bridge carried 15,000 cars a day, according to the police.

It may reopen in the autumn.
"""

THREE = """---
title: A quiet harvest
outlet: The Ledger
---

Farmers near Lindow brought in 300 tonnes of apples this week.
"""


Opener = Callable[..., Corpus]


def ids(corpus: Corpus) -> list[str]:
    return [entry.id for entry in corpus.documents()]


def found(corpus: Corpus, query: str) -> list[str]:
    return sorted(hit.document.id for hit in corpus.search(query).hits)
