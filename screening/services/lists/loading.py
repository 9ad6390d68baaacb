"""Loads a list from a file that somebody gives; what a person chose is never held."""

from datetime import datetime

from kernel.domain.actors import Actor
from screening.models import WatchList
from screening.services.lists.editions import make_current, read_for, received


def load_list(  # noqa: PLR0913 - a file has a name and a source, an act an author and a moment
    name: str,
    data: bytes,
    *,
    file_name: str,
    source: str,
    actor: Actor,
    at: datetime,
    demo: bool = False,
) -> WatchList:
    """Return the edition in use after a file was loaded; the same entries only refresh the one there was.

    Raises:
        UnusableListError: if the name is none, or the file is empty or laid out as another list.
        UnknownLayoutError, NotATableError: if the file cannot be read at all.

    """
    content = read_for(name, data, file_name=file_name)
    item = received(name, data, content, source=source, demo=demo)
    edition, _ = make_current(item, actor=actor, at=at)
    return edition
