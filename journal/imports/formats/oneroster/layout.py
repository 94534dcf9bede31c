"""The files of an export and their columns; SDS names some of them otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from journal.imports.formats.tables import Heading, header_key


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's columns: those that are read, and those that belong to it and are not."""

    headings: tuple[Heading, ...]
    unused: frozenset[str] = frozenset()


def _layout(*headings: str, unused: str = "") -> Layout:
    """Columns as `name`, `name*` where required, `name=other` where it has another name."""
    parsed = []
    for each in headings:
        name, *others = each.replace("*", "").split("=")
        parsed.append(Heading(name, name, tuple(others), "*" in each))
    always = "datelastmodified metadata"
    return Layout(tuple(parsed), frozenset(header_key(name) for name in f"{always} {unused}".split()))


LAYOUTS: Mapping[str, Layout] = {
    "manifest": _layout("propertyName*", "value*"),
    "orgs": _layout("sourcedId*", "name*", "type", "status", unused="identifier parentSourcedId"),
    "academicsessions": _layout(
        "sourcedId*",
        "title*",
        "type*",
        "startDate*",
        "endDate*",
        "status",
        unused="parentSourcedId schoolYear",
    ),
    "courses": _layout(
        "sourcedId*",
        "title*",
        "status",
        unused="schoolYearSourcedId courseCode code grades grade orgSourcedId subjects subject subjectCodes",
    ),
    "classes": _layout(
        "sourcedId*",
        "title*",
        "classType",
        "courseSourcedId",
        "grades=grade",
        "schoolSourcedId=orgSourcedId",
        "status",
        unused="classCode code location termSourcedIds sessionSourcedIds subjects subjectCodes periods",
    ),
    "users": _layout(
        "sourcedId*",
        "givenName*",
        "familyName*",
        "middleName",
        "role",
        "email",
        "sms",
        "phone",
        "agentSourcedIds",
        "enabledUser",
        "status",
        unused="username userIds identifier password grades grade orgSourcedIds primaryOrgSourcedId pronouns "
        "activeDirectoryMatchId userMasterIdentifier resourceSourcedIds preferredGivenName "
        "preferredMiddleName preferredFamilyName",
    ),
    "roles": _layout(
        "userSourcedId*",
        "role*",
        "status",
        unused="sourcedId roleType orgSourcedId sessionSourcedId grade isPrimary beginDate endDate "
        "roleStartDate roleEndDate userProfileSourcedId",
    ),
    "enrollments": _layout(
        "classSourcedId*",
        "userSourcedId*",
        "role*",
        "primary=isPrimary",
        "beginDate",
        "status",
        unused="sourcedId schoolSourcedId endDate",
    ),
    "relationships": _layout(
        "userSourcedId*", "relationshipUserSourcedId*", "relationshipRole*", "status", unused="sourcedId"
    ),
    "demographics": _layout(
        "userSourcedId*=sourcedId",
        "birthDate",
        "status",
        unused="sex birthCity birthState birthCountry ethnicityCodes raceCodes asian "
        "americanIndianOrAlaskaNative blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander "
        "white demographicRaceTwoOrMoreRaces "
        "hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth "
        "publicSchoolResidenceStatus",
    ),
}

# Files of the standard that say nothing this journal keeps.
UNUSED_FILES = frozenset(
    {
        "categories", "lineitems", "results", "resources", "classresources", "courseresources",
        "userprofiles", "userflags", "userresources", "lineitemlearningobjectiveids", "lineitemscoreids",
        "scorescales", "resultlearningobjectiveids", "resultscoreids",
    }
)  # fmt: skip
