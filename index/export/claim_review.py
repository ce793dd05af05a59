"""Claims that a person has rated, as ClaimReview JSON-LD (https://schema.org/ClaimReview)."""

from collections.abc import Iterable, Mapping
from typing import Any

from index.notes import Effects
from index.records import Claim, DocumentEntry, Verdict

RATINGS = {
    Verdict.FALSE: 1,
    Verdict.MOSTLY_FALSE: 2,
    Verdict.MIXED: 3,
    Verdict.MOSTLY_TRUE: 4,
    Verdict.TRUE: 5,
}
"""The five steps of Google's fact check guidelines; the other verdicts have a name and no number."""


def claim_reviews(claims: Iterable[Claim], entries: Mapping[str, DocumentEntry], effects: Effects) -> dict[str, Any]:
    """Return a JSON-LD graph with one ClaimReview for each rated claim; claims without a verdict are left out."""
    reviews = [
        _review(claim, entries[claim.document], effects.verdicts[claim.id], effects.claim_notes.get(claim.id))
        for claim in claims
        if claim.id in effects.verdicts
    ]
    return {"@context": "https://schema.org", "@graph": reviews}


def _review(claim: Claim, entry: DocumentEntry, verdict: Verdict, note: str | None) -> dict[str, Any]:
    appearance = {
        "@type": "CreativeWork",
        "headline": entry.title,
        "url": entry.metadata.url,
        "datePublished": entry.metadata.published,
        "publisher": {"@type": "Organization", "name": entry.metadata.outlet} if entry.metadata.outlet else None,
        "text": " ".join(claim.text.split()),
        "position": f"{claim.document}, line {claim.line}, characters {claim.span.start}-{claim.span.end}",
    }
    author = claim.speaker or entry.metadata.outlet
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": str(verdict)}
    if verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[verdict], "worstRating": 1, "bestRating": 5}
    author_thing = {"@type": "Thing", "name": author} if author else None
    reviewed = {"@type": "Claim", "author": author_thing, "appearance": _present(appearance)}
    review = {
        "@type": "ClaimReview",
        "claimReviewed": " ".join((claim.content or claim.text).split()),
        "reviewRating": rating,
        "reviewBody": note,
        "itemReviewed": _present(reviewed),
    }
    return _present(review)


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
