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
    """Under which heading of the help a command stands."""

    GENERAL = "General"
    PANES = "Panes"
    MOVING = "Moving"
    SEARCHING = "Searching"
    CLAIMS = "Claims"
    COMPARING = "Comparing"
    DECIDING = "Deciding"
    TAKING = "Taking out"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    ``keys`` are Textual's key names or single characters; ``label`` is for the footer (one or two words), ``help`` one
    sentence; ``places`` are the widgets that carry the binding, each with a method ``action_<id>``, - read as _; what
    works in the explorer is done by the controller that has the id among its commands.
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
    Command("help", ("?", "f1"), "help", "Show every key, grouped by what it is for.", Group.GENERAL, _EVERY),
    Command("palette", ("ctrl+p",), "commands", "Find any command by its name.", Group.GENERAL, _EVERY),
    Command("theme", (), "theme", "Choose the colours, light and dark.", Group.GENERAL, _EVERY),
    Command("quit", ("q", "ctrl+q"), "quit", "Leave the program.", Group.GENERAL, _EVERY),
    Command(
        "back",
        ("escape",),
        "back",
        "One step back: close what is on top, leave the comparison, clear the search. Never quits.",
        Group.GENERAL,
        (Place.EXPLORER, Place.DIALOG),
    ),
    Command("refresh", ("f5",), "refresh", "Read the folder again and index what changed.", Group.GENERAL, _SCREEN),
    Command("next-pane", ("tab",), "next pane", "Go to the next pane.", Group.PANES, _SCREEN),
    Command("previous-pane", ("shift+tab",), "previous pane", "Go to the previous pane.", Group.PANES, _SCREEN),
    Command("documents-pane", ("1",), "documents", "Go to the list of documents.", Group.PANES, _SCREEN),
    Command("results-pane", ("2",), "results", "Go to the results of the search.", Group.PANES, _SCREEN),
    Command("reader-pane", ("3",), "reader", "Go to the reader or the comparison.", Group.PANES, _SCREEN),
    Command("claims-pane", ("4",), "claims", "Go to the claims.", Group.PANES, _SCREEN),
    Command("zoom", ("z",), "zoom", "Give the whole screen to the pane in use, or give it back.", Group.PANES, _SCREEN),
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
        "open", ("enter",), "open", "Open what is chosen, at its exact words.", Group.MOVING, (Place.LIST, Place.READER)
    ),
    Command("search", ("/",), "search", "Type what to search for; results come as you type.", Group.SEARCHING, _SCREEN),
    Command("next-hit", ("n",), "next hit", "Next hit, on into the next article.", Group.SEARCHING, _SCREEN),
    Command(
        "previous-hit", ("N",), "previous hit", "Previous hit, back into the article before.", Group.SEARCHING, _SCREEN
    ),
    Command("older-search", ("up",), "older search", "Bring back the search before.", Group.SEARCHING, (Place.SEARCH,)),
    Command(
        "newer-search",
        ("down",),
        "results",
        "The search after; after the newest, on into the results.",
        Group.SEARCHING,
        (Place.SEARCH,),
    ),
    Command(
        "suggestion",
        ("ctrl+t",),
        "did you mean",
        "Search for the spelling that is offered.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command("any-words", ("ctrl+o",), "any word", "Search for any of the words, not all.", Group.SEARCHING, _SCREEN),
    Command(
        "narrow",
        ("F",),
        "narrow",
        "Narrow the results by outlet, month, kind of claim or zone.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "include", ("space",), "only these", "Only results with this, or free again.", Group.SEARCHING, (Place.FACETS,)
    ),
    Command(
        "exclude",
        ("x", "-"),
        "without these",
        "Only results without this, or free again.",
        Group.SEARCHING,
        (Place.FACETS,),
    ),
    Command(
        "widen",
        ("backspace",),
        "widen",
        "Take the last filter of the results off.",
        Group.SEARCHING,
        (Place.EXPLORER, Place.FACETS),
    ),
    Command(
        "save-search",
        ("ctrl+r",),
        "save search",
        "Keep this search under a name; @name searches for it again.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command("saved-searches", ("@",), "saved", "List the saved searches.", Group.SEARCHING, _SCREEN),
    Command(
        "aliases",
        ("=",),
        "names",
        "Search for the words as typed, or for every spelling of a name again.",
        Group.SEARCHING,
        _SCREEN,
    ),
    Command(
        "change-view",
        (".",),
        "view",
        "Show the next selection: results by relevance, date or outlet; claims of one kind; links of one sort.",
        Group.PANES,
        _SCREEN,
    ),
    Command(
        "next-item",
        ("]",),
        "next link",
        "Next claim, in the reader in the order of the text; in a comparison, next link.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command(
        "previous-item",
        ("[",),
        "previous link",
        "Previous claim; in a comparison, previous link.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command(
        "next-conflict", ("}",), "conflict", "Next conflict, in the claims or the comparison.", Group.CLAIMS, _SCREEN
    ),
    Command("previous-conflict", ("{",), "conflict before", "Previous conflict.", Group.CLAIMS, _SCREEN),
    Command(
        "explain",
        ("e",),
        "explain",
        "Say why: the rule, the value as read, the other sources' words, the reason for the status or the link.",
        Group.CLAIMS,
        _SCREEN,
    ),
    Command("scope", (",",), "scope", "Claims of the article in use, or of the whole corpus.", Group.CLAIMS, _SCREEN),
    Command("timeline", ("t",), "timeline", "Every dated event of the corpus, in order.", Group.CLAIMS, _SCREEN),
    Command("figures", ("f",), "figures", "Every figure of the corpus, by topic.", Group.CLAIMS, _SCREEN),
    Command(
        "mark", ("space",), "mark", "Mark the article for a comparison, or take the mark off.", Group.COMPARING, _SCREEN
    ),
    Command(
        "compare",
        ("c",),
        "compare",
        "Set the two marked articles side by side, or the marked one beside the one in use.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "left-side", ("left",), "left side", "Go to the left one of the two articles.", Group.COMPARING, (Place.READER,)
    ),
    Command(
        "right-side", ("right",), "right side", "Go to the right one of the two.", Group.COMPARING, (Place.READER,)
    ),
    Command("swap", ("x",), "swap", "Swap left and right.", Group.COMPARING, _SCREEN),
    Command(
        "scroll-lock", ("s",), "lock", "Keep linked passages level while scrolling, or not.", Group.COMPARING, _SCREEN
    ),
    Command(
        "next-left-only", ("(",), "only left", "Next passage that only the left one has.", Group.COMPARING, _SCREEN
    ),
    Command(
        "next-right-only", (")",), "only right", "Next passage that only the right one has.", Group.COMPARING, _SCREEN
    ),
    Command("next-partner", (">",), "other article", "Put the next article on the right.", Group.COMPARING, _SCREEN),
    Command(
        "previous-partner", ("<",), "article before", "Put the previous article on the right.", Group.COMPARING, _SCREEN
    ),
    Command(
        "fewer-links",
        ("+",),
        "stronger",
        "Ask for stronger links of this pair, so fewer; kept.",
        Group.COMPARING,
        _SCREEN,
    ),
    Command(
        "more-links", ("-",), "weaker", "Allow weaker links of this pair, so more; kept.", Group.COMPARING, _SCREEN
    ),
    Command(
        "related", ("r",), "related", "Articles like the one in use; choose one to compare.", Group.COMPARING, _SCREEN
    ),
    Command("matrix", ("M",), "matrix", "Every pair of articles, in a grid.", Group.COMPARING, _SCREEN),
    Command(
        "verdict",
        ("v",),
        "verdict",
        "Rate the claim in use: under the cursor, or the one that is read.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command("note", ("a",), "note", "Write a note on the claim or passage in use.", Group.DECIDING, _SCREEN),
    Command(
        "pin",
        ("m",),
        "break or link",
        "Break the link in use; after ( or ), link the passage with the one chosen on the other side.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command("correct", ("C",), "correct", "Put right what was read: speaker, value, subject.", Group.DECIDING, _SCREEN),
    Command(
        "merge",
        ("J",),
        "join",
        "Mark the claim in use; then, on a claim of another topic, make one topic of both.",
        Group.DECIDING,
        _SCREEN,
    ),
    Command("split", ("S",), "split", "Take the claim in use out of its topic.", Group.DECIDING, _SCREEN),
    Command("decisions", ("D",), "decisions", "List everything you decided.", Group.DECIDING, _SCREEN),
    Command(
        "take-back",
        ("x",),
        "take back",
        "Take the chosen decision back; undo brings it back again.",
        Group.DECIDING,
        (Place.DECISIONS,),
    ),
    Command(
        "write-decisions", ("w",), "write out", "Write all decisions to a file.", Group.DECIDING, (Place.DECISIONS,)
    ),
    Command("read-decisions", ("i",), "take in", "Take decisions in from a file.", Group.DECIDING, (Place.DECISIONS,)),
    Command("keep", ("enter",), "keep", "Keep the note as it stands.", Group.DECIDING, (Place.NOTE,)),
    Command(
        "new-line",
        ("ctrl+j", "shift+enter"),
        "new line",
        "Begin a new line of the note.",
        Group.DECIDING,
        (Place.NOTE,),
    ),
    Command("undo", ("u",), "undo", "Take the last decision back.", Group.DECIDING, _SCREEN),
    Command("copy", ("y",), "copy", "Copy the words in use with their source.", Group.TAKING, _SCREEN),
    Command(
        "write-comparison",
        ("w",),
        "write out",
        "Write the comparison to a file: a web page, text, Markdown or JSON, by the ending of its name.",
        Group.TAKING,
        _SCREEN,
    ),
    Command("edit", ("o",), "editor", "Open the article in your editor, at the line.", Group.TAKING, _SCREEN),
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
        *("undo", "decisions", "timeline", "figures", "search", "help", "quit"),
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
