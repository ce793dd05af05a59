"""The one table of commands: from it come the bindings, the footer, the palette, the help and the list of keys.

Pure data: importing it does not import Textual, so that the command line stays quick.
"""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command works."""

    APP = "everywhere"
    EXPLORER = "the explorer"
    LIST = "lists"
    READER = "the reader"
    SEARCH = "the search line"
    DIALOG = "dialogs"
    GRID = "the matrix"
    NOTE = "the note that is written"
    FACETS = "the list of facets"
    DECISIONS = "the list of decisions"


class Group(StrEnum):
    """The heading of the help that a command is listed under."""

    GENERAL = "General"
    PANES = "Panes"
    MOVING = "Moving"
    SEARCHING = "Searching"
    CLAIMS = "Claims"
    COMPARING = "Comparing"
    DECIDING = "Deciding"
    TAKING = "Exporting"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    ``keys`` are Textual's key names or single characters; ``label`` is for the footer (one or two words), ``help`` one
    sentence; ``places`` are the widgets that carry the binding, each with a method ``action_<id>``, - read as _; the
    explorer's are carried out by the controller that has the id among its commands.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    places: tuple[Place, ...]

    @property
    def action(self) -> str:
        """The name of Textual's action."""
        return self.id.replace("-", "_")


_EVERY = (Place.APP,)
_SCREEN = (Place.EXPLORER,)
_MOVABLE = (Place.LIST, Place.READER, Place.GRID)

