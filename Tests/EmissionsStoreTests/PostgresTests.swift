import Foundation
import Testing

@testable import EmissionsStore

/// What only PostgreSQL does.
@Suite(.enabled(if: Backend.postgresURL != nil, "EMX_TEST_POSTGRES names no server"))
struct PostgresTests {
    @Test
    func connectionsThatPostgreSQLEndedAreOpenedAnew() async throws {
        try await Bench.with(.postgres) { bench in
            guard case .postgres(let url, let objects, _) = bench.location else { return }
            let name = "doomed_" + Base32.text(RandomBytes.system.make(10))
            let other = try await openStore(
                .postgres(url: url + "&application_name=" + name, objects: objects, connections: 1))
            try await other.ping()
            try await bench.tamper(
                """
                DO $$ BEGIN
                    PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '\(name)';
                END $$
                """)
            try await other.ping()
            try await other.close()
        }
    }

    @Test func twoThatWaitForEachOtherBothGetThrough() async throws {
        try await Bench.with(.postgres) { bench in
            let database = try #require(bench.store as? DatabaseStore).database
            _ = try await bench.stranger()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for names in [["acme", "stranger"], ["stranger", "acme"]] {
                    group.addTask {
                        try await database.write { connection in
                            for name in names {
                                try connection.execute("UPDATE tenants SET name = \(name) WHERE id = \(name)")
                                Thread.sleep(forTimeInterval: 0.2)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await bench.store.tenants().map(\.name).sorted() == ["acme", "stranger"])
        }
    }

    @Test func moreThanThereAreConnectionsTakeTurns() async throws {
        try await Bench.with(.postgres) { bench in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 { group.addTask { try await bench.store.ping() } }
                try await group.waitForAll()
            }
        }
    }

    @Test func aRefusalNamesNoValues() async throws {
        try await Bench.with(.postgres) { bench in
            let database = try #require(bench.store as? DatabaseStore).database
            let error = await #expect(throws: StoreError.self) {
                try await database.write { try $0.execute("SELECT CAST(\("confidential") AS BIGINT)") }
            }
            #expect(error == .database("PostgreSQL refused (22P02)"))
        }
    }
}
