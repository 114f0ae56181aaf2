"""Who may come in at which address, and how many at once: room for a whole venue behind one, and an end for whoever
floods or guesses.

Everything here is memory, and forgotten when an address has been quiet. An address is the one that the server's own
trusted proxies give; of IPv6 its /64, since that is what one household or one telephone is given. Addresses are in no
log. The numbers are the operator's (settings).
"""

import ipaddress
import logging
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache

from starlette.requests import HTTPConnection

from app.live.flood import Bucket
from app.settings import Settings
from app.web.problems import Problem

REQUESTS_BURST_S = 20.0
"""So many seconds' worth of requests may come at once: a venue that opens its phones together."""
MISSES_PER_S = 2.0
COST_OF_A_FLOOD_S = 1.0
"""Whoever is closed for a flood has its address wait this long for newcomers: coming back is no way to go on."""
MOST_PLACES = 20_000
SAID_S = 60.0
"""Between two lines in the log about the same limit."""

log = logging.getLogger("vissenkom.door")


class Place:
    """One address."""

    __slots__ = ("arrivals", "connections", "misses", "requests", "sockets", "waiting")

    def __init__(self, settings: Settings, now: float) -> None:
        self.connections = self.sockets = self.waiting = 0
        self.arrivals = Bucket(now, float(settings.sockets_per_address), settings.arrivals_per_address)
        per_s = settings.requests_per_address
        self.requests = Bucket(now, per_s * REQUESTS_BURST_S, per_s)
        self.misses = Bucket(now, float(settings.misses_per_address), MISSES_PER_S)

    def quiet(self, now: float) -> bool:
        """Whether nothing is lost by forgetting it."""
        return not (self.connections or self.sockets) and (
            self.arrivals.full(now) and self.requests.full(now) and self.misses.full(now)
        )


class Visit:
    """Somebody with a web socket or a stream, until they leave. A context manager that leaves."""

    __slots__ = ("_door", "_place", "_waiting")

    def __init__(self, door: "Door", place: Place | None) -> None:
        self._door = door
        self._place = place
        self._waiting = place is not None

    def greeted(self) -> None:
        """They said hello, and were let in."""
        if self._waiting and self._place is not None:
            self._place.waiting -= 1
        self._waiting = False

    def flooded(self) -> None:
        """They were closed for sending too much."""
        if self._place is not None:
            self._place.arrivals.pour_out(self._door.now(), COST_OF_A_FLOOD_S * self._place.arrivals.per_s)

    def leave(self) -> None:
        self.greeted()
        self._door.sockets -= 1
        if self._place is not None:
            self._place.sockets -= 1

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *raised: object) -> None:
        self.leave()


class Door:
    """`now` gives seconds. `sockets`: how many have come in and not left, of all addresses."""

    def __init__(self, settings: Settings, now: Callable[[], float]) -> None:
        self.now = now
        self.sockets = 0
        self._settings = settings
        self._places: OrderedDict[str, Place] = OrderedDict()
        self._said: dict[str, float] = {}
        self._unlimited = Networks(settings.unlimited)
        self._passes = Networks(settings.trusted_proxies)

    def connect(self, host: str) -> Place | None:
        """A new connection from `host`, which may be a proxy's: that one is not counted. Raises Problem `full`; to be
        given back with `disconnect`."""
        if host in self._passes or (place := self._place(host)) is None:
            return None
        if place.connections >= self._settings.connections_per_address:
            raise self._full("connections")
        if not place.requests.take(self.now()):
            raise self._full("requests")
        place.connections += 1
        return place

    def disconnect(self, place: Place | None) -> None:
        if place is not None:
            place.connections -= 1

    def enter(self, request: HTTPConnection) -> Visit:
        """A web socket or a stream. Raises Problem `full`."""
        if self.sockets >= self._settings.most_sockets:
            raise self._full("sockets of all")
        place = self._place(address(request))
        if place is not None:
            if place.sockets >= self._settings.sockets_per_address:
                raise self._full("sockets")
            if place.waiting >= self._settings.waiting_per_address:
                raise self._full("waiting")
            if not place.arrivals.take(self.now()):
                raise self._full("arrivals", place.arrivals)
            place.sockets += 1
            place.waiting += 1
        self.sockets += 1
        return Visit(self, place)

    def request(self, request: HTTPConnection) -> None:
        """One HTTP request. Raises Problem `too_fast`."""
        place = self._place(address(request))
        if place is not None and not place.requests.take(self.now()):
            self._full("requests")
            raise Problem("too_fast", retry_after=_whole(place.requests.wait_s(self.now())))

    def guess(self, request: HTTPConnection) -> None:
        """Somebody gives a code or a key, right or not. Raises Problem `too_fast` when too many were wrong lately, so
        that nobody learns by trying which are right."""
        place = self._place(address(request))
        if place is not None and (wait := place.misses.wait_s(self.now())):
            self._full("misses")
            raise Problem("too_fast", retry_after=_whole(wait))

    def missed(self, request: HTTPConnection) -> None:
        """The code or key was wrong."""
        place = self._place(address(request))
        if place is not None:
            place.misses.take(self.now())

    def _full(self, what: str, bucket: Bucket | None = None) -> Problem:
        now = self.now()
        if now - self._said.get(what, -SAID_S) >= SAID_S:
            self._said[what] = now
            log.warning("an address is at its limit: %s", what)
        return Problem("full", retry_after=_whole(bucket.wait_s(now)) if bucket else 5)

    def _place(self, host: str) -> Place | None:
        """None for whom no limit holds."""
        if host in self._unlimited:
            return None
        name = place(host)
        found = self._places.get(name)
        if found is None:
            if len(self._places) >= MOST_PLACES:
                self._forget()
            found = self._places[name] = Place(self._settings, self.now())
        self._places.move_to_end(name)
        return found

    def _forget(self) -> None:
        """Those that are quiet, and if that is not enough those that were heard of longest ago."""
        now = self.now()
        for name, one in list(self._places.items()):
            if one.quiet(now):
                del self._places[name]
        for name, one in list(self._places.items()):
            if len(self._places) < MOST_PLACES:
                break
            if not (one.connections or one.sockets):
                del self._places[name]


class Networks:
    """Addresses and networks, as an operator writes them. Raises ValueError for what is neither."""

    def __init__(self, written: str) -> None:
        parts = [part.strip() for part in written.split(",")]
        self._networks = [ipaddress.ip_network(part, strict=False) for part in parts if part]
        self._known = lru_cache(maxsize=4096)(self._find)

    def __contains__(self, host: str) -> bool:
        return self._known(host[:LONGEST])

    def _find(self, host: str) -> bool:
        try:
            found = ipaddress.ip_address(host)
        except ValueError:
            return False
        if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped
        return any(found in network for network in self._networks)


LONGEST = 64
"""Characters of what may be an address; a proxy may pass on anything."""


@lru_cache(maxsize=4096)
def place(host: str) -> str:
    """What an address is counted as: IPv4 itself, IPv6 its /64."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host[:LONGEST]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found)


def address(request: HTTPConnection) -> str:
    """Whom a request comes from, as far as the trusted proxies say so."""
    return request.client.host if request.client else ""


def _whole(seconds: float) -> int:
    return max(1, round(seconds + 0.5))
