"""The jobs of a school: when each is due, how late it may still come, and which clauses it keeps."""

from datetime import time, timedelta

from notifications.jobs import duties
from notifications.jobs.job import Job, daily, daily_at, every_minutes, weekly

FRIDAY = 4
# When families come home; before the quiet hours of most.
NUDGE_AT, UNTOLD_AT = time(17, 30), time(18, 30)
# On Fridays, when most lessons are over and class teachers are still at school.
REVIEW_AT = time(15, 30)
# When class teachers have their lessons behind them.
LETTERS_AT = time(15)
MIDNIGHT, NIGHT, MORNING = time(0, 5), time(3, 30), time(9)
BEFORE_DAWN, DARK = time(4), time(2, 30)
SUMMARY = daily(lambda regulation: regulation.delivery.weekly_summary.at, "delivery.weekly_summary")
ENTRY = "S0 §4.2-T2; S3 §4.5-D2; S4 §4.2-T2"
PAPER = "S1 §4.3.6; S2 §1-7"

JOBS: tuple[Job, ...] = (
    Job(
        "weekly_summaries", SUMMARY, duties.weekly_summaries, grace=timedelta(days=2), keeps={"R-097": PAPER}
    ),
    Job(
        "printouts",
        SUMMARY,
        duties.printouts,
        grace=timedelta(days=2),
        keeps={"R-099": PAPER},
    ),
    Job(
        "entry_reminders",
        # A break of five minutes has such a moment in it.
        every_minutes(5, 8, 22),
        duties.entry_reminders,
        grace=timedelta(hours=1),
        latest_only=True,
        keeps={"R-046": ENTRY, "R-040": "S4 §4.2-T3, §5-2, §5-3; S3 §4.5-D3"},
    ),
    Job(
        "result_reminders",
        every_minutes(30, 13, 19),
        duties.result_reminders,
        grace=timedelta(hours=1),
        latest_only=True,
        keeps={"R-064": "S1 §4.4.5, §5.3; S3 §4.5-D5; S4 §4.2-T5"},
    ),
    Job(
        "missing_plans",
        daily_at(MORNING),
        duties.missing_plans,
        grace=timedelta(hours=12),
        latest_only=True,
        keeps={"R-079": "S3 §4.2-D3; S4 §4.2-DH3"},
    ),
    Job(
        "class_reviews",
        weekly(FRIDAY, REVIEW_AT),
        duties.class_reviews,
        grace=timedelta(days=2),
        latest_only=True,
        keeps={
            "R-059": "S4 §4.2-CT7; S1 §4.3.1",
            "R-120": "S1 §4.3.2; S4 §4.2-CT3",
            "R-156": "S4 §4.2-CT9",
        },
    ),
    Job(
        "class_lists_due",
        daily_at(MORNING),
        duties.class_lists_due,
        grace=timedelta(hours=8),
        latest_only=True,
        keeps={"R-147": "S0 §3.2.3, §4.3-4; S1 §3.3, §8.5; S3 §3.8; S4 §3.3, §4.2-CT2"},
    ),
    Job(
        "month_letters_due",
        daily_at(LETTERS_AT),
        duties.month_letters_due,
        grace=timedelta(hours=4),
        latest_only=True,
        keeps={"R-087": "S1 §4.3.5"},
    ),
    Job(
        "meetings_today",
        daily_at(MORNING),
        duties.meetings_today,
        grace=timedelta(hours=8),
        keeps={"R-084": "S3 §1.13, §4.2-D6; S4 §4.2-DH6"},
    ),
    Job(
        "absence_nudges",
        daily_at(NUDGE_AT),
        duties.absence_nudges,
        grace=timedelta(hours=3),
        keeps={"R-098": "S3 §4.5-D7; S4 §4.2-T6, §4.2-CT9"},
    ),
    Job(
        "missing_homework",
        daily_at(UNTOLD_AT),
        duties.missing_homework,
        grace=timedelta(hours=3),
        keeps={"R-094": "S2 §1-5, §1-7; S4 §2.5"},
    ),
    Job(
        "ended_access",
        daily_at(MIDNIGHT),
        duties.ended_access,
        grace=timedelta(days=30),
        latest_only=True,
        keeps={"R-018": "S3 §1.10", "R-025": "S0 §1.13; S3 §4.2-D8"},
    ),
    Job(
        "expired_requests",
        daily_at(MORNING),
        duties.expired_requests,
        grace=timedelta(days=7),
        latest_only=True,
        keeps={"R-038": "S0 §4.2-T2"},
    ),
    Job(
        "authority_warnings",
        daily_at(MORNING),
        duties.authority_warnings,
        grace=timedelta(days=1),
        latest_only=True,
        keeps={"R-018": "S3 §1.10"},
    ),
    Job(
        "contradictions_of_today",
        every_minutes(15, 8, 20),
        duties.contradictions_of_today,
        grace=timedelta(hours=1),
        latest_only=True,
        keeps={"R-125": "S2 §1-2, §1-3, §1-4"},
    ),
    Job(
        "contradictions_of_late",
        daily_at(BEFORE_DAWN),
        duties.contradictions_of_late,
        grace=timedelta(days=1),
        latest_only=True,
        keeps={"R-125": "S2 §1-2, §1-3, §1-4"},
    ),
    Job(
        "memory",
        daily_at(DARK),
        duties.memory,
        grace=timedelta(days=1),
        latest_only=True,
        keeps={"R-125": "S0 §4.3-1; S1 §4.3.7, §8.4"},
    ),
    Job(
        "clean_up",
        daily_at(NIGHT),
        duties.clean_up,
        grace=timedelta(days=1),
        latest_only=True,
        keeps={"R-102": "derived from card"},
    ),
)
