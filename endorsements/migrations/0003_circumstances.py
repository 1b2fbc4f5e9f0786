import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaign", "0001_initial"),
        ("endorsements", "0002_partner_logos"),
    ]

    operations = [
        migrations.AddField(
            model_name="endorsement",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("personally", "Personally"),
                    ("for_organisation", "For their organisation"),
                ],
                default="personally",
                max_length=20,
                verbose_name="speaks",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="cut_note",
            field=models.CharField(
                blank=True,
                help_text="From what they wrote or said, to what stands here",
                max_length=300,
                verbose_name="what was cut or changed",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="campaign.event",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="given_on",
            field=models.DateField(blank=True, null=True, verbose_name="given on"),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="phase",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="campaign.phase",
                verbose_name="campaign phase",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="source",
            field=models.CharField(
                choices=[
                    ("written", "Written"),
                    ("interview", "Interview, on video or audio"),
                    ("event", "At an event"),
                    ("letter", "Letter"),
                    ("social_post", "Social media post"),
                ],
                default="written",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="source_url",
            field=models.URLField(
                blank=True,
                max_length=300,
                verbose_name="address of the interview or post",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="transcript",
            field=models.TextField(
                blank=True, max_length=20000, verbose_name="transcript of the interview"
            ),
        ),
    ]
