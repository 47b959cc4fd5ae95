"""The upload service as its users use it: every route of its OpenAPI document is asked, and each answer held against it.

Checking without a trace, submissions with versions and differences, jobs, idempotency, digests, limits, tenants.
"""

import io
import json
import threading
import time
import zipfile
from pathlib import Path

from _emx import SAMPLES, finish
from _service import OPENAPI, Service, digest, expect, operations, problems

COIL = (SAMPLES / "pact/steel-coil/input.json").read_bytes()
EVERYTHING = (SAMPLES / "pact/everything-v2/input.json").read_bytes()
CEMENT = (SAMPLES / "cbam-qreport/cement-bag/input.xml").read_bytes()
# Two faults of a supplier: a negative amount, and a figure with a letter in it.
FAULTY = json.loads(COIL)
FAULTY["data"][0]["pcf"]["declaredUnitAmount"] = "-12"
FAULTY = json.dumps(FAULTY, indent=2).encode()


def checking(service):
    answer = service.ask("POST", "/v1/validate?name=coil.json", COIL, key=None)
    expect(answer.status == 200 and answer.json["verdict"] == "valid", f"a valid document: {answer.status}")
    expect(answer.json["files"][0]["path"] == "coil.json", "the name is not that of the request")
    answer = service.ask("POST", "/v1/validate", FAULTY, key=None)
    expect(answer.status == 200 and answer.headers["emx-verdict"] == "invalid", "an invalid document is no 200")
    for kind, start in (
        ("text/html", b"<!DOCTYPE html>"), ("application/sarif+json", b"{"), ("text/csv", b"\xef\xbb\xbf"),
        ("application/x-ndjson", b"{"), ("application/xml", b"<?xml"), ("text/plain", b""),
    ):
        answer = service.ask("POST", "/v1/validate", FAULTY, key=None, headers={"Accept": kind})
        expect(answer.body.startswith(start) and b"DU-002" in answer.body, f"no report as {kind}")
    answer = service.ask("POST", "/v1/validate", COIL, key=None, headers={"Accept": "image/png"})
    expect(answer.problem == "not-acceptable" and answer.status == 406, f"image/png: {answer.status}")
    answer = service.ask("POST", "/v1/validate", b"", key=None)
    expect(answer.problem == "empty", f"nothing at all: {answer.problem}")
    answer = service.ask("POST", "/v1/validate?profile=pact-4", COIL, key=None)
    expect(answer.problem == "unknown-profile" and "pact-3" in answer.json["detail"], "an unknown profile")

    answer = service.ask("POST", "/v1/detect", CEMENT, key=None)
    expect(answer.json[0]["candidates"][0]["format"] == "cbam-qreport", "detection")

    answer = service.ask("POST", "/v1/convert?to=emx-csv", COIL, key=None)
    expect(answer.status == 200 and answer.headers["content-type"].startswith("text/csv"), "conversion to CSV")
    expect(answer.headers.get("content-digest") == digest(answer.body), "the digest of the output is not its own")
    answer = service.ask("POST", "/v1/convert?to=pact@3.0", EVERYTHING, key=None, headers={"Accept": "multipart/mixed"})
    expect(answer.status == 200 and answer.body.count(b"Content-Disposition") == 3, "output, account and report")
    expect(b'"account"' in answer.body, "no account of the values")
    two = json.loads(COIL)
    two["data"].append({**two["data"][0], "id": "5a1f8c4e-2b77-4d0e-9c53-7e2f6a9b1d05"})
    answer = service.ask(
        "POST", "/v1/convert?to=ilcd-epd-json&allow-incomplete=true", json.dumps(two).encode(), key=None)
    expect(answer.status == 200 and answer.headers["content-type"] == "application/zip", "two documents of one record")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        names = archive.namelist()
        documents = [archive.read(name) for name in names]
    expect(names == ["1.json", "2.json"], f"the files are {names}")
    expect(all(b'"2138.10"' in each for each in documents), "a figure of the documents")
    answer = service.ask("POST", "/v1/convert?to=pact", b"{}", key=None)
    expect(answer.problem == "not-readable" and "report" in answer.json, f"nothing to convert: {answer.status}")
    answer = service.ask("POST", "/v1/convert?to=nothing", COIL, key=None)
    expect(answer.problem == "unknown-to", "an unknown target")
    answer = service.ask("POST", "/v1/convert?to=pact@3.0&on-loss=fail", EVERYTHING, key=None)
    expect(answer.problem == "loss" and answer.status == 422, f"a loss that is not wanted: {answer.problem}")
    expect(not list((service.folder / "data").rglob("objects/*/*/*")), "something of a check was kept")


