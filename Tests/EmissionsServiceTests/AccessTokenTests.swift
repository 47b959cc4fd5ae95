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

    /// JWTKit stays with the algorithm that it first checked a signature by.
    @Test func oneKeyTakesSeveralAlgorithmsInAnyOrder() async throws {
        try await Self.issuer.serving { server in
            for algorithm in ["RS256", "PS256", "RS256"] {
                let token = try Self.issuer.token(algorithm: algorithm)
                #expect(try await server.http.send("GET", "/submit", token.bearer).status == 200)
            }
        }
    }

    @Test func aSignatureByAnotherAlgorithmThanTheHeadersIsRefused() async throws {
        try await Self.issuer.serving { server in
            for (named, used) in [("RS256", "PS256"), ("PS256", "RS256")] {
                let token = try Self.issuer.token(algorithm: named, sign: { try Issuer.sign($0, used) })
                #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
            }
        }
    }

    /// Where there is no such key, JWTKit would take the first of the set.
    @Test(arguments: ["two", "", nil])
    func aTokenThatNamesNoKeyOfTheSetIsRefused(kid: String?) async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(kid: kid)
            #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
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

    @Test(arguments: ["=", "+", "/", " ", "\n", "é"])
    func aHeaderInAnotherAlphabetIsRefused(character: String) throws {
        let token = try Self.issuer.token()
        #expect(AccessToken(token) != nil)
        #expect(AccessToken(token.replacingOccurrences(of: ".", with: character + ".")) == nil)
    }

    /// JWTKit's own header traps on such a number.
    @Test func numbersOfAnySizeEndNothing() async throws {
        try await Self.issuer.serving { server in
            let token = try Self.issuer.token(header: ["x": 1e300]) { $0["x"] = 1e300 }
            #expect(try await server.http.send("GET", "/submit", token.bearer).status == 200)
        }
    }

    @Test(arguments: ["[]", #"["emx",1]"#, "5", #"{"emx":"emx"}"#, "null"])
    func anAudienceThatIsNoListOfTextsIsRefused(audience: String) async throws {
        try await Self.issuer.serving { server in
            let value = try JSONSerialization.jsonObject(with: Data(audience.utf8), options: .fragmentsAllowed)
            let token = try Self.issuer.token { $0["aud"] = value }
            #expect(try await server.http.send("GET", "/submit", token.bearer).problem == "unknown-token")
        }
    }

    @Test func aTokenThatClaimsNoRecordIsRefused() async throws {
        try await Self.issuer.serving { server in
            let header = try Self.issuer.token().prefix { $0 != "." }
            let signed = header + "." + Issuer.encode(Data("[1]".utf8))
            let token = signed + "." + Issuer.encode(Data(try Issuer.sign(Data(signed.utf8), "RS256")))
            #expect(try await server.http.send("GET", "/submit", String(token).bearer).problem == "unknown-token")
        }
    }
}

/// Keys that come and go.
@Suite struct KeySetTests {
    @Test func aKeyThatIsNewIsFoundAfterAMinute() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one"])
        let file = KeySet(KeySetSource(path), .init(label: "test"))
        #expect(await file.keys(now: 0).map(\.identifier) == ["one"])
        try issuer.writeKeys(to: path, names: ["one", "two"])
        #expect(await file.keys(now: 1).map(\.identifier) == ["one"])
        #expect(await file.keysAfterMiss(now: 2).map(\.identifier) == ["one", "two"])
        try issuer.writeKeys(to: path, names: ["three"])
        #expect(await file.keysAfterMiss(now: 30).map(\.identifier) == ["one", "two"])
        #expect(await file.keysAfterMiss(now: 62).map(\.identifier) == ["three"])
    }

    @Test func aKeyThatIsTakenOutIsTrustedForFiveMinutesAtMost() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one", "two"])
        let file = KeySet(KeySetSource(path), .init(label: "test"))
        _ = await file.keys(now: 0)
        try issuer.writeKeys(to: path, names: ["two"])
        #expect(await file.keys(now: 299).count == 2)
        #expect(await file.keys(now: 300).map(\.identifier) == ["two"])
    }

    @Test func aFileThatIsBrokenLeavesTheKeysAsTheyWere() async throws {
        let issuer = Issuer(), path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try issuer.writeKeys(to: path, names: ["one"])
        let file = KeySet(KeySetSource(path), .init(label: "test") { _ in SwiftLogNoOpLogHandler() })
        _ = await file.keys(now: 0)
        let texts = ["", "{", #"{"keys":[]}"#, #"{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"s"}]}"#]
        for (index, text) in texts.enumerated() {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(await file.keysAfterMiss(now: 100 * Double(index + 1)).map(\.identifier) == ["one"])
        }
    }

    private func identifiers(_ keys: String...) async throws -> [String] {
        try await IssuerKey.keys(in: Data(#"{"keys":[\#(keys.joined(separator: ","))]}"#.utf8)).map(\.identifier)
    }

    @Test(arguments: [
        #"{"kty":"oct","k":"c2VjcmV0c2VjcmV0","kid":"a"}"#, #"{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB"}"#,
        #"{"kty":"EC","crv":"P-256","kid":"a","x":"AA","y":"AA"}"#, #"{"kty":"OKP","crv":"Ed25519","kid":"a"}"#,
        #"{"kty":"OKP","crv":"X25519","kid":"a","x":"AA"}"#, "{}",
    ])
    func secretsAndWeakKeysAreNoKeys(text: String) async throws {
        #expect(try await identifiers(text) == [])
    }

    @Test func keysThatCanNotBeUsedHideNoneThatCan() async throws {
        let key = Issuer.publicKey(["kid": "a"])
        let secret = #"{"kty":"oct","k":"c2VjcmV0c2VjcmV0","kid":"s","alg":"HS256"}"#
        #expect(try await identifiers(secret, #"{"kty":"AKP","alg":"ML-DSA-44","kid":"b"}"#, key) == ["a"])
    }

    @Test(arguments: [["use": "enc"], ["alg": "RSA-OAEP"], ["alg": "RSA-OAEP-256"], ["alg": "ES256"], ["kid": ""]])
    func keysForSomethingElseAreNoKeys(member: [String: String]) async throws {
        #expect(try await identifiers(Issuer.publicKey(["kid": "a"].merging(member) { $1 })) == [])
    }

    @Test func aKeyWithoutANameIsNoKey() async throws { #expect(try await identifiers(Issuer.publicKey([:])) == []) }

    @Test(arguments: [(1024, []), (2048, ["a"])])
    func anRSAKeyOfFewerThan2048BitsIsTooWeak(bits: Int, found: [String]) async throws {
        let modulus = Issuer.encode(Data([0xC1] + [UInt8](repeating: 0x55, count: bits / 8 - 1)))
        #expect(try await identifiers(#"{"kty":"RSA","kid":"a","n":"\#(modulus)","e":"AQAB"}"#) == found)
    }
}
