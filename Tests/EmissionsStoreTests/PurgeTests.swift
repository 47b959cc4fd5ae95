import Foundation
import Testing

@testable import EmissionsStore

@Suite struct PurgeTests {
    let now = Bench.now

    @Test(arguments: Backend.available)
    func whatHasExpiredGoesWithItsObjects(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let old = try await bench.submit("old", findings: ["a"], expires: now + 10)
            let young = try await bench.submit("young", findings: ["a"], expires: now + 11)
            let kept = try await bench.submit("kept")
            let summary = try await bench.store.purge(now: now + 10)
            #expect(summary == PurgeSummary(submissions: 1, objects: 1, objectBytes: 8))
            #expect(try await bench.store.submission(old.id, of: bench.tenant) == nil)
            #expect(!FileManager.default.fileExists(atPath: try bench.objectPath(old.content.digest)))
            for left in [young, kept] {
                #expect(try await bench.store.submission(left.id, of: bench.tenant) == left)
                #expect(try await bench.store.verifyObject(left.content.digest, of: bench.tenant))
            }
            let entry = try #require(try await bench.store.auditEntries(after: 0, of: bench.tenant, limit: 100).last)
            #expect(entry.event.action == "submission.expired")
            #expect(entry.event.object == old.id.description)
            #expect(try await bench.store.purge(now: now + 10) == PurgeSummary())
        }
    }

    @Test(arguments: Backend.available)
    func moreThanOneRoundIsPurged(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            for _ in 0..<120 { try await bench.submit("same", expires: now + 1) }
            #expect(
                try await bench.store.purge(now: now + 1) == PurgeSummary(submissions: 120, objects: 1, objectBytes: 9))
        }
    }

    @Test(arguments: Backend.available)
    func objectsThatNobodyCameToReferToGoAfterTheirTime(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let digest = try await bench.object("nobody's")
            #expect(try await bench.store.purge(now: now + 3599) == PurgeSummary())
            #expect(try await bench.store.verifyObject(digest, of: bench.tenant))
            #expect(try await bench.store.purge(now: now + 3600) == PurgeSummary(objects: 1, objectBytes: 8))
            #expect(try await bench.store.object(digest, of: bench.tenant) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func theLongestTimeThatAnObjectWasKeptForCounts(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let bytes = Array("same".utf8)
            for seconds in [10.0, 100, 50] {
                _ = try await bench.store.keep(bytes, of: bench.tenant, until: now + seconds)
            }
            #expect(try await bench.store.purge(now: now + 99) == PurgeSummary())
            #expect(try await bench.store.purge(now: now + 100) == PurgeSummary(objects: 1, objectBytes: 4))
        }
    }

    @Test(arguments: Backend.available)
    func anObjectThatSomebodyIsAboutToReferToOutlivesASubmission(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let submission = try await bench.submit("same")
            let digest = try await bench.object("file same")
            try await bench.store.removeSubmission(submission.id, of: bench.tenant, by: .service, now: now + 3599)
            #expect(try await bench.store.verifyObject(digest, of: bench.tenant))
            #expect(try await bench.store.purge(now: now + 3600) == PurgeSummary(objects: 1, objectBytes: 9))
        }
    }

    @Test(arguments: Backend.available)
    func anObjectThatWasKeptAgainStaysWhileSomethingRefersToIt(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let submission = try await bench.submit("same")
            _ = try await bench.object("file same")
            #expect(try await bench.store.purge(now: now + 7200) == PurgeSummary())
            #expect(try await bench.store.verifyObject(submission.content.digest, of: bench.tenant))
            try await bench.store.removeSubmission(submission.id, of: bench.tenant, by: .service, now: now)
            #expect(try await bench.store.object(submission.content.digest, of: bench.tenant) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func aJobThatCameToNoEndExpiresAndIsForgottenLater(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let input = try await bench.object("input")
            let job = try await bench.store.addJob(
                Job.Request(submitter: .service, kind: "k", parameters: [], input: input, expires: now + 100),
                of: bench.tenant, now: now)
            #expect(
                try await bench.store.purge(now: now + 100)
                    == PurgeSummary(expiredJobs: 1, objects: 1, objectBytes: 5))
            let expired = try #require(try await bench.store.job(job.id, of: bench.tenant))
            #expect(expired.state == .expired)
            #expect(expired.request.input == nil)
            #expect(expired.finished == now + 100)
            #expect(try await bench.store.purge(now: now + 199) == PurgeSummary())
            #expect(try await bench.store.purge(now: now + 200) == PurgeSummary(jobs: 1))
            #expect(try await bench.store.job(job.id, of: bench.tenant) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func whoeverWorksOnAnExpiredJobHearsSo(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.addJob(
                Job.Request(submitter: .service, kind: "k", parameters: [], input: nil, expires: now + 100),
                of: bench.tenant, now: now)
            let retries = RetryLimit(problem: [])
            let taken = try await bench.store.takeJob(by: "one", until: now + 500, retries: retries, now: now)
            let lease = try #require(taken?.lease)
            #expect(
                try await bench.store.heartbeat(lease, progress: .init(), until: now + 500, now: now + 99)
                    == .held(lease))
            for time in [now + 100, now + 101] {
                #expect(
                    try await bench.store.heartbeat(lease, progress: .init(), until: now + 500, now: time) == .cancelled
                )
                try await bench.store.purge(now: time)
            }
        }
    }

    @Test(arguments: Backend.available)
    func theResultsOfAJobGoWhenItExpires(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.addJob(
                Job.Request(
                    submitter: .service, kind: "k", parameters: [], input: try await bench.object("in"),
                    expires: now + 100), of: bench.tenant, now: now)
            let retries = RetryLimit(problem: [])
            let taken = try await bench.store.takeJob(by: "one", until: now + 50, retries: retries, now: now)
            let report = try await bench.object("report"), output = try await bench.object("out")
            _ = try await bench.store.finishJob(
                try #require(taken?.lease), .succeeded(report: report, output: output), progress: .init(), now: now)
            #expect(try await bench.store.purge(now: now + 99) == PurgeSummary())
            #expect(
                try await bench.store.purge(now: now + 100) == PurgeSummary(jobs: 1, objects: 3, objectBytes: 11))
        }
    }

    @Test(arguments: Backend.available)
    func whatTwoJobsReferToGoesWithTheSecond(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let object = try await bench.object("all in one")
            for seconds in [100.0, 200] {
                _ = try await bench.store.addJob(
                    Job.Request(
                        submitter: .service, kind: "k", parameters: [], input: object, expires: now + seconds),
                    of: bench.tenant, now: now)
                let retries = RetryLimit(problem: [])
                let taken = try await bench.store.takeJob(by: "one", until: now + 50, retries: retries, now: now)
                _ = try await bench.store.finishJob(
                    try #require(taken?.lease), .succeeded(report: object, output: object), progress: .init(), now: now)
            }
            #expect(try await bench.store.purge(now: now + 100) == PurgeSummary(jobs: 1))
            #expect(try await bench.store.purge(now: now + 200) == PurgeSummary(jobs: 1, objects: 1, objectBytes: 10))
        }
    }

    @Test(arguments: Backend.available)
    func requestsAreForgotten(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.beginRequest(
                RepeatableRequest(
                    tenant: bench.tenant, key: "k", fingerprint: Digest(of: []), heldUntil: now, expires: now + 5),
                now: now)
            #expect(try await bench.store.purge(now: now + 4) == PurgeSummary())
            #expect(try await bench.store.purge(now: now + 5) == PurgeSummary(requests: 1))
        }
    }

    @Test(arguments: Backend.available)
    func twoServersThatPurgeAtOnceRemoveEachOnce(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            for index in 0..<60 { try await bench.submit("\(index)", expires: now + 1) }
            async let one = bench.store.purge(now: now + 1)
            async let two = other.purge(now: now + 1)
            let (first, second) = try await (one, two)
            #expect(first.submissions + second.submissions == 60)
            #expect(first.objects + second.objects == 60)
            #expect(try await bench.store.verifyAudit(against: nil) == .intact(try await bench.store.auditHead()))
            try await other.close()
        }
    }
}
