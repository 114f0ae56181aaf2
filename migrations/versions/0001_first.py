"""The first tables: sessions and their journal, what stands apart from it, accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def of_session(table: str) -> list[sa.Column[str] | sa.ForeignKeyConstraint]:
    return [
        sa.Column("session", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.id"], name=f"fk_{table}_session", ondelete="CASCADE"),
    ]


def upgrade() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("opened_at", sa.Float(), nullable=True),
        sa.Column("closed_at", sa.Float(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("stage_key", sa.String(), nullable=False),
        sa.Column("console_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sa.UniqueConstraint("code", name="uq_session_code"),
    )
    op.create_table(
        "journal",
        *of_session("journal"),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("session", "seq", name="pk_journal"),
    )
    op.create_table(
        "ballot_secret",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "statement", name="pk_ballot_secret"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session", "statement", "key", name="pk_ballot"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "words",
        *of_session("words"),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("session", "words", name="pk_words"),
    )
    op.create_table(
        "identity",
        *of_session("identity"),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("session", "person", name="pk_identity"),
    )
    op.create_table(
        "phone",
        *of_session("phone"),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session", "key_hash", name="pk_phone"),
    )
    op.create_table(
        "use_log",
        *of_session("use_log"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("session", "number", name="pk_use_log"),
    )
    op.create_table(
        "organiser",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organiser"),
        sa.UniqueConstraint("folded", name="uq_organiser_folded"),
    )
    op.create_table(
        "setup_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setup_key"),
    )
    op.create_table(
        "login",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_login"),
        sa.ForeignKeyConstraint(
            ["organiser"], ["organiser.id"], name="fk_login_organiser", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_login_organiser", "login", ["organiser"])
    op.create_table(
        "token",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("token_hash", name="uq_token_token_hash"),
    )


def downgrade() -> None:
    for table in (
        *("token", "login", "setup_key", "organiser"),
        *("use_log", "phone", "identity", "words", "ballot", "ballot_secret", "journal", "session"),
    ):
        op.drop_table(table)
