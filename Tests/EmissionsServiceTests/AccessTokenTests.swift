import Crypto
import CryptoExtras
import EmissionsStore
import Foundation
import Logging
import TestSupport
import Testing

@testable import EmissionsService

/// Tokens of an issuer that the test plays.
@Suite struct AccessTokenTests {
    private static let issuer = Issuer()

    @Test func aGoodTokenOpensWhatItsWordsSay() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token()
            let answer = try await server.http.send("GET", "/submit", token.bearer)
            #expect(answer.status == 200)
            #expect(answer.text == "subject:robot")
            #expect(try await server.http.send("GET", "/admin", token.bearer).problem == "forbidden")
        }
    }

    @Test(arguments: ["RS256", "PS256", "ES256"])
    func signaturesOfTheListAreTaken(algorithm: String) async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(algorithm: algorithm, kid: algorithm == "ES256" ? "curve" : "one")
            #expect(try await server.http.send("GET", "/submit", token.bearer).status == 200)
        }
    }

    @Test func anAlgorithmThatIsNotOnTheListIsRefused() async throws {
        try await Self.issuer.serving({ $0.tokens.algorithms = ["ES256"] }) { server in
            let answer = try await server.http.send("GET", "/submit", try Self.issuer.token().bearer)
            #expect(answer.problem == "unknown-token")
        }
    }

    @Test func aTokenWithoutASignatureIsRefused() async throws {
        try await Self.issuer.serving { server in
            for algorithm in ["none", "None", "NONE"] {
                let token = try Self.issuer.token(algorithm: algorithm, signature: [])
                #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
            }
        }
    }

    /// The oldest trick: the public key, which everybody knows, as the secret of an HMAC.
    @Test func aPublicKeyIsNoSecret() async throws {
        try await Self.issuer.serving { server in
            for secret in [Issuer.publicPEM, Issuer.publicDER] {
                let token = try Self.issuer.token(
                    algorithm: "HS256",
                    sign: { Array(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: secret))) })
                #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
            }
        }
    }

    @Test func aKeyOfAnotherKindDoesNotVerify() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(algorithm: "ES256", kid: "one")
            #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
        }
    }

    @Test(arguments: [
        ("aud", "somebody-else"), ("aud", ""), ("iss", "https://evil.example"), ("iss", "https://issuer.example/"),
    ])
    func aTokenOfOrForSomebodyElseIsRefused(claim: String, value: String) async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token { $0[claim] = value }
            let answer = try await server.http.send("GET", "/submit", token.bearer)
            #expect(answer.status == 401)
            #expect(answer.problem == "unknown-token")
        }
    }

    @Test(arguments: [(-29.0, 200), (-31.0, 401)])
    func aTokenThatHasExpiredIsRefusedBeyondTheLeeway(seconds: Double, status: Int) async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token { $0["exp"] = Issuer.now.timeIntervalSince1970 + seconds }
            let answer = try await server.http.send("GET", "/submit", token.bearer)
            #expect(answer.status == status)
            #expect(answer.problem == (status == 200 ? nil : "token-expired"))
        }
    }

    @Test(arguments: [(29.0, 200), (31.0, 401)])
    func aTokenThatIsNotValidYetIsRefused(seconds: Double, status: Int) async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token { $0["nbf"] = Issuer.now.timeIntervalSince1970 + seconds }
            #expect(try await server.http.send("GET", "/submit", token.bearer).status == status)
        }
    }

    @Test func aTokenThatNeverExpiresIsRefused() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token { $0["exp"] = nil }
            #expect(try await server.http.send("GET", "/submit", token.bearer).status == 401)
        }
    }

    @Test func anExpiredTokenWithAWrongSignatureIsToldNothing() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(signature: [UInt8](repeating: 1, count: 256)) { $0["exp"] = 1 }
            #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
        }
    }

    @Test func claimsThatWereChangedAfterSigningAreRefused() async throws {
        try await Self.issuer.serving { server in
            var parts = try Self.issuer.token().split(separator: ".").map(String.init)
            let other = try Self.issuer.token { $0["scope"] = "emx.admin" }.split(separator: ".").map(String.init)
            parts[1] = other[1]
            let answer = try await server.http.send("GET", "/admin", parts.joined(separator: ".").bearer)
            #expect(answer.problem == "unknown-token")
        }
    }

    @Test func aTokenOfAnUnknownTenantIsRefused() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token { $0["tenant"] = "nobody" }
            let answer = try await server.http.send("GET", "/submit", token.bearer)
            #expect(answer.status == 403)
            #expect(answer.problem == "unknown-tenant")
        }
    }

    @Test func aTokenWithoutATenantIsOfTheOneThatIsSet() async throws {
        try await Self.issuer.serving({ $0.tokens.tenant = "other" }) { server in
            let token = try Self.issuer.token { $0["tenant"] = nil }
            #expect(try await server.http.send("GET", "/submit", token.bearer).status == 200)
        }
    }

    @Test func aTokenWithACriticalHeaderThatIsNotKnownIsRefused() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(header: ["crit": ["exp"]])
            #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
        }
    }

    @Test func whereNoIssuerIsSetNoTokenIsTaken() async throws {
        try await AccessServer.guarding { server in
            let answer = try await server.http.send("GET", "/submit", try Self.issuer.token().bearer)
            #expect(answer.problem == "unknown-token")
        }
    }

    @Test(arguments: ["a.b.c", "..", "e30.e30.", "\u{0}.\u{0}.\u{0}", String(repeating: "A.", count: 2) + "A"])
    func whatOnlyLooksLikeATokenIsRefused(text: String) async throws {
        #expect(AccessToken(text) == nil)
    }
}

