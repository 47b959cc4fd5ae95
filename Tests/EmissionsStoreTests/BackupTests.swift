import Foundation
import Testing

@testable import EmissionsStore

@Suite struct BackupTests {
    let now = Bench.now

    private func backUp(_ bench: Bench) async throws -> URL {
        let folder = URL(fileURLWithPath: bench.folder + "/backup")
        try await bench.store.backUp(to: folder, now: now + 10)
        return folder
    }

    @Test func aRestoredStoreHasAllThatWasBackedUp() async throws {
        try await Bench.with(.sqlite) { bench in
            let submission = try await bench.submit(findings: ["a", "b"])
            let head = try await bench.store.auditHead()
            let backup = try await backUp(bench)
            // What comes after the backup is not in it.
            try await bench.submit("late")

            let target = URL(fileURLWithPath: bench.folder + "/restored")
            let manifest = try await restoreStore(from: backup, to: target)
            #expect(manifest.auditHead == head)
            #expect(manifest.objects.map(\.sha256) == [submission.content.digest.description])

            let restored = try await openStore(.folder(target.path))
            let page = try await restored.submissions(of: bench.tenant, matching: .init(), page: .init())
            #expect(page.items == [submission])
            #expect(
                try await restored.findings(of: submission.id, tenant: bench.tenant, matching: .init(), page: .init())
                    .total == 2)
            #expect(try await restored.verifyObject(submission.content.digest, of: bench.tenant))
            #expect(try await restored.verifyAudit(against: head) == .intact(head))
            try await restored.close()
        }
    }

    @Test func aBackupIsAuditedWithTheDigestOfItsManifest() async throws {
        try await Bench.with(.sqlite) { bench in
            let backup = try await backUp(bench)
            let manifest = try Data(contentsOf: backup.appendingPathComponent("manifest.json"))
            let entry = try #require(try await bench.store.auditEntries(after: 0, of: nil, limit: 10).last)
            #expect(entry.event.action == "backup.made")
            #expect(entry.event.digest == Digest(of: manifest))
        }
    }

    @Test func aBackupMadeWhileOthersWriteIsWhole() async throws {
        try await Bench.with(.sqlite) { bench in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for index in 0..<60 {
                        let submission = try await bench.submit("\(index)", findings: ["a"])
                        if index.isMultiple(of: 3) {
                            try await bench.store.removeSubmission(
                                submission.id, of: bench.tenant, by: .service, now: now)
                        }
                    }
                }
                for index in 0..<4 {
                    let folder = URL(fileURLWithPath: bench.folder + "/backup\(index)")
                    do {
                        try await bench.store.backUp(to: folder, now: now)
                    } catch StoreError.unavailable {
                        continue
                    }
                    _ = try await restoreStore(
                        from: folder, to: URL(fileURLWithPath: bench.folder + "/restored\(index)"))
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: ["store.sqlite", "objects", "manifest.json"])
    func aChangedBackupIsRefused(part: String) async throws {
        try await Bench.with(.sqlite) { bench in
            let submission = try await bench.submit(findings: ["a"])
            let backup = try await backUp(bench)
            let digest = submission.content.digest.description
            let file = backup.path + "/" + (part == "objects" ? "objects/acme/\(digest.prefix(2))/\(digest)" : part)
            var bytes = try #require(FileManager.default.contents(atPath: file))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(fileURLWithPath: file))
            let target = bench.folder + "/restored"
            await #expect(throws: StoreError.self) {
                _ = try await restoreStore(from: backup, to: URL(fileURLWithPath: target))
            }
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }

    @Test func aBackupThatLacksAnObjectIsRefused() async throws {
        try await Bench.with(.sqlite) { bench in
            try await bench.submit()
            let backup = try await backUp(bench)
            try FileManager.default.removeItem(at: backup.appendingPathComponent("objects"))
            await #expect(throws: StoreError.self) {
                _ = try await restoreStore(from: backup, to: URL(fileURLWithPath: bench.folder + "/restored"))
            }
        }
    }

    @Test(arguments: Backend.available)
    func aFolderThatIsInUseIsNotBackedUpInto(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try Data().write(to: URL(fileURLWithPath: bench.folder + "/something"))
            await #expect(throws: StoreError.file("the folder \(bench.folder) is not empty")) {
                try await bench.store.backUp(to: URL(fileURLWithPath: bench.folder), now: now)
            }
        }
    }

    @Test(.enabled(if: Backend.postgresURL != nil, "EMX_TEST_POSTGRES names no server"))
    func ofPostgreSQLTheObjectsAreBackedUp() async throws {
        try await Bench.with(.postgres) { bench in
            let submission = try await bench.submit()
            let manifest = try await bench.store.backUp(
                to: URL(fileURLWithPath: bench.folder + "/backup"), now: now)
            #expect(manifest.database == nil)
            #expect(manifest.objects.map(\.sha256) == [submission.content.digest.description])
        }
    }

    @Test func anObjectThatIsDamagedIsNotedWhenItIsBackedUp() async throws {
        try await Bench.with(.sqlite) { bench in
            let submission = try await bench.submit()
            let path = try bench.objectPath(submission.content.digest)
            try Data("other".utf8).write(to: URL(fileURLWithPath: path))
            await #expect(throws: StoreError.damaged("an object is not what it was: \(submission.content.digest)")) {
                _ = try await backUp(bench)
            }
        }
    }
}
