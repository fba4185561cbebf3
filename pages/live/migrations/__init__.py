"""The steps that bring the live store's database from any earlier version to this one, by Alembic.

A step is never changed once it has been shipped; a new column is a new file in `versions/`.
"""

from pathlib import Path

import sqlalchemy as sql
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

HERE = Path(__file__).parent
LOCK = 774_091_000  # of PostgreSQL: one process at a time brings a database up


def upgrade(engine: Engine) -> None:
    """Brings a database to the newest version; several processes may ask at once, one after another does it.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: a step failed; the database is as it was before.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("begin immediate")  # the driver would begin later, and not for tables
            try:
                _run(connection)
            except BaseException:
                connection.exec_driver_sql("rollback")
                raise
            connection.exec_driver_sql("commit")
        else:
            with connection.begin():
                connection.execute(sql.select(sql.func.pg_advisory_xact_lock(LOCK)))
                _run(connection)


def _run(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)

    def missing(revision, context):
        return steps._upgrade_revs("head", revision)

    with EnvironmentContext(config, steps, fn=missing) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