/// Keys that come and go.
@Suite struct KeySetFileTests {
    @Test func aKeyThatIsNewIsFoundAfterAMinute() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one"])
        let file = KeySetFile(path: path, .init(label: "test"))
        #expect(file.keys(now: 0).map(\.identifier) == ["one"])
        try issuer.writeKeys(to: path, names: ["one", "two"])
        #expect(file.keys(now: 1).map(\.identifier) == ["one"])
        #expect(file.keysAfterMiss(now: 2).map(\.identifier) == ["one", "two"])
        try issuer.writeKeys(to: path, names: ["three"])
        #expect(file.keysAfterMiss(now: 30).map(\.identifier) == ["one", "two"])
        #expect(file.keysAfterMiss(now: 62).map(\.identifier) == ["three"])
    }

    @Test func aKeyThatIsTakenOutIsTrustedForFiveMinutesAtMost() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one", "two"])
        let file = KeySetFile(path: path, .init(label: "test"))
        _ = file.keys(now: 0)
        try issuer.writeKeys(to: path, names: ["two"])
        #expect(file.keys(now: 299).count == 2)
        #expect(file.keys(now: 300).map(\.identifier) == ["two"])
    }

    @Test func aFileThatIsBrokenLeavesTheKeysAsTheyWere() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one"])
        let file = KeySetFile(path: path, .init(label: "test") { _ in SwiftLogNoOpLogHandler() })
        _ = file.keys(now: 0)
        for text in ["", "{", #"{"keys":[]}"#, #"{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"s"}]}"#] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(file.keysAfterMiss(now: 100).map(\.identifier) == ["one"])
        }
    }

    @Test(arguments: [
        #"{"kty":"oct","k":"c2VjcmV0c2VjcmV0","kid":"a"}"#, #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,
        #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, #"{"kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"}"#, "{}",
    ])
    func secretsAndWeakKeysAreNoKeys(text: String) throws {
        #expect(JSONWebKey(try #require(ClaimValue(Array(text.utf8)))) == nil)
    }

    @Test func anRSAKeyOf1024BitsIsTooWeak() throws {
        let modulus = Issuer.encode(Data([0xC1] + [UInt8](repeating: 0x55, count: 127)))
        let key = #"{"kty":"RSA","n":"\#(modulus)","e":"AQAB"}"#
        #expect(JSONWebKey(try #require(ClaimValue(Array(key.utf8)))) == nil)
    }

    @Test(arguments: ["AA=", "A", "A A=", "AB"])
    func textsThatStandForNoBytesAreRefused(text: String) { #expect(Base64URL.decode(text) == nil) }

    @Test func bytesComeBack() { #expect(Base64URL.decode("AP-_") == [0, 255, 191]) }
}