COMMANDS: tuple[Command, ...] = (
    Command("help", ("?", "f1"), "help", "Show every key, grouped by purpose.", Group.GENERAL, _EVERY),
    Command("palette", ("ctrl+p",), "commands", "Find a command by name.", Group.GENERAL, _EVERY),
    Command("theme", (), "theme", "Choose a theme, light or dark.", Group.GENERAL, _EVERY),
    Command("quit", ("q", "ctrl+q"), "quit", "Quit.", Group.GENERAL, _EVERY),
    Command(
        "back",
        ("escape",),
        "back",
        "Go back one step: close a dialog, leave the comparison, clear the search. Never quits.",
        Group.GENERAL,
        (Place.EXPLORER, Place.DIALOG),
    ),
    Command("refresh", ("f5",), "refresh", "Reread the folder and index what changed.", Group.GENERAL, _SCREEN),
    Command("next-pane", ("tab",), "next pane", "Go to the next pane.", Group.PANES, _SCREEN),
    Command("previous-pane", ("shift+tab",), "previous pane", "Go to the previous pane.", Group.PANES, _SCREEN),
    Command("documents-pane", ("1",), "documents", "Go to the list of documents.", Group.PANES, _SCREEN),
    Command("results-pane", ("2",), "results", "Go to the results of the search.", Group.PANES, _SCREEN),
    Command("reader-pane", ("3",), "reader", "Go to the reader or the comparison.", Group.PANES, _SCREEN),
    Command("claims-pane", ("4",), "claims", "Go to the claims.", Group.PANES, _SCREEN),
    Command("zoom", ("z",), "zoom", "Maximise the current pane, or restore the layout.", Group.PANES, _SCREEN),
    Command("down", ("j", "down"), "down", "One row down.", Group.MOVING, _MOVABLE),
    Command("up", ("k", "up"), "up", "One row up.", Group.MOVING, _MOVABLE),
    Command("half-page-down", ("ctrl+d",), "half page down", "Half a page down.", Group.MOVING, _MOVABLE),
    Command("half-page-up", ("ctrl+u",), "half page up", "Half a page up.", Group.MOVING, _MOVABLE),
    Command("page-down", ("pagedown", "ctrl+f"), "page down", "One page down.", Group.MOVING, _MOVABLE),
    Command("page-up", ("pageup", "ctrl+b"), "page up", "One page up.", Group.MOVING, _MOVABLE),
    Command("top", ("g", "home"), "top", "To the beginning.", Group.MOVING, _MOVABLE),
    Command("bottom", ("G", "end"), "end", "To the end.", Group.MOVING, _MOVABLE),
    Command("left", ("h", "left"), "left", "One column to the left.", Group.MOVING, (Place.GRID,)),
    Command("right", ("l", "right"), "right", "One column to the right.", Group.MOVING, (Place.GRID,)),
    Command("open-pair", ("enter",), "compare", "Compare the pair under the cursor.", Group.MOVING, (Place.GRID,)),
    Command(
        "open",
        ("enter",),
        "open",
        "Open the selected item at its exact words.",
        Group.MOVING,
        (Place.LIST, Place.READER),
    ),
    Command("search", ("/",), "search", "Search; results appear as you type.", Group.SEARCHING, _SCREEN),
    Command(
        "next-hit",
        ("n",),
        "next hit",
        "Go to the next hit, continuing into the next article.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "previous-hit",
        ("N",),
        "previous hit",
        "Go to the previous hit, continuing into the previous article.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command("older-search", ("up",), "older search", "Recall the previous search.", Group.SEARCHING, (Place.SEARCH,)),
    Command(
        "newer-search",
        ("down",),
        "results",
        "Recall the next search, or move from the newest into the results.",
        Group.SEARCHING,
        (Place.SEARCH,),
    ),
    Command(
        "suggestion",
        ("ctrl+t",),
        "did you mean",
        "Search for the suggested spelling.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "any-words", ("ctrl+o",), "any word", "Search for any of the words instead of all.", Group.SEARCHING, _SCREEN
    ),
    Command(
        "narrow",
        ("F",),
        "narrow",
        "Filter the results by outlet, month, kind of claim or zone.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "include",
        ("space",),
        "only these",
        "Show only results with this value, or lift the filter.",
        Group.SEARCHING,
        (Place.FACETS,),
    ),
    Command(
        "exclude",
        ("x", "-"),
        "without these",
        "Hide results with this value, or lift the filter.",
        Group.SEARCHING,
        (Place.FACETS,),
    ),
    Command(
        "widen",
        ("backspace",),
        "widen",
        "Remove the last filter.",
        Group.SEARCHING,
        (Place.EXPLORER, Place.FACETS),
    ),
    Command(
        "save-search",
        ("ctrl+r",),
        "save search",
        "Save this search under a name; @name runs it again.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command("saved-searches", ("@",), "saved", "List saved searches.", Group.SEARCHING, _SCREEN),
    Command(
        "aliases",
        ("=",),
        "names",
        "Search for names as typed, or for all their spellings.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "change-view",
        (".",),
        "view",
        "Cycle the view: results by relevance, date or outlet; claims by kind; links by type.",
        Group.PANES,
        _SCREEN,
    ),
    Command(
        "next-item",
        ("]",),
        "next link",
        "Go to the next claim (in the reader, in text order) or, in a comparison, the next link.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command(
        "previous-item",
        ("[",),
        "previous link",
        "Go to the previous claim or, in a comparison, the previous link.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command(
        "next-conflict",
        ("}",),
        "conflict",
        "Go to the next conflict in the claims or the comparison.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command("previous-conflict", ("{",), "previous conflict", "Go to the previous conflict.", Group.CLAIMS, _SCREEN),
    Command(
        "explain",
        ("e",),
        "explain",
        "Explain a claim, a link or a number: rules, values, other sources' words, reason for the status.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command(
        "scope",
        (",",),
        "scope",
        "Switch between the claims of this article and of the whole corpus.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command("timeline", ("t",), "timeline", "List every dated event of the corpus in order.", Group.CLAIMS, _SCREEN),
    Command("figures", ("f",), "figures", "List every figure of the corpus by topic.", Group.CLAIMS, _SCREEN),
    Command("mark", ("space",), "mark", "Mark or unmark the article for comparison.", Group.COMPARING, _SCREEN),
    Command(
        "compare",
        ("c",),
        "compare",
        "Compare the two marked articles, or the marked one with the current one.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command("left-side", ("left",), "left side", "Go to the article on the left.", Group.COMPARING, (Place.READER,)),
    Command(
        "right-side", ("right",), "right side", "Go to the article on the right.", Group.COMPARING, (Place.READER,)
    ),
    Command("swap", ("x",), "swap", "Swap left and right.", Group.COMPARING, _SCREEN),
    Command(
        "scroll-lock",
        ("s",),
        "lock",
        "Turn synchronised scrolling of linked passages on or off.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "next-left-only",
        ("(",),
        "only left",
        "Go to the next passage found only on the left.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "next-right-only",
        (")",),
        "only right",
        "Go to the next passage found only on the right.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command("next-partner", (">",), "other article", "Put the next article on the right.", Group.COMPARING, _SCREEN),
    Command(
        "previous-partner",
        ("<",),
        "previous article",
        "Put the previous article on the right.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "fewer-links",
        ("+",),
        "stronger",
        "Show fewer, stronger links for this pair; remembered.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "more-links", ("-",), "weaker", "Show more, weaker links for this pair; remembered.", Group.COMPARING, _SCREEN
    ),
    Command("related", ("r",), "related", "List similar articles; choose one to compare.", Group.COMPARING, _SCREEN),
    Command("matrix", ("M",), "matrix", "Show every pair of articles in a grid.", Group.COMPARING, _SCREEN),
    Command(
        "verdict",
        ("v",),
        "verdict",
        "Rate the claim under the cursor or, in the reader, the one you are reading.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command("note", ("a",), "note", "Write a note on the current claim or passage.", Group.DECIDING, _SCREEN),
    Command(
        "pin",
        ("m",),
        "break or link",
        "Break the current link; after ( or ), link the passage to the one selected on the other side.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command(
        "correct", ("C",), "correct", "Correct what was extracted: speaker, value, subject.", Group.DECIDING, _SCREEN
    ),
    Command(
        "describe",
        ("I",),
        "describe",
        "Put right what was read of the document: title, outlet, authors, date, language, encoding, kind of text.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command(
        "merge",
        ("J",),
        "join",
        "Mark a claim; pressed again on a claim of another topic, merge the two topics.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command("split", ("S",), "split", "Move the claim out of its topic.", Group.DECIDING, _SCREEN),
    Command("decisions", ("D",), "decisions", "List all your decisions.", Group.DECIDING, _SCREEN),
    Command(
        "take-back",
        ("x",),
        "revoke",
        "Revoke the selected decision; undo restores it.",
        Group.DECIDING,
        (Place.DECISIONS,),
    ),
    Command("write-decisions", ("w",), "export", "Export all decisions to a file.", Group.DECIDING, (Place.DECISIONS,)),
    Command("read-decisions", ("i",), "import", "Import decisions from a file.", Group.DECIDING, (Place.DECISIONS,)),
    Command("keep", ("enter",), "keep", "Save the note.", Group.DECIDING, (Place.NOTE,)),
    Command(
        "new-line",
        ("ctrl+j", "shift+enter"),
        "new line",
        "Start a new line in the note.",
        Group.DECIDING,
        (Place.NOTE,),
    ),
    Command("undo", ("u",), "undo", "Undo the last decision.", Group.DECIDING, _SCREEN),
    Command("copy", ("y",), "copy", "Copy the selected words with a citation.", Group.TAKING, _SCREEN),
    Command(
        "write-comparison",
        ("w",),
        "save",
        "Save the comparison as a web page, text, Markdown or JSON, depending on the file extension.",
        Group.TAKING,
        _SCREEN,
    ),
    Command(
        "write-briefing",
        ("E",),
        "briefing",
        "Write a briefing of all claims by topic: a web page, Markdown, JSON or CSV, by the ending of its name.",
        Group.TAKING,
        _SCREEN,
    ),
    Command("edit", ("o",), "editor", "Open the article in your editor at this line.", Group.TAKING, _SCREEN),
)

BY_ID = {command.id: command for command in COMMANDS}

LABELS: dict[tuple[str, str], str] = {
    ("reader", "next-item"): "next claim",
    ("claims", "change-view"): "kind",
    ("results", "change-view"): "sort",
    ("search", "open"): "open the first",
    ("one-side", "left-side"): "other side",
    ("one-side", "right-side"): "other side",
}
"""Labels that a pane's footer words otherwise: (pane, command id)."""

FOOTERS: dict[str, tuple[str, ...]] = {
    "documents": ("open", "mark", "compare", "search", "related", "claims-pane", "matrix", "help", "quit"),
    "results": ("open", "next-hit", "mark", "compare", "narrow", "change-view", "search", "back", "help", "quit"),
    "reader": (
        "search",
        "next-hit",
        "next-item",
        "next-conflict",
        "mark",
        "compare",
        "copy",
        "edit",
        "zoom",
        "help",
        "quit",
    ),
    "comparison": (
        *("next-item", "next-conflict", "explain", "change-view", "back", "next-partner", "pin", "zoom"),
        *(
            "more-links",
            "fewer-links",
            "next-left-only",
            "next-right-only",
            "swap",
            "scroll-lock",
            "write-comparison",
            "help",
        ),
    ),
    "one-side": (
        *("next-item", "left-side", "right-side", "next-conflict", "explain", "back", "change-view", "next-partner"),
        *("pin", "zoom", "more-links", "fewer-links", "next-left-only", "next-right-only", "swap"),
        *("write-comparison", "help"),
    ),
    "claims": (
        *("open", "explain", "next-conflict", "verdict", "note", "correct", "change-view", "scope", "merge", "split"),
        *("undo", "decisions", "write-briefing", "timeline", "figures", "search", "help", "quit"),
    ),
    "search": ("open", "newer-search", "older-search", "suggestion", "any-words", "back", "save-search"),
    "dialog": ("back",),
    "list": ("open", "back"),
    "grid": ("open-pair", "back"),
    "note": ("keep", "new-line", "back"),
    "facets": ("include", "exclude", "widen", "back"),
    "decisions": ("open", "take-back", "write-decisions", "read-decisions", "back"),
}
"""The next sensible commands of each pane, the most useful first; the footer shows as many as fit."""
