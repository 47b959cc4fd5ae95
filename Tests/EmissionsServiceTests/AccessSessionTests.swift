import EmissionsStore
import Foundation
import TestSupport
import Testing

@testable import EmissionsService

/// Signing in to the page, and what other sites can't do with that.
@Suite struct AccessSessionTests {
    private func signIn(_ server: AccessServer, _ key: AccessKey.Issued) async throws -> HTTPAnswer {
        let form = Array("key=\(key.secret)".utf8)
        return try await server.http.send(
            "POST", "/session", ["Content-Type": "application/x-www-form-urlencoded"], body: form)
    }

    @Test func aKeyGivesACookieThatOpensWhatTheKeyOpens() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.readOwn])
            let signedIn = try await signIn(server, key)
            #expect(signedIn.status == 204)
            let cookie = try #require(signedIn.cookie)
            let answer = try await server.http.send("GET", "/readOwn", ["Cookie": "a=b; \(cookie)"])
            #expect(answer.text == "key:\(key.key.id)")
            #expect(try await server.http.send("GET", "/admin", ["Cookie": cookie]).status == 403)
        }
    }

    @Test func theCookieIsForThePageAlone() async throws {
        try await AccessServer.guarding { server in
            let field = try #require(try await signIn(server, try await server.key([.submit]))["Set-Cookie"])
            #expect(field.hasSuffix("; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"))
            #expect(!field.contains(try await server.key([.submit]).secret))
        }
    }

    @Test func beyondThisMachineTheCookieIsSecure() {
        var configuration = ServiceConfiguration(executable: "emx")
        configuration.host = "0.0.0.0"
        #expect(SessionCookie.field("x", seconds: 1, configuration).hasSuffix("; Secure"))
        configuration.host = "127.0.0.1"
        configuration.publicURL = "https://emx.example"
        #expect(SessionCookie.field("x", seconds: 1, configuration).hasSuffix("; Secure"))
    }

    @Test func aFormGoesOnWithThePage() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let answer = try await server.http.send(
                "POST", "/session", ["Accept": "text/html,*/*", "Content-Type": "application/x-www-form-urlencoded"],
                body: Array("key=\(key.secret)".utf8))
            #expect(answer.status == 303)
            #expect(answer["Location"] == "/")
        }
    }

    @Test func aWrongKeySignsNobodyIn() async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send(
                "POST", "/session", ["Content-Type": "application/json"], body: Array(#"{"key":"emx_x"}"#.utf8))
            #expect(answer.problem == "unknown-key")
            #expect(answer["Set-Cookie"] == nil)
        }
    }

    /// What a browser says where another site sends a form, with the cookie if it had one.
    static let foreign: [[String: String]] = [
        ["Origin": "http://evil.example"], ["Sec-Fetch-Site": "cross-site"],
        ["Sec-Fetch-Site": "same-site", "Origin": "http://sub.127.0.0.1"], ["Origin": "null"],
        ["Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"],
    ]

    @Test(arguments: foreign)
    func anotherSiteCanDoNothingWithTheCookie(fields: [String: String]) async throws {
        try await AccessServer.guarding { server in
            let cookie = try #require(try await signIn(server, try await server.key([.admin])).cookie)
            let answer = try await server.http.send(
                "POST", "/submit", fields.merging(["Cookie": cookie]) { $1 }, body: [0x20])
            #expect([401, 403].contains(answer.status))
        }
    }

    @Test(arguments: foreign)
    func anotherSiteCanNotSignSomebodyIn(fields: [String: String]) async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let answer = try await server.http.send(
                "POST", "/session", fields, body: Array("key=\(key.secret)".utf8))
            #expect(answer.problem == "cross-origin")
        }
    }

    @Test func whatDoesNotSayThatThePageAsksIsNotBelieved() async throws {
        try await AccessServer.guarding { server in
            let cookie = try #require(try await signIn(server, try await server.key([.submit])).cookie)
            let answer = try await server.http.send("POST", "/submit", ["Cookie": cookie], body: [0x20])
            #expect(answer.problem == "cross-origin")
        }
    }

    @Test func thePageCanDoWhatTheKeyCan() async throws {
        try await AccessServer.guarding { server in
            let cookie = try #require(try await signIn(server, try await server.key([.submit])).cookie)
            let fields = ["Cookie": cookie, "Sec-Fetch-Site": "same-origin"]
            #expect(try await server.http.send("POST", "/submit", fields, body: [0x20]).status == 200)
        }
    }

    @Test func whoSignsOutIsOut() async throws {
        try await AccessServer.guarding { server in
            let cookie = try #require(try await signIn(server, try await server.key([.submit])).cookie)
            let fields = ["Cookie": cookie, "Sec-Fetch-Site": "same-origin"]
            let answer = try await server.http.send("POST", "/session/end", fields, body: [])
            #expect(answer["Set-Cookie"]?.contains("Max-Age=0") == true)
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).status == 401)
            let actions = try await server.actions()
            #expect(actions.contains("session.begun") && actions.contains("session.ended"))
        }
    }

    @Test func aSessionEndsWithTheKeyThatBeganIt() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let cookie = try #require(try await signIn(server, key).cookie)
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).status == 200)
            try await server.store.revokeKey(key.key.id, of: server.acme, by: .service, now: Date())
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).status == 401)
        }
    }

    @Test func theCookiesSecretIsNoKey() async throws {
        try await AccessServer.guarding { server in
            let cookie = try #require(try await signIn(server, try await server.key([.submit])).cookie)
            let secret = cookie.split(separator: "=")[1]
            let answer = try await server.http.send("GET", "/submit", ["Authorization": "Bearer \(secret)"])
            #expect(answer.problem == "unknown-key")
        }
    }

    @Test func theCookiesSecretIsNoKeyOnceTheSessionIsOverEither() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let cookie = try #require(try await signIn(server, key).cookie)
            let session = try #require(try await server.store.keys(of: server.acme).first { $0.parent == key.key.id })
            try await server.store.revokeKey(session.id, of: server.acme, by: .service, now: Date())
            let fields = ["Authorization": "Bearer \(cookie.split(separator: "=")[1])"]
            #expect(try await server.http.send("GET", "/submit", fields).problem == "unknown-key")
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).problem == "unauthenticated")
        }
    }

    @Test(arguments: [true, false])
    func whoseKeyIsOverIsToldSoWhenTheySignIn(isRevoked: Bool) async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit], expires: isRevoked ? nil : Date().addingTimeInterval(-1))
            if isRevoked {
                try await server.store.revokeKey(key.key.id, of: server.acme, by: .service, now: Date())
            }
            #expect(try await signIn(server, key).problem == (isRevoked ? "key-revoked" : "key-expired"))
        }
    }

    @Test func aNameMakesNoSession() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let named = try await server.store.issueKey(
                AccessKey.Request(tenant: server.acme, name: "session of \(key.key.id)", scopes: [.submit]),
                by: .service, now: Date())
            #expect(try await server.http.send("GET", "/submit", named.bearer).status == 200)
            let cookie = ["Cookie": "emx_session=\(named.secret)"]
            #expect(try await server.http.send("GET", "/submit", cookie).status == 401)
        }
    }

    @Test func aKeyIsNoCookie() async throws {
        try await AccessServer.guarding { server in
            let key = try await server.key([.submit])
            let answer = try await server.http.send("GET", "/submit", ["Cookie": "emx_session=\(key.secret)"])
            #expect(answer.status == 401)
        }
    }

    @Test func whatIsUsedBySessionsCountsAsTheKeys() async throws {
        let noon = Date(timeIntervalSince1970: 1_800_000_000)
        try await AccessServer.guarding(now: { noon }) { server in
            let key = try await server.key([.submit], quotas: .init(requestsPerMinute: 2))
            let cookie = try #require(try await signIn(server, key).cookie)
            _ = try await server.http.send("GET", "/submit", key.bearer)
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).status == 200)
            #expect(try await server.http.send("GET", "/submit", ["Cookie": cookie]).status == 429)
        }
    }
}
