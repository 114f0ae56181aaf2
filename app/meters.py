"""What the server measures of itself, for /metrics (Prometheus).

Counted and timed where it happens, once per batch, round or commit where that can be, since the hot paths pass here.
No label names a session, a person or an address: only what there are few of. Seconds everywhere. What is read off at
the moment somebody looks (rooms, connections) is set then, by `web.health`.
"""

from collections.abc import Sequence
from typing import Literal

from prometheus_client import Counter, Gauge, Histogram

Screen = Literal["phone", "stage", "console"]
SCREENS: tuple[Screen, ...] = ("phone", "stage", "console")

ROOMS = Gauge("vissenkom_rooms", "Sessions that are open in this process.")
CONNECTIONS = Gauge("vissenkom_connections", "Screens that are connected, by socket or stream.", ["audience"])
READY = Gauge("vissenkom_ready", "1 while this process takes new people, 0 while it stops.")
BUS = Gauge("vissenkom_bus_up", "1 while other nodes are heard at once, 0 while the journal is read instead.")

COMMANDS = Counter("vissenkom_commands", "Commands that were answered.", ["outcome"])
REFUSED = Counter("vissenkom_refused", "Commands that were refused.", ["code"])
CONFIRM = Histogram(
    "vissenkom_confirm_seconds",
    "From a command's arrival in its room to its answer, which comes after the commit.",
    buckets=(0.0025, 0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5),
)
CONFLICTS = Counter("vissenkom_conflicts", "Batches decided anew, since another process had appended first.")

PATCH_PERIOD = Histogram(
    "vissenkom_patch_period_seconds",
    "How soon after one round of telling an audience the next may begin; it stretches under load.",
    ["audience"],
    buckets=(0.1, 0.15, 0.25, 0.3, 0.5, 1, 2, 4),
)
BEHIND = Counter("vissenkom_mail_dropped", "Times that a connection fell behind and lost its waiting mail.")
CLOSED = Counter("vissenkom_closed", "Connections that the server closed, by closing code.", ["code"])

COMMITS = Counter("vissenkom_journal_commits", "Transactions that appended to journals.")
FAILED_COMMITS = Counter(
    "vissenkom_journal_commits_failed", "Appending transactions the database did not take."
)
COMMIT_BATCHES = Counter("vissenkom_journal_batches", "Batches in those transactions; each is one session's.")
COMMIT_EVENTS = Counter(
    "vissenkom_journal_events", "Events in those transactions, ballots and words as well."
)
COMMIT = Histogram(
    "vissenkom_journal_commit_seconds",
    "How long an appending transaction took, until it was on the disk.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)

LAG = Histogram(
    "vissenkom_loop_lag_seconds",
    "How much later than asked for the event loop woke up, looked at once a second.",
    buckets=(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5),
)

_DONE, _REFUSED = COMMANDS.labels("done"), COMMANDS.labels("refused")
_PERIOD = {screen: PATCH_PERIOD.labels(screen) for screen in SCREENS}


def confirmed(waits: Sequence[float]) -> None:
    """Commands of one batch that were done, and how long each took."""
    for wait in waits:
        CONFIRM.observe(wait)
    _DONE.inc(len(waits))


def refused(code: str) -> None:
    _REFUSED.inc()
    REFUSED.labels(code).inc()


def told(screen: Screen, period: float) -> None:
    _PERIOD[screen].observe(period)


def committed(batches: int, events: int, took: float) -> None:
    COMMITS.inc()
    COMMIT_BATCHES.inc(batches)
    COMMIT_EVENTS.inc(events)
    COMMIT.observe(took)
