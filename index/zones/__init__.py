"""What part of an article each line is: title, summary, heading, body, caption, boilerplate or a reader's comment."""

from index.zones.captions import is_caption
from index.zones.finding import build_zones, find_kinds
from index.zones.furniture import is_furniture
from index.zones.paragraphs import Lines, Paragraph, split_paragraphs, weight
from index.zones.patterns import LatePattern

__all__ = [
    "LatePattern",
    "Lines",
    "Paragraph",
    "build_zones",
    "find_kinds",
    "is_caption",
    "is_furniture",
    "split_paragraphs",
    "weight",
]
