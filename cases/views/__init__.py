"""Pages of the procedure."""

from cases.views.acts import act
from cases.views.filing import file_petition, open_own_motion_case

__all__ = ["act", "file_petition", "open_own_motion_case"]
