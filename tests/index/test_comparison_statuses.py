"""What a link says of two claims is what their topic says."""

import pytest

from index.records import Status
from tests.index.comparing import compared
from tests.index.grouping import Grouped, articles

LINK_STATUS = {
    Status.CONFLICT: "conflict",
    Status.CORROBORATED: "same",
    Status.ONE_ORIGIN: "same",
    Status.COMPATIBLE: "compatible",
    Status.SCOPE_DIFFERS: "compatible",
    Status.UPDATE: "compatible",
}
"""The status of a link between two figures or dates, by the status of the topic of these two."""

PAIRS = {
    "other figures": (
        "The ferry Marigold sank off the cape with 212 passengers on board.",
        "The Marigold, a ferry with 198 passengers on board, sank off the cape.",
    ),
    "one figure": (
        "The ferry Marigold sank off the cape with 212 passengers on board.",
        "The Marigold, a ferry with 212 passengers on board, sank off the cape.",
    ),
    "figures that fit": (
        "The ministry will suspend the fishing quota for 60 to 90 days.",
        "The fishing quota was suspended by the ministry for 75 days.",
    ),
    "a higher figure": (
        "The ferry Marigold sank off the cape with 198 passengers on board.",
        "The Marigold, a ferry with 212 passengers on board, sank off the cape.",
    ),
    "other days": (
        "The lighthouse lamp went dark on January 18 after a short circuit.",
        "The lamp of the lighthouse went dark on January 19.",
    ),
    "one day": (
        "The lighthouse lamp went dark on January 18 after a short circuit.",
        "The lamp of the lighthouse went dark on January 18.",
    ),
}


@pytest.mark.parametrize("later", ["2025-02-20", "2025-02-22"])
@pytest.mark.parametrize("name", PAIRS)
def test_a_link_and_a_topic_judge_two_claims_alike(name: str, later: str) -> None:
    a, b = (f"{text}\n{rest}" for text, rest in zip(PAIRS[name], ("Rain fell.", "Buses ran late."), strict=True))
    dates = ("2025-02-20", later)
    topics = [topic for topic in Grouped(articles(a, b, dates=dates)).topics if topic.status is not Status.ALONE]
    said = {LINK_STATUS[topic.status] for topic in topics}
    (link,) = compared(a, b, dates).links
    assert link.status == next(status for status in ("conflict", "same", "compatible") if status in said)


OPPOSED = "The boom in knitting clubs is likely to endure.", "The boom in knitting clubs is likely to fade."


def test_opposed_forecasts_are_a_conflict_and_others_get_no_status() -> None:
    (topic,) = Grouped(articles(*OPPOSED)).topics
    (link,) = compared(*OPPOSED).links
    assert (topic.status, link.status) == (Status.CONFLICT, "conflict")
    (topic,) = Grouped(articles(OPPOSED[0], OPPOSED[0].replace("is likely to", "may"))).topics
    (link,) = compared(OPPOSED[0], OPPOSED[0].replace("is likely to", "may")).links
    assert topic.status is Status.COMPATIBLE
    assert "forecasts of one thing" in link.reasons
    assert link.status not in {"conflict", "compatible", "same"}