def digests(service):
    good = service.ask("POST", "/v1/validate", COIL, key=None, headers={"Content-Digest": digest(COIL)})
    expect(good.status == 200, f"the right digest: {good.status}")
    bad = service.ask("POST", "/v1/validate", COIL, key=None, headers={"Content-Digest": digest(CEMENT)})
    expect(bad.problem == "digest-mismatch" and bad.status == 400, f"a wrong digest: {bad.status}")
    odd = service.ask("POST", "/v1/validate", COIL, key=None, headers={"Content-Digest": "sha-256=:!!:"})
    expect(odd.problem == "digest-unreadable", f"no digest at all: {odd.status}")
    other = service.ask("POST", "/v1/validate", COIL, key=None, headers={"Content-Digest": "sha-512=:AAAA:"})
    expect(other.status == 200, "a digest by another algorithm")


def submissions(service):
    first = service.ask("POST", "/v1/submissions?name=coil.json&label=Q3", FAULTY)
    if not expect(first.status == 201, f"a submission: {first.status} {first.body[:300]}"):
        return
    one = first.json
    expect(one["counts"]["error"] > 0 and one["label"] == "Q3" and one["version"] == 1, "what is known of it")
    second = service.ask("POST", f"/v1/submissions?name=coil.json&previous={one['id']}", COIL).json
    expect(second["version"] == 2 and second["series"] == one["id"], "a new version")

    listed = service.ask("GET", "/v1/submissions").json
    expect([item["id"] for item in listed["items"]] == [second["id"], one["id"]], "the list, newest first")
    page = service.ask("GET", "/v1/submissions?limit=1").json
    rest = service.ask("GET", f"/v1/submissions?limit=1&cursor={page['next']}").json
    expect(page["total"] == 2 and rest["items"][0]["id"] == one["id"] and rest["next"] is None, "the second page")
    for query, count in (
        ("verdict=invalid", 1), ("format=pact", 2), ("format=lcax", 0), ("text=q3", 1), ("code=DU-002", 1),
        ("from=2000-01-01", 2), ("to=2000-01-01", 0),
    ):
        found = service.ask("GET", f"/v1/submissions?{query}").json["total"]
        expect(found == count, f"{found} submissions with {query}, should be {count}")
    for query in ("verdict=good", "limit=0", "cursor=nonsense", "from=yesterday"):
        expect(service.ask("GET", f"/v1/submissions?{query}").status == 400, f"{query} is taken")

    base = f"/v1/submissions/{one['id']}"
    expect(service.ask("GET", base).json == one, "one submission")
    original = service.ask("GET", f"{base}/original")
    expect(original.body == FAULTY and original.headers["content-digest"] == digest(FAULTY), "the original")
    expect('filename="coil.json"' in original.headers["content-disposition"], "the name of the original")
    for kind in ("application/json", "text/html", "application/sarif+json", "text/csv"):
        expect(b"DU-002" in service.ask("GET", f"{base}/report", headers={"Accept": kind}).body, f"report as {kind}")
    expect(service.ask("GET", f"{base}/report", headers={"Accept": "text/plain"}).status == 406, "a form that is not kept")
    found = service.ask("GET", f"{base}/findings?code=DU-002").json
    expect(found["total"] == 1 and found["items"][0]["line"] > 0, "a finding with its place")
    changes = service.ask("GET", f"/v1/submissions/{second['id']}/differences").json
    fixed = {item["code"] for item in changes["fixed"]["items"]}
    expect("DU-002" in fixed and changes["new"]["count"] == 0, f"what was fixed: {changes}")
    expect(service.ask("GET", f"{base}/differences").status == 400, "differences of a first version")
    expect(service.ask("GET", f"/v1/submissions/{second['id']}/conversion?to=emx-csv").status == 200, "conversion")
    removed = service.ask("DELETE", base)
    expect(removed.status == 204 and service.ask("GET", base).status == 404, "removal")
    expect(service.ask("GET", f"{base}/original").status == 404, "the original of what was removed")
    expect(service.ask("GET", "/v1/submissions/nonsense").status == 404, "what never was")
    left = list((service.folder / "data").rglob("objects/*/*/*"))
    expect(all(path.read_bytes() != FAULTY for path in left), "the bytes of what was removed are still there")


