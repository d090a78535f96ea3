"""Forms, responses, saves, quotas and donations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "form",
        sa.Column("fingerprint", sa.Text, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "response",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("cells", sa.Text, nullable=False),
        sa.Column("started", sa.BigInteger, nullable=False),
        sa.Column("changed", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "save",
        sa.Column("response", sa.LargeBinary(16), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "quota",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("taken", sa.Integer, nullable=False),
    )
    op.create_table(
        "donation",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("token", sa.LargeBinary(32), nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("us", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Nothing is taken down: answers are in it."""
    raise NotImplementedError
