"""Servers that stop with work under way, and two servers on one PostgreSQL of which one is killed: nothing is lost or doubled."""

import json
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from _emx import PACKAGE, SAMPLES, finish
from _service import Service, expect, problems

COIL = json.loads((SAMPLES / "pact/steel-coil/input.json").read_bytes())
MANY = 2_000


def footprints(count):
    """A document that takes a while."""
    record = COIL["data"][0]
    records = [{**record, "id": f"00000000-0000-4000-8000-{n:012x}"} for n in range(count)]
    return json.dumps({"data": records}).encode()


def stopping(settings, database=None):
    """A request and a job are under way when the server is told to stop."""
    folder = Path(tempfile.mkdtemp(prefix="emx-service-"))
    service = Service(*settings, folder=folder, database=database)
    key, document = service.key, footprints(MANY)
    begun = service.ask("POST", "/v1/jobs?kind=submit&name=job.json", document, key=key).json
    answers = []
    asking = threading.Thread(
        target=lambda: answers.append(service.ask("POST", "/v1/validate", document, key=key, check=False)))
    asking.start()
    time.sleep(0.3)
    status = service.stop()
    asking.join()
    expect(status == 0, f"the service ended with {status}:\n" + "\n".join(service.log[-5:]))
    expect(answers and answers[0].status == 200, f"the request under way got {answers and answers[0].status}")

    # What the job had come to, another server of the same data finds and ends.
    service = Service(*settings, folder=folder, database=database)
    service.key = key
    done = service.job(f"/v1/jobs/{begun['id']}", 90).json
    expect(done["state"] == "succeeded", f"the job under way: {done}")
    expect(service.ask("GET", "/v1/submissions?text=job.json").json["total"] == 1, "the job was done twice, or not at all")
    service.kill()

    # A server that is killed leaves a job whose lease runs out.
    service = Service(*settings, folder=folder, database=database)
    service.key = key
    begun = service.ask("POST", "/v1/jobs?kind=submit&name=killed.json", document).json
    deadline = time.time() + 20
    while service.ask("GET", f"/v1/jobs/{begun['id']}").json["state"] == "queued" and time.time() < deadline:
        time.sleep(0.05)
    service.kill()
    service = Service(*settings, folder=folder, database=database)
    service.key = key
    done = service.job(f"/v1/jobs/{begun['id']}", 120).json
    expect(done["state"] == "succeeded", f"the job of a killed server: {done}")
    expect(service.ask("GET", "/v1/submissions?text=killed.json").json["total"] == 1, "it was done twice, or not at all")
    expect(service.run("audit", "verify", *database_options(database)).returncode == 0, "the audit log")
    service.stop()
    shutil.rmtree(folder, ignore_errors=True)


def database_options(database):
    return ["--set", f"database.url={database}"] if database else []


def two_servers(database):
    """Jobs in one database, two servers that take them, and one of the two is killed."""
    folder = Path(tempfile.mkdtemp(prefix="emx-service-"))
    first = Service(folder=folder, database=database)
    second = Service(folder=folder, database=database)
    second.key = first.key
    if not expect(first.key is not None, "no key on the first start"):
        return
    names = [f"two-{n:02}.json" for n in range(16)]
    document = footprints(300)
    jobs = []
    for number, name in enumerate(names):
        server = (first, second)[number % 2]
        jobs.append(server.ask("POST", f"/v1/jobs?kind=submit&name={name}", document + b" " * number).json["id"])
    time.sleep(0.5)
    first.kill()
    states = [second.job(f"/v1/jobs/{job}", 180).json for job in jobs]
    expect(all(job["state"] == "succeeded" for job in states), f"states {sorted(job['state'] for job in states)}")
    listed = second.ask("GET", "/v1/submissions?text=two-&limit=1000").json
    found = sorted(item["fileName"] for item in listed["items"])
    expect(found == names, f"of {len(names)} submissions there are {len(found)}: {found}")
    made = [job["submission"] for job in states]
    expect(sorted(made) == sorted(item["id"] for item in listed["items"]), "jobs and submissions do not belong together")
    run = second.run("audit", "verify", *database_options(database))
    expect(run.returncode == 0, f"the audit log of two servers: {run.stdout}{run.stderr}")
    expect(second.stop() == 0, "the server that was left did not stop in good order")
    shutil.rmtree(folder, ignore_errors=True)


stopping([])
url = subprocess.run([PACKAGE / "scripts/postgres", "start"], capture_output=True, text=True, check=True).stdout.strip()
for number, check in enumerate((two_servers, lambda database: stopping([], database))):
    name = f"emx_check_{int(time.time())}_{number}"

    def query(sql):
        subprocess.run(["psql", url, "-qc", sql], check=True, capture_output=True)

    query(f"CREATE DATABASE {name}")
    try:
        check(url.replace("/postgres?", f"/{name}?"))
    finally:
        query(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
finish("stops with work under way on SQLite and PostgreSQL; two servers, one killed, 16 jobs done once each", problems)
