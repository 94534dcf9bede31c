"""What mark a period is likely to end with, for families and for those who teach."""
