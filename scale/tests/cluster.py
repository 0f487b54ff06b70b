"""A standalone cluster on this machine: a master and workers of a core each, as processes of their own."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyspark

SPARK = Path(pyspark.__file__).parent
ENVIRONMENT = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "SPARK_HOME": str(SPARK)}


@dataclass(frozen=True)
class Cluster:
    url: str
    workers: list[subprocess.Popen]
    #: All that is to be ended with it.
    started: list[subprocess.Popen]


@contextlib.contextmanager
def start_cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    port = free_port()
    url = f"spark://127.0.0.1:{port}"
    started: list[subprocess.Popen] = []

    def start(name: str, *arguments: str) -> subprocess.Popen:
        command = [str(SPARK / "bin/spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
        log = (folder / f"{name}-{len(started)}.log").open("w")
        process = subprocess.Popen(command, stdout=log, stderr=log, env=ENVIRONMENT, start_new_session=True)
        started.append(process)
        return process

    try:
        start("master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
        wait_for(lambda: "ALIVE" in (folder / "master.Master-0.log").read_text())
        mine = [
            start("worker.Worker", "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / f"work-{i}"), url)
            for i in range(workers)
        ]
        for i in range(workers):
            wait_for(lambda i=i: "Successfully registered" in (folder / f"worker.Worker-{i + 1}.log").read_text())
        yield Cluster(url, mine, started)
    finally:
        for process in started:
            kill(process)


def kill(process: subprocess.Popen) -> None:
    """Ends a process and those it started, at once, as a lost machine would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def submit(cluster: Cluster, script: Path, arguments: list[str], log: Path) -> tuple[subprocess.Popen, str]:
    """Returns the driver and the address of its REST interface."""
    port = free_port()
    command = [str(SPARK / "bin/spark-submit"), "--master", cluster.url, "--conf", f"spark.ui.port={port}", str(script), *arguments]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=ENVIRONMENT, start_new_session=True)
    cluster.started.append(process)
    return process, f"http://127.0.0.1:{port}/api/v1/applications"


def active_stages(address: str) -> list[dict]:
    """What the driver's interface says of the stages at work; [] while there is no driver."""
    try:
        with urllib.request.urlopen(address, timeout=5) as found:
            (application,) = json.load(found)
        with urllib.request.urlopen(f"{address}/{application['id']}/stages?status=active", timeout=5) as found:
            return json.load(found)
    except (OSError, ValueError):
        return []


def wait_for(condition: Callable[[], object], seconds: float = 300) -> None:
    """
    Raises:
        TimeoutError
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
