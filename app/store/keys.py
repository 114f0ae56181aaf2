"""Keys that give access: random, 192 bits, and kept only as a hash, so that a stolen database opens nothing."""

import hashlib
import secrets


def new_key() -> str:
    return secrets.token_urlsafe(24)


def hashed(key: str) -> str:
    """Keys are too many to guess, so a plain hash will do; passwords are another matter, see `accounts`."""
    return hashlib.sha256(key.encode()).hexdigest()
