"""The journal's memory: who changed what, and whether it is as it was written."""
