"""The whole table of grants; its rows are those of the matrix in the requirements."""

from journal.policy.grants.families import FAMILIES
from journal.policy.grants.school import SCHOOL
from journal.policy.grants.teaching import TEACHING
from journal.policy.model import Grant
from journal.policy.permissions import Permission

GRANTS: dict[Permission, tuple[Grant, ...]] = {**TEACHING, **FAMILIES, **SCHOOL}
