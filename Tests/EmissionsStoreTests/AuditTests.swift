import Foundation
import Testing

@testable import EmissionsStore

@Suite struct AuditTests {
    let now = Bench.now

    private func event(_ index: Int, tenant: Tenant.ID? = nil) -> AuditEvent {
        AuditEvent(
            actor: .subject("ada\u{0}"), tenant: tenant, action: "test.\(index)", object: "object \(index)",
            digest: Digest(of: "\(index)".utf8), rulePack: nil, outcome: "valid")
    }

    /// A log of five entries: the tenant's own, and four.
    private func fill(_ bench: Bench) async throws {
        for index in 2...5 { try await bench.store.appendAudit(event(index), now: now + Double(index)) }
    }

    private func unlock(_ bench: Bench, _ backend: Backend) async throws {
        switch backend {
        case .sqlite:
            try await bench.tamper(
                """
                DROP TRIGGER audit_entries_unchanged; DROP TRIGGER audit_entries_kept;
                DROP TRIGGER audit_head_forward; DROP TRIGGER audit_head_kept;
                """)
        case .postgres:
            try await bench.tamper(
                """
                DROP TRIGGER audit_entries_kept ON audit_entries;
                DROP TRIGGER audit_head_forward ON audit_head; DROP TRIGGER audit_head_kept ON audit_head;
                """)
        }
    }

    private func found(
        after script: String, _ backend: Backend, against head: AuditHead? = nil
    )
        async throws -> AuditVerification
    {
        let result = Box()
        try await Bench.with(backend) { bench in
            try await fill(bench)
            try await unlock(bench, backend)
            try await bench.tamper(script)
            await result.set(try await bench.store.verifyAudit(against: head))
        }
        return try #require(await result.value)
    }

    private actor Box {
        var value: AuditVerification?
        func set(_ new: AuditVerification) { value = new }
    }

