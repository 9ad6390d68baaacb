"""How much the processes that are killed have to do."""

LINES = 600
CHUNK = 20
