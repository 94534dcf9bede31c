"""What reading files costs those who do not read any."""

import subprocess
import sys


def test_importing_the_import_area_loads_no_readers() -> None:
    heavy = "openpyxl", "defusedxml", "xlsxwriter", "sqlalchemy", "aiogram"
    script = (
        "import sys, journal.imports.formats, journal.imports.difference, journal.imports.sheets;"
        f"sys.exit(','.join(sorted(set(sys.modules) & {set(heavy)!r})) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
