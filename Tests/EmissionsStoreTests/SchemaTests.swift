import Foundation
import Testing

@testable import EmissionsStore

@Suite struct SchemaTests {
    private func database(_ bench: Bench) throws -> any SQLDatabase {
        try #require(bench.store as? DatabaseStore).database
    }

    @Test(arguments: Backend.available)
    func aDatabaseOfALaterVersionIsRefused(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try await bench.tamper("INSERT INTO store_schema (version) VALUES (999)")
            let error = await #expect(throws: StoreError.self) { _ = try await bench.another() }
            #expect(
                error?.description
                    == "the database has version 999, this program knows versions up to \(Migration.latest); use a later program"
            )
        }
    }

    @Test(arguments: Backend.available)
    func aLaterStepIsMadeOnce(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let database = try database(bench)
            let steps = Migration.all + [Migration(version: 50) { _ in "CREATE TABLE later (id TEXT)" }]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await SchemaUpdate.run(steps, on: database) } }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.integer("SELECT count(*) FROM store_schema") } == steps.count)
        }
    }

    /// Sessions of version 1 had the key that they stand for in their name; none may become a key of its own.
    @Test(arguments: Backend.available)
    func sessionsOfTheFirstVersionKeepTheirKeys(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            func issue(_ name: String, of tenant: Tenant.ID) async throws -> AccessKey.ID {
                try await bench.store.issueKey(
                    AccessKey.Request(tenant: tenant, name: name, scopes: [.submit]), by: .service, now: Bench.now
                ).key.id
            }
            let parent = try await issue("nightly", of: bench.tenant)
            let session = try await issue("session of \(parent)", of: bench.tenant)
            _ = try await issue("session of nobody", of: bench.tenant)
            _ = try await issue("session of \(parent)", of: stranger)
            try await bench.tamper(
                """
                DROP INDEX access_keys_by_parent;
                ALTER TABLE access_keys DROP COLUMN parent;
                DROP INDEX jobs_queued_of_tenant;
                DROP INDEX jobs_running_of_tenant;
                DROP INDEX jobs_begun_of_tenant;
                DELETE FROM store_schema WHERE version >= 2;
                """)
            let later = try await bench.another()
            let keys = try await later.keys(of: bench.tenant)
            #expect(
                Dictionary(uniqueKeysWithValues: keys.map { ($0.id, $0.name) }) == [
                    parent: "nightly", session: "session",
                ])
            #expect(keys.first { $0.id == session }?.parent == parent)
            #expect(try await later.keys(of: stranger) == [])
            try await later.close()
        }
    }

    /// Whoever may read the folder, because it was there already, may not read what is in the database.
    @Test func nobodyElseMayReadTheDatabase() async throws {
        try await Bench.with(.sqlite) { bench in
            let folder = bench.folder + "/open"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            func modes() throws -> [Int?] {
                try ["", "-wal", "-shm"].map {
                    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/store.sqlite\($0)")
                    return attributes[.posixPermissions] as? Int
                }
            }
            let store = try await openStore(.folder(folder))
            #expect(try modes() == [0o600, 0o600, 0o600])
            for name in ["", "-wal", "-shm"] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o644], ofItemAtPath: "\(folder)/store.sqlite\(name)")
            }
            let another = try await openStore(.folder(folder))
            #expect(try modes() == [0o600, 0o600, 0o600])
            try await another.close()
            try await store.close()
        }
    }

    @Test(arguments: Backend.available)
    func aStepThatFailsLeavesTheDatabaseAsItWas(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let database = try database(bench)
            let steps = Migration.all + [Migration(version: 50) { _ in "CREATE TABLE later (id TEXT); NONSENSE" }]
            await #expect(throws: StoreError.self) { try await SchemaUpdate.run(steps, on: database) }
            #expect(
                try await database.read { try $0.integer("SELECT max(version) FROM store_schema") } == Migration.latest)
            try await SchemaUpdate.run(
                Migration.all + [Migration(version: 50) { _ in "CREATE TABLE later (id TEXT)" }], on: database)
        }
    }

    @Test(arguments: Backend.available)
    func serversThatStartAtOnceDontClash(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let location: StoreLocation
            switch bench.location {
            case .folder: location = .folder(bench.folder + "/fresh")
            case .postgres:
                try await bench.tamper(
                    """
                    DO $$ DECLARE name text; BEGIN
                        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
                            EXECUTE 'DROP TABLE ' || name || ' CASCADE';
                        END LOOP;
                        DROP FUNCTION refuse_audit_change; DROP FUNCTION check_audit_head;
                    END $$
                    """)
                location = bench.location
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let store = try await openStore(location)
                        try await store.ping()
                        try await store.close()
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Backend.available)
    func aDatabaseOfSomethingElseIsLeftAlone(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try await bench.tamper("DROP TABLE store_schema")
            await #expect(throws: StoreError.notAStore("the database holds tables of something else; name a new one")) {
                _ = try await bench.another()
            }
        }
    }

    @Test func aFileThatIsNoDatabaseIsRefused() async throws {
        try await Bench.with(.sqlite) { bench in
            let folder = bench.folder + "/other"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: folder + "/store.sqlite"))
            await #expect(throws: StoreError.notAStore("the file is not a database of SQLite")) {
                _ = try await openStore(.folder(folder))
            }
        }
    }

    @Test func aServerThatIsNotThereIsToldInWords() async throws {
        let folder = NSTemporaryDirectory() + "/emx_test_unreachable"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let location = StoreLocation.postgres(
            url: "postgresql://someone:password@127.0.0.1:1/none?connect_timeout=2", objects: folder)
        let error = await #expect(throws: StoreError.self) { _ = try await openStore(location) }
        #expect(error?.isTransient == true)
        #expect(error?.description.hasPrefix("PostgreSQL can't be reached: ") == true)
        #expect(error?.description.contains("password") == false)
    }

    @Test(arguments: Backend.available)
    func aClosedStoreSaysThatItIsClosed(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            try await other.ping()
            try await other.close()
            await #expect(throws: StoreError.self) { try await other.ping() }
        }
    }
}