def repeated(service):
    path, key = "/v1/submissions?name=again.json", {"Idempotency-Key": "order-17"}
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(service.ask("POST", path, COIL, headers=key))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = {answer.json["id"] for answer in answers if answer.status == 201}
    expect(len(made) == 1, f"one request sent four times made {len(made)} submissions")
    expect(all(a.status in (201, 409) for a in answers), f"answers {[a.status for a in answers]}")
    again = service.ask("POST", path, COIL, headers=key)
    expect(again.status == 201 and again.json["id"] in made, "the same request is answered otherwise")
    other = service.ask("POST", path, CEMENT, headers=key)
    expect(other.problem == "idempotency-conflict", f"another request under the same key: {other.status}")


def jobs(service):
    begun = service.ask("POST", "/v1/submissions?name=later.json", COIL, headers={"Prefer": "respond-async"})
    expect(begun.status == 202 and begun.headers.get("preference-applied") == "respond-async", f"{begun.status}")
    done = service.job(begun.headers["location"]).json
    expect(done["state"] == "succeeded" and done["verdict"] == "valid", f"a job that submits: {done}")
    expect(service.ask("GET", done["links"]["submission"]).json["fileName"] == "later.json", "what the job submitted")

    begun = service.ask("POST", "/v1/jobs?kind=convert&to=pact@3.0", EVERYTHING).json
    events = service.ask("GET", f"/v1/jobs/{begun['id']}/events", timeout=30)
    expect(events.body.count(b"event: job") >= 1 and b'"succeeded"' in events.body, "the events of a job")
    done = service.ask("GET", f"/v1/jobs/{begun['id']}").json
    for name in ("report", "loss", "output"):
        expect(service.ask("GET", done["links"][name]).status == 200, f"no {name} of a job")
    expect(json.loads(service.ask("GET", done["links"]["output"]).body)["data"][0]["specVersion"] == "3.0.0", "output")

    begun = service.ask("POST", "/v1/jobs?kind=validate", FAULTY).json
    early = service.ask("GET", f"/v1/jobs/{begun['id']}/report")
    expect(early.status in (200, 409), f"a report before the end: {early.status}")
    done = service.job(f"/v1/jobs/{begun['id']}").json
    expect(done["verdict"] == "invalid", "a job that validates")
    begun = service.ask("POST", "/v1/jobs?kind=convert&to=pact", b"{}").json
    done = service.job(f"/v1/jobs/{begun['id']}").json
    expect(done["state"] == "failed" and done["problem"]["type"].endswith("not-readable"), f"a job that fails: {done}")
    expect(service.ask("GET", "/v1/jobs?state=failed").json["total"] == 1, "the list of jobs")
    cancelled = service.ask("DELETE", f"/v1/jobs/{done['id']}")
    expect(cancelled.status == 200 and cancelled.json["state"] == "failed", "a job that ended is cancelled")


