"""Parameters that change nothing yet: the reference says so; whoever reads one strikes it out here.

The set only shrinks.
"""

NOT_YET_READ = frozenset(
    {
        "access.external_sign_in",
        "access.guardian_channels",
        "archive.availability",
        "archive.backup_interval_days",
        "archive.backup_limit_days",
        "archive.backup_removable",
        "archive.copies",
        "archive.frequency",
        "archive.integrity",
        "archive.paper_approval",
        "archive.paper_certification",
        "archive.paper_contents",
        "archive.paper_copy",
        "archive.paper_due",
        "archive.retention_summary_years",
        "archive.retention_years",
        "control.activity_report_window",
        "control.ct_report",
        "control.ct_report_due",
        "control.findings_due",
        "control.inspection_checklist",
        "control.metrics",
        "control.monthly",
        "control.performance_reports",
        "control.period",
        "periods.subgroup_formation",
        "periods.subgroup_transfer",
        "periods.year_setup_due",
    }
)
