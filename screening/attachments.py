"""The files of a run as something to take away."""

from django.http import FileResponse
from django.utils.translation import get_language

from kernel.domain.text import language_of
from screening.models import ScreeningRun
from screening.services.downloads import MEDIA_TYPES, run_file


def attachment(run: ScreeningRun, name: str) -> FileResponse:
    """Return a file of a run as an attachment, in the language asked for.

    Raises:
        NotFoundError: if a run has no file of that name.
        ConflictError: if the run is not done.

    """
    path = run_file(run, name, language=language_of(get_language()))
    file = path.open("rb")  # the response closes it once it has been sent
    return FileResponse(file, as_attachment=True, filename=name, content_type=MEDIA_TYPES[name])
