from .facts import (
    CaseNumber,
    Decision,
    Funding,
    Output,
    Partner,
    ProjectDocument,
    ProjectSource,
    TeamMember,
)
from .history import CoverageChange
from .imports import ImportedItem
from .needs import Importance, Need, NeedState
from .pages import ProjectIndexPage, ProjectPage, Status
from .plan import PhasePeriod, Procedure
from .records import ProjectRecord
from .review import CoverageReviewTask
from .sustainability import AspectClaim, AspectExemption

__all__ = [
    "AspectClaim",
    "AspectExemption",
    "CaseNumber",
    "CoverageChange",
    "CoverageReviewTask",
    "Decision",
    "Funding",
    "Importance",
    "ImportedItem",
    "Need",
    "NeedState",
    "Output",
    "Partner",
    "PhasePeriod",
    "Procedure",
    "ProjectDocument",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectRecord",
    "ProjectSource",
    "Status",
    "TeamMember",
]
