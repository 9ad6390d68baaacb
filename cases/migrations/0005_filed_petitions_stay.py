"""Triggers that refuse to change or remove a petition that was filed, and the files that came with it.

SQLite drops a table's triggers when a later migration rebuilds the table: a migration that alters ``cases_petition``
or ``cases_petitionfile`` ends with ``RunPython(install, remove)`` of its own.
"""

from django.db import migrations

PETITION, FILE = "cases_petition", "cases_petitionfile"
REFUSED = "a filed petition is never changed"


def _is_filed(petition_id):
    return f"EXISTS (SELECT 1 FROM {PETITION} WHERE id = {petition_id} AND filed_at IS NOT NULL)"


SQLITE = {
    "petition_refuses_update": f"BEFORE UPDATE ON {PETITION} WHEN OLD.filed_at IS NOT NULL",
    "petition_refuses_delete": f"BEFORE DELETE ON {PETITION} WHEN OLD.filed_at IS NOT NULL",
    "petition_file_refuses_insert": f"BEFORE INSERT ON {FILE} WHEN {_is_filed('NEW.petition_id')}",
    "petition_file_refuses_update": f"BEFORE UPDATE ON {FILE} WHEN {_is_filed('OLD.petition_id')}",
    "petition_file_refuses_delete": f"BEFORE DELETE ON {FILE} WHEN {_is_filed('OLD.petition_id')}",
}
POSTGRESQL = (
    f"""CREATE FUNCTION cases_petition_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.filed_at IS NOT NULL THEN
                RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$""",
    f"""CREATE FUNCTION cases_petitionfile_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' AND {_is_filed('OLD.petition_id')}
               OR TG_OP = 'INSERT' AND {_is_filed('NEW.petition_id')} THEN
                RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$""",
    f"""CREATE TRIGGER petition_refuses BEFORE UPDATE OR DELETE ON {PETITION}
        FOR EACH ROW EXECUTE FUNCTION cases_petition_refuses()""",
    f"""CREATE TRIGGER petition_file_refuses BEFORE INSERT OR UPDATE OR DELETE ON {FILE}
        FOR EACH ROW EXECUTE FUNCTION cases_petitionfile_refuses()""",
)
POSTGRESQL_REMOVED = (
    f"DROP TRIGGER petition_refuses ON {PETITION}",
    f"DROP TRIGGER petition_file_refuses ON {FILE}",
    "DROP FUNCTION cases_petition_refuses()",
    "DROP FUNCTION cases_petitionfile_refuses()",
)


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = [
            f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END" for name, when in SQLITE.items()
        ]
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
    dependencies = [("cases", "0004_petitions")]

    operations = [migrations.RunPython(install, remove)]
