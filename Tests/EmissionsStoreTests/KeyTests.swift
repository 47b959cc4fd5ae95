import Foundation
import Testing

@testable import EmissionsStore

@Suite struct KeyTests {
    let now = Bench.now

    private func issue(
        _ bench: Bench, expires: Date? = nil, quotas: AccessKey.Quotas = .init()
    ) async throws -> AccessKey.Issued {
        try await bench.store.issueKey(
            AccessKey.Request(
                tenant: bench.tenant, name: "nightly", scopes: [.submit, .readOwn], quotas: quotas, expires: expires),
            by: .subject("admin"), now: now)
    }

    @Test(arguments: Backend.available)
    func aKeyOpensWithItsSecret(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench, quotas: .init(requestsPerMinute: 3, bytesPerDay: 100))
            #expect(issued.secret.hasPrefix("emx_"))
            #expect(issued.secret.utf8.count == 4 + 52)
            var expected = issued.key
            expected.lastUsed = now + 5
            #expect(try await bench.store.key(withSecret: issued.secret, now: now + 5) == .open(expected))
            #expect(try await bench.store.keys(of: bench.tenant) == [expected])
        }
    }

    @Test(arguments: Backend.available)
    func anotherSecretOpensNothing(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench)
            #expect(try await bench.store.key(withSecret: String(issued.secret.dropLast()), now: now) == nil)
            #expect(try await bench.store.key(withSecret: "", now: now) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func aKeyThatWasRevokedOpensNothing(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench)
            try await bench.store.revokeKey(issued.key.id, of: bench.tenant, by: .service, now: now + 1)
            var revoked = issued.key
            revoked.revoked = now + 1
            #expect(try await bench.store.key(withSecret: issued.secret, now: now + 2) == .revoked(revoked))
            #expect(try await bench.store.key(issued.key.id, of: bench.tenant) == revoked)
        }
    }

    @Test(arguments: Backend.available)
    func aKeyOpensUntilItExpires(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench, expires: now + 10)
            var used = issued.key
            used.lastUsed = now + 9
            #expect(try await bench.store.key(withSecret: issued.secret, now: now + 9) == .open(used))
            #expect(try await bench.store.key(withSecret: issued.secret, now: now + 1000) == .expired(used))
            #expect(used.shown(at: now + 10) == .expired(used))
        }
    }

    @Test(arguments: Backend.available)
    func aStrangerRevokesNoKeyAndSeesNone(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            let issued = try await issue(bench)
            await #expect(throws: StoreError.notFound("key")) {
                try await bench.store.revokeKey(issued.key.id, of: stranger, by: .service, now: now)
            }
            #expect(try await bench.store.key(issued.key.id, of: stranger) == nil)
            #expect(try await bench.store.keys(of: stranger) == [])
        }
    }

    @Test(arguments: Backend.available)
    func ofTheSecretOnlyTheDigestIsKept(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench)
            let database = try #require(bench.store as? DatabaseStore).database
            let kept = try await database.read { connection in
                var row = try #require(try connection.row("SELECT secret_hash FROM access_keys"))
                return try row.text()
            }
            #expect(kept == Digest(of: issued.secret.utf8).description)
        }
    }

    @Test(arguments: Backend.available)
    func aKeyNeedsATenant(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let nobody = try #require(Tenant.ID("nobody"))
            await #expect(throws: StoreError.notFound("tenant")) {
                _ = try await bench.store.issueKey(
                    AccessKey.Request(tenant: nobody, name: "", scopes: []), by: .service, now: now)
            }
        }
    }

    @Test(arguments: Backend.available)
    func aKeyThatWasRevokedStaysSoWhenItExpires(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let issued = try await issue(bench, expires: now + 10)
            try await bench.store.revokeKey(issued.key.id, of: bench.tenant, by: .service, now: now + 1)
            let shown = try await bench.store.key(withSecret: issued.secret, now: now + 20)
            guard case .revoked = shown else { return #expect(Bool(false), "\(String(describing: shown))") }
        }
    }

    @Test(arguments: Backend.available)
    func aKeyMayStandForAnotherOfItsTenant(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let parent = try await issue(bench).key, stranger = try await bench.stranger()
            var request = AccessKey.Request(
                tenant: bench.tenant, name: "session", scopes: [.submit], parent: parent.id)
            let issued = try await bench.store.issueKey(request, by: .service, now: now)
            #expect(issued.key.parent == parent.id)
            #expect(try await bench.store.key(issued.key.id, of: bench.tenant) == issued.key)
            request.tenant = stranger
            let foreign = request
            await #expect(throws: StoreError.notFound("key")) {
                _ = try await bench.store.issueKey(foreign, by: .service, now: now)
            }
        }
    }

    @Test func identifiersComeFromTheGivenBytes() async throws {
        let random = RandomBytes { [UInt8](repeating: 7, count: $0) }
        try await Bench.with(.sqlite, random: random) { bench in
            let issued = try await issue(bench)
            #expect(issued.key.id.description == "0w3ge1r70w3ge1r70w3ge1r70w3ge1r7")
        }
    }
}
