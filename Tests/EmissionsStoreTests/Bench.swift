import Foundation
import Testing

@testable import EmissionsStore

/// Every test runs on each database that is at hand.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgres

    /// The server to test with.
    static let postgresURL = ProcessInfo.processInfo.environment["EMX_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }

    static let available = allCases.filter { $0 == .sqlite || postgresURL != nil }

    var testDescription: String { rawValue }
}

@Suite struct BackendTests {
    @Test(
        .enabled(
            if: Backend.postgresURL != nil,
            "EMX_TEST_POSTGRES names no server, so nothing is tested on PostgreSQL; see scripts/postgres"))
    func postgreSQLIsTestedToo() {
        #expect(Backend.available.contains(.postgres))
    }
}

/// A store that is thrown away, with a tenant in it.
struct Bench: Sendable {
    let location: StoreLocation
    let store: any Store
    let folder: String
    let tenant: Tenant.ID

    /// When everything happens, unless a test says otherwise.
    static let now = Date(timeIntervalSince1970: 1_764_000_000)

    static func with(
        _ backend: Backend, random: RandomBytes = .system, _ body: @Sendable (Bench) async throws -> Void
    ) async throws {
        let name = "emx_test_" + Base32.text(RandomBytes.system.make(10))
        let folder = NSTemporaryDirectory() + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        switch backend {
        case .sqlite:
            try await run(.folder(folder + "/store"), random, folder, body)
        case .postgres:
            let url = try #require(Backend.postgresURL)
            await Turnstile.shared.enter()
            defer { Task { await Turnstile.shared.leave() } }
            let server = PostgresDatabase(url: url, connections: 1)
            try await server.write { try $0.run(script: "CREATE SCHEMA \(name)") }
            let outcome = await Result {
                try await run(
                    .postgres(
                        url: url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(name)",
                        objects: folder + "/objects", connections: 4), random, folder, body)
            }
            try await server.write { try $0.run(script: "DROP SCHEMA \(name) CASCADE") }
            try await server.close()
            try outcome.get()
        }
    }

    private static func run(
        _ location: StoreLocation, _ random: RandomBytes, _ folder: String,
        _ body: @Sendable (Bench) async throws -> Void
    ) async throws {
        let store = try await openStore(location, random: random)
        let tenant = try #require(Tenant.ID("acme"))
        try await store.addTenant(Tenant(id: tenant, name: "Acme", created: now), by: .service)
        try await body(Bench(location: location, store: store, folder: folder, tenant: tenant))
        try await store.close()
    }

    /// A second server on the same database.
    func another() async throws -> any Store { try await openStore(location) }

    /// A second tenant, who must see nothing of the first.
    func stranger() async throws -> Tenant.ID {
        let stranger = try #require(Tenant.ID("stranger"))
        try await store.addTenant(Tenant(id: stranger, name: "Stranger", created: Self.now), by: .service)
        return stranger
    }

    /// What somebody does who has the database's password.
    func tamper(_ script: String) async throws {
        let database = try #require(store as? DatabaseStore).database
        try await database.write { try $0.run(script: script) }
    }

    func object(_ text: String, of tenant: Tenant.ID? = nil) async throws -> Digest {
        try await store.keep(Array(text.utf8), of: tenant ?? self.tenant, until: Self.now + 3600).digest
    }

    func objectPath(_ digest: Digest, of tenant: Tenant.ID? = nil) throws -> String {
        try #require(store as? DatabaseStore).folder.path(of: digest, tenant ?? self.tenant)
    }

    /// A submission whose findings are named by their fingerprints.
    @discardableResult
    func submit(
        _ name: String = "coil.json", findings: [String] = [], of tenant: Tenant.ID? = nil, at time: Date = now,
        expires: Date? = nil, previous: StoredSubmission.ID? = nil,
        _ change: (inout StoredSubmission.Content) -> Void = { _ in }
    ) async throws -> StoredSubmission {
        let tenant = tenant ?? self.tenant
        var content = StoredSubmission.Content(
            submitter: .subject("ada"), fileName: name, digest: try await object("file " + name, of: tenant), size: 10,
            verdict: .valid, counts: SeverityCounts(), expires: expires, previous: previous)
        change(&content)
        return try await store.addSubmission(
            content, findings: findings.enumerated().map { .named($1, ordinal: $0) }, of: tenant, now: time)
    }
}

extension StoredFinding {
    static func named(_ fingerprint: String, ordinal: Int, code: String = "DU-002", severity: Severity = .error) -> Self
    {
        StoredFinding(
            ordinal: ordinal, code: code, severity: severity, message: "declared unit amount is -\(ordinal)",
            part: nil, line: ordinal + 1, column: 3, path: "declaredUnit.amount", fingerprint: fingerprint)
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

/// Lets a few tests at a time to PostgreSQL, which has a hundred connections for all.
private actor Turnstile {
    static let shared = Turnstile()
    private var free = 8
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
