import Foundation
import Testing

@testable import EmissionsStore

@Suite struct SubmissionTests {
    let now = Bench.now

    @Test(arguments: Backend.available)
    func aSubmissionComesBackAsItWasAdded(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let report = try await bench.object("report")
            let rulePack = Digest(of: "rules".utf8)
            let added = try await bench.submit("Größe ‘;--.json", findings: ["a", "b"], expires: now + 60) {
                $0.label = "Q3 \u{0} coil"
                $0.format = "pact"
                $0.formatVersion = "3.0"
                $0.profile = "pact-3"
                $0.verdict = .invalid
                $0.counts = SeverityCounts(errors: 2, warnings: 1, notes: 7)
                $0.rulePack = rulePack
                $0.report = report
            }
            var expected = added
            // No text of PostgreSQL has a zero character.
            expected.content.label = "Q3 \u{FFFD} coil"
            #expect(try await bench.store.submission(added.id, of: bench.tenant) == expected)
            #expect(added.series == added.id)
            #expect(added.version == 1)
            #expect(added.content.report == report)
            #expect(added.created == now)
        }
    }

    @Test(arguments: Backend.available)
    func whatAJobSubmitsIsThereOnceHoweverOftenTheJobIsBegun(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let job = try #require(Job.ID("0123456789abcdefghjkmnpqrstvwxyz"))
            let content = try await bench.submit("by-hand.json", findings: []).content
            let first = try await bench.store.addSubmission(content, findings: [], of: bench.tenant, by: job, now: now)
            let again = try await bench.store.addSubmission(
                content, findings: [], of: bench.tenant, by: job, now: now + 60)
            #expect(again == first)
            let all = try await bench.store.submissions(of: bench.tenant, matching: .init(), page: .init())
            #expect(all.total == 2)
        }
    }

    @Test(arguments: Backend.available)
    func aStrangerSeesNothing(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let store = bench.store
            let stranger = try await bench.stranger()
            let ours = try await bench.submit(findings: ["a"])
            let theirs = try await bench.submit("theirs", findings: ["a"], of: stranger)
            #expect(try await store.submission(ours.id, of: stranger) == nil)
            #expect(try await store.submissions(of: stranger, matching: .init(), page: .init()).items == [theirs])
            #expect(try await store.versions(ofSeries: ours.id, of: stranger) == [])
            let nothing = StoreError.notFound("submission")
            await #expect(throws: nothing) {
                _ = try await store.findings(of: ours.id, tenant: stranger, matching: .init(), page: .init())
            }
            await #expect(throws: nothing) { _ = try await store.codes(of: ours.id, tenant: stranger) }
            await #expect(throws: nothing) {
                _ = try await store.compare(theirs.id, with: ours.id, tenant: stranger)
            }
            await #expect(throws: nothing) {
                _ = try await store.findings(.new, in: ours.id, since: theirs.id, tenant: stranger, page: .init())
            }
            await #expect(throws: nothing) {
                try await store.removeSubmission(ours.id, of: stranger, by: .service, now: now)
            }
            await #expect(throws: nothing) { try await bench.submit("next", of: stranger, previous: ours.id) }
            #expect(try await store.submission(ours.id, of: bench.tenant) != nil)
        }
    }

    @Test(arguments: Backend.available)
    func aSubmissionNeedsItsObjects(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            let theirs = try await bench.object("only theirs", of: stranger)
            await #expect(throws: StoreError.notFound("object")) {
                try await bench.submit { $0.report = theirs }
            }
            let page = try await bench.store.submissions(of: bench.tenant, matching: .init(), page: .init())
            #expect(page.total == 0)
        }
    }

    @Test(arguments: Backend.available)
    func versionsOfASeriesAreCounted(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let first = try await bench.submit("1")
            let second = try await bench.submit("2", at: now + 1, previous: first.id)
            let third = try await bench.submit("3", at: now + 2, previous: second.id)
            _ = try await bench.submit("another")
            #expect([first, second, third].map(\.version) == [1, 2, 3])
            #expect(try await bench.store.versions(ofSeries: first.id, of: bench.tenant) == [third, second, first])
        }
    }

    @Test(arguments: Backend.available)
    func versionsThatComeAtOnceGetDifferentNumbers(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let first = try await bench.submit("1")
            let versions = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<8 {
                    group.addTask { try await bench.submit("v\(index)", previous: first.id).version }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(versions.sorted() == Array(2...9))
        }
    }

    @Test(arguments: Backend.available)
    func theListIsFilteredByEachCondition(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let plain = try await bench.submit("Coil 1.json")
            let marked = try await bench.submit("2.json", findings: ["x"], at: now + 10) {
                $0.label = "ÄPFEL_50%"
                $0.verdict = .invalid
                $0.format = "pact"
                $0.submitter = .service
            }
            func names(_ filter: SubmissionFilter) async throws -> [String] {
                let page = try await bench.store.submissions(of: bench.tenant, matching: filter, page: .init())
                #expect(page.total == page.items.count)
                return page.items.map(\.content.fileName)
            }
            let all = [marked.content.fileName, plain.content.fileName]
            #expect(try await names(.init()) == all)
            #expect(try await names(.init(verdict: .invalid)) == ["2.json"])
            #expect(try await names(.init(format: "pact")) == ["2.json"])
            #expect(try await names(.init(text: "coil")) == ["Coil 1.json"])
            #expect(try await names(.init(text: "äpfel_50%")) == ["2.json"])
            #expect(try await names(.init(text: "pfel%5")) == [])
            #expect(try await names(.init(text: "JSON")) == all)
            #expect(try await names(.init(from: now + 10)) == ["2.json"])
            #expect(try await names(.init(before: now + 10)) == ["Coil 1.json"])
            #expect(try await names(.init(code: "DU-002")) == ["2.json"])
            #expect(try await names(.init(code: "DU-003")) == [])
            #expect(try await names(.init(submitter: .subject("ada"))) == ["Coil 1.json"])
        }
    }

    @Test(arguments: Backend.available)
    func pagesShowEverySubmissionOnceEvenWhileNewOnesCome(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            // Three of them at the same time.
            for index in 0..<7 { try await bench.submit("\(index)", at: now + Double(index / 3)) }
            var seen: [String] = []
            var request = PageRequest(size: 2)
            while true {
                let page = try await bench.store.submissions(of: bench.tenant, matching: .init(), page: request)
                seen += page.items.map(\.content.fileName)
                guard let next = page.next else { break }
                request.after = next
                try await bench.submit("late \(seen.count)", at: now + 100)
            }
            #expect(seen.count == 7)
            #expect(seen.sorted() == (0..<7).map(String.init))
            #expect(seen.first == "6")
        }
    }

    @Test(arguments: Backend.available, ["", "nonsense", "MTIz", "====", String(repeating: "A", count: 300)])
    func aMadeUpCursorIsRefused(_ backend: Backend, cursor: String) async throws {
        try await Bench.with(backend) { bench in
            await #expect(throws: StoreError.cursor) {
                _ = try await bench.store.submissions(
                    of: bench.tenant, matching: .init(), page: PageRequest(after: cursor))
            }
        }
    }

    @Test(arguments: Backend.available)
    func removingASubmissionRemovesAllOfIt(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let report = try await bench.object("the report")
            let first = try await bench.submit("1", findings: ["secret finding"]) { $0.report = report }
            let second = try await bench.submit("2", at: now + 1, previous: first.id)
            let files = [try bench.objectPath(first.content.digest), try bench.objectPath(report)]
            #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
            try await bench.store.removeSubmission(first.id, of: bench.tenant, by: .subject("ada"), now: now + 3601)

            #expect(try await bench.store.submission(first.id, of: bench.tenant) == nil)
            #expect(try await bench.store.submission(second.id, of: bench.tenant)?.content.previous == nil)
            #expect(!files.contains { FileManager.default.fileExists(atPath: $0) })
            let entry = try #require(try await bench.store.auditEntries(after: 0, of: bench.tenant, limit: 100).last)
            #expect(entry.event.action == "submission.removed")
            #expect(entry.event.actor == .subject("ada"))
            #expect(entry.event.object == first.id.description)
        }
    }

    @Test(arguments: Backend.available)
    func anObjectStaysWhileAnotherSubmissionRefersToIt(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let first = try await bench.submit("same")
            let second = try await bench.submit("same")
            let path = try bench.objectPath(first.content.digest)
            try await bench.store.removeSubmission(first.id, of: bench.tenant, by: .service, now: now)
            #expect(FileManager.default.fileExists(atPath: path))
            try await bench.store.removeSubmission(second.id, of: bench.tenant, by: .service, now: now)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: Backend.available)
    func aReportStaysWhileAnythingRefersToIt(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let report = try await bench.object("the report")
            let first = try await bench.submit("1") { $0.report = report }
            let second = try await bench.submit("2") { $0.report = report }
            let third = try await bench.submit("3") { $0.digest = report }
            for submission in [third, first, second] {
                #expect(try await bench.store.verifyObject(report, of: bench.tenant))
                try await bench.store.removeSubmission(submission.id, of: bench.tenant, by: .service, now: now)
            }
            #expect(try await bench.store.object(report, of: bench.tenant) == nil)
        }
    }

    @Test func whatIsRemovedIsNowhereInTheFilesOfSQLite() async throws {
        try await Bench.with(.sqlite) { bench in
            let submission = try await bench.submit(findings: (0..<500).map { "remarkable-\($0)" })
            func find() throws -> Bool {
                let folder = bench.folder + "/store"
                return try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
                    guard name.hasPrefix("store.sqlite"),
                        let data = FileManager.default.contents(atPath: folder + "/" + name)
                    else { return false }
                    return data.firstRange(of: Data("remarkable-".utf8)) != nil
                }
            }
            #expect(try find())
            try await bench.store.removeSubmission(submission.id, of: bench.tenant, by: .service, now: now)
            #expect(try !find())
        }
    }
}
