"""What compose.yaml, the Dockerfile and the Caddyfile say is what the program knows: names, ports, paths, times.

No container is started here. That the Caddyfile works in front of real nodes is in tests/test_rolling.py.
"""

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY
from sqlalchemy.engine import make_url

from app.main import build_app
from app.settings import Settings
from app.store import dialect
from app.web.serving import DRAIN_S, options

ROOT = Path(__file__).parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
NODES = [name for name, one in SERVICES.items() if one.get("image") == "vissenkom"]
OPERATIONS = (ROOT / "docs/operations.md").read_text()
DOCKERFILE = (ROOT / "Dockerfile").read_text()
CADDYFILE = (ROOT / "deploy/Caddyfile").read_text()
KNOWN = {f"VISSENKOM_{name.upper()}" for name in Settings.model_fields}


def copied() -> list[str]:
    """What the Dockerfile takes from the checkout."""
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M)
    return [source for line in lines for source in line.split()]


def test_every_setting_is_one_the_program_reads() -> None:
    said = (ROOT / ".env.example").read_text() + DOCKERFILE + OPERATIONS
    named = set(re.findall(r"VISSENKOM_[A-Z_]+", said)) | SERVICES[NODES[0]]["environment"].keys()
    assert named <= KNOWN, named - KNOWN


def test_everything_that_differs_from_place_to_place_is_in_the_example() -> None:
    wanted = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))
    given = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.M))
    assert wanted == given
    assert wanted >= set(re.findall(r"\{\$(\w+)\}", CADDYFILE))


def test_no_secret_is_in_the_example() -> None:
    for name in ("VISSENKOM_SECRET_KEY", "VISSENKOM_METRICS_TOKEN", "POSTGRES_PASSWORD"):
        assert re.search(rf"^{name}=$", (ROOT / ".env.example").read_text(), re.M)


def test_the_proxy_finds_the_nodes() -> None:
    assert len(NODES) == 2
    (found,) = re.findall(r"\{\$NODES:(.+?)\}", CADDYFILE)
    port = re.findall(r"VISSENKOM_PORT=(\d+)", DOCKERFILE)
    assert found.split() == [f"{name}:{port[0]}" for name in NODES]
    assert f"EXPOSE {port[0]}\n" in DOCKERFILE and f":{port[0]}/readyz" in DOCKERFILE


def test_the_nodes_trust_the_network_of_the_proxy_and_no_other() -> None:
    (network,) = COMPOSE["networks"]["inside"]["ipam"]["config"]
    for name in NODES:
        assert SERVICES[name]["environment"]["VISSENKOM_TRUSTED_PROXIES"] == network["subnet"]
        assert SERVICES[name]["networks"] == ["inside"] and "ports" not in SERVICES[name]
    assert COMPOSE["networks"]["inside"]["internal"]


def test_its_paths_are_answered() -> None:
    app = build_app(Settings(secret_key="s" * 32))
    answered = {path for route in app.routes if (path := getattr(route, "path", None))}
    asked = set(re.findall(r"/(?:readyz|metrics|healthz)\b", CADDYFILE + DOCKERFILE))
    assert {"/readyz", "/metrics"} <= asked <= answered | set(app.openapi()["paths"]) | HIDDEN


HIDDEN = {"/healthz", "/readyz", "/metrics"}
"""Of what is not in the API's description; tests/live/test_metrics.py and tests/web/test_pages.py ask for them."""


def test_a_node_may_take_as_long_to_stop_as_it_needs() -> None:
    needed = DRAIN_S + options(Settings())["timeout_graceful_shutdown"]
    for name in NODES:
        assert int(SERVICES[name]["stop_grace_period"].removesuffix("s")) > needed


def test_everything_comes_back_by_itself_and_is_bounded() -> None:
    for name, service in SERVICES.items():
        assert service["restart"] == "unless-stopped" and service["mem_limit"], name
        assert "/" not in service["image"], f"{name}: an image by its name only"
        for other, how in service.get("depends_on", {}).items():
            assert how == {"condition": "service_healthy"}
            assert "healthcheck" in SERVICES[other] or other in NODES


def test_the_database_is_one_the_program_can_open() -> None:
    url = make_url(
        SERVICES[NODES[0]]["environment"]["VISSENKOM_DATABASE_URL"].split("${")[0] + "x@database/x"
    )
    assert dialect.plain_url(url).drivername == "postgresql+psycopg"


def test_every_measurement_is_explained() -> None:
    told = set(re.findall(r"`(\w+?)(?:\{\w+\})?`", OPERATIONS))
    measured = {one.name.removeprefix("vissenkom_") for one in REGISTRY.collect() if "vissenkom" in one.name}
    assert len(measured) > 15
    assert {name for name in measured if not {name, f"{name}_total"} & told} == set()


@pytest.mark.parametrize("source", copied())
def test_what_the_image_is_built_from_is_there_and_goes_to_the_builder(source: str) -> None:
    assert (ROOT / source).exists()
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    let_in = False
    for rule in rules:
        top = rule.removeprefix("!")
        if fnmatch(source, top) or source.startswith(f"{top}/"):
            let_in = rule.startswith("!")
    assert let_in


def test_the_image_runs_as_nobody_in_particular_and_installs_what_is_locked() -> None:
    assert re.search(r"^USER [1-9]\d+$", DOCKERFILE, re.M)
    installs = re.findall(r"pip [^&]*?install[^&]*", DOCKERFILE.replace("\\\n", ""))
    assert len(installs) == 3
    assert all("--require-hashes" in one or "--no-deps --no-index" in one for one in installs)
    assert "scale.txt" in DOCKERFILE and "--hash=sha256:" in (ROOT / "requirements/scale.txt").read_text()
    for image in re.findall(r"^FROM (\S+)", DOCKERFILE, re.M):
        assert re.fullmatch(r"python:3\.\d+-slim", image)
