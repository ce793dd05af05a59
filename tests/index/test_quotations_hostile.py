"""Any text: nothing raises, every span lies in the document, and the same text gives the same claims."""

from hypothesis import given, settings
from hypothesis import strategies as st

from index.claims.quotations import attribution_at, find_attributions, find_quotations
from index.claims.speakers import can_speak
from index.records import Span
from tests.index.builders import make_document

_PIECES = st.sampled_from(
    "he she Ann Lee Mr. said says told that , . : ; — “ ” \" ' ’ ‘ `` '' ( ) according to by citing via the of and but "
    "who which wants claim claims 3 million \n \t 小红书 说 saying adding reported data from as was".split(" ")
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_any_text(text: str) -> None:
    document = make_document(text)
    attributions = find_attributions(document)
    for attribution in attributions:
        for span in (attribution.content, attribution.speaker_span, attribution.cue_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        silent = attribution.attitude or not can_speak(attribution.speaker or "")
        assert silent or attribution_at(attributions, attribution.content) is not None
    claims = find_quotations(document)
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims == find_quotations(make_document(text))
    assert attribution_at(attributions, Span(len(text), len(text) + 1)) is None


def test_long_sentence_without_end_is_read_in_bounded_pieces() -> None:
    document = make_document("he said that the river rose and " * 2_000)
    longest = max(a.content.end - a.content.start for a in find_attributions(document))
    assert longest < 3_000


def test_chinese_text_is_left_alone() -> None:
    assert find_quotations(make_document("他说：“今天天气很好。”\n小红书在美国排名第一。")) == []
