"""What the person is told in passing: in the place of the last line, the newest in place of the one before."""

from textual.notifications import Notification, Notify

from tui.textual_private import Private

LASTING = frozenset({"warning", "error"})
"""Severities of notices that stay beside a newer one, so that nobody misses them."""
MOST = 2
"""Notices that are shown at once."""


class Notices(Private):
    """The app's side: notices never pile up over what one reads."""

    def on_notify(self, event: Notify) -> None:
        """Let those notices go that the new one takes the place of; Textual shows it after this."""
        before = [one for one in self.notices_shown if not self._replaces(event.notification, one)]
        self.notices_shown = before[1 - MOST :]

    def forget_notices(self) -> None:
        """Let messages go that tell of nothing wrong, before something else takes their place."""
        self.notices_shown = [one for one in self.notices_shown if one.severity in LASTING]

    @staticmethod
    def _replaces(new: Notification, old: Notification) -> bool:
        return old.severity not in LASTING or (old.severity, old.message) == (new.severity, new.message)
