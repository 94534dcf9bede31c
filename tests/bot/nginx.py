"""A real nginx with the configuration of the documentation, on loopback and without TLS."""

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

CONFIGURATION = Path(__file__).parents[2] / "docs" / "nginx.conf"
# Everything of its own in one folder; only root's nginx has to be told whose its workers are.
AROUND = """{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log off;
    {inside}
}}
"""


def program() -> str:
    """Where nginx is; the test is skipped, and the end of the run says so, where it is not."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip("no nginx is installed")
    return found


def configuration(folder: Path, port: int, upstreams: Sequence[int]) -> str:
    """That of the documentation, with these ports and without what TLS needs."""
    told = CONFIGURATION.read_text("utf-8")
    (options,) = {line.split(maxsplit=2)[2] for line in re.findall(r"server 127\.0\.0\.1:.*", told)}
    servers = "\n".join(f"    server 127.0.0.1:{upstream} {options}" for upstream in upstreams)
    told = re.sub(r"(?:^    server 127\.0\.0\.1:.*\n)+", f"{servers}\n", told, count=1, flags=re.MULTILINE)
    told = re.sub(r"^ *ssl_.*\n", "", told, flags=re.MULTILINE)
    told = told.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    user = "user root;\n" if os.geteuid() == 0 else ""
    return AROUND.format(user=user, folder=folder, inside=told)


@asynccontextmanager
async def serving(folder: Path, port: int, upstreams: Sequence[int]) -> AsyncIterator[None]:
    """nginx at that port, before these."""
    path = folder / "nginx.conf"
    path.write_text(configuration(folder, port, upstreams), "utf-8")
    process = await asyncio.create_subprocess_exec(
        program(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(path)
    )
    try:
        await _listening(port, folder / "error.log")
        yield
    finally:
        process.terminate()
        await process.wait()


async def _listening(port: int, errors: Path) -> None:
    for _ in range(100):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        writer.close()
        await writer.wait_closed()
        return
    raise AssertionError(f"nginx does not listen, see {errors}")
