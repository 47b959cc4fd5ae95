import EmissionsStore
import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// What keys open, over HTTP.
@Suite struct AccessKeyTests {
    @Test(arguments: AccessKey.Scope.allCases)
    func withoutAKeyNothingThatIsKeptOpens(scope: AccessKey.Scope) async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send("GET", "/\(scope.rawValue)")
            #expect(answer.status == 401)
            #expect(answer.problem == "unauthenticated")
            #expect(answer["WWW-Authenticate"] == #"Bearer realm="emissions""#)
        }
    }

    /// What each scope opens, beside itself.
    static let opened: [AccessKey.Scope: Set<AccessKey.Scope>] = [
        .submit: [.submit], .readOwn: [.readOwn], .readAll: [.readAll, .readOwn],
        .admin: Set(AccessKey.Scope.allCases),
    ]

    @Test(arguments: AccessKey.Scope.allCases)
    func aKeyOpensWhatItsScopeSays(scope: AccessKey.Scope) async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([scope])
            for route in AccessKey.Scope.allCases {
                let answer = try await server.http.send("GET", "/\(route.rawValue)", key.bearer)
                let isOpen = Self.opened[scope]?.contains(route) == true
                #expect(answer.status == (isOpen ? 200 : 403), "\(scope) and \(route)")
                #expect(answer.problem == (isOpen ? nil : "forbidden"))
            }
        }
    }

    @Test func aMissingScopeIsNamed() async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send("GET", "/readAll", try await server.key([.submit]).bearer)
            #expect(answer["WWW-Authenticate"]?.contains(#"scope="readAll""#) == true)
            #expect(answer.text.contains("lacks the scope readAll"))
        }
    }

    @Test(arguments: [
        "Bearer emx_0000000000000000000000000000000000000000000000000000", "Bearer emx_", "Bearer nonsense",
        "bearer emx_' OR 1=1 --x",
    ])
    func anUnknownKeyOpensNothing(field: String) async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send("GET", "/submit", ["Authorization": field])
            #expect(answer.status == 401)
            #expect(["unknown-key", "unauthenticated"].contains(answer.problem ?? ""))
        }
    }

    @Test(arguments: ["Basic dTpw", "Bearer", "emx_abc", "Bearer a b"])
    func whatIsNoBearerIsNotGuessedAt(field: String) async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send("GET", "/submit", ["Authorization": field])
            #expect(answer.problem == "unauthenticated")
        }
    }

    @Test func anExpiredKeyOpensNothing() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.admin], expires: Date().addingTimeInterval(-1))
            let answer = try await server.http.send("GET", "/submit", key.bearer)
            #expect(answer.status == 401)
            #expect(answer.problem == "key-expired")
        }
    }

    @Test func aRevokedKeyOpensNothing() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.admin])
            #expect(try await server.http.send("GET", "/submit", key.bearer).status == 200)
            try await server.store.revokeKey(key.key.id, of: server.acme, by: .service, now: Date())
            let answer = try await server.http.send("GET", "/submit", key.bearer)
            #expect(answer.status == 401)
            #expect(answer.problem == "key-revoked")
        }
    }

    @Test func aKeyThatWasRevokedAndHasExpiredWasRevoked() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.admin], expires: Date().addingTimeInterval(-1))
            try await server.store.revokeKey(key.key.id, of: server.acme, by: .service, now: Date())
            #expect(try await server.http.send("GET", "/submit", key.bearer).problem == "key-revoked")
        }
    }

    @Test func aKeyThatIsOverIsWrittenDownAndNotUsed() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.admin], expires: Date().addingTimeInterval(-1))
            _ = try await server.http.send("GET", "/submit", key.bearer)
            #expect(try await server.store.key(key.key.id, of: server.acme)?.lastUsed == nil)
            #expect(try await server.actions().contains("key.unknown"))
        }
    }

    @Test func keysOfTwoTenantsAreTwoPrincipals() async throws {
        try await AccessServer.guarding { server in
            let one = try await server.key([.readOwn]), two = try await server.key([.readOwn], of: server.other)
            let first = try await server.http.send("GET", "/readOwn", one.bearer)
            let second = try await server.http.send("GET", "/readOwn", two.bearer)
            #expect(first.text == "key:\(one.key.id)")
            #expect(second.text == "key:\(two.key.id)")
        }
    }

    @Test func whatIsSomebodyElsesIsNotSeenByThoseWhoReadTheirOwn() throws {
        let mine = Principal.subject("me"), theirs = Principal.subject("they")
        func identity(_ scopes: Set<AccessKey.Scope>) throws -> Identity {
            Identity(
                tenant: try #require(Tenant.ID("acme")), principal: mine, scopes: scopes, quotas: .init(), key: nil,
                means: .token)
        }
        #expect(try identity([.readOwn]).mayRead(whatBelongsTo: mine))
        #expect(try !identity([.readOwn]).mayRead(whatBelongsTo: theirs))
        #expect(try !identity([.submit]).mayRead(whatBelongsTo: mine))
        #expect(try identity([.readAll]).mayRead(whatBelongsTo: theirs))
        #expect(try identity([.readOwn]).submitterFilter == mine)
        #expect(try identity([.readAll]).submitterFilter == nil)
    }

    @Test func unknownKeysAreWrittenDownOnceAMinute() async throws {
        try await AccessServer.guarding(now: { Date(timeIntervalSince1970: 1_800_000_000) }) { server in
            for _ in 0..<5 { _ = try await server.http.send("GET", "/submit", ["Authorization": "Bearer emx_x"]) }
            #expect(try await server.actions().filter { $0 == "key.unknown" }.count == 1)
        }
    }

    @Test func whoIsNotLetInIsWrittenDown() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            _ = try await server.http.send("GET", "/admin", key.bearer)
            let entries = try await server.store.auditEntries(after: 0, of: server.acme, limit: 100)
            let denied = entries.last { $0.event.action == "access.denied" }
            #expect(denied?.event.actor == .key(key.key.id))
            #expect(denied?.event.outcome == "admin")
        }
    }
}
