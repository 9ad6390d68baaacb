"""The table of the shared cache, in which the limits on sign-in attempts are counted.

It is the table that ``createcachetable`` makes for ``LOCATION = "cache"``; that command finds it and makes none.
The cache reads it in SQL, so that the state of the models knows nothing of it.
"""

from django.db import migrations, models

CREATE = migrations.CreateModel(
    name="CacheEntry",
    fields=[
        ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
        ("value", models.TextField()),
        ("expires", models.DateTimeField(db_index=True)),
    ],
    options={"db_table": "cache"},
)


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_ledger_triggers")]

    operations = [migrations.SeparateDatabaseAndState(database_operations=[CREATE])]
