import Foundation
import Testing

@testable import EmissionsStore

@Suite struct UsageTests {
    /// Ten seconds into a minute of a day.
    let now = Date(timeIntervalSince1970: 1_764_028_810)

    private func key(_ bench: Bench, _ quotas: AccessKey.Quotas) async throws -> AccessKey {
        try await bench.store.issueKey(
            AccessKey.Request(tenant: bench.tenant, name: "k", scopes: [.submit], quotas: quotas), by: .service,
            now: now
        ).key
    }

    @Test(arguments: Backend.available)
    func requestsAndBytesAddUp(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let key = try await key(bench, .init())
            _ = try await bench.store.charge(Usage(requests: 1, bytes: 10), to: key, now: now)
            let outcome = try await bench.store.charge(Usage(requests: 1, bytes: 5), to: key, now: now + 3600)
            #expect(outcome == .charged(today: Usage(requests: 2, bytes: 15)))
            #expect(try await bench.store.usage(of: key.id, on: now) == Usage(requests: 2, bytes: 15))
            #expect(try await bench.store.usage(of: key.id, on: now + 86_400) == Usage())
        }
    }

    @Test(arguments: Backend.available)
    func bytesBeyondTheDaysQuotaAreRefusedUntilMidnight(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let key = try await key(bench, .init(bytesPerDay: 100))
            _ = try await bench.store.charge(Usage(requests: 1, bytes: 90), to: key, now: now)
            let midnight = Date(timeIntervalSince1970: 1_764_028_800 + 86_400)
            #expect(
                try await bench.store.charge(Usage(requests: 1, bytes: 11), to: key, now: now)
                    == .exceeded(.bytesPerDay, until: midnight))
            #expect(try await bench.store.usage(of: key.id, on: now) == Usage(requests: 1, bytes: 90))
            #expect(
                try await bench.store.charge(Usage(requests: 1, bytes: 10), to: key, now: now)
                    == .charged(today: Usage(requests: 2, bytes: 100)))
            #expect(
                try await bench.store.charge(Usage(requests: 1, bytes: 100), to: key, now: midnight)
                    == .charged(today: Usage(requests: 1, bytes: 100)))
        }
    }

    @Test(arguments: Backend.available)
    func requestsBeyondTheMinutesQuotaAreRefusedUntilTheNext(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let key = try await key(bench, .init(requestsPerMinute: 1))
            _ = try await bench.store.charge(Usage(requests: 1), to: key, now: now)
            let next = Date(timeIntervalSince1970: 1_764_028_860)
            #expect(
                try await bench.store.charge(Usage(requests: 1), to: key, now: now + 49)
                    == .exceeded(.requestsPerMinute, until: next))
            #expect(
                try await bench.store.charge(Usage(requests: 1), to: key, now: next)
                    == .charged(today: Usage(requests: 2)))
        }
    }

    @Test(arguments: Backend.available)
    func manyAtOnceNeverGoBeyondTheQuota(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let key = try await key(bench, .init(bytesPerDay: 100))
            let other = try await bench.another()
            let charged = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<30 {
                    let store = index.isMultiple(of: 2) ? bench.store : other
                    group.addTask {
                        if case .charged = try await store.charge(Usage(requests: 1, bytes: 7), to: key, now: now) {
                            true
                        } else {
                            false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(charged == 14)
            #expect(try await bench.store.usage(of: key.id, on: now) == Usage(requests: 14, bytes: 98))
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func whatAnotherServerIsJustCountingCounts(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let key = try await key(bench, .init(bytesPerDay: 100))
            _ = try await bench.store.charge(Usage(requests: 1), to: key, now: now)
            let database = try #require(bench.store as? DatabaseStore).database
            let (hasCounted, signal) = AsyncStream<Void>.makeStream()
            async let other: Int = database.write { connection in
                try connection.execute("UPDATE key_usage SET bytes = 95 WHERE period = 'day'")
                signal.finish()
                Thread.sleep(forTimeInterval: 0.6)
                return 1
            }
            for await _ in hasCounted {}
            let outcome = try await bench.store.charge(Usage(requests: 1, bytes: 10), to: key, now: now)
            #expect(try await other == 1)
            guard case .exceeded(.bytesPerDay, _) = outcome else { return #expect(Bool(false), "\(outcome)") }
        }
    }
}
