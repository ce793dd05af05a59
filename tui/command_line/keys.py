"""``rednote-tui keys``."""

import argparse

from tui.command_line.opening import say, settings_of
from tui.command_line.output import print_json, print_table
from tui.commands import COMMANDS
from tui.keymap import display, resolve


def run(arguments: argparse.Namespace) -> int:
    """List every action of the explorer with its id and its keys, as the settings have them."""
    keys = settings_of(arguments).keys
    keymap = resolve(keys.preset, keys.bindings)
    for problem in keymap.problems:
        say(problem)
    if arguments.json:
        rows = [
            {
                "id": command.id,
                "keys": list(keymap.keys[command.id]),
                "group": command.group,
                "help": command.help,
            }
            for command in COMMANDS
        ]
        print_json({"schema": 1, "keys": rows})
        return 0
    print_table(
        ("keys", "id", "what it does"),
        [(" ".join(map(display, keymap.keys[command.id])), command.id, command.help) for command in COMMANDS],
    )
    return 0
