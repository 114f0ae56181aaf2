"""What any test may ask for: `server`, `own_server`, `postgres_url`, `redis_url`."""

pytest_plugins = ("tests.services", "tests.serving")
