"""Who changed what, when, from where and why: kept in chains, readable by those who may, verified."""