def limits(service):
    big = b" " * (3 << 20)
    answer = service.ask("POST", "/v1/validate", big, key=None)
    expect(answer.status == 413 and "sync.maxBytes" in answer.json["limit"], f"too much to wait for: {answer.status}")
    answer = service.ask("POST", "/v1/submissions", COIL + b" " * (3 << 20))
    expect(answer.status == 202, f"a big submission becomes a job: {answer.status}")
    answer = service.ask("POST", "/v1/submissions", b" " * (9 << 20))
    expect(answer.status == 413 and "upload.maxBytes" in answer.json["limit"], f"too much at all: {answer.status}")
    chunks = (b" " * (1 << 20) for _ in range(9))
    answer = service.ask("POST", "/v1/submissions", chunks, headers={"Transfer-Encoding": "chunked"})
    expect(answer.status == 413, f"too much in pieces without a length: {answer.status}")


def tenants(service):
    expect(service.run("tenants", "add", "other", "--name", "Another").returncode == 0, "a second tenant")
    theirs = service.add_key("--scope", "submit", "--scope", "readAll", tenant="other")
    mine = service.ask("POST", "/v1/submissions?name=mine.json", COIL).json["id"]
    job = service.ask("POST", "/v1/jobs?kind=convert&to=pact", COIL).json["id"]
    service.job(f"/v1/jobs/{job}")
    paths = [
        (method, template.format(id=mine if "submissions" in template else job))
        for template, item in OPENAPI["paths"].items() if "{id}" in template
        for method in ("GET", "DELETE") if method.lower() in item
    ]
    for method, path in paths:
        query = "?to=pact" if path.endswith("conversion") else ""
        answer = service.ask(method, path + query, key=theirs)
        expect(answer.status == 404, f"another tenant got {answer.status} for {method} {path}")
        answer = service.ask(method, path + query, key=None)
        expect(answer.status == 401, f"nobody got {answer.status} for {method} {path}")
    expect(service.ask("GET", "/v1/submissions", key=theirs).json["total"] == 0, "another tenant's list")
    expect(service.ask("GET", "/v1/jobs", key=theirs).json["total"] == 0, "another tenant's jobs")
    expect(
        service.ask("POST", f"/v1/submissions?previous={mine}", COIL, key=theirs).status == 404,
        "a new version of another tenant's submission")
    expect(service.ask("GET", f"/v1/submissions/{mine}").status == 200, "it is gone for its owner, too")


def catalog(service):
    expect(any(f["name"] == "pact" for f in service.ask("GET", "/v1/formats", key=None).json), "formats")
    expect(any(p["name"] == "pact-3" for p in service.ask("GET", "/v1/profiles", key=None).json), "profiles")
    expect(service.ask("GET", "/v1/rules/DU-002", key=None).json["code"] == "DU-002", "a rule")
    expect(service.ask("GET", "/v1/rules/DU-999", key=None).status == 404, "no rule")
    expect(service.ask("GET", "/openapi.json", key=None).json == OPENAPI, "the document is another")
    for path in ("/healthz", "/readyz", "/version"):
        expect(service.ask("GET", path, key=None).status == 200, path)


def audited(service):
    run = service.run("audit", "verify")
    expect(run.returncode == 0, f"the audit log: {run.stdout} {run.stderr}")
    log = "\n".join(service.log)
    for secret in (service.key, "coil.json", "Q3"):
        expect(secret not in log.split("listening on", 1)[1], f"the log has {secret!r}")


with Service("sync.maxBytes=2 MiB", "upload.maxBytes=8 MiB", "access.anonymousRequestsPerMinute=10000",
             "quota.requestsPerMinute=10000") as service:
    for step in (checking, digests, submissions, repeated, jobs, limits, tenants, catalog, audited):
        step(service)
    expect(service.stop() == 0, "the service did not stop in good order")

known = {op["operationId"] for item in OPENAPI["paths"].values() for op in item.values() if isinstance(op, dict)}
expect(set(operations) == known, f"never asked: {sorted(known - set(operations))}")
finish(f"{len(operations)} operations, {sum(map(len, operations.values()))} kinds of answers held against the document",
       problems)
