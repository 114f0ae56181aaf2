"""What the server is told from outside, read once: VISSENKOM_* from the environment, or from a file `.env`.

PORT, HOST and DATA are also read without the prefix, since that is how they are given to `make run`.
"""

import ipaddress
import secrets
from pathlib import Path
from typing import Any, Literal

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SQLITE = "sqlite+aiosqlite:///"


def _either(name: str) -> AliasChoices:
    return AliasChoices(f"VISSENKOM_{name}", name)


def _in_data(given: dict[str, Any]) -> str:
    return f"{SQLITE}{given['data'] / 'vissenkom.sqlite'}"


class Settings(BaseSettings):
    """`data`: the folder of the embedded database. `base_url`: where people find this server, "" when it is wherever
    they asked. `secret_key` signs what stages and consoles come back with; without one they need their link again after
    a restart. `bus_url`: the Redis by which several nodes on one PostgreSQL hear of each other,
    "" for a node alone. `metrics_token`: what /metrics asks for; without one only this machine may read it."""

    model_config = SettingsConfigDict(
        env_prefix="VISSENKOM_", env_file=".env", extra="ignore", frozen=True, populate_by_name=True
    )

    data: Path = Field(default=Path("data"), validation_alias=_either("DATA"))
    database_url: str = Field(default_factory=_in_data)
    secret_key: str = Field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    base_url: str = ""
    bus_url: str = Field(default="", repr=False)
    metrics_token: str = Field(default="", repr=False)
    host: str = Field(default="127.0.0.1", validation_alias=_either("HOST"))
    port: int = Field(default=8000, ge=0, le=65535, validation_alias=_either("PORT"))
    trusted_proxies: str = "127.0.0.1,::1"
    unlimited: str = "127.0.0.1,::1"
    connections_per_address: int = Field(default=3000, ge=1)
    sockets_per_address: int = Field(default=1000, ge=1)
    waiting_per_address: int = Field(default=400, ge=1)
    arrivals_per_address: float = Field(default=60, gt=0)
    requests_per_address: float = Field(default=300, gt=0)
    misses_per_address: int = Field(default=300, ge=1)
    most_sockets: int = Field(default=20_000, ge=1)
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning", "error"] = "warning"

    @field_validator("trusted_proxies", "unlimited")
    @classmethod
    def _are_addresses(cls, written: str) -> str:
        """Raises ValueError: what is mistyped here would let somebody choose who they are."""
        for part in filter(None, map(str.strip, written.split(","))):
            ipaddress.ip_network(part, strict=False)
        return written

    @property
    def has_secret(self) -> bool:
        """Whether a secret was given; one made up here ends with the process."""
        return "secret_key" in self.model_fields_set and bool(self.secret_key)
