"""Where Alembic begins: on the connection that the store has opened."""

from alembic import context

from parasocial.study.store.tables import META

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=META, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
