import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ = re.compile(r"\"((?:TAMIZ_[A-Z_]+|DATABASE_URL))\"")


def test_the_readme_tells_every_switch_and_no_other() -> None:
    sources = ("config/environment.py", "config/cli.py", "config/settings.py")
    read = {name for source in sources for name in READ.findall((ROOT / source).read_text(encoding="utf-8"))}
    table = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = {name for line in table for name in re.findall(r"`(TAMIZ_[A-Z_]+|DATABASE_URL)`", line.split("|")[1])}
    assert told == read
