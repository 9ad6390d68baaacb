"""Triggers that refuse to change or remove an entry of the ledger.

SQLite drops a table's triggers when a later migration rebuilds the table: a migration that alters
``kernel_ledgerentry`` ends with ``RunPython(install, remove)`` of its own.
"""

from django.db import migrations

TABLE = "kernel_ledgerentry"
REFUSED = "the ledger is append-only"

# INSERT OR REPLACE removes the old row without firing the DELETE trigger, hence the third one.
SQLITE = {
    "ledger_refuses_update": f"""CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    "ledger_refuses_delete": f"""CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    "ledger_refuses_replace": f"""CREATE TRIGGER ledger_refuses_replace BEFORE INSERT ON {TABLE}
        WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE seq = NEW.seq OR hash = NEW.hash)
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
}
POSTGRESQL = (
    f"""CREATE FUNCTION kernel_ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$""",
    f"""CREATE TRIGGER ledger_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION kernel_ledger_refuses()""",
)
POSTGRESQL_REMOVED = (f"DROP TRIGGER ledger_refuses ON {TABLE}", "DROP FUNCTION kernel_ledger_refuses()")


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = SQLITE.values()
    for statement in statements:
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL_REMOVED
    else:
        statements = [f"DROP TRIGGER {name}" for name in SQLITE]
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
