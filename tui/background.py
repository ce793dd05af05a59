"""Work that runs beside the screen: in a thread, its answer dropped when a newer question was asked since."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import WorkerCancelled, get_current_worker

from index.errors import Cancelled as NoLongerWanted
from index.errors import RednoteError

T = TypeVar("T")
Cancelled = Callable[[], bool]


class Failed(Message):
    """Something did not work; the explorer tells the person."""

    def __init__(self, error: RednoteError) -> None:
        super().__init__()
        self.error = error


@dataclass
class Answered(Message):
    """A job's answer, on its way from the thread to the widget that asked."""

    group: str
    generation: int
    use: Callable[[Any], None]
    value: Any
    error: RednoteError | None = None


class Background(Widget):
    """A widget that asks questions in threads; of each group only the newest question is answered."""

    def __init__(self, *children: Widget, **options: Any) -> None:
        super().__init__(*children, **options)
        self._generations: dict[str, int] = {}
        self._under_way: set[str] = set()
        self._waiting: dict[str, tuple[Callable[[Cancelled], Any], Callable[[Any], None]]] = {}

    def ask(self, group: str, job: Callable[[Cancelled], T], use: Callable[[T], None]) -> None:
        """Run ``job`` in a thread and hand its value to ``use`` on the screen's thread, unless asked anew since.

        ``job`` receives a function that says whether its answer is still wanted. Its RednoteErrors become Failed.
        """
        self._ask(group, job, use, lambda: None)

    def _ask(
        self, group: str, job: Callable[[Cancelled], T], use: Callable[[T], None], after: Callable[[], object]
    ) -> None:
        """Ask, and call ``after`` in the thread when it is done, answered or not."""
        generation = self._generations.get(group, 0) + 1
        self._generations[group] = generation

        def run() -> None:
            worker = get_current_worker()

            def unwanted() -> bool:
                return worker.is_cancelled or self._generations.get(group) != generation

            try:
                if unwanted():
                    return
                answer = Answered(group, generation, use, job(unwanted))
            except (WorkerCancelled, NoLongerWanted):
                return
            except RednoteError as error:
                answer = Answered(group, generation, use, None, error)
            except Exception as error:
                answer = Answered(group, generation, use, None, unexpected(error))
            finally:
                after()
            self.post_message(answer)

        self.run_worker(run, group=group, thread=True, exclusive=True, exit_on_error=False)

    def ask_in_turn(self, group: str, job: Callable[[Cancelled], T], use: Callable[[T], None]) -> None:
        """Ask as ``ask`` does, but not before the question under way is done; of those that wait the newest is asked.

        For long jobs that cannot be broken off: one for each key would take every thread there is.
        """
        if group in self._under_way:
            self.forget(group)
            self._waiting[group] = (job, use)
            return
        self._under_way.add(group)
        self._ask(group, job, use, lambda: self.call_later(self._ask_waiting, group))

    def _ask_waiting(self, group: str) -> None:
        self._under_way.discard(group)
        if group in self._waiting:
            self.ask_in_turn(group, *self._waiting.pop(group))

    def forget(self, group: str) -> None:
        """Drop the answer that is still to come."""
        self._waiting.pop(group, None)
        self._generations[group] = self._generations.get(group, 0) + 1

    def on_answered(self, message: Answered) -> None:
        """Use an answer that is still wanted."""
        message.stop()
        if message.generation != self._generations.get(message.group):
            return
        if message.error is not None:
            self.post_message(Failed(message.error))
        else:
            message.use(message.value)


def unexpected(error: Exception) -> RednoteError:
    """Return an unexpected failure as one a person can read; the screen stays up."""
    return RednoteError(
        f"an unexpected error occurred: {type(error).__name__}: {error}",
        "you can keep working; “rednote-tui doctor” helps to report it",
    )
