"""Who speaks where no verb of saying tells: whoever promises, threatens or proposes."""

import re
from dataclasses import replace

from index.claims.predictions.rules import SUBJECT_SPEAKS
from index.records import Prediction, Span, Step

_VOICED = re.compile(
    r"(?:promise[sd]?|vow(?:s|ed)|pledge[sd]?|threatened|suggest(?:s|ed)|recommend(?:s|ed)|propos(?:es|ed))\b"
)
_LONGEST = 6
"""Words of a subject beyond which it is more than a name."""
_PRONOUNS = frozenset("he she it they we i you this that who which and".split())


def with_subject_as_speaker(prediction: Prediction) -> Prediction:
    """Return a prediction without a speaker with its subject as the speaker, where it is who promises or proposes."""
    subject, cue = prediction.subject, prediction.cue
    if prediction.speaker is not None or subject is None or cue is None or _VOICED.match(cue) is None:
        return prediction
    if len(subject.split()) > _LONGEST or subject.casefold() in _PRONOUNS:
        return prediction
    at = prediction.sentence.start + max(0, prediction.text.find(subject))
    step = Step(SUBJECT_SPEAKS.id, Span(at, at + len(subject)))
    return replace(prediction, speaker=subject, speaker_how="stated", derivation=(*prediction.derivation, step))
