"""Words instead of marks: how a student does, a remark, thanks."""
