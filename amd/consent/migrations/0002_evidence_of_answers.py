import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaign", "0001_initial"),
        ("consent", "0001_initial"),
        ("pictures", "0001_initial"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="consentrecord",
            name="evidence",
            field=models.ForeignKey(
                blank=True,
                help_text="A photo of the paper",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pictures.picture",
            ),
        ),
        migrations.AddField(
            model_name="consentrecord",
            name="told_on",
            field=models.DateField(
                blank=True,
                help_text="When they told a lead, where one vouches",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="consentrecord",
            name="method",
            field=models.CharField(
                choices=[
                    ("web_form", "Web form"),
                    ("confirmed", "Web form, email address confirmed"),
                    ("sign_off", "Their own sign-off"),
                    ("letter", "Letter"),
                    ("email", "Email"),
                    ("spoken", "Spoken word"),
                ],
                max_length=20,
            ),
        ),
    ]
