import Foundation
import Testing

@testable import EmissionsStore

@Suite struct FindingTests {
    let now = Bench.now

    private func add(_ findings: [StoredFinding], to bench: Bench) async throws -> StoredSubmission.ID {
        let content = StoredSubmission.Content(
            submitter: .service, fileName: "f", digest: try await bench.object("f"), size: 1, verdict: .invalid,
            counts: SeverityCounts())
        return try await bench.store.addSubmission(content, findings: findings, of: bench.tenant, now: now).id
    }

    @Test(arguments: Backend.available)
    func findingsComeBackAsTheyWereAdded(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let findings = [
                StoredFinding(
                    ordinal: 0, code: "SYN-001", severity: .error,
                    message: "tab\t, line\n, \\N, \"quote\", 'quote', ü🙂",
                    part: "a.zip!/b.xml", line: 1, column: 2, path: "goods[0].name", fingerprint: "f1"),
                StoredFinding(ordinal: 1, code: "", severity: .note, message: "", fingerprint: ""),
            ]
            let id = try await add(findings, to: bench)
            let page = try await bench.store.findings(of: id, tenant: bench.tenant, matching: .init(), page: .init())
            #expect(page == Page(items: findings, next: nil, total: 2))
        }
    }

    @Test(arguments: Backend.available)
    func pagesFollowTheOrderOfTheReport(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let findings = (0..<25).map {
                StoredFinding.named(
                    "\($0)", ordinal: $0, code: $0.isMultiple(of: 2) ? "DU-001" : "DU-002",
                    severity: $0.isMultiple(of: 3) ? .warning : .error)
            }
            let id = try await add(findings, to: bench)
            func read(_ filter: FindingFilter) async throws -> [Int] {
                var ordinals: [Int] = []
                var request = PageRequest(size: 4)
                repeat {
                    let page = try await bench.store.findings(
                        of: id, tenant: bench.tenant, matching: filter, page: request)
                    ordinals += page.items.map(\.ordinal)
                    request.after = page.next
                    #expect(
                        page.total
                            == findings.count {
                                filter.code ?? $0.code == $0.code && filter.severity ?? $0.severity == $0.severity
                            })
                } while request.after != nil
                return ordinals
            }
            #expect(try await read(.init()) == Array(0..<25))
            #expect(try await read(.init(code: "DU-001")) == Array(stride(from: 0, to: 25, by: 2)))
            #expect(try await read(.init(severity: .warning)) == Array(stride(from: 0, to: 25, by: 3)))
            #expect(try await read(.init(code: "DU-001", severity: .warning)) == [0, 6, 12, 18, 24])
            #expect(
                try await bench.store.codes(of: id, tenant: bench.tenant) == [
                    CodeCount(code: "DU-001", severity: .error, count: 8),
                    CodeCount(code: "DU-002", severity: .error, count: 8),
                    CodeCount(code: "DU-001", severity: .warning, count: 5),
                    CodeCount(code: "DU-002", severity: .warning, count: 4),
                ])
        }
    }

    @Test(arguments: Backend.available)
    func aComparisonCountsEqualFindingsOff(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let before = try await bench.submit("1", findings: ["a", "a", "a", "b", "c"])
            let after = try await bench.submit("2", findings: ["d", "a", "c", "c", "a"], previous: before.id)
            #expect(
                try await bench.store.compare(after.id, with: before.id, tenant: bench.tenant)
                    == SubmissionComparison(fixed: 2, new: 2, unchanged: 3))
            func list(_ change: SubmissionComparison.Change) async throws -> [String] {
                var found: [String] = []
                var request = PageRequest(size: 1)
                repeat {
                    let page = try await bench.store.findings(
                        change, in: after.id, since: before.id, tenant: bench.tenant, page: request)
                    found += page.items.map { "\($0.ordinal) \($0.fingerprint)" }
                    request.after = page.next
                    #expect(page.total == (change == .unchanged ? 3 : 2))
                } while request.after != nil
                return found
            }
            #expect(try await list(.fixed) == ["2 a", "3 b"])
            #expect(try await list(.new) == ["0 d", "3 c"])
            #expect(try await list(.unchanged) == ["1 a", "2 c", "4 a"])
        }
    }

    @Test(arguments: Backend.available)
    func aComparisonWithItselfFindsNothingNew(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let submission = try await bench.submit("1", findings: ["a", "a", "b"])
            #expect(
                try await bench.store.compare(submission.id, with: submission.id, tenant: bench.tenant)
                    == SubmissionComparison(fixed: 0, new: 0, unchanged: 3))
        }
    }

    @Test(arguments: Backend.available)
    func aSubmissionWhoseFindingsFailIsNotKept(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let twice = [StoredFinding.named("a", ordinal: 0), StoredFinding.named("b", ordinal: 0)]
            await #expect(throws: StoreError.self) { _ = try await add(twice, to: bench) }
            #expect(try await bench.store.submissions(of: bench.tenant, matching: .init(), page: .init()).total == 0)
            // The connection goes on to work.
            _ = try await bench.submit(findings: ["a"])
        }
    }

    @Test(arguments: Backend.available)
    func aRefusalSaysNothingOfWhatWasRefused(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let twice = ["confidential", "confidential"].map {
                StoredFinding.named($0, ordinal: 7, code: "confidential")
            }
            let error = await #expect(throws: StoreError.self) { _ = try await add(twice, to: bench) }
            #expect(error?.description.contains("confidential") == false)
            #expect(error?.description.contains("7") == false || error?.description.contains("23505") == true)
        }
    }
}
