"""Runs the migrations on the connection the program hands over, or, by hand, on VISSENKOM_DATABASE_URL."""

import os

from alembic import context
from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import make_url

from app.store.dialect import plain_url
from app.store.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=metadata, transactional_ddl=True, render_as_batch=True
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    url = context.config.get_main_option("sqlalchemy.url") or os.environ.get("VISSENKOM_DATABASE_URL", "")
    if not url:
        raise SystemExit("Say which database: VISSENKOM_DATABASE_URL=sqlite:///path or postgresql://...")
    engine = create_engine(plain_url(make_url(url)))
    with engine.begin() as connection:
        run(connection)
    engine.dispose()
