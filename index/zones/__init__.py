"""What part of an article each line is: title, summary, heading, body, caption, boilerplate or a reader's comment."""

from index.zones.finding import build_zones, find_kinds
from index.zones.paragraphs import Lines, Paragraph, split_paragraphs, weight

__all__ = ["Lines", "Paragraph", "build_zones", "find_kinds", "split_paragraphs", "weight"]
