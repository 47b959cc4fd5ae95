import Foundation
import Testing

@testable import EmissionsStore

@Suite struct TenantTests {
    let now = Bench.now

    @Test(arguments: Backend.available)
    func aTenantComesBackAsItWasAdded(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let expected = Tenant(id: bench.tenant, name: "Acme", created: now)
            let found = try await bench.store.tenant(bench.tenant)
            #expect(found == expected)
            #expect(try await bench.store.tenants() == [expected])
        }
    }

    @Test(arguments: Backend.available)
    func aTenantIsAddedOnce(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            await #expect(throws: StoreError.alreadyExists("tenant")) {
                try await bench.store.addTenant(Tenant(id: bench.tenant, name: "Other", created: now), by: .service)
            }
        }
    }

    @Test(arguments: ["", "Acme", "../acme", "-acme", "a/b", "a.b", String(repeating: "a", count: 65)])
    func aTenantIsCalledByPlainWords(name: String) { #expect(Tenant.ID(name) == nil) }

    @Test(arguments: Backend.available)
    func aTenantGoesWithAllThatIsItsOwn(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            let theirs = try await bench.submit("theirs", of: stranger)
            let submission = try await bench.submit("ours", findings: ["a"])
            _ = try await bench.store.addJob(
                Job.Request(
                    submitter: .service, kind: "check", parameters: [], input: submission.content.digest,
                    expires: now + 60), of: bench.tenant, now: now)
            _ = try await bench.store.issueKey(
                AccessKey.Request(tenant: bench.tenant, name: "key", scopes: [.submit]), by: .service, now: now)
            try await bench.store.removeTenant(bench.tenant, by: .service, now: now)

            #expect(try await bench.store.tenants().map(\.id) == [stranger])
            #expect(try await bench.store.submission(submission.id, of: bench.tenant) == nil)
            #expect(!FileManager.default.fileExists(atPath: try bench.objectPath(submission.content.digest)))
            #expect(try await bench.store.submission(theirs.id, of: stranger) == theirs)
            #expect(FileManager.default.fileExists(atPath: try bench.objectPath(theirs.content.digest, of: stranger)))
        }
    }
}
