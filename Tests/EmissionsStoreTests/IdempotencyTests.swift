import Foundation
import Testing

@testable import EmissionsStore

@Suite struct IdempotencyTests {
    let now = Bench.now
    let response = StoredResponse(
        status: 202, headers: [.init(name: "Location", value: "/v1/jobs/1"), .init(name: "X", value: "\"ü\"")],
        body: [0, 1, 255])

    private func request(
        _ bench: Bench, _ content: String = "content", of tenant: Tenant.ID? = nil
    ) -> RepeatableRequest {
        RepeatableRequest(
            tenant: tenant ?? bench.tenant, key: "monday's upload", fingerprint: Digest(of: content.utf8),
            heldUntil: now + 60, expires: now + 3600)
    }

    private func begin(
        _ bench: Bench, _ content: String = "content", at time: Date? = nil
    ) async throws
        -> RequestStanding
    {
        try await bench.store.beginRequest(request(bench, content), now: time ?? now)
    }

    private func ticket(_ bench: Bench, at time: Date? = nil) async throws -> RequestTicket {
        guard case .new(let ticket) = try await begin(bench, at: time) else { throw StoreError.leaseLost }
        return ticket
    }

    @Test(arguments: Backend.available)
    func aRequestThatWasDoneIsAnsweredAgain(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let ticket = try await ticket(bench)
            #expect(try await begin(bench) == .inProgress)
            try await bench.store.completeRequest(ticket, with: response)
            #expect(try await begin(bench, at: now + 3599) == .done(response))
        }
    }

    @Test(arguments: Backend.available)
    func anotherRequestUnderTheSameNameIsAConflict(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let ticket = try await ticket(bench)
            #expect(try await begin(bench, "other") == .conflict)
            #expect(try await begin(bench, "other", at: now + 61) == .conflict)
            try await bench.store.completeRequest(ticket, with: response)
            #expect(try await begin(bench, "other") == .conflict)
        }
    }

    @Test(arguments: Backend.available)
    func anotherTenantHasNamesOfItsOwn(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await ticket(bench)
            let stranger = try await bench.stranger()
            let standing = try await bench.store.beginRequest(request(bench, of: stranger), now: now)
            guard case .new = standing else { return #expect(Bool(false), "\(standing)") }
        }
    }

    @Test(arguments: Backend.available)
    func ofManyThatBeginAtOnceOneIsNew(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            let standings = try await withThrowingTaskGroup(of: RequestStanding.self) { group in
                for index in 0..<12 {
                    let store = index.isMultiple(of: 2) ? bench.store : other
                    group.addTask { try await store.beginRequest(request(bench), now: now) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(standings.count { $0 == .inProgress } == 11)
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func aRequestWhoseServerDiedIsBegunAgain(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let lost = try await ticket(bench)
            #expect(try await begin(bench, at: now + 59) == .inProgress)
            let again = try await ticket(bench, at: now + 60)
            await #expect(throws: StoreError.leaseLost) {
                try await bench.store.completeRequest(lost, with: response)
            }
            try await bench.store.completeRequest(again, with: response)
        }
    }

    @Test(arguments: Backend.available)
    func aRequestThatWasAbandonedIsBegunAgain(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try await bench.store.abandonRequest(try await ticket(bench))
            _ = try await ticket(bench)
        }
    }

    @Test(arguments: Backend.available)
    func aRequestIsForgottenWhenItExpires(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            try await bench.store.completeRequest(try await ticket(bench), with: response)
            _ = try await ticket(bench, at: now + 3600)
        }
    }
}
