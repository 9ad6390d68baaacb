from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_tips")]

    operations = [
        migrations.AddField(
            model_name="suspension",
            name="instrument",
            field=models.CharField(
                blank=True,
                default="",
                help_text="act that says so; blank where it was not asked for yet",
                max_length=255,
            ),
            preserve_default=False,
        ),
        # A party is not told that the unit has the same bytes: what it files is filed again.
        migrations.RemoveConstraint(model_name="casedocument", name="document_once_in_a_case"),
    ]