    @Test(arguments: Backend.available)
    func anUntouchedLogIsIntact(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try await fill(bench)
            let head = try await bench.store.auditHead()
            #expect(head.sequence == 5)
            #expect(try await bench.store.verifyAudit(against: nil) == .intact(head))
            #expect(try await bench.store.verifyAudit(against: head) == .intact(head))
            let entries = try await bench.store.auditEntries(after: 0, of: nil, limit: 10)
            #expect(entries.map(\.sequence) == Array(1...5))
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.hash == $1.previous })
            #expect(entries[0].previous.description == String(repeating: "0", count: 64))
            #expect(try await bench.store.auditEntries(after: 4, of: nil, limit: 10) == [entries[4]])
            #expect(try await bench.store.auditEntries(after: 0, of: bench.tenant, limit: 10) == [entries[0]])
        }
    }

    @Test(arguments: Backend.available)
    func aLogOfManyPagesIsWalkedToItsEnd(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let database = try #require(bench.store as? DatabaseStore).database
            try await database.write { connection in
                for index in 2...2_345 { try connection.append(event(index), at: now) }
            }
            let head = try await bench.store.auditHead()
            #expect(head.sequence == 2_345)
            #expect(try await bench.store.verifyAudit(against: nil) == .intact(head))
        }
    }

    /// The same for as long as there are logs: what was written once has to be verified by every later version.
    @Test func theHashOfAnEntryIsOfItsFieldsWithTheirLengths() throws {
        let event = AuditEvent(
            actor: .subject("ada"), tenant: Tenant.ID("acme"), action: "submission.added", object: nil,
            digest: Digest(of: [1]), rulePack: nil, outcome: "valid")
        let beginning = try #require(Digest(AuditChain.beginning))
        let entry = AuditChain.entry(event, sequence: 1, at: now, previous: beginning)
        #expect(entry.hash.description == "d5bc3dd6b7bcbbf3f4ed39c67381c66935377a2d730dd7c169dc50400ddf97fe")
    }

    @Test func noTwoEntriesHaveTheSameBytes() throws {
        let beginning = try #require(Digest(AuditChain.beginning))
        func hash(_ action: String, _ object: String?, _ outcome: String?) -> Digest {
            AuditChain.entry(
                AuditEvent(actor: .service, tenant: nil, action: action, object: object, outcome: outcome),
                sequence: 1, at: now, previous: beginning
            ).hash
        }
        let hashes = [
            hash("ab", "c", nil), hash("a", "bc", nil), hash("abc", nil, nil), hash("abc", "", nil),
            hash("abc", nil, ""), hash("ab", nil, "c"),
        ]
        #expect(Set(hashes).count == hashes.count)
    }

    @Test(
        arguments: Backend.available,
        [
            "UPDATE audit_entries SET outcome = 'invalid' WHERE sequence = 3", "DELETE FROM audit_entries",
            "DELETE FROM audit_head", "UPDATE audit_head SET sequence = 2, hash = 'x'",
            "UPDATE audit_head SET sequence = 9",
        ])
    func theDatabaseRefusesChanges(_ backend: Backend, script: String) async throws {
        try await Bench.with(backend) { bench in
            try await fill(bench)
            await #expect(throws: StoreError.self) { try await bench.tamper(script) }
            #expect(try await bench.store.verifyAudit(against: nil) == .intact(try await bench.store.auditHead()))
        }
    }

    @Test(
        arguments: Backend.available,
        [
            "outcome = 'invalid'", "actor = 'subject:eve'", "at = at + 1", "action = 'x'", "object = NULL",
            "digest = NULL", "rule_pack = ''", "tenant = 'acme'", "actor = 'nonsense'", "hash = previous",
        ])
    func aChangedEntryIsFound(_ backend: Backend, change: String) async throws {
        let script = "UPDATE audit_entries SET \(change) WHERE sequence = 3"
        #expect(try await found(after: script, backend) == .broken(sequence: 3, .changed))
    }

    @Test(arguments: Backend.available, 1...4)
    func aMissingEntryIsFound(_ backend: Backend, sequence: Int) async throws {
        let script = "DELETE FROM audit_entries WHERE sequence = \(sequence)"
        #expect(try await found(after: script, backend) == .broken(sequence: sequence, .missing))
    }

    @Test(arguments: Backend.available)
    func aTailThatWasCutIsFound(_ backend: Backend) async throws {
        let script = "DELETE FROM audit_entries WHERE sequence >= 4"
        #expect(try await found(after: script, backend) == .broken(sequence: 4, .cut))
    }

    @Test(arguments: Backend.available)
    func aTailThatWasCutWithTheHeadIsFoundByAHeadKeptElsewhere(_ backend: Backend) async throws {
        let script = """
            DELETE FROM audit_entries WHERE sequence >= 4;
            UPDATE audit_head SET sequence = 3, hash = (SELECT hash FROM audit_entries WHERE sequence = 3);
            """
        let kept = AuditHead(sequence: 5, hash: "of then")
        #expect(try await found(after: script, backend, against: kept) == .broken(sequence: 4, .cut))
    }

    @Test(arguments: Backend.available)
    func aLogThatWasWrittenAnewIsFoundByAHeadKeptElsewhere(_ backend: Backend) async throws {
        let kept = AuditHead(sequence: 4, hash: "of then")
        let verification = try await found(after: "SELECT 1", backend, against: kept)
        #expect(verification == .broken(sequence: 4, .replaced))
    }

    @Test(arguments: Backend.available)
    func anEntryThatWasAddedPastTheHeadIsFound(_ backend: Backend) async throws {
        let script = """
            INSERT INTO audit_entries (sequence, at, actor, action, previous, hash)
            SELECT 6, at, actor, action, previous, hash FROM audit_entries WHERE sequence = 5
            """
        #expect(try await found(after: script, backend) == .broken(sequence: 6, .unannounced))
    }

    /// What was changed with care has a hash that is right, but not the one that others know.
    @Test(arguments: Backend.available, [3, 5])
    func anEntryWhoseHashWasChangedWithItIsFound(_ backend: Backend, sequence: Int) async throws {
        try await Bench.with(backend) { bench in
            try await fill(bench)
            try await unlock(bench, backend)
            let entry = try await bench.store.auditEntries(after: sequence - 1, of: nil, limit: 1)[0]
            var forged = entry.event
            forged.outcome = "forged"
            let hash = AuditChain.hash(of: forged, sequence: sequence, at: entry.at, previous: entry.previous)
            try await bench.tamper(
                "UPDATE audit_entries SET outcome = 'forged', hash = '\(hash)' WHERE sequence = \(sequence)")
            #expect(
                try await bench.store.verifyAudit(against: nil) == .broken(sequence: min(sequence + 1, 5), .unchained))
        }
    }

    @Test(arguments: Backend.available)
    func entriesThatChangedPlacesAreFound(_ backend: Backend) async throws {
        let script = """
            UPDATE audit_entries SET sequence = 30 WHERE sequence = 3;
            UPDATE audit_entries SET sequence = 3 WHERE sequence = 4;
            UPDATE audit_entries SET sequence = 4 WHERE sequence = 30;
            """
        #expect(try await found(after: script, backend) == .broken(sequence: 3, .changed))
    }

    @Test(arguments: Backend.available)
    func twoServersThatAppendAtOnceTakeTurns(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<40 {
                    let store = index.isMultiple(of: 2) ? bench.store : other
                    group.addTask { try await store.appendAudit(event(index), now: now) }
                }
                try await group.waitForAll()
            }
            let head = try await bench.store.auditHead()
            #expect(head.sequence == 41)
            #expect(try await other.verifyAudit(against: nil) == .intact(head))
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func whatASubmissionContainsIsNotInTheLog(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let submission = try await bench.submit("remarkable.json", findings: ["remarkable"]) {
                $0.label = "remarkable"
            }
            try await bench.store.removeSubmission(submission.id, of: bench.tenant, by: .service, now: now)
            let entries = try await bench.store.auditEntries(after: 0, of: nil, limit: 100)
            #expect(entries.map(\.event.action) == ["tenant.added", "submission.added", "submission.removed"])
            #expect(entries.allSatisfy { !"\($0)".contains("remarkable") })
        }
    }
}
