"""Tests: rules, access, storage, scenarios, notifications, architecture."""
