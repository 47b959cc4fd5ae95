import Foundation
import Testing

@testable import EmissionsStore

@Suite struct ObjectTests {
    let now = Bench.now

    @Test(arguments: Backend.available)
    func bytesComeBackInPiecesAsTheyWereWritten(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let writer = try bench.store.newObject(of: bench.tenant)
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            for start in stride(from: 0, to: bytes.count, by: 7_777) {
                try writer.write(Array(bytes[start..<min(start + 7_777, bytes.count)]))
            }
            let object = try await bench.store.keep(writer, until: now)
            #expect(object.digest == Digest(of: bytes))
            #expect(object.size == bytes.count)
            let reader = try #require(try await bench.store.object(object.digest, of: bench.tenant))
            #expect(reader.size == bytes.count)
            var read: [UInt8] = []
            while case let piece = try reader.read(upTo: 1_000), !piece.isEmpty { read += piece }
            #expect(read == bytes)
        }
    }

    @Test(arguments: Backend.available)
    func anObjectIsCalledByItsDigestInItsTenantsFolder(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let digest = try await bench.object("abc")
            let path = try bench.objectPath(digest)
            #expect(
                path.hasSuffix(
                    "objects/acme/ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
            #expect(FileManager.default.contents(atPath: path) == Data("abc".utf8))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test(arguments: Backend.available)
    func aStrangerHasNoObjectEvenIfItsDigestIsKnown(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            let digest = try await bench.object("abc")
            #expect(try await bench.store.object(digest, of: stranger) == nil)
            await #expect(throws: StoreError.notFound("object")) {
                _ = try await bench.store.verifyObject(digest, of: stranger)
            }
        }
    }

    @Test(arguments: Backend.available)
    func aChangedObjectIsFound(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let digest = try await bench.object("abc")
            #expect(try await bench.store.verifyObject(digest, of: bench.tenant))
            try Data("abd".utf8).write(to: URL(fileURLWithPath: try bench.objectPath(digest)))
            #expect(try await !bench.store.verifyObject(digest, of: bench.tenant))
            // The same bytes, kept again, mend it.
            _ = try await bench.object("abc")
            #expect(try await bench.store.verifyObject(digest, of: bench.tenant))
        }
    }

    @Test(arguments: Backend.available)
    func aMissingFileIsToldAsDamage(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let digest = try await bench.object("abc")
            try FileManager.default.removeItem(atPath: try bench.objectPath(digest))
            await #expect(throws: StoreError.damaged("the file of an object is missing")) {
                _ = try await bench.store.object(digest, of: bench.tenant)
            }
        }
    }

    @Test(arguments: Backend.available)
    func whatIsNotKeptLeavesNothing(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let folder = try #require(bench.store as? DatabaseStore).folder.path
            do {
                let writer = try bench.store.newObject(of: bench.tenant)
                try writer.write(Array("half".utf8))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/.incoming").count == 1)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/.incoming") == [])
        }
    }

    @Test(arguments: Backend.available)
    func anObjectOfATenantWhoIsNotThereIsNotKept(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let nobody = try #require(Tenant.ID("nobody"))
            await #expect(throws: StoreError.notFound("tenant")) { _ = try await bench.object("abc", of: nobody) }
            #expect(!FileManager.default.fileExists(atPath: try bench.objectPath(Digest(of: "abc".utf8), of: nobody)))
        }
    }

    @Test(arguments: Backend.available)
    func anObjectIsKeptOnce(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let writer = try bench.store.newObject(of: bench.tenant)
            _ = try await bench.store.keep(writer, until: now)
            await #expect(throws: StoreError.invalid("an object is kept once")) {
                _ = try await bench.store.keep(writer, until: now)
            }
            #expect(throws: StoreError.self) { try writer.write([1]) }
        }
    }

    @Test(arguments: Backend.available)
    func keepingAndRemovingTheSameBytesAtOnceNeverLosesThem(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        let submission = try await bench.submit("same")
                        if index > 0 {
                            try await bench.store.removeSubmission(
                                submission.id, of: bench.tenant, by: .service, now: now)
                        }
                    }
                }
                // Whoever comes just as the object goes is told that it is not there; nobody refers to what is gone.
                while let result = await group.nextResult() {
                    if case .failure(let error) = result { #expect(error as? StoreError == .notFound("object")) }
                }
            }
            let left = try await bench.store.submissions(of: bench.tenant, matching: .init(), page: .init()).items
            for submission in left {
                #expect(try await bench.store.verifyObject(submission.content.digest, of: bench.tenant))
            }
        }
    }
}
