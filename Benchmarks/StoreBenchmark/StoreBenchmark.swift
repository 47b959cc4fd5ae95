import EmissionsStore
import Foundation

/// How many findings a second the store takes, gives out and compares.
@main enum StoreBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = arguments.first.flatMap { Int($0) } ?? 200_000
        let folder = NSTemporaryDirectory() + "/emx-store-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        print("| database | findings | stored a second | read a second, by pages of 1,000 | compared a second |")
        print("|---|---|---|---|---|")
        try await measure("SQLite", .folder(folder), count)
        if arguments.count > 1, let url = arguments.last {
            try await measure("PostgreSQL", .postgres(url: url, objects: folder + "/objects"), count)
        }
    }

    private static func measure(_ name: String, _ location: StoreLocation, _ count: Int) async throws {
        let now = Date(), store = try await openStore(location)
        guard let tenant = Tenant.ID("benchmark-\(Int(now.timeIntervalSince1970))") else { return }
        try await store.addTenant(Tenant(id: tenant, name: "Benchmark", created: now), by: .service)
        let object = try await store.keep(Array("file".utf8), of: tenant, until: now + 3600)
        let content = StoredSubmission.Content(
            submitter: .service, fileName: "file", digest: object.digest, size: object.size, verdict: .invalid,
            counts: SeverityCounts(errors: count))
        // The best of three; the first one also makes the database's files grow.
        var best = Double.infinity
        var submissions: [StoredSubmission] = []
        for _ in 0..<3 {
            best = min(
                best,
                try await seconds {
                    submissions.append(
                        try await store.addSubmission(content, findings: Findings(count: count), of: tenant, now: now))
                })
        }
        let read = try await seconds {
            var page = PageRequest(size: 1000)
            repeat {
                page.after = try await store.findings(
                    of: submissions[0].id, tenant: tenant, matching: FindingFilter(), page: page
                ).next
            } while page.after != nil
        }
        let compared = try await seconds {
            _ = try await store.compare(submissions[0].id, with: submissions[1].id, tenant: tenant)
        }
        let rates = [best, read, compared].map { Int((Double(count) / $0).rounded()).formatted() }
        print("| \(name) | \(count.formatted()) | \(rates.joined(separator: " | ")) |")
        try await store.removeTenant(tenant, by: .service, now: now)
        try await store.close()
    }

    private static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock(), start = clock.now
        try await body()
        return Double((clock.now - start).components.attoseconds) / 1e18
            + Double((clock.now - start).components.seconds)
    }
}

/// Findings as long as ours usually are, made as they are asked for.
private struct Findings: Sequence, IteratorProtocol, Sendable {
    let count: Int
    private var made = 0

    init(count: Int) { self.count = count }

    mutating func next() -> StoredFinding? {
        guard made < count else { return nil }
        defer { made += 1 }
        return StoredFinding(
            ordinal: made, code: "DU-00\(made % 9)", severity: .error,
            message: "declared unit amount is -\(made), must be more than zero", line: made + 10, column: 17,
            path: "footprints[\(made)].declaredUnit.amount",
            fingerprint: "9b74c9897bac770ffc029102a200c5de0000\(1_000_000 + made)")
    }
}
