"""The store's tables. `migrations/` makes them; a test holds the two together."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

META = MetaData()

FORM = Table(
    "form",
    META,
    Column("fingerprint", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("us", BigInteger, nullable=False),
)
"""Every form that was ever fielded, as it was seen."""

RESPONSE = Table(
    "response",
    META,
    Column("id", LargeBinary(16), primary_key=True),
    Column("form", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("cells", Text, nullable=False),
    Column("started", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
)
"""One person: how far they are, and whose quotas they fill."""

SAVE = Table(
    "save",
    META,
    Column("response", LargeBinary(16), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("body", LargeBinary),
    Column("us", BigInteger, nullable=False),
)
"""Every save as it came; the highest number of a response holds. Only a withdrawal empties one."""

QUOTA = Table(
    "quota",
    META,
    Column("name", Text, primary_key=True),
    Column("taken", Integer, nullable=False),
)
"""How many of a kind are complete."""

DONATION = Table(
    "donation",
    META,
    Column("id", LargeBinary(16), primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("token", LargeBinary(32), nullable=False),
    Column("body", LargeBinary),
    Column("us", BigInteger, nullable=False),
)
"""Measures that somebody gave; the token's hash lets them take it back, which empties the body."""
